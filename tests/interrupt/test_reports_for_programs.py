"""What programs read: JSON by its published schema, the others by what their formats say.

The SARIF schema here is our own short one of the parts that we write, after OASIS SARIF 2.1.0.
"""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from jsonschema import Draft202012Validator
from tests.interrupt.builders import about, hit, write
from tests.interrupt.checked import check

from alongside.interrupt.hits import Level
from alongside.interrupt.report.checkstyle import as_checkstyle
from alongside.interrupt.report.github import as_github
from alongside.interrupt.report.json_report import as_json
from alongside.interrupt.report.sarif import as_sarif, rule_in_markdown
from alongside.interrupt.report.telling import Telling
from alongside.interrupt.results import Checked, FileResult, SetAside, Suppressed, Unused

SCHEMAS = Path(__file__).parents[2] / "src/alongside/content/schema"
REPORT = Draft202012Validator(json.loads((SCHEMAS / "check-report.schema.json").read_text()))
SARIF = Draft202012Validator(json.loads((Path(__file__).parent / "schemas/sarif-parts.json").read_text()))
MARK = "0123456789abcdef"
TEXT = "É🙂 is wheelchair-bound, 100%: yes\n"


def telling(*hits, path="docs/a b,c:d%.md", **more):
    file = FileResult(
        path=path,
        hits=hits or (hit(TEXT, fingerprint=MARK),),
        suppressed=(Suppressed(hit=hit(TEXT, fingerprint=MARK), by=SetAside.COMMENT, reason="a quotation"),),
        unused=(Unused(line=3, says="ignore[x]"),),
        notes=("Read as Windows-1252.",),
    )
    broken = FileResult(path="b.docx", unread="its inner part word/document.xml is broken")
    checked = Checked(files=(file, broken), count=2, binaries=1, stale=("a.md: 0",))
    return Telling(checked=checked, about=about, version="0.1", digest="d", **more)


def hint(**more):
    return hit(TEXT, level=Level.CONSIDER, fingerprint=MARK, **more)


def test_the_json_keeps_its_schema_and_says_all():
    told = json.loads(as_json(telling(shows_suppressed=True)))

    REPORT.validate(told)
    (finding,) = told["findings"]
    assert (finding["line"], finding["column"], finding["end_column"]) == (1, 7, 23)
    assert finding["say"] == "Could we write “uses a wheelchair”?"
    assert finding["source"] == finding["sources"][0]
    assert told["suppressed"][0]["reason"] == "a quotation"
    assert told["counts"]["unread"] == 1


def test_what_was_set_aside_is_only_told_where_that_was_asked_for():
    assert json.loads(as_json(telling()))["suppressed"] == []
    assert "suppressions" not in as_sarif(telling())


def test_the_schema_sees_a_finding_without_a_reason():
    told = json.loads(as_json(telling()))
    del told["findings"][0]["why"]

    assert not REPORT.is_valid(told)


def test_a_real_check_keeps_the_schemas_whatever_the_files_are_called(folder):
    write(folder, {"a.md": "He is moonbound.\n\nFine. <!-- alongside: ignore[x] -->\n"})
    (folder / "b.txt").write_bytes(b"\xe9 moonbound, perhapsy")
    (folder / b"\xff.md".decode("utf-8", "surrogateescape")).write_text("moonbound")

    words = (".", "--show-suppressed", "--report-unused", "--format")
    told, sarif = (json.loads(check(*words, form).out) for form in ("json", "sarif"))

    REPORT.validate(told)
    SARIF.validate(sarif)
    assert len(told["findings"]) == len(sarif["runs"][0]["results"]) == 4
    assert Xml.fromstring(check(*words, "checkstyle").out.encode()).tag == "checkstyle"  # noqa: S314


def test_an_empty_check_is_sound_too(folder):
    write(folder, {"a.md": "Fine."})

    REPORT.validate(json.loads(check("a.md", "--format", "json").out))
    SARIF.validate(json.loads(check("a.md", "--format", "sarif").out))


def test_sarif_counts_code_points_and_names_rule_level_and_fingerprint():
    log = json.loads(as_sarif(telling(hit(TEXT, fingerprint=MARK), hint(rule="another"))))

    SARIF.validate(log)
    (run,) = log["runs"]
    first, second = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = first["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (7, 23)
    assert (first["level"], second["level"]) == ("warning", "note")
    assert first["partialFingerprints"] == {"alongside/v1": MARK}
    assert [run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] for each in run["results"]] == [
        "wheelchair-bound",
        "another",
    ]


def test_a_path_in_sarif_is_an_address_relative_to_the_root():
    log = json.loads(as_sarif(telling()))

    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "docs/a%20b%2Cc%3Ad%25.md", "uriBaseId": "%SRCROOT%"}


def test_what_was_set_aside_is_told_in_sarif_with_its_reason():
    log = json.loads(as_sarif(telling(shows_suppressed=True)))

    SARIF.validate(log)
    by = [each.get("suppressions") for each in log["runs"][0]["results"]]
    assert by == [None, [{"kind": "inSource", "justification": "a quotation"}]]


def test_a_place_without_a_line_of_its_file_has_no_region():
    log = json.loads(as_sarif(telling(hit(TEXT, place="cell 3", fingerprint=MARK))))

    SARIF.validate(log)
    place = log["runs"][0]["results"][0]["locations"][0]
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"][0]["name"] == "cell 3"


def test_a_rule_in_markdown_holds_what_a_reader_needs():
    told = rule_in_markdown(about(both_ways="Some say one, some the other."))

    for each in ("- uses a wheelchair", "Could we write", "In quotations.", "Some say one", "](https://example.org/guide)",
                 "`alongside: ignore[wheelchair-bound]`"):  # fmt: skip
        assert each in told


def test_annotations_are_notices_and_escape_what_would_end_them():
    line = as_github(telling(hit(TEXT + "x", words="bound, 100%: yes\nx", fingerprint=MARK)))

    assert line.startswith("::notice file=docs/a b%2Cc%3Ad%25.md,line=1,endLine=2,title=wheelchair-bound::")
    assert "“bound, 100%25: yes x”: A wheelchair" in line
    assert line.count("\n") == 1


def test_an_annotation_names_columns_within_one_line():
    assert "line=1,endLine=1,col=7,endColumn=23,title=" in as_github(telling())


@pytest.mark.parametrize("level", ["error", "warning"])
def test_no_annotation_is_louder_than_a_notice(level):
    assert f"::{level}" not in as_github(telling(hint(), hit(TEXT)))


def test_an_annotation_of_a_cell_names_it_in_words():
    assert "::docs/a b,c:d%25.md, cell 3:1:7 “" in as_github(telling(hit(TEXT, place="cell 3")))


def test_checkstyle_is_xml_that_other_programs_read():
    strange = hit("He is wheelchair-bound.", words="wheelchair-bound", sentence="\x00")
    text = as_checkstyle(telling(strange, hint(), path='a<"&\x0b.md'))

    root = Xml.fromstring(text.encode())  # noqa: S314  # our own text
    (file,) = root
    assert file.get("name") == 'a<"&\N{REPLACEMENT CHARACTER}.md'
    assert [error.get("severity") for error in file] == ["warning", "info"]
    assert file[0].get("source") == "alongside.wheelchair-bound"
    assert (file[0].get("line"), file[0].get("column")) == ("1", "7")


def test_the_guide_names_every_key_of_a_finding():
    guide = (Path(__file__).parents[2] / "docs/guides/words.md").read_text()
    keys = REPORT.schema["$defs"]["finding"]["required"]

    assert [key for key in keys if not re.search(rf"`{key}`", guide)] == []
