"""Who may make an account: everybody, whoever was invited, or whoever an admin then lets in."""

import hashlib
import secrets
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web.community import community_name, put_setting, setting
from alongside.web.keeper import append_to_trail
from alongside.web.models import Invitation, Member, Waiting
from alongside.web.writing import writing

INVITED: Final = "invitation"
"""Where the session keeps the hash of the invitation that somebody came with."""
INVITATION_DAYS: Final = 14
"""Our choice: long enough for a holiday, short enough for a forgotten letter."""
LONGEST_WORDS: Final = 600


class Joining(StrEnum):
    """The ways an owner can choose."""

    INVITATION = "invitation"
    OPEN = "open"
    APPROVAL = "approval"


class NoSuchInvitation(Trouble):
    """The link was used, is older than two weeks, or was never made."""


def joining() -> Joining:
    """What the owner chose; by invitation until they choose."""
    chosen = setting("joining")
    return Joining(chosen) if chosen in set(Joining) else Joining.INVITATION


def may_join(request: HttpRequest) -> bool:
    """Whether this visitor may make an account."""
    return joining() is not Joining.INVITATION or is_invited(request)


def waits_for_a_yes(request: HttpRequest) -> bool:
    """Whether this visitor's account would wait for an admin; who was invited need not."""
    return joining() is Joining.APPROVAL and not is_invited(request)


def is_invited(request: HttpRequest) -> bool:
    """Whether they came with an invitation that still opens."""
    return opens(request.session.get(INVITED, ""), today=today())


def hash_of(token: str) -> str:
    """What is kept of an invitation's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def opens(token_hash: str, *, today: date) -> bool:
    """Whether an invitation was not used yet and is not too old."""
    return bool(token_hash) and Invitation.objects.filter(token_hash=token_hash, ends__gte=today).exists()


def invite(actor: Member, *, today: date) -> str:
    """A fresh invitation: its token, to be shown this once. It makes one account, within two weeks."""
    token = secrets.token_urlsafe(24)
    with writing():
        Invitation.objects.filter(ends__lt=today).delete()
        Invitation.objects.create(
            token_hash=hash_of(token),
            made=today,
            ends=today + timedelta(days=INVITATION_DAYS),
            made_by=actor,
        )
        append_to_trail("invitation.make", actor=actor, today=today)
    return token


def take_back(actor: Member, token_hash: str, *, today: date) -> None:
    """An invitation that nobody used opens nothing any more."""
    with writing():
        Invitation.objects.filter(token_hash=token_hash).delete()
        append_to_trail("invitation.take-back", actor=actor, today=today)


def choose_joining(actor: Member, chosen: Joining, *, today: date) -> None:
    """From now on people join like this."""
    with writing():
        put_setting("joining", chosen.value)
        append_to_trail("community.joining", actor=actor, today=today)


def welcome(request: HttpRequest, member: Member, *, words: str = "") -> None:
    """Note a fresh account: its invitation is spent, or it waits. Call it inside the same transaction."""
    day = today()
    waits = waits_for_a_yes(request)
    spent = Invitation.objects.filter(token_hash=request.session.get(INVITED, "")).delete()[0]
    if not spent and joining() is Joining.INVITATION:
        raise NoSuchInvitation(
            _("Invitation"), _("this one was just used."), _("Ask for another one.")
        )  # two browsers sent the form at once
    if waits:
        member.is_active = False
        member.save(update_fields=["is_active"])
        Waiting.objects.create(member=member, since=day, words=words[:LONGEST_WORDS])
    append_to_trail("member.join", actor=member, today=day)


def let_in(actor: Member, member: Member, *, today: date) -> None:
    """Open the door to somebody who waits, and write to them."""
    with writing():
        Waiting.objects.filter(member=member).delete()
        member.is_active = True
        member.save(update_fields=["is_active"])
        append_to_trail("member.let-in", actor=actor, today=today)
        transaction.on_commit(lambda: _tell(member))


def turn_down(actor: Member, member: Member, *, today: date) -> None:
    """Delete the account of somebody who waits, with what they wrote."""
    with writing():
        member.delete()
        append_to_trail("member.turn-down", actor=actor, today=today)


def _tell(member: Member) -> None:
    with override(member.language or None):
        body = _(
            "You asked to join %(community)s, and the door is open now. Sign in with this address:"
            " we send you a code, and no password is needed."
        )
        send_mail(
            _("You can come in"),
            body % {"community": community_name()},
            None,
            [member.email or ""],
            fail_silently=True,
        )
