"""The explain page's lines can be worked out again from what is printed on them."""

from math import exp

import pytest
from tests.act.archetypes import Person, people, returner_who_was_away, silent_doer, steady
from tests.act.builders import TODAY, an_act

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
            tolerance = 0.06 if line.value.count(".") and len(line.value.split(".")[1]) == 1 else 1e-4
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
    for part in (r.rhythm, r.breadth, r.follow_through):
        assert f"{part:.5f}" in printed
        assert f"{part:.5f}" in last.working


def test_what_was_learnt_shows_its_half() -> None:
    lines = explain(rhythm([an_act(practice=Practice.LEARN)], [], [], today=TODAY))
    assert lines[0].working == "1 - exp(-(0.5 * (1 - exp(-1.00000))))"


def test_the_worked_example_reads_as_worked_by_hand() -> None:
    lines = explain(rhythm([an_act(8)], [], [], today=TODAY))
    values = [line.value for line in lines if line.value]
    assert values == ["0.46854", "0.03985", "0.57966", "0.06290", "0.50000", "1.8"]


def test_no_act_yet_is_said_and_the_limits_stand_all_the_same() -> None:
    lines = explain(rhythm([], [], [], today=TODAY))
    assert lines[0].text.startswith("No act yet")
    assert any("invented" in line.text for line in lines)
