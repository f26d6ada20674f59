"""What a schema cannot say about resources and cards, said with file, entry, field and cure."""

import pytest
from tests.terminal import typed

from alongside.core.content import lint
from alongside.core.content_check import Placed
from alongside.learn.lint import problems

RESOURCE = """schema = 1
language = "en"
licence = "CC-BY-SA-4.0"
[[resource]]
id = "a-work"
title = "A work"
authors = ["A. Person"]
year = 2019
perspective = ""
type = "paper"
level = 2
minutes = 40
practices = ["learn"]
grounds = ["race"]
topics = ["x-ray", "why"]
language = "en"
regions = ["US"]
access = ["text"]
cost = "free"
url = "https://example.org/a"
licence = "link only"
checked_on = 2026-01-15
checked_how = "abstract at its DOI"
why = "It says in plain words what the others leave out."
provenance = { made_by = "project", method = "drafted from the abstract", read = "abstract" }
review = "unreviewed"
"""
SOURCE = {"publisher": "A house", "cite": "A book", "url": "https://example.org/b", "looked_up": "2026-01-02"}
CARD = {
    "id": "a-card",
    "date": {"from": "1955-12-05", "to": "1956-12-20", "precision": "day"},
    "led_by": "those concerned",
    "what_happened": "something",
    "what_allies_did": "a little",
    "what_it_changed": "some of it",
    "sources": [SOURCE, {**SOURCE, "publisher": "Another house"}],
}


def fields(entry: dict, table: str = "card") -> list[str]:
    return [problem.field for problem in problems([Placed(file="f.toml", table=table, entry=entry)])]


def test_good_entries_have_no_problem(tmp_path):
    file = tmp_path / "resources.toml"
    file.write_text(RESOURCE)
    assert lint(tmp_path).problems == ()
    assert problems(lint(tmp_path).placed) == ()
    assert fields(CARD) == []


@pytest.mark.parametrize("field", ["licence", "provenance", "why", "review"])
def test_a_resource_without_it_is_named_with_file_entry_field_and_cure(tmp_path, field):
    file = tmp_path / "resources.toml"
    head, _table, body = RESOURCE.partition("[[resource]]")
    kept = [line for line in body.splitlines() if not line.startswith(f"{field} =")]
    file.write_text("\n".join([head, "[[resource]]", *kept]))
    (problem,) = lint(file).problems
    assert (problem.file, problem.entry) == (str(file), "a-work")
    assert field in problem.what
    assert problem.cure


def test_a_why_of_thirty_words_is_fine_and_of_thirty_one_is_not():
    assert fields({"id": "a", "why": "a " * 30}, "resource") == []
    assert fields({"id": "a", "why": "a " * 31}, "resource") == ["why"]


@pytest.mark.parametrize(
    ("field", "most"),
    [("led_by", 20), ("what_happened", 70), ("what_allies_did", 60), ("what_it_changed", 50)],
)
def test_the_parts_of_a_card_have_their_length(field, most):
    assert fields({**CARD, field: "a " * most}) == []
    assert fields({**CARD, field: "a " * (most + 1)}) == [field]


def test_sources_of_one_publisher_are_one_source():
    assert fields({**CARD, "sources": [SOURCE]}) == ["sources"]
    assert fields({**CARD, "sources": [SOURCE, {**SOURCE, "publisher": " a  HOUSE "}]}) == ["sources"]


def test_an_end_before_its_beginning_is_a_problem_and_the_same_day_is_not():
    assert fields({**CARD, "date": {"from": "1955-12-05", "to": "1955-12-04"}}) == ["date"]
    assert fields({**CARD, "date": {"from": "1955-12-05", "to": "1955-12-05"}}) == []


def test_a_day_that_no_calendar_has_is_a_problem_wherever_it_stands():
    assert fields({**CARD, "date": {"from": "1955-02-30"}}) == ["date.from"]
    assert fields({**CARD, "sources": [{**SOURCE, "looked_up": "2026-13-01"}, CARD["sources"][1]]}) == [
        "sources.0.looked_up"
    ]


def test_an_entry_does_not_name_itself():
    assert fields({**CARD, "related": ["a-card"]}) == ["related"]


def test_other_tables_are_none_of_this_rooms_business():
    assert fields({"id": "a", "why": "a " * 99}, "action") == []


def test_the_terminal_tells_these_problems_too(tmp_path):
    file = tmp_path / "resources.toml"
    file.write_text(RESOURCE.replace("It says in plain words", "It says " * 20))
    said = typed("content", "lint", file)
    assert said.code == 1
    # 20 times “It says”, then “what the others leave out.”: 2 · 20 + 5
    assert said.out.startswith(f"{file}: a-work: why: it has 45 words; at most 30")
    assert said.err.endswith("0 entries are fine, 1 problem.\n")


def test_reviewed_without_a_review_is_told_there_as_well(tmp_path):
    file = tmp_path / "resources.toml"
    file.write_text(RESOURCE.replace('review = "unreviewed"', 'review = "reviewed"'))
    assert "a-work: review: it says reviewed" in typed("content", "lint", file).out
