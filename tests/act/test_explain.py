"""The explain page's lines can be worked out again from what is printed on them."""

from math import exp

import pytest
from tests.act.archetypes import Person, people, returner_who_was_away, silent_doer, steady
from tests.act.builders import TODAY, an_act

from alongside.act.acts import ActKind
from alongside.act.explain import Line, explain
from alongside.act.rhythm import Rhythm, rhythm
from alongside.core.practices import Practice

PEOPLE = [*people(steady, 5), *people(silent_doer, 5), *people(returner_who_was_away, 5)]


def read(person: Person) -> Rhythm:
    return rhythm(person.acts, person.commitments, person.away, today=TODAY)


def work_out(line: Line) -> float:
    """A pocket calculator: numbers, + - * / ( ) and exp."""
    assert set(line.working) <= set("0123456789.+-*/() exp")
    return float(eval(line.working, {"__builtins__": {}}, {"exp": exp}))  # noqa: S307 -- checked just above


@pytest.mark.parametrize("person", PEOPLE)
def test_every_line_gives_the_value_printed_beside_it(person: Person) -> None:
    for line in explain(read(person)):
        if line.working:
            # three decimals on the way; the rhythm is in hundredths (two decimals), the last line has one
            tolerance = {1: 0.1, 2: 0.06, 3: 0.006}[len(line.value.split(".")[1])]
            assert work_out(line) == pytest.approx(float(line.value), abs=tolerance)


@pytest.mark.parametrize("person", PEOPLE)
def test_the_last_line_is_the_number(person: Person) -> None:
    r = read(person)
    last = [line for line in explain(r) if line.working][-1]
    assert work_out(last) == pytest.approx(r.consistency, abs=0.05)
    assert last.value == f"{r.consistency:.1f}"


@pytest.mark.parametrize("person", PEOPLE)
def test_the_parts_of_the_last_line_stand_on_lines_above(person: Person) -> None:
    r = read(person)
    *above, last = [line for line in explain(r) if line.working]
    printed = {line.value for line in above}
    for part in (f"{100 * r.rhythm:.2f}", f"{r.breadth:.3f}", f"{r.follow_through:.3f}"):
        assert part in printed
        assert part in last.working


def test_what_was_learnt_shows_its_half() -> None:
    lines = explain(rhythm([an_act(practice=Practice.LEARN)], [], [], today=TODAY))
    assert lines[0].working == "1 - exp(-(0.5 * (1 - exp(-1.000))))"


def test_the_worked_example_reads_as_worked_by_hand() -> None:
    lines = explain(rhythm([an_act(8)], [], [], today=TODAY))
    values = [line.value for line in lines if line.value]
    assert values == ["0.469", "3.98", "0.580", "0.063", "0.500", "1.8"]


def test_no_act_yet_is_said_and_the_limits_stand_all_the_same() -> None:
    lines = explain(rhythm([], [], [], today=TODAY))
    assert lines[0].text.startswith("No act yet")
    assert any("made-up people only" in line.text for line in lines)
    assert any("invented" in line.text for line in lines)


def texts(r: Rhythm) -> str:
    return "\n".join(line.text for line in explain(r))


def test_a_week_says_its_acts_and_practices_before_its_sum() -> None:
    acts = [an_act(0), an_act(0, n=2), an_act(2, n=3), an_act(2, Practice.REPAIR, n=4)]
    said = texts(rhythm([*acts, an_act(1, n=5, kind=ActKind.TALK)], [], [], today=TODAY))
    assert "The week from 2026-03-06 to 2026-03-12: 4 acts in 2 practices." in said
    assert "Plans without a day are not weighed." in said


def test_the_word_is_told_by_its_border() -> None:
    assert "1.8 is below 15, so the word is “starting”." in texts(rhythm([an_act(8)], [], [], today=TODAY))


@pytest.mark.parametrize("person", PEOPLE)
def test_the_sentence_about_the_word_is_never_against_the_number(person: Person) -> None:
    r = read(person)
    said = texts(r)
    assert f"“{r.word.words}”" in said
    assert ("is below 15" in said) <= (r.consistency < 15)
    assert ("is from 15 to 25" in said) <= (15 <= r.consistency < 25)
    assert ("is at least 25" in said) <= (r.consistency >= 25)
