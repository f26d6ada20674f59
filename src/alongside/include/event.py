"""An event: what, when by the wall, where, how one can take part, and where it stands.

It goes proposed → approved → published → held or cancelled, and never back once people were invited. Before
that a proposal can be handed back with a word. Every change after publishing raises `sequence`, so that
calendars follow.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.core.problems import Trouble
from alongside.include.access import Access
from alongside.include.wall import Fit, Wall, fit, moment, zone_of

TITLE_LENGTH: Final = 300
"""Longest title, in characters (our choice: calendars show far less)."""

MOST_SEATS: Final = 100_000
"""Largest capacity (our choice: beyond it somebody mistyped)."""


class Refused(Trouble):
    """An event cannot be kept or moved on as asked; `place` is the field."""


class EventState(StrEnum):
    """Where an event stands."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    PUBLISHED = "published"
    HELD = "held"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """The state as people read it."""
        return _(_STATES[self])


_STATES = {
    EventState.PROPOSED: _later("Proposed"),
    EventState.APPROVED: _later("Approved, not published yet"),
    EventState.PUBLISHED: _later("Published"),
    EventState.HELD: _later("Held"),
    EventState.CANCELLED: _later("Cancelled"),
}
MOVES: Final = {
    EventState.PROPOSED: frozenset({EventState.APPROVED}),
    EventState.APPROVED: frozenset({EventState.PUBLISHED, EventState.PROPOSED}),
    EventState.PUBLISHED: frozenset({EventState.HELD, EventState.CANCELLED}),
    EventState.HELD: frozenset[EventState](),
    EventState.CANCELLED: frozenset[EventState](),
}
ANNOUNCED: Final = frozenset({EventState.PUBLISHED, EventState.HELD, EventState.CANCELLED})
"""States that others than the circle's planners may see, and that calendars carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. `changed` is when it last changed, in UTC; `online` is https; no `capacity` is no limit.

    `price` is in words, empty for free; `note` is the content note, read before somebody decides to come.
    `cancelled` is when it was, in UTC.
    """

    uid: str
    title: str
    starts: Wall
    ends: Wall
    zone: str
    changed: datetime
    about: str = ""
    note: str = ""
    place: str = ""
    online: str = ""
    price: str = ""
    url: str = ""
    access: Access = field(default_factory=Access)
    capacity: int | None = None
    state: EventState = EventState.PROPOSED
    sequence: int = 0
    cancelled: datetime | None = None

    @property
    def all_day(self) -> bool:
        """Whether it has days and no times."""
        return self.starts.clock is None


def faults(event: Event) -> tuple[Refused, ...]:
    """Everything that keeps an event from being kept, each naming its field; nothing where it is sound."""
    try:
        zone_of(event.zone)
    except Trouble as trouble:
        return (*_of_words(event), Refused(trouble.place, trouble.cause, trouble.way_out))
    return (*_of_words(event), *_of_times(event))


def _of_words(event: Event) -> tuple[Refused, ...]:
    found = []
    if not event.title.strip():
        found.append(Refused("title", _("There is no title."), _("Say in a few words what it is.")))
    if len(event.title) > TITLE_LENGTH:
        found.append(
            Refused("title", _("The title is too long."), _("Keep it to 300 characters; say more below."))
        )
    if event.online and not is_safe_link(event.online):
        found.append(
            Refused("online", _("This link is not a safe one."), _("Use one that begins with https://."))
        )
    if event.capacity is not None and not 0 < event.capacity <= MOST_SEATS:
        found.append(
            Refused(
                "capacity",
                _("This is no number of seats."),
                _("Write 1 or more, or leave it empty for no limit."),
            )
        )
    return tuple(found)


def _of_times(event: Event) -> tuple[Refused, ...]:
    if (event.starts.clock is None) is not (event.ends.clock is None):
        cure = _("Give both a time, or neither for whole days.")
        return (Refused("ends", _("Only one of start and end has a time."), cure),)
    missing = tuple(
        Refused(
            place,
            _("That night the clocks go forward, and %(time)s is left out.")
            % {"time": f"{wall.clock:%H:%M}"},
            _("Choose a time before or after the change."),
        )
        for place, wall in (("starts", event.starts), ("ends", event.ends))
        if fit(wall, event.zone) is Fit.MISSING
    )
    return missing or _of_order(event)


def _of_order(event: Event) -> tuple[Refused, ...]:
    starts, ends = moment(event.starts, event.zone), moment(event.ends, event.zone)
    if ends > starts or (event.all_day and ends == starts):
        return ()
    return (Refused("ends", _("It ends before it starts."), _("Choose an end after the start.")),)


def is_safe_link(link: str) -> bool:
    """Whether a link is an https address with a host, and one line without spaces."""
    try:
        parts = urlsplit(link)
        named = bool(parts.hostname)
    except ValueError:
        return False
    return parts.scheme == "https" and named and link.isprintable() and not any(c.isspace() for c in link)


def lacking(event: Event) -> tuple[Refused, ...]:
    """What has to be said before people are invited: where it is, and who answers questions about access."""
    found = []
    if not event.place and not event.online:
        cure = _("Name the place, the link, or both.")
        found.append(Refused("place", _("It says neither a place nor a link."), cure))
    if not event.access.ask_whom:
        cure = _("Name somebody, and how to reach them.")
        found.append(Refused("ask_whom", _("Nobody is named to ask about access."), cure))
    return tuple(found)


def move(event: Event, to: EventState, *, now: datetime) -> Event:
    """The event in its next state. Raises Refused where the diagram has no such step, or something lacks."""
    if to not in MOVES[event.state]:
        cause = _("An event that is “%(state)s” cannot become “%(to)s”.")
        labels = {"state": event.state.label.lower(), "to": to.label.lower()}
        raise Refused("", cause % labels, _("Look at where it stands now."))
    if to is EventState.PUBLISHED and (wanting := lacking(event)):
        raise wanting[0]
    cancelled = now if to is EventState.CANCELLED else None
    raised = event.sequence + (to is EventState.CANCELLED)
    return replace(event, state=to, changed=now, cancelled=cancelled, sequence=raised)


def amended(before: Event, after: Event, *, now: datetime) -> Event:
    """What is kept when `before` is changed to `after`; once people were invited, calendars hear of it.

    State and identity stay as they were. Raises the first of `faults`.
    """
    wanted = replace(
        after,
        uid=before.uid,
        state=before.state,
        sequence=before.sequence,
        changed=before.changed,
        cancelled=before.cancelled,
    )
    if wanted == before:
        return before
    if wrong := faults(wanted):
        raise wrong[0]
    return replace(wanted, changed=now, sequence=before.sequence + (before.state in ANNOUNCED))
