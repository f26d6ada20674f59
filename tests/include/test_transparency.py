"""What moderation did is told by quarter: late enough not to change, never so finely that it tells a case."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.include.moderation import Kind, Outcome, Report, State
from alongside.include.transparency import SHOWN, Quarter, Subject, finished, quarter_counts, quarter_of

SPRING = Quarter(2026, 2)
MAY = datetime(2026, 5, 4, 9, tzinfo=UTC)
JULY = date(2026, 7, 1)
SEEN = Report(
    id="r",
    kind=Kind.POST,
    reporter="rui",
    reported="pat",
    opened=MAY,
    state=State.DECIDED,
    acknowledged=MAY + timedelta(hours=2),
    outcome=Outcome.WORD,
    decided=MAY + timedelta(days=2),
    decided_by="ana",
)
LATE = replace(
    SEEN,
    kind=Kind.CONDUCT,
    acknowledged=MAY + timedelta(hours=25),
    decided=MAY + timedelta(days=8),
    outcome=Outcome.NOTHING,
)


def shown(reports, subject: Subject, *, unmaskings=()) -> dict[str, float | None]:
    tables = quarter_counts(reports, unmaskings, SPRING, today=JULY)
    (table,) = [each for each in tables if each.subject is subject]
    return {label: cell.value for label, cell in table.cells.items()}


def test_a_quarter_that_still_runs_is_not_counted():
    assert quarter_counts([SEEN] * 9, [], SPRING, today=date(2026, 6, 30)) == ()


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_fewer_than_five_reports_show_nothing_anywhere(count):
    for table in quarter_counts([SEEN] * count, [date(2026, 5, 5)] * count, SPRING, today=JULY):
        assert [cell.value for cell in table.cells.values() if cell.value] == []


def test_reports_of_another_quarter_are_not_counted():
    assert shown([replace(SEEN, opened=MAY - timedelta(days=60))] * 6, Subject.RECEIVED) == {
        "post": 0,
        "conduct": 0,
    }


def test_reports_are_counted_by_kind_outcome_and_time():
    reports = [SEEN] * 6 + [LATE] * 7
    assert shown(reports, Subject.RECEIVED) == {"post": 6, "conduct": 7}
    assert shown(reports, Subject.ACKNOWLEDGED) == {"in time": 6, "late": 7}
    assert shown(reports, Subject.DECIDED) == {"in time": 6, "late": 7}
    assert shown(reports, Subject.OUTCOMES) == {"nothing": 7, "word": 6, "edit": 0, "pause": 0, "removal": 0}


def test_one_case_among_many_is_hidden_together_with_another_cell():
    # 1 pause could be had by subtraction, so the words (6), the smallest other cell, go with it
    reports = [SEEN] * 6 + [LATE] * 7 + [replace(SEEN, outcome=Outcome.PAUSE)]
    told = shown(reports, Subject.OUTCOMES)
    assert (told["pause"], told["word"], told["nothing"]) == (None, None, 7)


def test_two_tables_cannot_be_subtracted_to_find_a_single_case():
    # 10 came in and were seen, 9 were decided: the difference would tell of the one that is open
    open_one = replace(SEEN, state=State.ACKNOWLEDGED, outcome=None, decided=None, decided_by="")
    reports = [SEEN] * 9 + [open_one]
    assert shown(reports, Subject.RECEIVED) == {"post": 10, "conduct": 0}
    assert shown(reports, Subject.ACKNOWLEDGED) == {"in time": 10, "late": 0}
    assert set(shown(reports, Subject.DECIDED).values()) == {None}
    assert set(shown(reports, Subject.OUTCOMES).values()) == {None}


@given(
    seen=st.integers(0, 14), late=st.integers(0, 14), pending=st.integers(0, 14), appealed=st.integers(0, 14)
)
def test_no_two_totals_that_can_be_read_off_differ_by_a_few(seen, late, pending, appealed):
    """The slow, plain reader adds up every table of which something shows."""
    open_one = replace(SEEN, state=State.ACKNOWLEDGED, outcome=None, decided=None, decided_by="")
    ended = replace(SEEN, settled_as=Outcome.WORD, final=MAY + timedelta(days=9), state=State.FINAL)
    reports = [SEEN] * seen + [LATE] * late + [open_one] * pending + [ended] * appealed
    totals = {
        Subject.RECEIVED: len(reports),
        Subject.ACKNOWLEDGED: len(reports),
        Subject.DECIDED: len(reports) - pending,
        Subject.OUTCOMES: len(reports) - pending,
        Subject.APPEALS: appealed,
    }
    read = {
        totals[table.subject]
        for table in quarter_counts(reports, [], SPRING, today=JULY)
        if table.subject in totals and any(cell.value is not None for cell in table.cells.values())
    }
    assert all(one == other or abs(one - other) >= 5 for one in read for other in read)


def test_an_appeal_is_counted_in_the_quarter_in_which_it_ended():
    ended = replace(
        SEEN,
        settled_as=Outcome.NOTHING,
        final=datetime(2026, 6, 30, 23, tzinfo=UTC),
        state=State.FINAL,
    )
    kept = replace(ended, settled_as=Outcome.WORD)
    assert shown([ended] * 5 + [kept] * 8, Subject.APPEALS) == {"kept": 8, "changed": 5}
    autumn = datetime(2026, 7, 1, 0, tzinfo=UTC)
    assert shown([replace(ended, final=autumn)] * 5, Subject.APPEALS) == {"kept": 0, "changed": 0}


def test_what_became_final_without_an_appeal_is_no_appeal():
    assert shown([replace(SEEN, final=MAY + timedelta(days=20))] * 9, Subject.APPEALS) == {
        "kept": 0,
        "changed": 0,
    }


def test_unmaskings_are_counted_by_day():
    days = [date(2026, 4, 1)] * 3 + [date(2026, 6, 30)] * 3 + [date(2026, 7, 1)]
    assert shown([], Subject.UNMASKED, unmaskings=days) == {"unmasked": 6}


def test_what_happens_after_a_quarter_changes_no_figure_of_it():
    """Else two readings could be subtracted, and the difference would be one case."""
    reports = [SEEN] * 6 + [LATE] * 7
    later = [
        replace(SEEN, settled_as=Outcome.NOTHING, final=datetime(2026, 8, 1, tzinfo=UTC), state=State.FINAL)
    ]
    after = later + [SEEN] * 5 + [LATE] * 7
    assert quarter_counts(after, [], SPRING, today=JULY) == quarter_counts(reports, [], SPRING, today=JULY)


def test_the_page_shows_a_year_back():
    assert finished(date(2026, 2, 10)) == (
        Quarter(2025, 4),
        Quarter(2025, 3),
        Quarter(2025, 2),
        Quarter(2025, 1),
    )


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)))
def test_finished_quarters_follow_one_another_and_end_before_today(today):
    found = finished(today)
    assert len(found) == SHOWN
    assert found[0] < quarter_of(today)
    assert all(quarter_of(later.first - timedelta(days=1)) == earlier for later, earlier in pairwise(found))
    assert all(quarter.first in quarter for quarter in found)
