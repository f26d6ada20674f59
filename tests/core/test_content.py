"""Content that does not fit is left out and named: file, entry, field and cure; it never ends the program."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.core import content, content_check
from alongside.core.content import lint, load
from alongside.core.content_check import Problem, check

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "action.schema.json",
    "type": "object",
    "required": ["id", "title", "minutes"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z-]+$", "description": "Small letters and hyphens."},
        "title": {"type": "string", "minLength": 1},
        "minutes": {"type": "integer", "minimum": 1, "description": "Whole minutes, from 1."},
        "source": {
            "type": "object",
            "properties": {"read_on": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}},
        },
    },
}
GOOD = '[[action]]\nid = "ask-first"\ntitle = "Ask first"\nminutes = 5\n'
OTHER = GOOD.replace("ask-first", "credit-by-name")


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A house with one schema and no shipped content; returns the folder where shipped actions go."""
    schemas = tmp_path / "schema"
    schemas.mkdir()
    (schemas / "action.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    monkeypatch.setattr(content_check, "SCHEMAS", schemas)
    monkeypatch.setattr(content, "SCHEMAS", schemas)
    monkeypatch.setattr(content, "SHIPPED", tmp_path / "shipped")
    content_check._validator.cache_clear()
    actions = tmp_path / "shipped" / "en" / "actions"
    actions.mkdir(parents=True)
    yield actions
    content_check._validator.cache_clear()


def write(folder: Path, text: str | bytes, name: str = "some.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def only(problems: tuple[Problem, ...]) -> Problem:
    (problem,) = problems
    return problem


def test_good_content_has_no_problems(house):
    write(house, GOOD)

    found = load("actions")

    assert found.problems == ()
    assert found.entries == ({"id": "ask-first", "title": "Ask first", "minutes": 5},)


def test_the_same_id_in_another_kind_is_no_clash(house):
    (house.parent.parent.parent / "schema" / "speech.schema.json").write_text("{}", encoding="utf-8")
    write(house, GOOD)
    write(house, '[[speech]]\nid = "ask-first"\n', name="speech.toml")

    assert lint(house).problems == ()


def test_a_date_in_toml_is_read_as_iso_text(house):
    write(house, GOOD + "source = { read_on = 2026-03-04 }\n")

    found = load("actions")

    assert found.problems == ()
    assert found.entries[0]["source"] == {"read_on": "2026-03-04"}


@pytest.mark.usefixtures("house")
def test_a_folder_that_does_not_exist_holds_nothing_wrong(tmp_path):
    assert load("actions", also=[tmp_path / "none"]).problems == ()


def test_broken_toml_is_named_with_its_line(house):
    file = write(house, 'id = "unfinished\n')

    problem = only(load("actions").problems)

    assert problem.file == str(file)
    assert "line 1" in problem.what
    assert problem.cure


def test_a_broken_file_leaves_the_others_readable(house):
    write(house, "[[[", name="a.toml")
    write(house, GOOD, name="b.toml")

    found = load("actions")

    assert [entry["id"] for entry in found.entries] == ["ask-first"]
    assert len(found.problems) == 1


def test_a_wrong_type_is_named_with_file_entry_field_and_the_schemas_own_cure(house):
    file = write(house, GOOD.replace("5", '"five"'))

    problem = only(load("actions").problems)

    assert (problem.file, problem.entry, problem.field) == (str(file), "ask-first", "minutes")
    assert problem.cure == "Whole minutes, from 1."


def test_a_field_inside_a_field_is_named_by_its_path(house):
    write(house, GOOD + 'source = { read_on = "soon" }\n')

    assert only(load("actions").problems).field == "source.read_on"


def test_a_missing_field_is_named(house):
    write(house, GOOD.replace("minutes = 5\n", ""))

    assert "minutes" in only(load("actions").problems).what


def test_all_missing_fields_of_an_entry_are_one_line(house):
    write(house, '[[action]]\nid = "half"\n')

    assert only(load("actions").problems).what == "missing: title, minutes."


def test_a_misspelt_field_is_named_beside_the_one_that_was_meant(house):
    write(house, GOOD.replace("minutes", "minuts"))

    assert only(load("actions").problems).cure == "Write `minutes`, not `minuts`."


def test_a_field_like_none_that_is_missing_is_only_said_to_be_unknown(house):
    write(house, GOOD + "minuts = 5\nweather = 3\n")

    assert only(load("actions").problems).what == "not known here: minuts, weather."


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("5", '"five"', "this has to be a whole number."),
        ('"Ask first"', "3", "this has to be text in quotation marks."),
        ('"ask-first"', '"Ask First"', "“Ask First” does not have the form that belongs here."),
    ],
)
def test_the_common_faults_are_told_in_plain_words(house, old, new, words):
    write(house, GOOD.replace(old, new, 1))

    assert only(load("actions").problems).what == words


def test_what_ships_is_checked_in_plain_words_too(tmp_path):
    words = 'practice = "win"\nroles = []\npractise = "x"\nsource = {}\n'
    file = write(tmp_path, 'schema = 1\nlanguage = "en"\nlicence = "CC0-1.0"\n[[action]]\n' + words)
    content_check._validator.cache_clear()

    said = [str(problem) for problem in lint(file).problems]

    assert any("practice: “win” is none of: learn, listen," in line for line in said)
    assert any("roles: the list is too short: at least 1." in line for line in said)
    assert sum("missing: " in line for line in said) == 2  # of the entry, and of its source
    assert any("not known here: practise." in line for line in said)


def test_an_entry_without_an_id_is_named_by_its_number(house):
    write(house, GOOD + '[[action]]\ntitle = "Nameless"\nminutes = 5\n')

    assert only(load("actions").problems).entry == "action 2"


def test_an_unknown_table_is_named_with_those_we_know(house):
    write(house, '[[idea]]\nid = "x"\n')

    assert "[[action]]" in only(load("actions").problems).cure


def test_entries_that_are_no_tables_are_named_by_their_numbers(house):
    write(house, "action = [1, 2]\n")

    assert [problem.entry for problem in load("actions").problems] == ["action 1", "action 2"]


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_empty_file_is_a_problem_and_not_silence(house, text):
    write(house, text)

    assert only(load("actions").problems).cure


@pytest.mark.parametrize("text", ["action = 3\n", '[action]\nid = "single"\n'])
def test_a_table_that_is_no_list_of_entries_says_how_to_begin_one(house, text):
    write(house, text)

    assert "[[action]]" in only(load("actions").problems).cure


def test_an_id_used_twice_keeps_the_first_and_names_both_files(house):
    first = write(house, GOOD, name="a.toml")
    second = write(house, GOOD.replace("Ask first", "Ask again"), name="b.toml")

    found = load("actions")

    problem = only(found.problems)
    assert [entry["title"] for entry in found.entries] == ["Ask first"]
    assert (problem.file, problem.field) == (str(second), "id")
    assert str(first) in problem.what


def test_a_persons_own_folder_is_read_beside_what_ships(house, tmp_path):
    write(house, GOOD)
    write(tmp_path / "own" / "en" / "actions", OTHER)

    found = load("actions", also=[tmp_path / "own"])

    assert [entry["id"] for entry in found.entries] == ["ask-first", "credit-by-name"]


def test_a_persons_own_entry_cannot_displace_a_shipped_one(house, tmp_path):
    write(house, GOOD)
    write(tmp_path / "own" / "en" / "actions", GOOD.replace("Ask first", "Mine"))

    found = load("actions", also=[tmp_path / "own"])

    assert [entry["title"] for entry in found.entries] == ["Ask first"]
    assert only(found.problems).entry == "ask-first"


def test_another_language_is_not_mixed_in(house):
    write(house.parent.parent / "de" / "actions", OTHER)

    assert load("actions", locale="en").entries == ()


def test_what_comes_from_the_cache_is_what_was_checked(house, tmp_path):
    write(house, GOOD)
    write(house, OTHER.replace("5", "0"), name="wrong.toml")
    cache = tmp_path / "cache"

    first, second = load("actions", cache=cache), load("actions", cache=cache)

    assert len(list(cache.iterdir())) == 1
    assert second == first
    assert len(second.problems) == 1


def test_a_problem_read_from_the_cache_names_the_file_as_it_lies_now(house, tmp_path, monkeypatch):
    write(house, GOOD.replace("5", "0"))
    load("actions", cache=tmp_path / "cache")
    (tmp_path / "shipped").rename(tmp_path / "moved")
    monkeypatch.setattr(content, "SHIPPED", tmp_path / "moved")

    assert "moved" in only(load("actions", cache=tmp_path / "cache").problems).file


def test_a_changed_source_is_read_again_and_the_old_cache_goes(house, tmp_path):
    cache = tmp_path / "cache"
    file = write(house, GOOD)
    load("actions", cache=cache)
    before = file.stat()
    write(house, GOOD.replace("Ask first", "Ask early"))  # as long as before
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # and as old

    found = load("actions", cache=cache)

    assert found.entries[0]["title"] == "Ask early"
    assert len(list(cache.iterdir())) == 1


def test_a_changed_schema_is_heeded(house, tmp_path):
    write(house, GOOD)
    load("actions", cache=tmp_path / "cache")
    stricter = {**SCHEMA, "properties": {**SCHEMA["properties"], "minutes": {"maximum": 1}}}
    schema = house.parent.parent.parent / "schema" / "action.schema.json"
    schema.write_text(json.dumps(stricter), encoding="utf-8")
    content_check._validator.cache_clear()

    assert only(load("actions", cache=tmp_path / "cache").problems).field == "minutes"


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b'{"entries": 3}', b"\xff", b'{"entries": []}']
)
def test_a_damaged_cache_is_made_again(house, tmp_path, damage):
    write(house, GOOD)
    cache = tmp_path / "cache"
    load("actions", cache=cache)
    (compiled,) = cache.iterdir()
    compiled.write_bytes(damage)

    assert len(load("actions", cache=cache).entries) == 1


def test_a_cache_that_cannot_be_written_changes_nothing(house, tmp_path):
    write(house, GOOD)
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file where the folder would be", encoding="utf-8")

    found = load("actions", cache=in_the_way)

    assert (len(found.entries), found.problems) == (1, ())


def test_a_file_that_cannot_be_read_is_named_and_never_cached(house, tmp_path):
    (house / "gone.toml").symlink_to(tmp_path / "nowhere")

    found = load("actions", cache=tmp_path / "cache")

    assert "gone.toml" in only(found.problems).file
    assert not (tmp_path / "cache").exists()


def test_checking_a_folder_without_toml_says_so(tmp_path):
    problem = only(lint(tmp_path).problems)

    assert problem.file == str(tmp_path)
    assert problem.cure


def test_checking_a_file_that_is_not_there_says_so(tmp_path):
    assert "nowhere.toml" in only(lint(tmp_path / "nowhere.toml").problems).file


def test_a_problem_is_one_line_for_the_terminal():
    problem = Problem(file="a.toml", entry="ask-first", field="minutes", what="Too few.", cure="From 1.")

    assert str(problem) == "a.toml: ask-first: minutes: Too few. From 1."


hostile = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(str.encode),
    st.lists(
        st.sampled_from(
            ['[[action]]\n', 'id = "a"\n', "id = 3\n", "minutes = nan\n", "minutes = 1e400\n", "[action]\n",
             "[[action.id]]\n", 'title = "\\ud800"\n', "title = '''\n", "a.b.c = {}\n", "\0", "x = [[[[[\n",
             "minutes = 99999999999999999999999\n", "d = 2026-02-30\n", "t = 07:32:00\n", "'' = 1\n"]
        ),
        max_size=8,
    ).map(lambda lines: "".join(lines).encode("utf-8", "surrogatepass")),
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["x = " + "[" * 5000, "x = " + "9" * 5000, "x = 0x" + "f" * 5000, "x" + ".x" * 5000 + " = 1"],
    ids=["deep", "long number", "long hexadecimal number", "deep key"],
)
def test_what_would_exhaust_the_reader_is_a_named_problem(house, text):
    write(house, text)

    assert only(load("actions").problems).cure


@given(hostile)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the house is only read
@pytest.mark.usefixtures("house")
def test_hostile_bytes_are_a_named_problem_and_never_a_traceback(data):
    found = check({Path("own.toml"): data}, kind="actions")

    assert found.entries or found.problems
    for problem in found.problems:
        assert problem.file == "own.toml"
        assert problem.what
        assert problem.cure
