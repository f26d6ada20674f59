"""A report never leaves its diagram, is never decided by somebody close to it, and never lies forgotten."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.include.moderation import (
    ACKNOWLEDGE_WITHIN,
    APPEAL_WITHIN,
    DECIDE_WITHIN,
    Closeness,
    Kind,
    Moderator,
    Outcome,
    Report,
    State,
    acknowledge,
    appeal,
    assign,
    can_appeal,
    close,
    closeness,
    decide,
    due,
    hand_on,
    is_overdue,
    last_day_of_pause,
    outcomes,
    settle,
    step_aside,
)
from alongside.include.refusals import Refused

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANA, BEN, CLEO = Moderator(id="ana"), Moderator(id="ben"), Moderator(id="cleo")
FAR = Moderator(id="far", beyond=True)
BOTH = (ANA, BEN)
FRESH = Report(id="r", kind=Kind.POST, reporter="rui", reported="pat", opened=NOON, wrote=frozenset({"pat"}))


def given_to_ana() -> Report:
    return hand_on(FRESH, BOTH, now=NOON)


def decided(outcome: Outcome = Outcome.PAUSE) -> Report:
    seen = acknowledge(given_to_ana(), by="ana", now=NOON + HOUR)
    return decide(seen, by="ana", outcome=outcome, now=NOON + DAY)


@pytest.mark.parametrize(
    ("report", "why"),
    [
        (Report(id="r", kind=Kind.POST, reporter="rui", reported="ana", opened=NOON), Closeness.REPORTED),
        (Report(id="r", kind=Kind.POST, reporter="ana", reported="pat", opened=NOON), Closeness.REPORTS),
        (
            Report(
                id="r",
                kind=Kind.POST,
                reporter="rui",
                reported="pat",
                opened=NOON,
                wrote=frozenset({"ana", "pat"}),
            ),
            Closeness.WROTE,
        ),
        (
            Report(
                id="r",
                kind=Kind.POST,
                reporter="rui",
                reported="pat",
                opened=NOON,
                replied=frozenset({"ana"}),
            ),
            Closeness.REPLIED,
        ),
        (
            Report(
                id="r", kind=Kind.POST, reporter="rui", reported="pat", opened=NOON, aside=frozenset({"ana"})
            ),
            Closeness.SAYS_SO,
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Closeness) else "",
)
def test_somebody_close_to_it_never_gets_it(report, why):
    assert closeness(report, "ana") is why
    assert assign(report, [ANA]) is None
    assert assign(report, [ANA, BEN]) == BEN


def test_nobody_free_means_that_it_waits_without_a_moderator():
    waiting = hand_on(FRESH, [Moderator(id="pat")], now=NOON)
    assert (waiting.moderator, waiting.state, due(waiting)) == ("", State.OPEN, None)


def test_somebody_named_later_gets_what_waits():
    waiting = hand_on(FRESH, [], now=NOON)
    assert hand_on(waiting, [BEN], now=NOON + DAY).moderator == "ben"


def test_somebody_of_the_circle_comes_before_somebody_of_the_community():
    assert assign(FRESH, [FAR, Moderator(id="busy", load=9)]) == Moderator(id="busy", load=9)


def test_whoever_has_fewest_gets_it():
    assert assign(FRESH, [Moderator(id="ana", load=2), Moderator(id="zoe", load=1)]) == Moderator(
        id="zoe", load=1
    )


def test_a_report_in_time_stays_where_it_is():
    report = given_to_ana()
    assert hand_on(report, BOTH, now=NOON + ACKNOWLEDGE_WITHIN - timedelta(seconds=1)) == report


def test_after_a_day_unseen_it_goes_to_the_second_moderator():
    report = hand_on(given_to_ana(), BOTH, now=NOON + ACKNOWLEDGE_WITHIN)
    assert (report.moderator, report.given) == ("ben", NOON + ACKNOWLEDGE_WITHIN)
    with pytest.raises(Refused):
        acknowledge(report, by="ana", now=NOON + 2 * DAY)


def test_after_a_week_without_an_outcome_it_goes_to_the_second_moderator():
    seen = acknowledge(given_to_ana(), by="ana", now=NOON + HOUR)
    assert hand_on(seen, BOTH, now=NOON + DECIDE_WITHIN - HOUR).moderator == "ana"
    late = hand_on(seen, BOTH, now=NOON + DECIDE_WITHIN)
    assert (late.moderator, late.state, late.had) == ("ben", State.ACKNOWLEDGED, frozenset({"ana"}))


def test_overdue_with_nobody_else_it_stays_and_counts_as_overdue():
    report = hand_on(given_to_ana(), [ANA], now=NOON + 3 * DAY)
    assert report == given_to_ana()
    assert is_overdue(report, now=NOON + 3 * DAY)


def test_it_leaves_somebody_who_moderates_no_more():
    assert hand_on(given_to_ana(), [BEN], now=NOON + HOUR).moderator == "ben"
    assert hand_on(given_to_ana(), [], now=NOON + HOUR).moderator == ""


def test_whoever_steps_aside_is_not_asked_again():
    report = step_aside(given_to_ana(), BOTH, by="ana", now=NOON + HOUR)
    assert report.moderator == "ben"
    assert step_aside(report, BOTH, by="ben", now=NOON + 2 * HOUR).moderator == ""


def test_only_whoever_has_it_can_step_aside():
    with pytest.raises(Refused, match="not with you"):
        step_aside(given_to_ana(), BOTH, by="ben", now=NOON)


def test_a_moderator_who_replied_meanwhile_cannot_decide():
    seen = acknowledge(given_to_ana(), by="ana", now=NOON)
    entangled = Report(
        id=seen.id,
        kind=seen.kind,
        reporter=seen.reporter,
        reported=seen.reported,
        opened=seen.opened,
        replied=frozenset({"ana"}),
        state=seen.state,
        moderator=seen.moderator,
        given=seen.given,
    )
    with pytest.raises(Refused, match="too close"):
        decide(entangled, by="ana", outcome=Outcome.WORD, now=NOON)
    assert hand_on(entangled, BOTH, now=NOON).moderator == "ben"


def test_nothing_is_decided_before_it_is_acknowledged():
    with pytest.raises(Refused):
        decide(given_to_ana(), by="ana", outcome=Outcome.WORD, now=NOON)


def test_conduct_cannot_be_edited():
    conduct = hand_on(
        Report(id="r", kind=Kind.CONDUCT, reporter="rui", reported="pat", opened=NOON), BOTH, now=NOON
    )
    seen = acknowledge(conduct, by="ana", now=NOON)
    assert outcomes(seen) == (Outcome.NOTHING, Outcome.WORD, Outcome.PAUSE, Outcome.REMOVAL)
    with pytest.raises(Refused, match="not open here"):
        decide(seen, by="ana", outcome=Outcome.EDIT, now=NOON)


@pytest.mark.parametrize("who", ["rui", "pat"])
def test_either_side_can_appeal_and_another_moderator_looks(who):
    asked = appeal(decided(), BOTH, by=who, now=NOON + 2 * DAY)
    assert (asked.state, asked.moderator) == (State.APPEALED, "ben")


def test_an_appeal_waits_where_the_only_moderator_decided_before():
    asked = appeal(decided(), [ANA], by="rui", now=NOON + 2 * DAY)
    assert asked.moderator == ""


@pytest.mark.parametrize("who", ["ana", "ben", "somebody"])
def test_nobody_else_can_appeal(who):
    with pytest.raises(Refused):
        appeal(decided(), BOTH, by=who, now=NOON + 2 * DAY)


def test_somebody_to_whom_nothing_happened_has_nothing_to_appeal():
    assert not can_appeal(decided(Outcome.NOTHING), "pat", now=NOON + 2 * DAY)
    assert can_appeal(decided(Outcome.NOTHING), "rui", now=NOON + 2 * DAY)


def test_an_appeal_after_two_weeks_is_too_late():
    end = NOON + DAY + APPEAL_WITHIN
    assert can_appeal(decided(), "rui", now=end - timedelta(seconds=1))
    assert not can_appeal(decided(), "rui", now=end)
    assert close(decided(), now=end - timedelta(seconds=1)).state is State.DECIDED
    assert close(decided(), now=end).state is State.FINAL


def test_there_is_one_appeal():
    asked = appeal(decided(), BOTH, by="rui", now=NOON + 2 * DAY)
    ended = settle(asked, by="ben", outcome=Outcome.PAUSE, now=NOON + 3 * DAY)
    for report in (asked, ended):
        with pytest.raises(Refused):
            appeal(report, (*BOTH, CLEO), by="pat", now=NOON + 3 * DAY)


def test_a_second_look_for_the_person_reported_is_never_harsher():
    asked = appeal(decided(Outcome.EDIT), BOTH, by="pat", now=NOON + 2 * DAY)
    assert outcomes(asked) == (Outcome.NOTHING, Outcome.WORD, Outcome.EDIT)


def test_a_second_look_for_the_reporter_is_open_both_ways():
    asked = appeal(decided(Outcome.EDIT), BOTH, by="rui", now=NOON + 2 * DAY)
    assert outcomes(asked) == tuple(Outcome)


def test_the_second_outcome_is_the_one_that_holds():
    asked = appeal(decided(Outcome.PAUSE), BOTH, by="pat", now=NOON + 2 * DAY)
    assert asked.stands is Outcome.PAUSE
    ended = settle(asked, by="ben", outcome=Outcome.WORD, now=NOON + 3 * DAY)
    assert (ended.stands, ended.outcome, ended.state) == (Outcome.WORD, Outcome.PAUSE, State.FINAL)


def test_a_pause_is_seven_days_and_a_second_look_starts_none_anew():
    # decided on 3 March: 3, 4, 5, 6, 7, 8 and 9 March
    assert last_day_of_pause(decided()) == date(2026, 3, 9)
    asked = appeal(decided(), BOTH, by="rui", now=NOON + 2 * DAY)
    kept = settle(asked, by="ben", outcome=Outcome.PAUSE, now=NOON + 5 * DAY)
    assert last_day_of_pause(kept) == date(2026, 3, 9)
    assert last_day_of_pause(decided(Outcome.WORD)) is None


def test_a_pause_given_by_the_second_look_runs_from_then():
    asked = appeal(decided(Outcome.WORD), BOTH, by="rui", now=NOON + 2 * DAY)
    ended = settle(asked, by="ben", outcome=Outcome.PAUSE, now=NOON + 5 * DAY)
    # settled on 7 March: 7 to 13 March
    assert last_day_of_pause(ended) == date(2026, 3, 13)


PEOPLE = ("ana", "ben", "cleo", "dov", "pat", "rui")
STEPS = {
    (State.OPEN, State.OPEN),
    (State.OPEN, State.ACKNOWLEDGED),
    (State.ACKNOWLEDGED, State.ACKNOWLEDGED),
    (State.ACKNOWLEDGED, State.DECIDED),
    (State.DECIDED, State.DECIDED),
    (State.DECIDED, State.APPEALED),
    (State.DECIDED, State.FINAL),
    (State.APPEALED, State.APPEALED),
    (State.APPEALED, State.FINAL),
    (State.FINAL, State.FINAL),
}
"""The diagram once more, written by hand from its description and not from the code."""


def drawn(chance: random.Random) -> Report:
    """A report among six people, any of whom may have written, replied, be reported, or report."""
    reported, reporter = chance.sample(PEOPLE, 2)
    return Report(
        id="r",
        kind=chance.choice(list(Kind)),
        reporter=reporter,
        reported=reported,
        opened=NOON,
        wrote=frozenset(chance.sample(PEOPLE, chance.randrange(3))),
        replied=frozenset(chance.sample(PEOPLE, chance.randrange(3))),
    )


def step(report: Report, chance: random.Random, now: datetime) -> Report:
    """One thing that anybody may try, at any time, whether or not they may."""
    by, outcome = chance.choice(PEOPLE), chance.choice(list(Outcome))
    if chance.random() < 0.6 and report.moderator:
        by = report.moderator
    moderators = [Moderator(id=each, load=chance.randrange(4)) for each in chance.sample(PEOPLE, 4)]
    tries = (
        lambda: acknowledge(report, by=by, now=now),
        lambda: step_aside(report, moderators, by=by, now=now),
        lambda: hand_on(report, moderators, now=now),
        lambda: decide(report, by=by, outcome=outcome, now=now),
        lambda: appeal(report, moderators, by=by, now=now),
        lambda: settle(report, by=by, outcome=outcome, now=now),
        lambda: close(report, now=now),
    )
    try:
        return chance.choice(tries)()
    except Refused:
        return report


def close_by_hand(report: Report, asides: set[str]) -> set[str]:
    """Who may not decide, told from how the report began and who said what on the way."""
    return {report.reported, report.reporter} | report.wrote | report.replied | asides


def check_history(seed: int) -> State:
    """One random history, checked at each step; where it ended."""
    chance = random.Random(seed)  # noqa: S311  # a history, not a secret
    report, now, asides = drawn(chance), NOON, set()
    for _ in range(24):
        now += chance.choice((HOUR, 30 * HOUR, 8 * DAY))
        before, report = report, step(report, chance, now)
        asides |= report.aside
        too_close = close_by_hand(report, asides)
        assert (before.state, report.state) in STEPS
        assert report.decided_by not in too_close
        assert report.settled_by not in too_close
        assert report.moderator not in too_close
        assert not report.settled_by or report.settled_by != report.decided_by
        assert (report.outcome is None) == (report.decided is None)
    return report.state


def test_ten_thousand_random_histories_stay_in_the_diagram_and_away_from_those_close_to_it():
    ends = [check_history(seed) for seed in range(10_000)]
    # the histories go everywhere, or the test above would prove little
    assert set(ends) == set(State)
    assert ends.count(State.FINAL) > 500


def test_the_check_of_histories_sees_a_judge_in_their_own_cause():
    corrupt = Report(id="r", kind=Kind.POST, reporter="rui", reported="pat", opened=NOON, decided_by="pat")
    assert corrupt.decided_by in close_by_hand(corrupt, set())
