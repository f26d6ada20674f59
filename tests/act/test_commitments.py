"""If-then plans: two halves, one sentence; a date gone by is questioned and kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.act.builders import TODAY, a_commitment, days_ago, number

from alongside.act.acts import Refused
from alongside.act.commitments import (
    Commitment,
    Outcome,
    close,
    commit,
    notice,
    parse,
    trim_act,
    trim_cue,
)
from alongside.core.practices import Practice


def plan(cue: str, act: str) -> Commitment:
    return Commitment(id=number(1), cue=cue, act=act, practice=Practice.AMPLIFY, effort=2, made=TODAY)


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("the stand-up begins", "name who had the idea"),
        ("If the stand-up begins,", "I will name who had the idea."),
        ("  if  the stand-up\n begins ", "then I'll name who had the idea …"),
        ("When the stand-up begins", "then I will name who had the idea!"),
    ],
)
def test_the_sentence_has_each_little_word_once(cue: str, act: str) -> None:
    assert plan(cue, act).sentence() == "If the stand-up begins, then I will name who had the idea."


@pytest.mark.parametrize(
    ("cue", "act", "sentence"),
    [
        ("is anybody quiet?", "to ask them", "If is anybody quiet, then I will ask them."),
        ("i am in the chair", "ask", "If I am in the chair, then I will ask."),
        ("i\u2019m asked", "say: i do", "If I\u2019m asked, then I will say: i do."),
        ("in doubt", "I will to ask", "If in doubt, then I will ask."),
        ("in doubt", "tell them", "If in doubt, then I will tell them."),
        ("in doubt", "to-and-fro no more", "If in doubt, then I will to-and-fro no more."),
    ],
)
def test_a_question_mark_a_to_and_a_small_i_are_mended(cue: str, act: str, sentence: str) -> None:
    assert plan(cue, act).sentence() == sentence


@given(st.text(max_size=40), st.text(max_size=40))
def test_trimming_what_is_trimmed_changes_nothing(cue: str, act: str) -> None:
    assert trim_cue(trim_cue(cue)) == trim_cue(cue)
    assert trim_act(trim_act(act)) == trim_act(act)
    assert not trim_cue(cue).endswith(("?", ",", "."))
    assert not trim_act(act).startswith("to ")


def test_words_that_only_begin_alike_are_kept() -> None:
    sentence = plan("iffy jokes come up", "willingly say so").sentence()
    assert sentence == "If iffy jokes come up, then I will willingly say so."


@pytest.mark.parametrize(
    "sentence",
    [
        "If somebody is talked over, then I will ask them to go on.",
        "if somebody is talked over then ask them to go on",
        "When somebody is talked over, I will ask them to go on.",
        "Whenever somebody is talked over, then I'll ask them to go on",
    ],
)
def test_a_sentence_is_read_into_its_halves(sentence: str) -> None:
    assert parse(sentence) == ("somebody is talked over", "ask them to go on")


def test_a_then_inside_the_cue_does_not_split_it() -> None:
    assert parse("If we talk and then stop, then I will ask.") == ("we talk and then stop", "ask")


@pytest.mark.parametrize("sentence", ["", "ask them", "if only", "if , then x", "I will if I can", "then if"])
def test_half_a_plan_is_refused_with_the_way_out(sentence: str) -> None:
    with pytest.raises(Refused, match="Write it as: If"):
        parse(sentence)


@given(
    st.from_regex(r"[a-z]{2,9}( [a-z]{2,9}){0,4}", fullmatch=True).filter(lambda words: "then" not in words)
)
def test_a_sentence_written_is_read_back(words: str) -> None:
    made = commit(plan("at noon " + words, "ask " + words))
    assert parse(made.sentence()) == (made.cue, made.act)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        cue, act = parse(text)
    except Refused:
        return
    assert cue
    assert act


def test_an_empty_half_is_refused() -> None:
    with pytest.raises(Refused, match="moment"):
        commit(plan(" if ", "ask"))
    with pytest.raises(Refused, match="act"):
        commit(plan("at noon", "I will"))


def test_effort_is_one_to_five() -> None:
    with pytest.raises(Refused, match=r"Effort is 1 to 5; you wrote 9\."):
        a_commitment(effort=9)


def test_a_date_to_come_raises_no_question() -> None:
    assert notice(a_commitment(3, -1), today=TODAY) == ""
    assert notice(a_commitment(3, 0), today=TODAY) == ""
    assert notice(a_commitment(3), today=TODAY) == ""


def test_a_date_gone_by_is_questioned_and_kept() -> None:
    late = commit(a_commitment(3, 1))
    assert late.due == days_ago(1)
    assert notice(late, today=TODAY).startswith("2026-03-11 has gone by already.")


def test_overdue_is_open_with_its_day_gone_by() -> None:
    assert not a_commitment(3, 0).is_overdue(TODAY)
    assert not a_commitment(3, 1, outcome=Outcome.DROPPED, closed=1).is_overdue(TODAY)
    assert a_commitment(3, 1).is_overdue(TODAY)


def test_closing_leaves_the_given_one_alone() -> None:
    made = a_commitment(9, 2)
    kept = close(made, outcome=Outcome.KEPT, today=TODAY)
    assert (kept.outcome, kept.closed, made.is_open) == (Outcome.KEPT, TODAY, True)
