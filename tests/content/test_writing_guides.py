"""The pages for people who write content: their examples are sound, and they explain every field and rule."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.terminal import refused, typed

from alongside.core.content_check import KINDS, SCHEMAS
from alongside.core.review import content_hash, standing
from alongside.linting import lint_content
from alongside.practise.correction import assess_reply
from alongside.practise.lint import PACK_RULES, RULES
from alongside.practise.reply_rules import rules_from

GUIDES = Path(__file__).parents[2] / "docs" / "guides"
SCENES = (GUIDES / "writing-scenes.md").read_text("utf-8")
ENTRIES = (GUIDES / "writing-drills-and-cards.md").read_text("utf-8")
WORDS = (GUIDES / "writing-rules.md").read_text("utf-8")


def examples(guide: str) -> dict[str, str]:
    """Each example of a guide by the name of its table."""
    return {
        re.search(r"^\[\[([\w.-]+)\]\]", text, re.MULTILINE)[1]: text
        for text in re.findall(r"^```toml\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    }


EXAMPLES = examples(ENTRIES)
OF_WORDS = examples(WORDS)
SCENE = re.search(r"^```toml\n(.*?)^```", SCENES, re.MULTILINE | re.DOTALL)[1]
REVIEW = EXAMPLES.pop("drill.reviews")


def schema(table: str) -> dict:
    return json.loads((SCHEMAS / f"{table}.schema.json").read_text("utf-8"))


def fields(node: object) -> Iterator[str]:
    """Every field that a schema names, at any depth."""
    if isinstance(node, dict):
        yield from node.get("properties", {}) if isinstance(node.get("properties"), dict) else ()
        for value in node.values():
            yield from fields(value)
    elif isinstance(node, list):
        for value in node:
            yield from fields(value)


def words_to_choose(node: object) -> Iterator[str]:
    """Every word of every closed list in a schema."""
    if isinstance(node, dict):
        yield from (word for word in node.get("enum", ()) if isinstance(word, str))
        for value in node.values():
            yield from words_to_choose(value)
    elif isinstance(node, list):
        for value in node:
            yield from words_to_choose(value)


def unexplained(names: Iterable[str], text: str) -> list[str]:
    told = {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w-]+", code)}
    return sorted(set(names) - told)


@pytest.fixture
def own_scene(ready_folder: Path) -> Path:
    """The scene of the guide, in the place where the guide says to put it."""
    file = ready_folder / "content" / "en" / "scenarios" / "cut-off-call-01.toml"
    file.parent.mkdir(parents=True)
    file.write_text(SCENE, "utf-8")
    return file


@pytest.fixture
def drills(tmp_path: Path) -> Path:
    file = tmp_path / "my-drills.toml"
    file.write_text(EXAMPLES["drill"], "utf-8")
    return file


def test_the_guide_has_an_example_of_every_kind_it_is_about():
    elsewhere = {"action", "scene", "speech"}

    assert set(EXAMPLES) | set(OF_WORDS) == set(KINDS.values()) - elsewhere
    assert not set(EXAMPLES) & set(OF_WORDS)


@pytest.mark.parametrize("table", EXAMPLES | OF_WORDS)
def test_an_example_of_the_guide_keeps_every_rule(table, tmp_path):
    file = tmp_path / "example.toml"
    file.write_text((EXAMPLES | OF_WORDS)[table], "utf-8")
    found = lint_content(file)

    assert [str(problem) for problem in found.problems] == []
    assert [each.table for each in found.placed] == [table]


def test_the_rule_of_the_guide_sees_its_example_and_not_its_counterexample():
    (entry,) = tomllib.loads(EXAMPLES["reply-rule"])["reply-rule"]
    rules = rules_from([entry], words=[])

    assert assess_reply(entry["example"], rules=rules).marks
    assert not assess_reply(entry["counterexample"], rules=rules).marks


def test_the_scene_of_the_guide_keeps_every_rule(own_scene):
    said = typed("practise", "lint", own_scene)

    assert (said.code, said.out) == (0, "")
    assert said.err == "1 scene read, 0 things to mend.\n"


def test_the_scene_of_the_guide_can_be_played_as_the_guide_says(own_scene):
    for line in (
        "alongside practise scene cut-off-call-01 --choose wait,go-back",
        "alongside practise map cut-off-call-01 > map.svg",
    ):
        assert line in SCENES
    played = typed("practise", "scene", own_scene.stem, "--choose", "wait,go-back", "--variant", "care")
    drawn = typed("practise", "map", own_scene.stem)

    assert "with a small child on the lap" in " ".join(played.out.split())
    assert "If somebody is talked over in a call, then I will say" in played.out
    assert (played.code, drawn.code, drawn.out[:4]) == (0, 0, "<svg")


def test_the_guide_to_scenes_explains_every_field_and_every_word_that_can_be_chosen():
    scene, shared = schema("scene"), schema("entry")["$defs"]
    chosen = [word for name in ("practice", "place", "ground", "form") for word in shared[name]["enum"]]

    assert unexplained(fields(scene), SCENES) == []
    assert unexplained(words_to_choose(scene), SCENES) == []
    assert unexplained(chosen, SCENES) == []


def test_the_guide_to_scenes_names_every_rule_of_the_linter():
    _before, _mark, rules = SCENES.partition("\n## The rules")
    lists = re.findall(r"\[([a-z0-9\s,-]+)\](?!\()", rules.partition("\n## ")[0])
    named = {name for names in lists for name in re.split(r",\s+", names)}

    assert named == {*(rule.id for rule in RULES), *PACK_RULES}


@pytest.mark.parametrize("table", EXAMPLES)
def test_the_guide_to_entries_explains_every_field_and_every_word_that_can_be_chosen(table):
    assert unexplained(fields(schema(table)), ENTRIES) == []
    assert unexplained(words_to_choose(schema(table)), ENTRIES) == []


@pytest.mark.parametrize("table", OF_WORDS)
def test_the_guide_to_rules_explains_every_field_and_every_word_that_can_be_chosen(table):
    told = ENTRIES + WORDS

    assert unexplained(fields(schema(table)), told) == []
    assert unexplained(words_to_choose(schema(table)), told) == []


def test_the_guide_to_entries_explains_what_all_entries_share():
    shared = schema("entry")["$defs"]
    chosen = [word for name in ("practice", "place", "ground") for word in shared[name]["enum"]]

    assert unexplained([*fields(shared), *chosen], ENTRIES) == []


def test_a_field_that_is_not_explained_would_be_seen():
    assert unexplained(["exchange", "made-up"], ENTRIES) == ["made-up"]


def test_a_review_recorded_as_the_guide_says_holds_for_this_text_and_for_no_other(drills):
    assert "alongside content hash my-drills.toml slides-in-good-english" in ENTRIES
    told = typed("content", "hash", drills, "slides-in-good-english").out.split()[0]
    text = drills.read_text("utf-8").replace('"unreviewed"', '"reviewed"') + REVIEW.replace("0" * 32, told)
    drills.write_text(text, "utf-8")
    (entry,) = lint_content(drills).entries

    assert standing(entry).label == "Reviewed on 2026-12-01"
    assert standing({**entry, "exchange": "Something else is said here."}).label == "Unreviewed"


def test_a_review_of_a_scene_recorded_so_is_what_the_linter_of_scenes_asks_for(own_scene):
    told = typed("content", "hash", own_scene).out.split()[0]
    text = own_scene.read_text("utf-8").replace('"unreviewed"', '"reviewed"')
    review = REVIEW.replace("drill.reviews", "reviews")
    own_scene.write_text(text + review, "utf-8")
    assert "[review-honest]" in typed("practise", "lint", own_scene).out

    own_scene.write_text(text + review.replace("0" * 32, told), "utf-8")
    assert typed("practise", "lint", own_scene).out == ""


def test_the_hash_of_every_entry_of_a_file_is_printed_with_its_id(drills):
    (entry,) = lint_content(drills).entries

    assert typed("content", "hash", drills).out == f"{content_hash(entry)}  slides-in-good-english\n"


def test_a_file_without_that_entry_is_refused_with_the_way_out(drills):
    told = refused(typed("content", "hash", drills, "another"))

    assert "no sound entry with the id “another”" in told
    assert f"alongside content lint {drills}" in told


def test_an_entry_that_is_not_sound_has_no_hash(drills):
    drills.write_text(EXAMPLES["drill"].replace('is_one = "depends"', 'is_one = "perhaps"'), "utf-8")

    assert "there is no sound entry." in refused(typed("content", "hash", drills))
