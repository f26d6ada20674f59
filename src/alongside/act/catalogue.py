"""The catalogue of actions: what one can really do, each with its cue, its reason and its source.

The entries are content, checked by their schema; here they get types, and what has no place is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final

from alongside.act.acts import EFFORT_LEAST, EFFORT_MOST, Refused
from alongside.act.profile import ANY, OCCASIONS, ROLES
from alongside.core.language import gettext as _
from alongside.core.practices import Practice

VALUE_EXPONENT: Final = 0.6
"""Effort 5 is worth 2.6 times effort 1, not 5 times: one must not drown out the small acts (our choice)."""

OPENS_DOORS: Final = 1.15
"""Sponsor and advocate are worth more (our choice), as few do them: see docs/method/planner.md."""


class Mode(StrEnum):
    """Whether an action waits for a moment or makes one."""

    REACTIVE = "reactive"
    PROACTIVE = "proactive"


class Reach(StrEnum):
    """Whom it changes something for."""

    SELF = "self"
    FEW = "few"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where we learned it: `kind` ("study", "law", "own" …), the citation, and an address or ""."""

    kind: str = ""
    cite: str = ""
    url: str = ""


OWN: Final = "own"
"""Kind of source of an action that rests on our own suggestion alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do. `cue` and `act` complete "If {cue}, then I will {act}." Ids never change."""

    id: str
    title: str
    practice: Practice
    effort: int
    cue: str
    act: str
    level: str = ""
    mode: Mode = Mode.PROACTIVE
    reach: Reach = Reach.FEW
    minutes: int = 0
    places: tuple[str, ...] = ()
    roles: tuple[str, ...] = (ANY,)
    occasions: tuple[str, ...] = (ANY,)
    why: str = ""
    safety: str = ""
    source: Source = field(default_factory=Source)
    provenance: str = ""
    review: str = ""

    @property
    def value(self) -> float:
        """What doing it is worth to the planner."""
        doors = OPENS_DOORS if self.practice in {Practice.SPONSOR, Practice.ADVOCATE} else 1.0
        return float(self.effort**VALUE_EXPONENT) * doors


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The actions on offer, in order of id."""

    actions: tuple[Action, ...]

    def __iter__(self) -> Iterator[Action]:
        """The actions in order of id."""
        return iter(self.actions)

    def __len__(self) -> int:
        """Number of actions."""
        return len(self.actions)

    def find(self, action: str) -> Action | None:
        """The action with this id, None where the catalogue no longer has it."""
        return next((each for each in self.actions if each.id == action), None)

    def of(self, practice: Practice) -> tuple[Action, ...]:
        """The actions of one practice, in order of id."""
        return tuple(each for each in self.actions if each.practice is practice)


def from_entries(entries: Sequence[Mapping[str, object]]) -> Catalogue:
    """The catalogue made of content entries. Raises Refused naming the entry and the field."""
    actions = sorted((_action(entry) for entry in entries), key=lambda action: action.id)
    for one, next_one in pairwise(actions):
        if one.id == next_one.id:
            raise _refused(one.id, "id", _("it is there twice"))
    return Catalogue(actions=tuple(actions))


def _action(entry: Mapping[str, object]) -> Action:
    name = _text(entry, "id")
    if not name:
        raise _refused("?", "id", _("it is missing"))
    try:
        return Action(
            id=name,
            title=_text(entry, "title"),
            practice=Practice(_text(entry, "practice")),
            effort=_effort(entry, name),
            cue=_text(entry, "cue"),
            act=_text(entry, "act"),
            level=_text(entry, "level"),
            mode=Mode(_text(entry, "mode") or Mode.PROACTIVE),
            reach=Reach(_text(entry, "reach") or Reach.FEW),
            minutes=_whole(entry, "minutes", name),
            places=_words(entry, "places", name),
            roles=_words(entry, "roles", name, (ANY, *ROLES)) or (ANY,),
            occasions=_words(entry, "occasions", name, (ANY, *OCCASIONS)) or (ANY,),
            **{field: _text(entry, field) for field in ("why", "safety", "provenance", "review")},
            source=_source(entry),
        )
    except ValueError as error:
        raise _refused(name, "practice, mode, reach", str(error)) from error


def _source(entry: Mapping[str, object]) -> Source:
    given = entry.get("source", "")
    if isinstance(given, Mapping):
        return Source(kind=_text(given, "kind"), cite=_text(given, "cite"), url=_text(given, "url"))
    return Source(cite=_text(entry, "source"))


def _text(entry: Mapping[str, object], field: str) -> str:
    return str(entry.get(field, "")).strip()


def _whole(entry: Mapping[str, object], field: str, name: str) -> int:
    value = entry.get(field, 0)
    if not isinstance(value, int):
        raise _refused(name, field, _("it is not a whole number"))
    return value


def _effort(entry: Mapping[str, object], name: str) -> int:
    effort = _whole(entry, "effort", name)
    if not EFFORT_LEAST <= effort <= EFFORT_MOST:
        raise _refused(name, "effort", _("it is not 1 to 5"))
    return effort


def _words(
    entry: Mapping[str, object], field: str, name: str, known: Sequence[str] | None = None
) -> tuple[str, ...]:
    value = entry.get(field, ())
    if not isinstance(value, list | tuple):
        raise _refused(name, field, _("it is not a list"))
    words = tuple(str(word) for word in value)
    for word in words:
        if known is not None and word not in known:
            raise _refused(name, field, _("“%(word)s” is not in the vocabulary") % {"word": word})
    return words


def _refused(name: str, field: str, cause: str) -> Refused:
    return Refused(
        _("action %(name)s, %(field)s") % {"name": name, "field": field},
        cause + ".",
        _("Correct the content file."),
    )
