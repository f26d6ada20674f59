"""Tables of texts, batch by batch: our own, and with pandas and Spark where they are installed."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.interrupt.checked import HOUSE

from alongside.interrupt.frames import COLUMNS, check_frames, recipe_for

TEXTS = {"name": ["a.md", "b.txt", "c.md"], "text": ["É moonbound.\n", "Fine.", "`moonbound`"]}
ROW = {
    "name": ["a.md"],
    "rule": ["house-moonbound"],
    "level": ["reword"],
    "line": [1],
    "column": [3],
    "words": ["moonbound"],
}
SPARK = """
import sys
from pyspark.sql import SparkSession
from alongside.interrupt.frames import COLUMNS, check_frames, recipe_for
spark = (
    SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate()
)
documents = spark.createDataFrame([(f"{n}.md", "moonbound" if n % 2 else "fine") for n in range(40)],
                                  "name string, text string").repartition(4)
recipe = spark.sparkContext.broadcast(recipe_for(packs=[sys.argv[1]]))
found = documents.mapInPandas(lambda batches: check_frames(batches, recipe.value), schema=COLUMNS)
print(found.count(), sorted({row.rule for row in found.collect()}))
spark.stop()
"""


class Table(dict):
    """The least that a batch must be: columns by their names."""


def without_fingerprint(frame):
    return {name: list(frame[name]) for name in ROW}


@pytest.mark.usefixtures("folder")
def test_each_batch_is_answered_with_its_findings():
    recipe = recipe_for(packs=[str(HOUSE)])

    first, second = check_frames([Table(TEXTS), Table(name=["d.md"], text=[None])], recipe)

    assert without_fingerprint(first) == ROW
    assert list(first) == [column.split()[0] for column in COLUMNS.split(", ")]
    assert without_fingerprint(second) == {name: [] for name in ROW}


@pytest.mark.usefixtures("folder")
def test_bytes_are_read_as_a_file_is():
    table = Table(name=["a.md"], text=["É moonbound.\n".encode()])

    (answer,) = check_frames([table], recipe_for(packs=[str(HOUSE)]))

    assert without_fingerprint(answer) == ROW


@pytest.mark.usefixtures("folder")
def test_a_table_of_pandas_is_answered_with_one():
    pandas = pytest.importorskip("pandas")

    (answer,) = check_frames([pandas.DataFrame(TEXTS)], recipe_for(packs=[str(HOUSE)]))

    assert without_fingerprint(answer) == ROW


@pytest.mark.skipif(not find_spec("pyspark"), reason="PySpark is not installed")
def test_spark_checks_a_table_in_its_own_processes(tmp_path):
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", SPARK, str(Path(HOUSE).resolve())],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable},
    )

    assert "20 ['house-moonbound']" in done.stdout, done.stderr[-2000:]
