"""Parts in a circle: offered, and taken only with a yes; handed over, stepped back from, ended when over."""

from datetime import date
from typing import Final
from uuid import UUID

from django.http import Http404

from alongside.core.language import gettext as _
from alongside.include import handover
from alongside.include.refusals import Refused
from alongside.include.web.flows_coming_in import take_out
from alongside.include.web.models import RoleOffer
from alongside.web.belonging import membership_of
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member, Membership, Part, Standing
from alongside.web.policy import require
from alongside.web.writing import writing

OFFERED: Final = (Part.MEMBER, Part.FACILITATOR, Part.MODERATOR, Part.STEWARD)
"""Parts that can be offered; a guest is invited as one."""
WITH_A_TERM: Final = frozenset({Part.FACILITATOR, Part.MODERATOR, Part.STEWARD})


def offer(
    member: Member, circle: Circle, to: UUID, *, role: Part, steps_down: bool, today: date
) -> RoleOffer:
    """Offer somebody a part; `steps_down` hands one's own over with it. Raises Refused, Http404."""
    require(member, "circle.keep", circle)
    with writing():
        by, row = membership_of(member, circle), _active(circle, to)
        if by is None:
            raise Http404
        if role not in OFFERED or row.pk == by.pk or row.role == role:
            raise Refused("role", _("They have this part already."), _("Choose another."))
        made, _new = RoleOffer.objects.update_or_create(
            to=row,
            defaults={
                "by": by,
                "role": role,
                "steps_down": steps_down and role == Part.STEWARD,
                "made": today,
            },
        )
        append_to_trail("part.offer", actor=member, today=today)
    return made


def answer_offer(member: Member, circle: Circle, *, yes: bool, today: date) -> None:
    """Take on a part that was offered, or not. Raises Http404 where none was, or it no longer holds."""
    require(member, "circle.read", circle)
    with writing():
        held = membership_of(member, circle)
        made = RoleOffer.objects.filter(to=held).select_related("by").first()
        if held is None or made is None:
            raise Http404
        if yes and _still_holds(made):
            _take(held, Part(made.role), today=today)
            if made.steps_down:
                Membership.objects.filter(pk=made.by_id).update(role=Part.MEMBER, term_ends=None)
        made.delete()
        append_to_trail("part.answer", actor=member, today=today)


def _still_holds(made: RoleOffer) -> bool:
    return made.by.role == Part.STEWARD and made.by.state == Standing.ACTIVE


def _take(held: Membership, role: Part, *, today: date) -> None:
    held.role = role
    held.term_ends = handover.term_from(today) if role in WITH_A_TERM else None
    held.save(update_fields=["role", "term_ends"])


def stay(member: Member, circle: Circle, *, today: date) -> None:
    """Keep one's own part for another term. Raises Refused while the term still runs."""
    require(member, "circle.read", circle)
    with writing():
        held = membership_of(member, circle)
        if held is None or held.role not in WITH_A_TERM:
            raise Http404
        if handover.term(held.term_ends, today=today) is handover.Term.RUNS:
            raise Refused("", _("Your term still runs."), _("Look again in the month before it ends."))
        held.term_ends = handover.term_from(today)
        held.save(update_fields=["term_ends"])
        append_to_trail("part.stay", actor=member, today=today)


def step_back(member: Member, circle: Circle, *, today: date) -> None:
    """Become a member again, for whatever reason. Raises Http404 for somebody without a part."""
    require(member, "circle.read", circle)
    with writing():
        held = membership_of(member, circle)
        if held is None or held.role not in WITH_A_TERM:
            raise Http404
        held.role, held.term_ends = Part.MEMBER, None
        held.save(update_fields=["role", "term_ends"])
        append_to_trail("part.step-back", actor=member, today=today)


def end_part(member: Member, circle: Circle, whose: UUID, *, today: date) -> None:
    """End a guest's visit, or make a facilitator or moderator a member again; never a steward."""
    require(member, "circle.keep", circle)
    with writing():
        row = _active(circle, whose)
        if row.role == Part.GUEST:
            take_out(row, words_stay=False, today=today)
        elif row.role in (Part.FACILITATOR, Part.MODERATOR):
            row.role, row.term_ends = Part.MEMBER, None
            row.save(update_fields=["role", "term_ends"])
        else:
            raise Http404
        append_to_trail("part.end", actor=member, today=today)


def _active(circle: Circle, whose: UUID) -> Membership:
    row = Membership.objects.filter(pk=whose, circle=circle, state=Standing.ACTIVE).first()
    if row is None:
        raise Http404
    return row
