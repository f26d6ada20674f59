"""Moments of correction: which comes, and the repair it ends in."""

import re
from datetime import date
from pathlib import Path

import pytest

from alongside.core import content
from alongside.core.content_check import check
from alongside.core.practices import Practice
from alongside.core.problems import Trouble
from alongside.practise.repairs import from_entries, pick, repair

TODAY = date(2026, 3, 12)
FILE = Path(content.__file__).parents[1] / "content/en/corrections/corrections.toml"
SHIPPED = from_entries(content.load("corrections").entries)


def test_without_moments_that_is_said():
    with pytest.raises(Trouble, match="none yet"):
        pick(())


def test_an_unknown_moment_names_three_near_ones():
    with pytest.raises(Trouble) as told:
        pick(SHIPPED, id=f"{SHIPPED[0].id}x")
    assert SHIPPED[0].id in told.value.way_out
    assert told.value.way_out.count(",") == 2


def test_the_moment_seen_least_comes_next():
    seen = {each.id: 1 for each in SHIPPED[1:]}
    assert pick(SHIPPED, seen=seen) is SHIPPED[0]


@pytest.mark.parametrize("moment", SHIPPED, ids=lambda moment: moment.id)
def test_every_shipped_repair_is_a_moment_and_a_deed_in_the_first_person(moment):
    planned = repair(moment, today=TODAY)
    assert planned.practice is Practice.REPAIR
    assert 1 <= (planned.due - TODAY).days <= 30
    assert not re.match(r"(do )?not\b|never\b|stop\b|leave\b", planned.act)
    assert not re.search(r"\b(your|yourself)\b", re.sub(r"“[^”]*”", "", planned.act))
    assert planned.sentence.startswith("If ")
    assert re.search(r"[^.”]\.$|[.?]”$", planned.sentence)  # one mark at the end, never two


def test_no_two_repairs_are_the_same():
    assert len({moment.plan.act for moment in SHIPPED}) == len(SHIPPED)


def test_a_plan_that_says_what_not_to_do_is_refused():
    text = FILE.read_text("utf-8")
    act = SHIPPED[0].plan.act
    assert check({FILE: text.encode()}, kind="corrections").problems == ()
    assert check({FILE: text.replace(act, "not say it again").encode()}, kind="corrections").problems


def test_own_words_take_the_place_of_the_example():
    planned = repair(SHIPPED[0], today=TODAY, cue=" I see her ", act=" write to her today ")
    assert (planned.cue, planned.act) == ("I see her", "write to her today")


def test_half_of_it_in_own_words_keeps_the_other_half():
    assert repair(SHIPPED[0], today=TODAY, act="write to her today").cue == SHIPPED[0].plan.cue
