"""Charters in content files: what ships keeps the rules, and each rule finds what it is there for."""

from pathlib import Path

import pytest
from tests.include.builders import TODAY

from alongside.core.content import SHIPPED, load
from alongside.core.content_check import Placed, check
from alongside.include.charter import Key, first_version
from alongside.include.charter_templates import Opening, as_stored, clauses_of, from_entries
from alongside.include.lint import problems

TEMPLATES = from_entries(load("charters").entries)


def text_with(**changed: str) -> str:
    """A charter's file in which every subject is spoken of; `changed` are its lines or its clauses."""
    head = {
        "opening": "open",
        "keeping": "Every post ends after 90 days.",
        "notes": "Put a note before it.",
        "more": "",
        **changed,
    }
    clauses = "".join(
        f'[[charter.clauses]]\nkey = "{key}"\ntext = "{head.get(key, "We say it in a sentence.")}"\n'
        'why = "It helps to know."\n'
        for key in (*Key, *head["more"].split())
        if key != head.get("without")
    )
    return (
        'schema = 1\nlanguage = "en"\nlicence = "CC-BY-SA-4.0"\n[[charter]]\nid = "ours"\ntitle = "Ours"\n'
        f'fits = "We want to try this one."\nopening = "{head["opening"]}"\nretention_days = 90\n'
        'purpose = "We read what we have not read."\nchatham_house = false\nreview = "unreviewed"\n'
        f'provenance = {{ made_by = "project", method = "written by hand" }}\n{clauses}'
    )


def placed_of(text: str) -> tuple[Placed, ...]:
    loaded = check({Path("ours.toml"): text.encode()}, kind="charters")
    assert loaded.problems == ()
    return loaded.placed


def test_what_ships_has_nothing_wrong():
    sources = {file: file.read_bytes() for file in (SHIPPED / "en" / "charters").glob("*.toml")}
    loaded = check(sources, kind="charters")

    assert loaded.problems == ()
    assert problems(loaded.placed) == ()


def test_there_is_a_charter_for_each_kind_of_circle():
    assert {each.id for each in TEMPLATES} >= {
        "employee-group", "local-chapter", "reading-group", "team", "support-circle", "allies-circle",
    }  # fmt: skip


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_a_circle_can_begin_from_it_as_it_stands(template):
    begun = first_version(template.promise, today=TODAY)

    assert {clause.key for clause in begun.promise.clauses} >= set(Key)


def test_the_support_circle_is_hidden_and_forgets_soonest():
    support = next(each for each in TEMPLATES if each.id == "support-circle")

    assert (support.opening, support.promise.retention_days) == (Opening.HIDDEN, 30)


def test_an_ordinary_charter_is_passed():
    assert problems(placed_of(text_with())) == ()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"without": "leaving", "more": "one-more"}, "no clause speaks of: leaving"),
        ({"opening": "hidden"}, "no clause speaks of: hidden"),
        ({"more": "notes"}, "more than one clause has the key: notes"),
        ({"notes": "word " * 51}, "has 51 words"),
        ({"keeping": "Every post ends after 30 days."}, "posts end after 90 days"),
        ({"keeping": "Every post ends after 1990 days."}, "posts end after 90 days"),
    ],
)
def test_what_a_schema_cannot_say_is_found(changed, words):
    found = problems(placed_of(text_with(**changed)))

    assert len(found) == 1
    assert words in found[0].what


def test_entries_of_other_kinds_are_left_alone():
    assert problems([Placed(file="x.toml", table="card", entry={"id": "x"})]) == ()


def test_clauses_come_back_from_the_database_as_they_went_in():
    clauses = TEMPLATES[0].promise.clauses

    assert clauses_of(as_stored(clauses)) == clauses


@pytest.mark.parametrize("stored", [None, "text", 3, [1, "two"]])
def test_what_is_no_list_of_clauses_is_read_as_none(stored):
    assert clauses_of(stored) == ()


@pytest.mark.parametrize("opening", list(Opening))
def test_every_way_in_is_named_and_explained(opening):
    assert opening.label
    assert opening.hint.endswith(".")
