"""The balance of a job advert: what is counted, where, and when nothing is said."""

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.interrupt.job_ad import Count, Lean, balance_lines, score_job_ad
from alongside.interrupt.job_ad_first import first_things
from alongside.interrupt.job_ad_parts import LeftOut
from alongside.interrupt.stems import Coding, read_stems

HERE = Path(__file__).parent
ADVERTS = tomllib.loads((HERE / "adverts.toml").read_text("utf-8"))["advert"]
THEIRS = json.loads((HERE / "genderdecoder3.json").read_text("utf-8"))
"""What genderdecoder3 0.5 counted in the same adverts, words as it lists them."""


def advert(words: int, *coded: str) -> str:
    """A text of so many words with these among them; "tea" is in no list."""
    return " ".join([*coded, *["tea"] * (words - len(coded))]) + "."


SIX = ("lead", "competitive", "analyse", "independent", "decisive", "challenge")
TWO = ("support", "understanding")


def test_an_advert_without_coded_words_has_none():
    count = score_job_ad(advert(120)).published
    assert (count.masculine, count.feminine, count.lean) == (0, 0, Lean.NO_WORDS)


def test_eighty_words_cannot_say():
    score = score_job_ad(advert(80, *SIX))
    assert score.published.lean is Lean.CANNOT_SAY
    assert score.published.masculine == 6  # what was counted is shown all the same


def test_ninety_nine_words_cannot_say_and_a_hundred_can():
    assert score_job_ad(advert(99, *SIX)).published.lean is Lean.CANNOT_SAY
    assert score_job_ad(advert(100, *SIX)).published.lean is Lean.STRONGLY_MASCULINE


def test_six_masculine_and_two_feminine_of_250_words():
    count = score_job_ad(advert(250, *SIX, *TWO)).published
    assert (count.words, count.masculine, count.feminine) == (250, 6, 2)
    assert count.masculine_share == pytest.approx(2.4)  # 100 · 6 / 250
    assert count.feminine_share == pytest.approx(0.8)  # 100 · 2 / 250
    assert count.difference == pytest.approx(1.6)
    assert count.lean is Lean.STRONGLY_MASCULINE  # F - M = -4, beyond -3


@pytest.mark.parametrize(
    ("masculine", "feminine", "lean"),
    [
        (3, 3, Lean.BALANCED),
        (4, 3, Lean.MASCULINE),
        (6, 3, Lean.MASCULINE),
        (7, 3, Lean.STRONGLY_MASCULINE),
        (0, 1, Lean.FEMININE),
        (1, 4, Lean.FEMININE),
        (0, 4, Lean.STRONGLY_FEMININE),
    ],
)
def test_a_difference_of_three_leans_and_of_four_leans_strongly(masculine, feminine, lean):
    assert Count(words=200, masculine=masculine, feminine=feminine).lean is lean


@pytest.mark.parametrize("word", ["objectives", "kinds", "actively", "logical", "opinions", "kindergarten"])
def test_a_stem_without_a_star_is_that_word_alone(word):
    assert score_job_ad(advert(120, word)).counted == ()


@pytest.mark.parametrize("word", ["mislead", "encourage", "unresponsive", "malleable"])
def test_a_stem_inside_a_word_does_not_count(word):
    assert score_job_ad(advert(120, word)).counted == ()


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("Leadership", "lead"),
        ("SELF-CONFIDENT", "self-confiden"),
        ("self\u2011reliance", "self-relian"),  # a non-breaking hyphen
        ("interpersonal", "interpersonal"),
        ("dominant", "dominant"),
        ("leader\u2019s", "lead"),
    ],
)
def test_a_word_counts_once_by_its_longest_stem(word, stem):
    (counted,) = score_job_ad(advert(120, word)).counted
    assert (counted.word, counted.stem.text) == (word, stem)


def test_a_hyphen_parts_words_but_in_a_stem_that_has_one():
    score = score_job_ad("team-leading self-confident child-friendly")
    assert score.published.words == 5  # team, leading, self-confident, child, friendly
    assert [each.word for each in score.counted] == ["leading", "self-confident", "child"]


def test_each_counted_word_has_its_place():
    text = "Wir\nsuchen: é 🙂 a leader,\n  who supports."
    first, second = score_job_ad(text).counted
    assert (first.place.line, first.place.column) == (2, 15)  # s-u-c-h-e-n-: is 7, é 9, 🙂 11, a 13, l 15
    assert text[first.place.start : first.place.end] == "leader"
    assert (second.place.line, second.place.column) == (3, 7)


OFFICE = """Team Lead

Company: Courage & Co

Courage & Co looks for somebody to lead six people.

Benefits:
- childcare vouchers
- support with moving

What you do
You support the team.

We are an equal opportunity employer and understand adjustments.
"""


def test_the_editable_count_leaves_out_what_nobody_can_reword():
    score = score_job_ad(OFFICE)
    why = [(each.word, each.left_out) for each in score.counted]
    assert why == [
        ("Lead", LeftOut.TITLE),
        ("Courage", LeftOut.EMPLOYER),
        ("Courage", LeftOut.EMPLOYER),
        ("lead", None),
        ("childcare", LeftOut.BENEFITS),
        ("support", LeftOut.BENEFITS),
        ("support", None),
        ("understand", LeftOut.EQUAL),
    ]
    assert (score.published.masculine, score.published.feminine) == (4, 4)
    assert (score.editable.masculine, score.editable.feminine) == (1, 1)
    assert score.editable.words < score.published.words


def test_an_employer_can_be_named_by_the_door():
    (counted,) = score_job_ad("At Warmth Ltd you sell coats.", employer="Warmth Ltd").counted
    assert counted.left_out is LeftOut.EMPLOYER


def test_about_the_role_is_no_employer():
    assert score_job_ad("Nurse\n\nAbout The Lead Role\nYou lead.").counted[-1].left_out is None


def test_a_sentence_is_no_title():
    assert score_job_ad("You lead a team of six.").counted[0].left_out is None


def test_the_balance_is_three_lines_for_a_door_that_prints():
    lines = balance_lines(advert(250, *SIX, *TWO))
    assert "of 250 words, 6 masculine (2.4 %), 2 feminine (0.8 %): leans strongly masculine." in lines[0]
    assert len(lines) == 3


def test_no_neutral_word_of_ours_is_a_counted_word():
    stems = read_stems()
    words = [word for stem in stems.stems for offer in stem.neutral for word in offer.split()]
    assert words
    assert [word for word in words if stems.of_word(word)] == []


def test_the_list_is_as_long_as_the_appendix():
    codings = Counter(stem.coding for stem in read_stems().stems)
    assert codings == {Coding.MASCULINE: 42, Coding.FEMININE: 40}  # counted in the printed columns


ADDED = (
    "agree",
    "battle",
    "champion",
    "collab",
    "decid",
    "defend",
    "driven",
    "enthusias",
    "fearless",
    "feel",
    "fight",
    "inclusive",
    "share",
    "sharin",
    "unreasonab",
)
"""Stems that Gender Decoder has and the paper has not."""
WHOLE_WORDS = [stem.text for stem in read_stems().stems if not stem.open_ended]


def difference(word: str) -> str:
    """Why another count has a word more than ours; "" where it should not have it."""
    if word.startswith(ADDED):
        return "a stem the paper does not have"
    if word in {"interpersonal", "dominant"}:
        return "counted twice, by two stems"
    if "-" in word:
        return "a hyphen kept"
    if word.startswith(tuple(WHOLE_WORDS)):
        return "a whole word taken for a beginning"
    return ""


@pytest.mark.parametrize("one", ADVERTS, ids=lambda one: one["id"])
def test_every_difference_from_another_program_has_a_reason(one):
    counted = score_job_ad(one["text"]).counted
    for coding in Coding:
        ours = Counter(each.word.lower() for each in counted if each.coding is coding)
        theirs = Counter(word.lower() for word in THEIRS[one["id"]][coding.value])
        assert {word: difference(word) for word in theirs - ours if not difference(word)} == {}
        only_ours = (ours - theirs).elements()
        assert [word for word in only_ours if not any(word in each.split("-") for each in theirs)] == []


@given(st.text(alphabet="lead- 'self-confidn\n.é🙂", max_size=200))
def test_every_counted_word_stands_where_it_says(text):
    score = score_job_ad(text)
    assert all(text[each.place.start : each.place.end] == each.word for each in score.counted)
    assert score.editable.words <= score.published.words
    assert score.editable.masculine <= score.published.masculine == len(score.counted)


def test_an_advert_that_says_nothing_of_pay_or_hours_is_asked_about_them():
    assert [each.seen for each in first_things("You sell coats.")] == [False, False, False, False]


def test_a_number_alone_is_no_pay():
    assert not first_things("A team of 14, founded in 1990.")[0].seen


@pytest.mark.parametrize(
    "pay", ["£28,000 to £31,000", "14.20 an hour", "42 000 EUR", "60k dollars", "pay band 6"]
)
def test_pay_is_seen_in_many_shapes(pay):
    assert first_things(f"You sell coats. {pay}.")[0].seen


def test_an_advert_that_says_all_four_is_seen_to():
    text = "Pay: €3,100. Part-time is fine. Essential: a licence. Ask Mei about adjustments."
    assert all(each.seen for each in first_things(text))
