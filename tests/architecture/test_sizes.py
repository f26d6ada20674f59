"""Files and functions stay short enough to be read in one go, and files are named for what they hold."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "alongside").rglob("*.py"))
MODULE_LINES, FUNCTION_LINES = 400, 50
BANNED = {"utils", "util", "common", "misc", "base", "manager", "managers", "helper", "helpers", "service"}


def lines_of_code(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip() and not line.strip().startswith("#"))


def functions_in(text: str) -> Iterator[tuple[str, int]]:
    """Name and length, decorators and docstring included, of every function."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def names_of(file: Path) -> set[str]:
    """Words by which the file calls itself, its packages included."""
    return {part.removesuffix(".py") for part in file.relative_to(ROOT / "src").parts}


LENGTHS = [length for file in SOURCES for _name, length in functions_in(file.read_text("utf-8"))]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_module_is_short_and_named_for_what_it_holds(file):
    text = file.read_text("utf-8")

    assert lines_of_code(text) <= MODULE_LINES or "migrations" in file.parts  # written by Django
    assert [name for name, length in functions_in(text) if length > FUNCTION_LINES] == []
    assert names_of(file) & BANNED == set()


def test_most_functions_are_a_few_lines():
    assert median(LENGTHS) <= 10


def test_nine_functions_of_ten_fit_on_half_a_page():
    assert sorted(LENGTHS)[len(LENGTHS) * 9 // 10] <= 30


def test_most_modules_fit_on_a_page_or_two():
    assert median(lines_of_code(file.read_text("utf-8")) for file in SOURCES) <= 90


def test_the_measure_sees_a_long_function():
    # one line of head, 50 of body: 51
    assert list(functions_in("def long():\n" + "    x = 1\n" * 50)) == [("long", 51)]


def test_the_measure_sees_a_banned_name():
    assert names_of(ROOT / "src" / "alongside" / "core" / "utils.py") & BANNED == {"utils"}
