"""Hits on real documents, judged one by one: the judgements add up to what the docs say."""

import sys
from collections import Counter
from math import isclose
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
import judge_words  # noqa: E402  # a script, not a part of the product

DOCS = ROOT / "docs/method/words.md"
JUDGED = judge_words.read(judge_words.JUDGED)


def a_hit(number, *, tree="a-doc", rule="a-rule"):
    return judge_words.Judged(
        sample=0, tree=tree, path="a.txt", line=number, rule=rule, words="w", context="c"
    )


def test_each_judgement_says_right_or_wrong_and_why_in_few_words():
    assert {each.judgement for each in JUDGED} == {"right", "wrong"}
    assert all(1 <= len(each.why.split()) <= 15 for each in JUDGED)


def test_each_context_is_short_and_names_its_place():
    assert all(0 < len(each.context) <= judge_words.CONTEXT for each in JUDGED)
    assert all(each.line > 0 and each.words and not Path(each.path).is_absolute() for each in JUDGED)
    assert {each.tree for each in JUDGED} <= judge_words.CHANCE_TREES.union(judge_words.ALL_TREES)


def test_no_place_is_judged_twice_in_different_samples():
    places = {(each.sample, each.tree, each.path, each.line, each.rule) for each in JUDGED}

    assert len({place[1:] for place in places}) == len(places)


def test_no_rule_and_no_tree_takes_over_a_sample():
    first = [each for each in JUDGED if each.sample == 1]

    assert len(first) == 200
    assert max(Counter(each.rule for each in first).values()) <= 8
    assert max(Counter(each.tree for each in first).values()) <= 90
    assert len({each.tree for each in first}) >= 3


@pytest.mark.parametrize("sample", judge_words.samples(JUDGED))
def test_the_docs_say_what_the_judgements_add_up_to(sample):
    drawn = [each for each in JUDGED if each.sample == sample]

    assert judge_words.row(f"sample {sample}", drawn) in DOCS.read_text("utf-8")


def test_the_interval_is_wilsons():
    low, high = judge_words.wilson(
        5, 10
    )  # z² = 3.8415; (0.5 + 0.19207 ± 1.96·√(0.025 + 0.0096036)) / 1.38415

    assert isclose(low, 0.2366, abs_tol=1e-4)
    assert isclose(high, 0.7634, abs_tol=1e-4)


def test_a_drawing_repeats_with_its_seed_and_passes_by_what_is_known():
    hits = [a_hit(n, rule=f"rule-{n % 20}", tree=f"doc-{n % 4}") for n in range(100)]

    drawn = judge_words.draw(hits, judge_words.Drawing(sample=1, seed=7, size=20), known=())
    again = judge_words.draw(hits, judge_words.Drawing(sample=1, seed=7, size=20), known=())
    later = judge_words.draw(hits, judge_words.Drawing(sample=2, seed=7, size=20), known=drawn)

    assert drawn == again
    assert {each.line for each in drawn}.isdisjoint(each.line for each in later)


def test_a_drawing_takes_few_of_a_rule_and_of_a_tree():
    one_rule = judge_words.draw(
        [a_hit(n) for n in range(99)], judge_words.Drawing(sample=1, seed=1, size=40), known=()
    )
    one_tree = [a_hit(n, rule=f"rule-{n}") for n in range(99)]

    assert len(one_rule) == 8
    assert (
        len(judge_words.draw(one_tree, judge_words.Drawing(sample=1, seed=1, size=40), known=())) == 18
    )  # 0.45 of 40
