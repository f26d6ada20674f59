"""A circle's charter: what it promises, in numbered versions, and where somebody stands who has not answered.

Joining accepts one version. A changed charter asks everybody again: for two weeks nothing changes, for two
more they can read but not write, then they are out, and may come back. Limits: a charter is a promise among
people; what no program can enforce is in `not_promised`, and stands on the same page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.refusals import Refused

ANSWER_DAYS: Final = 14
"""Days in which somebody may still do everything without having answered a changed charter (our choice)."""
READING_DAYS: Final = 14
"""Days after that in which they can read, before they are out (our choice)."""
MOST_CLAUSES: Final = 20
"""Clauses of a charter at most (our choice): more is not read."""
LONGEST_CLAUSE: Final = 600
"""Characters of a clause, and of its reason, at most (our choice)."""
RETENTION_DAYS: Final = (30, 90, 365)
"""How long posts may stay (our choice): a month, a season, a year. There is no for ever."""


class Key(StrEnum):
    """What every charter speaks of. The value is the clause's key; a circle may add clauses of its own."""

    PURPOSE = "purpose"
    WHO = "who"
    ALLIES = "allies"
    SHARING = "sharing"
    NOTES = "notes"
    MODERATORS = "moderators"
    KEEPING = "keeping"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One promise, and why it is made."""

    key: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a circle promises: its clauses, how long posts stay, and whether nobody is ever named outside."""

    clauses: tuple[Clause, ...]
    retention_days: int
    chatham_house: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """One version. `accepted_from` is the day from which it is put to people, `notice` what they are told."""

    version: int
    promise: Promise
    accepted_from: date
    notice: str = ""


class Answer(StrEnum):
    """Where somebody stands with the charter."""

    CURRENT = "current"
    ASKED = "asked"
    READ_ONLY = "read-only"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where somebody stands, and until which day, that day included; None where no day ends it."""

    answer: Answer
    until: date | None = None


class Change(StrEnum):
    """What a new version does to a clause."""

    NEW = "new"
    REWORDED = "reworded"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A clause that differs; `before` or `after` is None where it was not, or is no longer, there."""

    change: Change
    before: Clause | None
    after: Clause | None


def first_version(promise: Promise, *, today: date) -> Charter:
    """The charter with which a circle begins. Raises Refused naming what is missing or too long."""
    return Charter(version=1, promise=_sound(promise), accepted_from=today)


def next_version(now: Charter, promise: Promise, *, notice: str, today: date) -> Charter:
    """The version after `now`, put to people from `today`. Raises Refused, also where nothing has changed."""
    if not is_changed(now.promise, promise):
        raise Refused(
            "clauses",
            _("Nothing in the charter has changed."),
            _("Change a clause first, or leave the charter as it is."),
        )
    version = now.version + 1
    return Charter(version=version, promise=_sound(promise), accepted_from=today, notice=notice.strip())


def is_changed(before: Promise, after: Promise) -> bool:
    """Whether the promise differs. Another order of the clauses is no change."""
    rules = before.retention_days, before.chatham_house
    return bool(changes(before, after)) or rules != (after.retention_days, after.chatham_house)


def changes(before: Promise, after: Promise) -> tuple[Changed, ...]:
    """The clauses that differ: new and reworded ones in their new order, then those that were dropped."""
    old = {clause.key: clause for clause in before.clauses}
    kept = {clause.key for clause in after.clauses}
    found = [
        Changed(
            change=Change.REWORDED if clause.key in old else Change.NEW,
            before=old.get(clause.key),
            after=clause,
        )
        for clause in after.clauses
        if old.get(clause.key) != clause
    ]
    dropped = [
        Changed(change=Change.DROPPED, before=clause, after=None)
        for clause in before.clauses
        if clause.key not in kept
    ]
    return (*found, *dropped)


def standing(accepted: int, asked_from: Sequence[tuple[int, date]], *, today: date) -> Standing:
    """Where somebody stands who accepted version `accepted`, by the version numbers and when each was put.

    The days count from the first version they have not answered, so that changing a charter often gives
    nobody more time, and a last change nobody less than the first one did.
    """
    open_since = min(
        (day for version, day in asked_from if version > accepted and day <= today), default=None
    )
    if open_since is None:
        return Standing(answer=Answer.CURRENT)
    answer_by = open_since + timedelta(days=ANSWER_DAYS)
    if today <= answer_by:
        return Standing(answer=Answer.ASKED, until=answer_by)
    read_until = answer_by + timedelta(days=READING_DAYS)
    if today <= read_until:
        return Standing(answer=Answer.READ_ONLY, until=read_until)
    return Standing(answer=Answer.OUT)


def not_promised(*, hidden: bool) -> tuple[str, ...]:
    """What no charter can keep from happening, in plain words. It stands beside the clauses, always."""
    said = (
        _("Somebody can photograph the screen or copy a text. Nothing here can stop that."),
        _("Somebody can pass on what they read. The charter asks them not to; it cannot hinder them."),
        _("Somebody can know you by how you write, or by what you tell, even under another name."),
        _(
            "Whoever runs this server can look into its database. There they can read posts, and see who is "
            "in which circle under which name. Your own sealed notes they cannot read."
        ),
    )
    if not hidden:
        return said
    return (
        *said,
        _("Hidden means hidden from everybody else who uses this place. It does not hide from the server."),
    )


def _sound(promise: Promise) -> Promise:
    """The promise, where it can be put to people. Raises Refused."""
    keys = [clause.key for clause in promise.clauses]
    for key in Key:
        if key not in keys:
            raise Refused(
                f"clause-{key}",
                _("Every charter says something about this, and this one does not yet."),
                _("Write it in a sentence or two."),
            )
    if len(set(keys)) < len(keys) or len(keys) > MOST_CLAUSES:
        raise Refused(
            "clauses",
            _("A charter has at most %(most)d clauses, each of them once.") % {"most": MOST_CLAUSES},
            _("Put two into one, or leave one out."),
        )
    for clause in promise.clauses:
        _check(clause)
    if promise.retention_days not in RETENTION_DAYS:
        raise Refused(
            "retention_days", _("Posts stay for 30, 90, or 365 days."), _("Choose one of the three.")
        )
    if not says_its_days(promise):
        raise Refused(
            f"clause-{Key.KEEPING}",
            _("The clause names another number of days than the one chosen below."),
            _("Write the same number in both."),
        )
    return promise


def says_its_days(promise: Promise) -> bool:
    """Whether the clause on keeping names no number, or as its largest the days after which posts go."""
    said = " ".join(clause.text for clause in promise.clauses if clause.key == Key.KEEPING)
    numbers = [int(number) for number in re.findall(r"[0-9]{1,9}", said)]
    return not numbers or max(numbers) == promise.retention_days


def _check(clause: Clause) -> None:
    place = f"clause-{clause.key}"
    if not clause.text.strip():
        raise Refused(place, _("This clause is empty."), _("Write it in a sentence or two."))
    if max(len(clause.text), len(clause.why)) > LONGEST_CLAUSE:
        raise Refused(
            place,
            _("This is longer than %(most)d characters.") % {"most": LONGEST_CLAUSE},
            _("Say it shorter, or make two clauses of it."),
        )
