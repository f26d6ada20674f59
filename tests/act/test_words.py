"""The word: on Mondays, with two points of clearance, replayed from the history."""

from datetime import date, timedelta

from tests.act.archetypes import PRACTISE, Person, people, recent_burst
from tests.act.builders import TODAY, an_act, away, chance

from alongside.act.acts import Act, ActKind
from alongside.act.away import Away
from alongside.act.commitments import Commitment
from alongside.act.rhythm import rhythm
from alongside.act.words import (
    BORDERS,
    CLEARANCE,
    Word,
    monday_of,
    return_note,
    welcome_back,
    word,
    words_and_deeds,
)

MONDAY = date(2026, 3, 9)


def plain_word(person: Person, today: date) -> Word:
    """The slow, plain way: walk forward over every Monday since the first act and move each border's side."""
    monday = monday_of(min(act.day for act in person.acts)) + timedelta(days=7)
    if min(act.day for act in person.acts).weekday() == 0:
        monday -= timedelta(days=7)
    above = [False, False, False]
    while monday <= today:
        r = rhythm(person.acts, person.commitments, person.away, today=monday)
        for n, value in enumerate((r.consistency, r.consistency, 100 * r.breadth)):
            if abs(value - BORDERS[n]) >= CLEARANCE:
                above[n] = value > BORDERS[n]
        monday += timedelta(days=7)
    if above[1]:
        return Word.BROAD if above[2] else Word.STEADY
    return Word.FINDING if above[0] else Word.STARTING


def word_of(values: dict[date, tuple[float, float]], today: date) -> Word:
    return word(lambda day: values[day], first=min(values), today=today)


def test_the_word_agrees_with_walking_forward_over_every_monday() -> None:
    for kind in (*PRACTISE, recent_burst):
        for person in people(kind, 10, seed=3):
            for back in (0, 20, 45):
                today = TODAY - timedelta(days=back)
                if min(act.day for act in person.acts) > today:
                    continue
                r = rhythm(person.acts, person.commitments, person.away, today=today)
                assert r.word is plain_word(person, today)


def test_no_word_changes_between_mondays() -> None:
    rng = chance(2)
    for person in people(PRACTISE[0], 20, seed=4):
        late = tuple(an_act(rng.randrange(3), act.practice, 5, n=n) for n, act in enumerate(person.acts[:9]))
        more = rhythm((*person.acts, *late), person.commitments, [], today=TODAY)  # Tuesday to Thursday
        assert more.word is rhythm(person.acts, person.commitments, [], today=TODAY).word


def test_within_two_points_of_a_border_the_word_stays() -> None:
    week = timedelta(days=7)
    rising = {MONDAY - week: (24.0, 0.3), MONDAY: (26.9, 0.3), MONDAY - 2 * week: (12.0, 0.1)}
    assert word_of(rising, MONDAY) is Word.FINDING
    assert word_of(rising | {MONDAY: (27.0, 0.3)}, MONDAY) is Word.STEADY
    falling = {MONDAY - week: (28.0, 0.3), MONDAY: (23.1, 0.3)}
    assert word_of(falling, MONDAY) is Word.STEADY
    assert word_of(falling | {MONDAY: (23.0, 0.3)}, MONDAY) is Word.FINDING


def test_broad_needs_breadth_and_steadiness() -> None:
    assert word_of({MONDAY: (40.0, 0.62)}, MONDAY) is Word.BROAD
    assert word_of({MONDAY: (40.0, 0.61)}, MONDAY) is Word.STEADY
    assert word_of({MONDAY: (20.0, 0.9)}, MONDAY) is Word.FINDING


def test_midweek_speaks_mondays_word() -> None:
    assert word_of({MONDAY: (40.0, 0.2)}, MONDAY + timedelta(days=6)) is Word.STEADY


def posts(count: int) -> list[Act]:
    return [an_act(n, n=50 + n, kind=ActKind.TALK) for n in range(count)]


def test_words_against_deeds_are_silent_where_deeds_lead() -> None:
    assert words_and_deeds([*posts(1), an_act()], today=TODAY) == ""
    assert words_and_deeds([], today=TODAY) == ""
    assert words_and_deeds([an_act(60, kind=ActKind.TALK)], today=TODAY) == ""


def test_words_against_deeds() -> None:
    assert words_and_deeds([*posts(6), an_act()], today=TODAY) == "6 posts, 1 act in 8 weeks: choose one act."


def test_one_return_note_in_the_second_quiet_week_and_then_none() -> None:
    shown = [bool(return_note([an_act(days)], [], today=TODAY)) for days in range(30)]
    assert shown == [False] * 7 + [True] * 7 + [False] * 16


def test_no_return_note_before_the_first_act_or_while_away() -> None:
    assert return_note([], [], today=TODAY) == ""
    assert return_note([an_act(9)], [away(2, -2)], today=TODAY) == ""


def test_a_return_is_greeted_once() -> None:
    assert welcome_back([an_act(20), an_act(0)], today=TODAY).startswith("Welcome back")
    assert welcome_back([an_act(9), an_act(0)], today=TODAY) == ""
    assert welcome_back([an_act(20), an_act(1)], today=TODAY) == ""
    assert welcome_back([an_act(0)], today=TODAY) == ""


def moved_by(acts: list[Act], commitments: tuple[Commitment, ...] = (), apart: tuple[Away, ...] = ()) -> str:
    return rhythm(acts, commitments, apart, today=TODAY).moved_by


def test_what_moved_it_names_this_weeks_practices() -> None:
    assert moved_by([]) == "Your first act starts it."
    assert moved_by([an_act(2)]) == "This week lifted it: Amplify."
    assert moved_by([an_act(9)]) == "This week is still open; the weeks before carry it."
