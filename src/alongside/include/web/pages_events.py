"""The parts of the pages about events: the list, one event, what the host arranges."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.disclosure import Published
from alongside.include.access import Access, Standing
from alongside.include.event import EventState
from alongside.include.seating import Answer
from alongside.include.wall import Fit, fit
from alongside.include.web.forms_feedback import FeedbackForm
from alongside.include.web.kept import engine_of
from alongside.include.web.models import Event as Row
from alongside.include.web.queries_events import EventPage, HostPage, Listed, Listing, Told
from alongside.include.web.times import when
from alongside.web.parts import (
    Button,
    ChoiceGroup,
    Empty,
    Field,
    Link,
    Notice,
    NoticeKind,
    PageHead,
    Table,
    Term,
    error_links,
)


def url(name: str, *args: object) -> str:
    """The address of a page of events."""
    return reverse(f"include:{name}", args=args)


def list_parts(listing: Listing) -> dict[str, object]:
    """What is to come, what waits for a word, what is over."""
    propose = Link(label=_("Propose an event"), url=url("events-propose"), id="propose")
    return {
        "head": PageHead(
            heading=_("Events"),
            lead=_("What your circles invite to, and what everybody is invited to."),
        ),
        "coming": [_line(each) for each in listing.coming],
        "waiting": [_line(each) for each in listing.waiting],
        "over": [_line(each) for each in listing.over],
        "turns": list(_turns(listing)),
        "propose": propose if listing.circles else None,
        "feeds": Link(label=_("Your calendar"), url=url("feeds"), id="feeds"),
        "empty": Empty(
            title=_("No events yet"),
            text=_("When a circle of yours invites to something, it stands here, with what access there is."),
            example=_("Reading aloud, Tuesday at 18:00. Step-free, captions if you ask."),
            action=propose if listing.circles else None,
        ),
    }


def _turns(listing: Listing) -> Iterator[Link]:
    """The pages before and after this one."""
    for there, page, label in (
        (listing.page > 1, listing.page - 1, _("Earlier events")),
        (listing.more, listing.page + 1, _("Later events")),
    ):
        if there:
            yield Link(label=label, url=f"{url('events')}?page={page}", id=f"page-{page}")


def _line(listed: Listed) -> dict[str, object]:
    event = listed.event
    return {
        "link": Link(label=event.title, url=url("events-event", listed.id), id=f"event-{listed.id}"),
        "when": when(event),
        "facts": " · ".join(part for part in (how(listed), _whose(listed), _standing(listed)) if part),
    }


def how(listed: Listed) -> str:
    """In person, on line, or both; the link itself is only for those who come."""
    if listed.event.place and listed.on_line:
        return _("In person and on line")
    return _("On line") if listed.on_line else _("In person")


def _whose(listed: Listed) -> str:
    if listed.to_all:
        return _("%(circle)s, for everybody") % {"circle": listed.circle}
    return listed.circle


def _standing(listed: Listed) -> str:
    if listed.event.state in {EventState.CANCELLED, EventState.PROPOSED, EventState.APPROVED}:
        return listed.event.state.label
    return {Answer.COMING: _("You are coming"), Answer.WAITING: _("You are waiting for a seat")}.get(
        listed.answer or Answer.GONE, ""
    )


def event_parts(page: EventPage) -> dict[str, object]:
    """One event: when and where, access, what one can do, and for those who arrange it the next step."""
    event = page.listed.event
    return {
        "head": PageHead(where=_whose(page.listed), heading=event.title, lead=when(event)),
        "id": page.listed.id,
        "notices": list(_notices(page)),
        "about": event.about,
        "terms": list(_terms(page)),
        "access": _access(event.access),
        "getting_there": event.access.getting_there,
        "ask_whom": event.access.ask_whom,
        "attend": _attend(page),
        "back_out": Button(label=_back_out(page), id="step-back", kind="plain")
        if page.listed.answer in _IN
        else None,
        "ics": Link(label=_("Put it in a calendar"), url=url("events-ics", page.listed.id), id="ics")
        if event.state is EventState.PUBLISHED
        else None,
        "tell": Link(label=_("Say how it was"), url=url("events-feedback", page.listed.id), id="tell")
        if page.can_tell
        else None,
        "told": _told_parts(page.told) if page.told else None,
        "steps": _steps(page),
        "arranging": _arranging(page),
        "back": Link(label=_("All events"), url=url("events"), id="back"),
    }


_IN = frozenset({Answer.COMING, Answer.WAITING})


def _access(access: Access) -> list[Term]:
    """What was said on each point, then in one line what nobody knows yet."""
    said = [offer for offer in access.all if offer.standing is not Standing.UNKNOWN or offer.note]
    terms = [
        Term(term=offer.need.label, text=f"{offer.standing.label}. {offer.note}".strip()) for offer in said
    ]
    unknown = [offer.need.label for offer in access.all if offer not in said]
    return [*terms, Term(term=Standing.UNKNOWN.label, text=" · ".join(unknown))] if unknown else terms


def _notices(page: EventPage) -> "list[Notice]":
    event = page.listed.event
    found = []
    if event.state is EventState.CANCELLED:
        found.append(Notice(kind=NoticeKind.CAREFUL, text=_("This event is cancelled.") + _after(page.word)))
    elif event.state in {EventState.PROPOSED, EventState.APPROVED}:
        told = _("%(state)s. Nobody has been invited yet.") % {"state": event.state.label}
        found.append(Notice(kind=NoticeKind.INFO, text=told + _after(page.word)))
    if event.note:
        found.append(Notice(kind=NoticeKind.CAREFUL, text=event.note))
    if page.arranges and fit(event.starts, event.zone) is Fit.TWICE:
        text = _("That night the clocks go back, and this time comes twice. The first one is meant.")
        found.append(Notice(kind=NoticeKind.INFO, text=text))
    return found


def _after(word: str) -> str:
    return " " + word if word else ""


def _terms(page: EventPage) -> "list[Term]":
    event = page.listed.event
    told = [Term(term=_("How"), text=how(page.listed))]
    if event.place:
        told.append(Term(term=_("Place"), text=event.place))
    told.append(Term(term=_("Price"), text=event.price or _("Free")))
    told.append(Term(term=_("Seats"), text=_seats(page)))
    if page.host:
        told.append(Term(term=_("Host"), text=page.host))
    return told


def _seats(page: EventPage) -> str:
    """Whether there are any, and not how many: that would tell how many come."""
    if page.listed.event.capacity is None:
        return _("No limit.")
    seats = ngettext("%(count)d in all.", "%(count)d in all.", page.listed.event.capacity)
    full = _("All are taken; you can wait for one.") if page.is_full else _("There are free ones.")
    return f"{seats % {'count': page.listed.event.capacity}} {full}"


def _attend(page: EventPage) -> dict[str, object] | None:
    """The one thing to do for somebody who is invited."""
    if not page.attends:
        return None
    waiting = page.place_in_line
    told = {
        Answer.COMING: _("You are coming. Nobody sees who comes."),
        Answer.WAITING: _("You are number %(place)d on the list. You move up by itself.")
        % {"place": waiting},
    }.get(page.listed.answer or Answer.GONE, "")
    label = (
        _("Change what you need") if told else (_("Wait for a seat") if page.is_full else _("Come to this"))
    )
    link = Link(label=label, url=url("events-attend", page.listed.id), id="attend")
    online = page.listed.event.online if page.listed.answer is Answer.COMING or page.hosts else ""
    return {"told": told, "link": link, "kind": "plain" if told else "", "online": online}


def _back_out(page: EventPage) -> str:
    return _("Leave the list") if page.listed.answer is Answer.WAITING else _("I am not coming after all")


def _steps(page: EventPage) -> list[Button]:
    """What comes next for those who decide or arrange."""
    state = page.listed.event.state
    if state is EventState.PROPOSED and page.approves:
        return [Button(label=_("Approve it"), id="approve", name="to", value=EventState.APPROVED.value)]
    if state is EventState.APPROVED and page.arranges:
        return [Button(label=_("Publish it"), id="publish", name="to", value=EventState.PUBLISHED.value)]
    return []


def _arranging(page: EventPage) -> list[Link]:
    """Other pages for those who arrange it."""
    links = []
    state = page.listed.event.state
    if page.arranges and state in {EventState.PROPOSED, EventState.APPROVED, EventState.PUBLISHED}:
        links += [
            _to(page.listed.id, "events-change", _("Change it")),
            _to(page.listed.id, "events-access", _("Say what access there is")),
        ]
    if page.hosts and state is EventState.PUBLISHED:
        links.append(_to(page.listed.id, "events-host", _("What people need")))
    if page.approves and state in {EventState.PROPOSED, EventState.APPROVED}:
        links.append(_to(page.listed.id, "events-hand-back", _("Hand it back with a word")))
    if page.arranges and state in {EventState.PROPOSED, EventState.APPROVED}:
        links.append(_to(page.listed.id, "events-take-back", _("Take it back")))
    if page.arranges and state is EventState.PUBLISHED:
        links.append(_to(page.listed.id, "events-cancel", _("Cancel it")))
    return links


def _to(event: UUID, name: str, label: str) -> Link:
    return Link(label=label, url=url(name, event), id=name)


def shown(cell: Published) -> str:
    """A number that may be shown, or why it is not."""
    return cell.hidden if cell.value is None else str(cell.n)


def _told_parts(told: Told) -> dict[str, object]:
    headers = (_("Answer"), _("People"))
    rows = {"took": told.took_part, "access": told.access}
    tables = [
        Table(
            id=f"told-{key}",
            caption=caption,
            headers=headers,
            rows=tuple((label, shown(cell)) for label, cell in rows[key]),
        )
        for key, caption in (
            ("took", _("Could people take part?")),
            ("access", _("Was the access there that they asked for?")),
        )
    ]
    return {"tables": tables, "words": told.words}


def host_parts(page: HostPage) -> dict[str, object]:
    """How many come, what they need, and what they wrote."""
    return {
        "head": PageHead(
            where=page.listed.event.title,
            heading=_("What people need"),
            lead=_(
                "For you as the host alone. Counts and words, without names. It all goes two weeks after."
            ),
        ),
        "terms": [
            Term(term=_("Coming"), text=shown(page.coming)),
            Term(term=_("Waiting"), text=shown(page.waiting)),
        ],
        "needs": [Term(term=need.label, text=str(count)) for need, count in page.needs.counts],
        "notes": page.needs.notes,
        "back": Link(label=_("Back to the event"), url=url("events-event", page.listed.id), id="back"),
    }


def attend_parts(row: Row, questions: Sequence[Field | ChoiceGroup]) -> dict[str, object]:
    """Saying that one comes, and what one needs; who can read it is said above."""
    event = engine_of(row)
    return {
        "head": PageHead(where=event.title, heading=_("Come to this"), lead=when(event)),
        "id": row.pk,
        "questions": questions,
        "errors": error_links(questions),
        "button": Button(label=_("Say that I come"), id="come"),
        "back": Link(label=_("Back to the event"), url=url("events-event", row.pk), id="back"),
    }


def feedback_parts(page: EventPage, form: FeedbackForm) -> dict[str, object]:
    """Saying how it was."""
    questions = form.questions()
    lead = _("Two questions, without your name. Answers are shown once five people have given theirs.")
    return {
        "head": PageHead(where=page.listed.event.title, heading=_("How was it?"), lead=lead),
        "id": page.listed.id,
        "questions": questions,
        "errors": error_links(questions),
        "button": Button(label=_("Say it"), id="say"),
        "back": Link(label=_("Back to the event"), url=url("events-event", page.listed.id), id="back"),
    }
