"""Between the table of events and the engine's event."""

from datetime import timedelta

from alongside.include.access import Access, Need, Offer, Standing
from alongside.include.event import Event as Engine
from alongside.include.event import EventState
from alongside.include.wall import Wall, later, moment
from alongside.include.web.models import Event

_DAY = timedelta(days=1)


def engine_of(row: Event, *, online: bool = False, url: str = "") -> Engine:
    """The event as the engine has it. Its link is left out, unless the reader may have it."""
    return Engine(
        uid=f"{row.pk.hex}@alongside",
        title=row.title,
        about=row.about,
        note=row.note,
        starts=Wall(day=row.starts_day, clock=row.starts_clock),
        ends=Wall(day=row.ends_day, clock=row.ends_clock),
        zone=row.zone,
        place=row.place,
        online=row.online if online else "",
        price=row.price,
        url=url,
        access=access_of(row),
        capacity=row.capacity,
        state=EventState(row.state),
        sequence=row.sequence,
        changed=row.changed,
        cancelled=row.cancelled_at,
    )


def access_of(row: Event) -> Access:
    """How it stands on every point."""
    said = ((need, row.offers.get(need.value)) for need in Need)
    offers = (
        Offer(need=need, standing=Standing(told["standing"]), note=told["note"])
        for need, told in said
        if told
    )
    return Access(offers=tuple(offers), getting_there=row.getting_there, ask_whom=row.ask_whom)


def put(event: Engine, row: Event) -> Event:
    """The row filled from the engine's event; not saved yet."""
    row.title, row.about, row.note = event.title, event.about, event.note
    row.starts_day, row.starts_clock = event.starts.day, event.starts.clock
    row.ends_day, row.ends_clock = event.ends.day, event.ends.clock
    row.zone, row.place, row.online = event.zone, event.place, event.online
    row.price, row.capacity = event.price, event.capacity
    row.offers = {
        offer.need.value: {"standing": offer.standing.value, "note": offer.note}
        for offer in event.access.offers
    }
    row.getting_there, row.ask_whom = event.access.getting_there, event.access.ask_whom
    row.state, row.sequence = event.state.value, event.sequence
    row.changed, row.cancelled_at = event.changed, event.cancelled
    row.begins = moment(event.starts, event.zone)
    row.ended = moment(_end(event), event.zone)
    return row


def _end(event: Engine) -> Wall:
    """When it is over: whole days end with the day."""
    return event.ends if event.ends.clock else later(event.ends, _DAY)
