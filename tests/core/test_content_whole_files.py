"""A scene's file is itself the entry: told by its nodes, checked whole, and named when it does not fit."""

from pathlib import Path

import pytest

from alongside.core.content_check import KINDS, SCHEMAS, check

DRILL = """schema = 1
language = "en"
licence = "CC-BY-SA-4.0"
[[drill]]
id = "a-chair"
place = "work"
grounds = ["disability"]
exchange = "A colleague asks: is this chair taken, or may I have it for the corner?"
is_one = "no"
reading = "An ordinary question about an empty chair, put to whoever sits beside it."
skill = "notice.work"
provenance = { made_by = "project", method = "written for a test" }
review = "unreviewed"
"""


def checked(text: str, *, kind: str | None = None):
    return check({Path("one.toml"): text.encode()}, kind=kind)


def test_a_complete_entry_of_a_kind_that_shares_definitions_has_no_problem():
    assert checked(DRILL).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('grounds = ["disability"]', 'grounds = ["any", "age"]', "grounds"),
        ('skill = "notice.work"', 'skill = "notice"', "skill"),
        ('is_one = "no"', 'is_one = "depends"', ""),
        ('method = "written for a test"', 'methods = "written for a test"', "provenance"),
    ],
)
def test_a_shared_definition_is_held_to(old, new, field):
    (problem, *_rest) = checked(DRILL.replace(old, new)).problems

    assert (problem.entry, problem.field) == ("a-chair", field)


def test_a_file_with_nodes_is_a_scene_and_its_places_are_named_from_the_file():
    text = 'id = "one"\n[nodes.start]\ntext = "It begins."\nchoices = []\n'

    problems = checked(text).problems

    assert {problem.entry for problem in problems} == {"one"}
    assert "nodes.start.choices" in {problem.field for problem in problems}


def test_a_file_without_nodes_is_no_scene_unless_it_lies_where_scenes_lie():
    text = 'id = "one"\ntitle = "Not a table we know"\n'

    (unknown,) = checked(text).problems
    (problem,) = checked(text, kind="scenarios").problems

    assert "[[drill]]" in unknown.what + unknown.cure
    assert "[[scene]]" not in unknown.what + unknown.cure
    assert "nodes" in problem.what


def test_every_kind_has_its_published_schema():
    missing = [table for table in KINDS.values() if not (SCHEMAS / f"{table}.schema.json").exists()]

    assert missing == []
