"""Entry bodies: the diary's nouns as JSON values and back.

A body that cannot be read is refused with its id, so that one odd entry names itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Final, TypeVar
from uuid import UUID

from alongside.act.acts import Act, ActKind, Refused
from alongside.act.away import Away
from alongside.act.commitments import Commitment, Outcome
from alongside.act.profile import CAPACITY, Occasion, Profile
from alongside.core.language import gettext as _
from alongside.core.practices import Practice

Body = Mapping[str, object]
PROMPTS: Final = 3
_PRACTICES: Final = {practice.value: practice for practice in Practice}
_KINDS: Final = {kind.value: kind for kind in ActKind}
_T = TypeVar("_T")
_Id = TypeVar("_Id", UUID, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A look back on the week beginning at `week` (a Monday): answers to three prompts, each may be empty."""

    id: UUID
    week: date
    answers: tuple[str, str, str] = ("", "", "")
    acts: tuple[UUID, ...] = ()


def prompts() -> tuple[str, str, str]:
    """The three prompts of a look back; all can be skipped."""
    return (
        _("What did you do, and what happened then?"),
        _("What did you learn about what helps, and from whom?"),
        _("What would you do the same, and what a little differently?"),
    )


def of_act(act: Act) -> Body:
    """The act as JSON values."""
    return _plain(act)


def act(id: UUID, body: Body) -> Act:
    """The act kept in a body."""
    return _reading(id, _act, body)


def _act(id: UUID, body: Body) -> Act:
    told = body.get
    commitment = told("commitment")
    return Act(
        id=id,
        day=_date(body["day"]),
        practice=_practice(body["practice"]),
        effort=_whole(body["effort"]),
        kind=_kind(told("kind", ActKind.ACT)),
        what=str(told("what", "")),
        commitment=UUID(str(commitment)) if commitment else None,
        action=str(told("action", "")),
        confirmed=told("confirmed") is True,
        reflected=told("reflected") is True,
        logged=str(told("logged", "")),
    )


def of_commitment(commitment: Commitment) -> Body:
    """The commitment as JSON values."""
    return _plain(commitment)


def commitment(id: UUID, body: Body) -> Commitment:
    """The commitment kept in a body."""
    return _reading(id, _commitment, body)


def _commitment(id: UUID, body: Body) -> Commitment:
    return Commitment(
        id=id,
        cue=str(body["cue"]),
        act=str(body["act"]),
        practice=_practice(body["practice"]),
        effort=_whole(body["effort"]),
        made=_date(body["made"]),
        obstacle=str(body.get("obstacle", "")),
        due=_date_or_none(body.get("due")),
        weekly=body.get("weekly") is True,
        buddy=str(body.get("buddy", "")),
        action=str(body.get("action", "")),
        closed=_date_or_none(body.get("closed")),
        outcome=Outcome(str(body.get("outcome", ""))),
        logged=str(body.get("logged", "")),
    )


def of_away(away: Away) -> Body:
    """The days away as JSON values."""
    return _plain(away)


def away(id: UUID, body: Body) -> Away:
    """The days away kept in a body."""
    return _reading(id, _away, body)


def _away(id: UUID, body: Body) -> Away:
    return Away(id=id, first=_date(body["first"]), last=_date(body["last"]))


def of_reflection(reflection: Reflection) -> Body:
    """The look back as JSON values."""
    return _plain(reflection)


def reflection(id: UUID, body: Body) -> Reflection:
    """The look back kept in a body."""
    return _reading(id, _reflection, body)


def _reflection(id: UUID, body: Body) -> Reflection:
    answers = [str(answer) for answer in _list(body.get("answers", []))]
    first, second, third = (*answers, "", "", "")[:PROMPTS]
    return Reflection(
        id=id,
        week=_date(body["week"]),
        answers=(first, second, third),
        acts=tuple(UUID(str(act)) for act in _list(body.get("acts", []))),
    )


def of_profile(profile: Profile) -> Body:
    """The profile as JSON values."""
    return {
        "roles": list(profile.roles),
        "occasions": [{"id": each.id, "weekday": each.weekday} for each in profile.occasions],
        "capacity": profile.capacity,
        "ratings": {practice.value: rating for practice, rating in profile.ratings.items()},
        "since": profile.since.isoformat() if profile.since else None,
    }


def profile(body: Body) -> Profile:
    """The profile kept in a body."""
    return _reading(None, _profile, body)


def _profile(_id: None, body: Body) -> Profile:
    occasions = [_mapping(each) for each in _list(body.get("occasions", []))]
    ratings = _mapping(body.get("ratings", {}))
    return Profile(
        roles=tuple(str(role) for role in _list(body.get("roles", []))),
        occasions=tuple(
            Occasion(id=str(each["id"]), weekday=_whole_or_none(each.get("weekday"))) for each in occasions
        ),
        capacity=_whole(body.get("capacity", CAPACITY)),
        ratings={Practice(practice): float(str(rating)) for practice, rating in ratings.items()},
        since=_date_or_none(body.get("since")),
    )


def _plain(noun: Act | Commitment | Away | Reflection) -> Body:
    """Every field that says something: the id is the entry's own, and what is empty takes its default."""
    told = {each.name: _value(getattr(noun, each.name)) for each in fields(noun) if each.name != "id"}
    return {name: value for name, value in told.items() if value not in ("", None, False)}


def _value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return str(value) if isinstance(value, str | UUID) else value


def _reading(id: _Id, read: Callable[[_Id, Body], _T], body: Body) -> _T:
    try:
        return read(id, body)
    except (KeyError, ValueError, TypeError) as error:
        raise Refused(
            _("entry %(id)s") % {"id": id or _("of the profile")},
            _("It cannot be read (%(why)s).") % {"why": error},
            _("Nothing else is touched; restore it from a backup or take it out."),
        ) from error


def _practice(value: object) -> Practice:
    """Looked up in a table first: a year of entries asks 300 times, and the enum's own way costs more."""
    return _PRACTICES.get(str(value)) or Practice(str(value))


def _kind(value: object) -> ActKind:
    return _KINDS.get(str(value)) or ActKind(str(value))


def _date(value: object) -> date:
    return date.fromisoformat(str(value))


def _date_or_none(value: object) -> date | None:
    return _date(value) if value else None


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        message = f"{value!r} is not a whole number"
        raise TypeError(message)
    return value


def _whole_or_none(value: object) -> int | None:
    return None if value is None else _whole(value)


def _list(value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        message = f"{value!r} is not a list"
        raise TypeError(message)
    return list(value)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        message = f"{value!r} is not an object"
        raise TypeError(message)
    return value
