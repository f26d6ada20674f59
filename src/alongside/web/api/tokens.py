"""Making, using and revoking tokens. One that may read or write the vault wraps the vault's key under itself.

So neither the database nor a backup opens the vault: the token is needed, and only its hash is kept.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

import nacl.exceptions
import nacl.secret
from django.utils.translation import gettext as _

from alongside.core.problems import Trouble
from alongside.core.vault import Unlocked
from alongside.web.keeper import append_to_trail
from alongside.web.models import ApiToken, Member
from alongside.web.writing import writing

PREFIX: Final = "alongside_"
LIFETIME: Final = timedelta(days=365)
LONGEST_NAME: Final = 60
_PERSON: Final = b"alongside-token"


class Scope(StrEnum):
    """What a token may do."""

    ME = "me"
    CIRCLES = "circles"
    ASKS = "asks"
    ASKS_WRITE = "asks:write"
    EVENTS = "events"
    ACTS = "acts"
    ACTS_WRITE = "acts:write"

    @property
    def needs_vault(self) -> bool:
        """Whether it reads or writes sealed entries: so does taking an ask up, for the plan lies there."""
        return self in {Scope.ASKS_WRITE, Scope.ACTS, Scope.ACTS_WRITE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whoever a token speaks for, with what it may do, and their vault where the token opens it."""

    member: Member
    token: ApiToken
    vault: Unlocked | None

    def may(self, scope: Scope) -> bool:
        """Whether the token has this scope."""
        return scope.value in self.token.scopes


class Refused(Trouble):
    """A token cannot be made like this."""


def make(
    member: Member, *, name: str, scopes: Sequence[Scope], vault: Unlocked | None, today: date
) -> tuple[ApiToken, str]:
    """A new token, and its words, which are shown once. Raises Refused."""
    if not name.strip():
        raise Refused("name", _("Give the token a name,"), _("such as the program that will use it."))
    if not scopes:
        raise Refused("scopes", _("Choose at least one thing"), _("that the token may do."))
    if vault is None and any(scope.needs_vault for scope in scopes):
        raise Refused(
            "scopes",
            _("Acts, and plans for asks, lie in your vault, and it is locked."),
            _("Open it first, then try again."),
        )
    words = PREFIX + secrets.token_urlsafe(32)
    box = _aead(words).encrypt(vault.export_key(), vault.key_id) if vault and _sealed(scopes) else b""
    with writing():
        token = ApiToken.objects.create(
            member=member,
            name=name.strip()[:LONGEST_NAME],
            hash=_hash(words),
            scopes=sorted(scope.value for scope in scopes),
            key_id=vault.key_id if box and vault else b"",
            box=bytes(box),
            made=today,
            ends=today + LIFETIME,
        )
        append_to_trail("token.make", actor=member, today=today)
    return token, words


def revoke(member: Member, token_id: UUID, *, today: date) -> bool:
    """End a token at once; False where it is none of theirs."""
    with writing():
        gone, _rows = ApiToken.objects.filter(member=member, pk=token_id).delete()
        if gone:
            append_to_trail("token.revoke", actor=member, today=today)
    return bool(gone)


def bearer_of(words: str, *, today: date) -> Bearer | None:
    """Whom these words speak for; None for words that open nothing (any more)."""
    token = (
        ApiToken.objects.select_related("member")
        .filter(hash=_hash(words), ends__gte=today, member__is_active=True)
        .first()
    )
    if token is None:
        return None
    return Bearer(member=token.member, token=token, vault=_vault(token, words))


def _vault(token: ApiToken, words: str) -> Unlocked | None:
    if not token.box:
        return None
    try:
        key = _aead(words).decrypt(bytes(token.box), bytes(token.key_id))
    except nacl.exceptions.CryptoError:
        return None
    return Unlocked(key, bytes(token.key_id))


def _aead(words: str) -> nacl.secret.Aead:
    key = hashlib.blake2b(words.encode(), person=_PERSON, digest_size=32).digest()
    return nacl.secret.Aead(key)


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _sealed(scopes: Sequence[Scope]) -> bool:
    return any(scope.needs_vault for scope in scopes)
