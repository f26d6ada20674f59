"""Coming into a circle and leaving it. Nobody is added without their own yes; who leaves leaves no trace."""

from datetime import date
from uuid import UUID

from django.http import Http404

from alongside.core.language import gettext as _
from alongside.include import founding
from alongside.include.refusals import Refused
from alongside.include.web.addresses import address_of
from alongside.include.web.days import day_in_words
from alongside.include.web.flows_circles import newest
from alongside.include.web.models import CircleInvitation, JoinRequest, Post, Turn
from alongside.include.web.naming import pseudonym_for
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member, Membership, Opening, Part, Standing
from alongside.web.policy import require
from alongside.web.writing import writing

LONGEST_REQUEST = 500
"""Characters of what somebody says who asks to come in (our choice)."""


def invite(member: Member, circle: Circle, *, email: str, as_guest: bool, today: date) -> None:
    """Invite whoever has this address. It is the same deed whether or not anybody has. Raises Refused."""
    require(member, "circle.keep", circle)
    given = email.strip()
    if given.count("@") != 1 or len(given) > 254 or any(mark.isspace() for mark in given):  # noqa: PLR2004  # RFC 5321
        raise Refused("email", _("This is not an e-mail address."), _("Write it like name@example.org."))
    with writing():
        CircleInvitation.objects.update_or_create(
            circle=circle,
            address=address_of(given),
            defaults={
                "as_guest": as_guest,
                "made": today,
                "ends": founding.invitation_ends(today),
                "answered": False,
            },
        )
        append_to_trail("circle.invite", actor=member, today=today)


def take_invitation_back(member: Member, circle: Circle, invitation: UUID, *, today: date) -> None:
    """End an invitation; nothing happens where there is none."""
    require(member, "circle.steward", circle)
    with writing():
        CircleInvitation.objects.filter(circle=circle, pk=invitation).delete()
        append_to_trail("circle.uninvite", actor=member, today=today)


def answer_invitation(member: Member, invitation: UUID, *, yes: bool, today: date) -> Circle | None:
    """Look at the circle one is invited to, or say no. Raises Http404 where it is not theirs.

    A yes lets them read the charter; they come in only when they accept it.
    """
    with writing():
        row = (
            CircleInvitation.objects.filter(
                pk=invitation,
                address=address_of(member.email),
                answered=False,
                ends__gte=today,
                circle__archived_on=None,
            )
            .select_related("circle")
            .first()
        )
        if row is None or not member.email:
            raise Http404
        CircleInvitation.objects.filter(pk=row.pk).update(answered=True)
        if yes and not Membership.objects.filter(circle=row.circle, member=member).exists():
            Membership.objects.create(
                circle=row.circle,
                member=member,
                role=Part.GUEST if row.as_guest else Part.MEMBER,
                state=Standing.INVITED,
                since=today,
            )
        append_to_trail("invitation.answer", actor=member, today=today)
    return row.circle if yes else None


def come_in(
    member: Member, circle: Circle, *, pseudonym: str, version: int, text: str = "", today: date
) -> Membership:
    """Accept the charter and come in, or ask to where a steward decides. Raises Refused, Http404."""
    require(member, "circle.see", circle)
    if len(text) > LONGEST_REQUEST:
        raise Refused(
            "request",
            _("This is longer than %(most)d characters.") % {"most": LONGEST_REQUEST},
            _("A few words are enough."),
        )
    with writing():
        held = Membership.objects.filter(circle=circle, member=member).first()
        state = _next_state(circle, held)
        accepted = newest(circle, read=version)
        founding.check_room(Membership.objects.filter(circle=circle, state=Standing.ACTIVE).count())
        row = held or Membership(circle=circle, member=member)
        row.pseudonym = pseudonym_for(circle, pseudonym)
        row.state, row.since, row.accepted, row.accepted_on = state, today, accepted, today
        if row.role == Part.GUEST:
            row.term_ends = founding.visit_ends(today)
        row.save()
        if state == Standing.ASKED:
            JoinRequest.objects.create(membership=row, text=text.strip())
        append_to_trail("circle.join", actor=member, today=today)
    return row


def _next_state(circle: Circle, held: Membership | None) -> Standing:
    """What somebody becomes who wants to come in. Raises Refused, Http404."""
    if circle.archived_on is not None:
        raise Refused("", _("This circle is archived."), _("Nobody new comes in."))
    if held is not None and held.state == Standing.INVITED:
        return Standing.ACTIVE
    if held is not None and held.state == Standing.LEFT:
        raise _not_yet(held)
    if held is not None:
        raise Refused(
            "", _("You are in this circle, or have asked to be."), _("There is nothing more to do.")
        )
    if circle.opening == Opening.OPEN:
        return Standing.ACTIVE
    if circle.opening == Opening.ASK:
        return Standing.ASKED
    raise Http404


def _not_yet(held: Membership) -> Refused:
    if held.paused_until is not None:
        return Refused(
            "",
            _("You cannot come back before %(day)s.") % {"day": day_in_words(held.paused_until)},
            _("After that day you can."),
        )
    return Refused(
        "",
        _("You cannot come back by yourself."),
        _("Those who moderate can tell you what would have to be."),
    )


def withdraw(member: Member, circle: Circle, *, today: date) -> None:
    """Take back that one asked, or say no to an invitation after all."""
    require(member, "circle.see", circle)
    with writing():
        Membership.objects.filter(
            circle=circle, member=member, state__in=(Standing.ASKED, Standing.INVITED)
        ).delete()
        append_to_trail("circle.withdraw", actor=member, today=today)


def let_in(member: Member, circle: Circle, asked: UUID, *, yes: bool, today: date) -> None:
    """Answer somebody who asked to come in. A no is told to nobody. Raises Refused, Http404."""
    require(member, "circle.keep", circle)
    with writing():
        row = Membership.objects.filter(pk=asked, circle=circle, state=Standing.ASKED).first()
        if row is None:
            raise Http404
        if yes:
            founding.check_room(Membership.objects.filter(circle=circle, state=Standing.ACTIVE).count())
            row.state, row.since = Standing.ACTIVE, today
            row.save(update_fields=["state", "since"])
            JoinRequest.objects.filter(membership=row).delete()
        else:
            row.delete()
        append_to_trail("circle.let-in", actor=member, today=today)


def leave(member: Member, circle: Circle, *, words_stay: bool, today: date) -> None:
    """Leave, and take one's words along, or let them stay without a name. Others are told nothing.

    The last one to leave takes the circle along.
    """
    require(member, "circle.read", circle)
    with writing():
        held = Membership.objects.get(circle=circle, member=member, state=Standing.ACTIVE)
        take_out(held, words_stay=words_stay, today=today)
        append_to_trail("circle.leave", actor=member, today=today)


def take_out(held: Membership, *, words_stay: bool, today: date) -> None:
    """Take somebody out of a circle; call it inside the deed's own transaction.

    Whoever is paused stays known until the pause is over, so that leaving is no way around it.
    """
    circle = held.circle
    if words_stay:
        Post.objects.filter(author=held).update(author=None)
        Turn.objects.filter(membership=held).update(membership=None)
    if held.paused_until is not None and held.paused_until >= today:
        Post.objects.filter(author=held).delete()
        Turn.objects.filter(membership=held).delete()
        Membership.objects.filter(pk=held.pk).update(state=Standing.LEFT, role=Part.MEMBER, term_ends=None)
    else:
        held.delete()
    if not Membership.objects.filter(circle=circle, state=Standing.ACTIVE).exists():
        circle.delete()
