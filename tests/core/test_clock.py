"""Today is the person's own day, or the one they named to try things out."""

from datetime import date

import pytest
from tests.processes import alongside

from alongside.core.clock import now, today
from alongside.core.problems import Trouble


@pytest.mark.parametrize("given", ["soon", "2026-02-30", "31.5.2026"])
def test_what_is_no_day_is_refused_with_a_way_out(given, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", given)

    with pytest.raises(Trouble) as refused:
        today()

    assert refused.value.place == "ALONGSIDE_TODAY"
    assert refused.value.way_out


def test_in_the_terminal_that_is_one_line_and_exit_code_2(ready_folder):
    done = alongside("act", "week", folder=ready_folder, ALONGSIDE_TODAY="soon")

    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_a_named_day_counts_as_today(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-04")

    assert today() == now().date() == date(2026, 3, 4)


def test_an_empty_variable_is_no_day_named(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", "")

    assert now().date() >= date(2026, 1, 1)
