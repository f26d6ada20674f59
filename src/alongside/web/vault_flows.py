"""What a member does with their vault: make it, open it, change what opens it."""

from datetime import date
from typing import Final

from django.core.cache import cache

from alongside.core import slots
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.vault import Sealed, Unlocked
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member, SealedEntry, Vault, VaultSlot
from alongside.web.writing import writing

TRIES: Final = 10
"""Failed unlocks of a member in a quarter of an hour; then a wait (SECURITY: our choice)."""
WAIT_S: Final = 15 * 60


class TooManyTries(Trouble):
    """Ten failed tries in a quarter of an hour."""


def create(member: Member, passphrase: str, *, today: date) -> tuple[Unlocked, str]:
    """A new vault under this passphrase; the open vault and the recovery code, to be shown once."""
    vault = Unlocked.create()
    slot = slots.wrap_passphrase(vault, passphrase)
    recovery, code = slots.wrap_recovery(vault)
    with writing():
        kept = Vault.objects.create(member=member, key_id=vault.key_id)
        for each in (slot, recovery):
            _put(kept, each)
        append_to_trail("vault.create", actor=member, today=today)
    return vault, code


def unlock(member: Member, *, passphrase: str = "", code: str = "") -> Unlocked:
    """The member's vault, opened. Raises WrongSecret, Misread or TooManyTries."""
    tried = f"vault-tries:{member.id.hex}"
    if cache.get(tried, 0) >= TRIES:
        raise TooManyTries(
            _("Passphrase"),
            _("there were %(tries)d tries that did not open it.") % {"tries": TRIES},
            _("Wait a quarter of an hour, then try again. Nothing is lost."),
        )
    try:
        return _open(member, passphrase=passphrase, code=code)
    except slots.WrongSecret:
        cache.add(tried, 0, WAIT_S)
        cache.incr(tried)
        raise


def change_passphrase(member: Member, vault: Unlocked, passphrase: str, *, today: date) -> None:
    """Another passphrase opens the same vault from now on."""
    slot = slots.wrap_passphrase(vault, passphrase)
    with writing():
        _put(member.vault, slot)
        append_to_trail("vault.passphrase", actor=member, today=today)


def renew_code(member: Member, vault: Unlocked, *, today: date) -> str:
    """A fresh recovery code; the old one opens nothing any more."""
    slot, code = slots.wrap_recovery(vault)
    with writing():
        _put(member.vault, slot)
        append_to_trail("vault.recovery", actor=member, today=today)
    return code


def rekey(member: Member, vault: Unlocked, passphrase: str, *, today: date) -> tuple[Unlocked, str]:
    """A new data key, everything sealed again under it, new slots: for after a leak. One transaction."""
    fresh = Unlocked.create()
    slot = slots.wrap_passphrase(fresh, passphrase)
    recovery, code = slots.wrap_recovery(fresh)
    with writing():
        for row in SealedEntry.objects.filter(key_id=vault.key_id):
            _seal_again(row, vault, fresh)
        Vault.objects.filter(member=member).update(key_id=fresh.key_id)
        kept = Vault.objects.get(member=member)
        kept.slots.all().delete()
        for each in (slot, recovery):
            _put(kept, each)
        append_to_trail("vault.rekey", actor=member, today=today)
    return fresh, code


def _open(member: Member, *, passphrase: str, code: str) -> Unlocked:
    kept = Vault.objects.get(member=member)
    held = [
        slots.Slot(kind=row.kind, salt=bytes(row.salt), parameters=row.parameters, box=bytes(row.box))
        for row in kept.slots.all()
    ]
    if code:
        slot = slots.of_kind(held, slots.RECOVERY)
        if slot is not None:
            return slots.open_with_code(slot, code, key_id=bytes(kept.key_id))
    slot = slots.of_kind(held, slots.PASSPHRASE)
    if slot is None:
        raise Vault.DoesNotExist
    return slots.open_with_passphrase(slot, passphrase, key_id=bytes(kept.key_id))


def _put(kept: Vault, slot: slots.Slot) -> None:
    VaultSlot.objects.update_or_create(
        vault=kept,
        kind=slot.kind,
        defaults={"salt": slot.salt, "parameters": dict(slot.parameters), "box": slot.box},
    )


def _seal_again(row: SealedEntry, vault: Unlocked, fresh: Unlocked) -> None:
    before = Sealed(
        entry_id=row.id,
        key_id=bytes(row.key_id),
        version=row.version,
        bucket=row.bucket,
        shelf=bytes(row.shelf),
        box=bytes(row.box),
    )
    sealed = fresh.seal(vault.open(before), entry_id=row.id, version=row.version + 1)
    row.key_id, row.version, row.bucket = sealed.key_id, sealed.version, sealed.bucket
    row.shelf, row.box = sealed.shelf, sealed.box
    row.save()
