"""What the pages Circles and one circle are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.charter import Answer
from alongside.include.charter_templates import Opening as Way
from alongside.include.handover import Term, term
from alongside.include.web.days import day_in_words
from alongside.include.web.models import RoleOffer
from alongside.include.web.pages_charter import charter_parts
from alongside.include.web.pages_posts import link_to_change
from alongside.include.web.queries import Directory, Invited, Line, Look
from alongside.include.web.queries_posts import Posts, RoundLine
from alongside.web.models import Opening, Part, Standing
from alongside.web.parts import Button, Empty, Link, Notice, NoticeKind, PageHead

CIRCLE = "include:circle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What a circle shows to those in it, read by the view."""

    posts: Posts
    rounds: Sequence[RoundLine]
    chapters: Sequence[Line]
    parent: Line | None
    offer: RoleOffer | None


def url(name: str, seen: Look, *args: object) -> str:
    """The address of a page of this circle."""
    return reverse(f"include:{name}", args=(seen.circle.pk, *args))


def directory_parts(found: Directory) -> dict[str, object]:
    """The circles one is in, is invited to, and may come into."""
    return {
        "head": PageHead(
            heading=_("Circles"),
            lead=_("Small groups with a promise that you can read before you enter."),
        ),
        "mine": [_line(each) for each in found.mine],
        "invited": [_invited(each) for each in found.invited],
        "others": [_line(each) for each in found.others],
        "found": Link(label=_("Found a circle"), url=reverse("include:circles-found"), id="found"),
        "letter": Link(label=_("Get what is new by mail"), url=reverse("include:letters"), id="letter"),
        "empty": Empty(
            title=_("You are in no circle yet"),
            text=_(
                "A circle is a place to talk with few people who have read and accepted the same promise."
            ),
            example=_("Five people read a book a month, and end each with one thing they will try."),
        ),
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "link": Link(label=line.name, url=reverse(CIRCLE, args=(line.id,)), id=f"circle-{line.id}"),
        "purpose": line.purpose,
        "under": _under(line),
    }


def _under(line: Line) -> str:
    if line.archived:
        return _("Archived: it can be read until its posts have gone.")
    return {
        Standing.ASKED: _("You have asked to come in. A steward will answer."),
        Standing.INVITED: _("You are invited. Read the charter, then come in or say no."),
        Standing.ACTIVE: _("Hidden: only its members see it.") if line.opening == Opening.HIDDEN else "",
    }.get(Standing(line.state) if line.state else Standing.LEFT, Way(line.opening).hint)


def _invited(invited: Invited) -> dict[str, object]:
    return {
        "id": invited.id,
        "name": invited.name,
        "as_guest": invited.as_guest,
        "ends": day_in_words(invited.ends),
        "yes": Button(
            label=_("Read its charter"), id=f"yes-{invited.id}", name="deed", value="yes", kind="plain",
            about=f"invited-{invited.id}",
        ),
        "no": Button(
            label=_("No, thank you"), id=f"no-{invited.id}", name="deed", value="no", kind="quiet",
            about=f"invited-{invited.id}",
        ),
    }  # fmt: skip


def door_parts(seen: Look) -> dict[str, object]:
    """A circle for somebody who is not in it: what it promises, what it cannot, and the way in."""
    state = seen.held.state if seen.held else ""
    archived = seen.circle.archived_on is not None
    may_come = state == Standing.INVITED or (
        not state and seen.circle.opening in (Opening.OPEN, Opening.ASK) and not archived
    )
    asks = seen.circle.opening == Opening.ASK and state != Standing.INVITED
    return {
        "head": _head(seen),
        "circle": seen.circle.pk,
        "notice": _door_notice(seen, state, archived=archived),
        "charter": charter_parts(seen),
        "join": Link(
            label=_("Ask to come in") if asks else _("Come in"), url=url("circle-join", seen), id="come-in"
        )
        if may_come
        else None,
        "withdraw": _withdraw(state),
        "closed": Way(seen.circle.opening).hint if not may_come and not state else "",
    }


def _withdraw(state: str) -> Button | None:
    if state not in (Standing.ASKED, Standing.INVITED):
        return None
    label = _("Take my request back") if state == Standing.ASKED else _("No, thank you")
    return Button(label=label, id="withdraw", kind="quiet")


def _door_notice(seen: Look, state: str, *, archived: bool) -> Notice | None:
    if archived:
        return Notice(kind=NoticeKind.INFO, text=_("This circle is archived. Nobody new comes in."))
    if state == Standing.ASKED:
        return Notice(
            kind=NoticeKind.INFO,
            text=_("You have asked to come in. A steward will answer; until then you can read this."),
        )
    if state == Standing.INVITED and seen.held and seen.held.role == Part.GUEST:
        return Notice(
            kind=NoticeKind.INFO, text=_("You are invited as a guest: you read and listen, for a month.")
        )
    return None


def circle_parts(seen: Look, inside: Inside) -> dict[str, object]:
    """A circle for those in it: what waits for them, what is being said, and where the rest is."""
    return {
        "head": _head(seen),
        "circle": seen.circle.pk,
        "notices": _notices(seen),
        "accept": Link(label=_("Read what changed"), url=url("circle-charter", seen), id="read-change")
        if seen.standing.answer is not Answer.CURRENT
        else None,
        "offer": _offer(inside.offer),
        "take_on": Button(label=_("Keep this circle for a year"), id="take-on", kind="plain")
        if not seen.is_kept and seen.may_write
        else None,
        "write": Link(label=_("Write a post"), url=url("circle-post", seen), id="write")
        if seen.may_write
        else None,
        "rounds": [
            {
                "link": Link(
                    label=each.question, url=url("circle-round", seen, each.id), id=f"round-{each.id}"
                ),
                "closes": each.closes,
                "is_open": each.is_open,
            }
            for each in inside.rounds
        ],
        "posts": [{"post": each, "change": link_to_change(seen, each)} for each in inside.posts.posts],
        "earlier": Link(
            label=_("Earlier posts"), url=f"{url('circle', seen)}?before={inside.posts.earlier}", id="earlier"
        )
        if inside.posts.earlier
        else None,
        "empty": Empty(
            title=_("Nothing here yet"),
            text=_("Posts stand here in the order in which they were written, and go on the day they name."),
            example=_("What I would have needed last week was somebody to sit down next to me."),
        ),
        "places": _places(seen),
        "chapters": [
            Link(label=each.name, url=reverse(CIRCLE, args=(each.id,)), id=f"chapter-{each.id}")
            for each in inside.chapters
        ],
        "parent": Link(label=inside.parent.name, url=reverse(CIRCLE, args=(inside.parent.id,)), id="parent")
        if inside.parent
        else None,
    }


def _head(seen: Look) -> PageHead:
    return PageHead(where=_("Circles"), heading=seen.circle.name, lead=seen.circle.purpose)


def _offer(offer: RoleOffer | None) -> dict[str, object] | None:
    if offer is None:
        return None
    told = {"name": offer.by.shown_name, "part": str(Part(offer.role).label)}
    text = _("%(name)s asks whether you would be a %(part)s here.") % told
    if offer.steps_down:
        text = _("%(name)s would like to hand this circle over to you.") % told
    return {
        "text": text,
        "yes": Button(label=_("Yes, I will"), id="offer-yes", name="deed", value="yes", kind="plain"),
        "no": Button(label=_("No, thank you"), id="offer-no", name="deed", value="no", kind="quiet"),
    }


def _notices(seen: Look) -> list[Notice]:
    return [
        Notice(kind=kind, text=text)
        for kind, text in (*_of_charter(seen), *_of_state(seen), *_of_stewards(seen))
    ]


def _of_charter(seen: Look) -> list[tuple[NoticeKind, str]]:
    day = day_in_words(seen.standing.until) if seen.standing.until else ""
    if seen.standing.answer is Answer.ASKED:
        text = _(
            "The charter has changed. Read it and answer by %(day)s. Until then nothing changes for you."
        )
        return [(NoticeKind.INFO, text % {"day": day})]
    if seen.standing.answer is Answer.READ_ONLY:
        text = _(
            "The charter changed, and you have not answered. You can read until %(day)s, then you are out."
        )
        return [(NoticeKind.CAREFUL, text % {"day": day})]
    if seen.standing.answer is Answer.OUT:
        return [
            (NoticeKind.CAREFUL, _("The charter has changed. To stay here, read it and accept it today."))
        ]
    return []


def _of_state(seen: Look) -> list[tuple[NoticeKind, str]]:
    held = seen.held
    if seen.circle.archived_on is not None:
        return [(NoticeKind.INFO, _("This circle is archived. You can read it until its posts have gone."))]
    if held and held.paused_until is not None and held.paused_until >= seen.today:
        text = _("You can read here, and write again after %(day)s.") % {
            "day": day_in_words(held.paused_until)
        }
        return [(NoticeKind.INFO, text)]
    if held and held.role == Part.GUEST:
        until = day_in_words(held.term_ends) if held.term_ends else ""
        text = _("You are a guest until %(day)s: you read and listen.") % {"day": until}
        return [(NoticeKind.INFO, text if until else _("You are a guest: you read and listen."))]
    return []


def _of_stewards(seen: Look) -> list[tuple[NoticeKind, str]]:
    if seen.may_keep and seen.has_waiting:
        return [(NoticeKind.INFO, _("Somebody would like to come in. You find them under People."))]
    if not seen.is_kept:
        return [
            (
                NoticeKind.INFO,
                _("Nobody keeps this circle now. Somebody has to let people in and care for the charter."),
            )
        ]
    if seen.may_keep and seen.held and term(seen.held.term_ends, today=seen.today) is not Term.RUNS:
        return [
            (
                NoticeKind.INFO,
                _("Your term ends, or is over. Who is next? Hand over lists what there is to pass on."),
            )
        ]
    return []


def _places(seen: Look) -> list[Link]:
    """Where the rest of the circle is; only what this member can use."""
    asked = [
        (True, _("People"), "circle-people"),
        (True, _("Charter"), "circle-charter"),
        (True, _("Letters"), "letters-archive"),
        (seen.may_lead, _("Open a listening round"), "circle-round-new"),
        (seen.may_write, _("Propose an event"), "events-new"),
        (seen.may_write, _("Budget"), "budget"),
        (seen.may_keep and seen.is_kept, _("Invite somebody"), "circle-invite"),
        (seen.may_keep, _("Hand over"), "circle-hand-over"),
        (seen.may_keep and not seen.circle.is_hidden, _("Found a chapter"), "circle-chapter"),
        (seen.may_keep, _("Archive"), "circle-archive"),
        (True, _("Tell a moderator"), "report"),
        (True, _("Leave"), "circle-leave"),
    ]
    asks = Link(label=_("Asks"), url=f"{reverse('act:asks')}?circle={seen.circle.pk}", id="to-circle-asks")
    moderates = seen.is_inside and seen.held is not None and seen.held.role in (Part.MODERATOR, Part.STEWARD)
    with_you = Link(label=_("Reports with you"), url=reverse("include:moderation"), id="to-moderation")
    return [
        asks,
        *([with_you] if moderates else []),
        *(Link(label=label, url=url(name, seen), id=f"to-{name}") for may, label, name in asked if may),
    ]
