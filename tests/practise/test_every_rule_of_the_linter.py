"""Every rule lets a scene near its border pass, and refuses its failing example alone."""

import re
from pathlib import Path

import pytest
from tests.practise.builders import FILE, TEXT, edited, example, scene_of
from tests.practise.rule_examples import FAILING, PASSING

from alongside.core.review import content_hash
from alongside.practise.lint import PACK_RULES, RULES, lint
from alongside.practise.scene_files import load

SOURCES = {"racial-microaggressions-everyday-life", "disarming-racial-microaggressions"}
CARDS = {"a-strike-1888"}
IDS = [rule.id for rule in RULES]


def rules_broken(scene):
    return {fault.rule for fault in lint(scene, sources=SOURCES, cards=CARDS)}


def test_the_example_of_the_brief_breaks_no_rule():
    assert lint(load(FILE), sources=SOURCES) == ()


@pytest.mark.parametrize("rule", IDS)
def test_what_comes_near_the_border_of_a_rule_is_let_pass(rule):
    assert rules_broken(example(*PASSING[rule])) == set()


@pytest.mark.parametrize("rule", IDS)
def test_the_failing_example_of_a_rule_fails_that_rule_alone(rule):
    assert rules_broken(example(*FAILING[rule])) == {rule}


def test_a_name_in_a_variants_words_is_told_because_nobody_would_fill_it():
    told = [(old, new.replace('"caching"', '"{owner}s caching"')) for old, new in PASSING["variants"]]

    assert rules_broken(example(*told)) == {"placeholders"}


def test_a_name_in_the_words_of_a_standing_is_told_because_nobody_would_fill_it():
    told = ('affected = "on probation"', 'affected = "on probation with {speaker}"')

    assert rules_broken(example(told)) == {"placeholders"}


def test_every_rule_has_an_example_of_each_kind():
    assert set(PASSING) == set(FAILING) == set(IDS)


def test_no_two_rules_share_an_id():
    assert len(set(IDS)) == len(IDS)


def test_without_its_way_back_the_example_fails_two_rules_by_name():
    lines = [line for line in TEXT.splitlines() if 'id = "come-back"' not in line]

    assert rules_broken(scene_of("\n".join(lines))) == {"choices-2-to-5", "repair-in-reach"}


def test_every_rule_is_on_the_method_page_and_every_one_there_exists():
    page = (Path(__file__).parents[2] / "docs" / "method" / "practise.md").read_text("utf-8")
    named = {
        word
        for row in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
        for word in re.findall(r"`([^`]+)`", row)
    }

    assert named == {*IDS, *PACK_RULES}


def test_a_fault_names_its_place_and_a_cure():
    (fault,) = lint(example(*FAILING["placeholders"]), sources=SOURCES)

    assert fault.place == "nodes.quiet.text"
    assert "{ownr}" in fault.what
    assert fault.cure


def test_sources_are_not_judged_where_no_library_is_known():
    assert lint(example(*FAILING["sources-exist"]), sources=None) == ()


def test_cards_are_not_judged_where_none_are_known():
    assert lint(example(*FAILING["cards-exist"]), sources=SOURCES, cards=None) == ()


def test_a_review_of_this_very_text_makes_a_scene_reviewed_and_a_changed_text_is_not():
    review = (
        f'review = "reviewed"\nreviews = [{{ date = 2026-05-01, content = "{example().content}",'
        ' role = "peer", experience = true, consent = false, verdict = "keep" }]'
    )
    reviewed = example(('review = "unreviewed"', review))
    changed = scene_of(edited((('review = "unreviewed"', review), ("I was heard", "They heard me"))))

    assert (reviewed.is_reviewed, rules_broken(reviewed)) == (True, set())
    assert (changed.is_reviewed, rules_broken(changed)) == (False, {"review-honest"})


def test_the_hash_of_a_text_says_nothing_of_its_reviews():
    assert content_hash({"id": "a", "review": "unreviewed"}) == content_hash(
        {"id": "a", "review": "reviewed"}
    )
    assert content_hash({"id": "a"}) != content_hash({"id": "b"})


def test_a_scene_in_another_language_is_not_judged_by_english_rules():
    hard = FAILING["reading-ease"]

    assert rules_broken(example(('language = "en"', 'language = "xx"'), *hard)) == set()
