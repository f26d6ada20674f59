"""Documented ⇔ exists: the method page, `listen explain`, and the ids in the report are the same list."""

import json
import re
from pathlib import Path

from tests.listen.builders import ALL, measured

from alongside.listen.findings import findings
from alongside.listen.json_report import as_json
from alongside.listen.meeting import SAMPLE, look_at
from alongside.listen.methods import methods

PAGE = (Path(__file__).parents[2] / "docs/method/meetings.md").read_text()
IDS = [method.id for method in methods()]


def test_the_page_and_explain_have_the_same_measures_in_the_same_order():
    assert re.findall(r"^### (\S+)$", PAGE, re.MULTILINE) == IDS


def test_the_page_says_what_explain_says():
    flat = " ".join(PAGE.split())
    for method in methods():
        assert " ".join(f"**Formula.** {method.formula}".split()) in flat, method.id
        assert f"**Needs.** {method.needs}" in flat, method.id
        assert f"**Least.** {method.minimum}" in flat, method.id
        assert f"**Source.** {method.source}" in flat, method.id


def test_every_value_in_the_json_names_a_documented_method():
    named = set(re.findall(r'"method": "([^"]+)"', as_json(look_at(SAMPLE))))
    assert named <= set(IDS)
    assert {"share", "effective-speakers", "minutes"} <= named


def test_every_findings_source_leads_to_a_heading_of_the_page():
    found = [*look_at(SAMPLE).findings, *findings(measured("0 9 Ana: The hall", can=ALL), me=None)]
    anchors = [re.match(r"docs/method/meetings\.md#([a-z-]+)", finding.source) for finding in found]
    assert all(anchor and anchor[1] in IDS for anchor in anchors)


def test_the_hand_checks_stand_on_the_page():
    for figure in ("2.749", ".730", ".417", ".556", ".054", ".512"):
        assert figure in PAGE


def test_the_schema_is_published_with_the_package():
    schema = Path(__file__).parents[2] / "src/alongside/content/schema/meeting-report.schema.json"
    assert json.loads(schema.read_text())["properties"]["schema_version"] == {"const": "1"}
