"""What opens a vault, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import slots
from alongside.core.vault import Unlocked

PHRASE = "herons stand in the quiet water"
VAULT = Unlocked.create()
SLOT = slots.wrap_passphrase(VAULT, PHRASE)
RECOVERY, CODE = slots.wrap_recovery(VAULT)


def test_another_passphrase_opens_nothing():
    with pytest.raises(slots.WrongSecret):
        slots.open_with_passphrase(SLOT, PHRASE + "s", key_id=VAULT.key_id)


def test_a_slot_moved_to_another_vault_opens_nothing():
    with pytest.raises(slots.WrongSecret):
        slots.open_with_passphrase(SLOT, PHRASE, key_id=Unlocked.create().key_id)
    with pytest.raises(slots.WrongSecret):
        slots.open_with_code(RECOVERY, CODE, key_id=Unlocked.create().key_id)


def test_parameters_that_were_made_cheaper_open_nothing():
    cheaper = slots.Slot(
        kind=SLOT.kind, salt=SLOT.salt, parameters={"passes": 1, "memory": 8 * 2**20}, box=SLOT.box
    )
    with pytest.raises(slots.WrongSecret):
        slots.open_with_passphrase(cheaper, PHRASE, key_id=VAULT.key_id)


def test_every_flipped_byte_of_a_slot_is_refused():
    for place in range(len(RECOVERY.box)):
        box = bytearray(RECOVERY.box)
        box[place] ^= 1
        flipped = slots.Slot(kind=RECOVERY.kind, salt=b"", parameters={}, box=bytes(box))
        with pytest.raises(slots.WrongSecret):
            slots.open_with_code(flipped, CODE, key_id=VAULT.key_id)


def test_the_passphrase_opens_the_vault_however_it_is_spaced_or_composed():
    composed, split = "café au lait à l'aube", "  cafe\u0301   au lait a\u0300 l'aube "
    slot = slots.wrap_passphrase(VAULT, composed)
    assert slots.open_with_passphrase(slot, split, key_id=VAULT.key_id).export_key() == VAULT.export_key()


def test_the_code_opens_the_vault_however_it_is_typed():
    # Seven groups of four, the alphabet of Crockford: O is read as 0, I and L as 1.
    assert [len(group) for group in CODE.split("-")] == [4] * 7
    for typed in (CODE, CODE.lower(), CODE.replace("-", " "), CODE.replace("0", "O").replace("1", "l")):
        assert slots.open_with_code(RECOVERY, typed, key_id=VAULT.key_id).export_key() == VAULT.export_key()


@given(place=st.integers(0, 25), other=st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_slip_of_the_pen_is_told_from_a_wrong_code_nearly_always(place, other):
    letters = list(CODE.replace("-", ""))
    if letters[place] == other:
        return
    letters[place] = other
    # One in 1,024 slips fits the two check characters; it opens nothing either way.
    with pytest.raises((slots.Misread, slots.WrongSecret)):
        slots.open_with_code(RECOVERY, "".join(letters), key_id=VAULT.key_id)


@pytest.mark.parametrize("code", ["", "AAAA", CODE[:-1], CODE + "A", "ü" * 28, "-" * 40])
def test_what_is_no_whole_code_is_called_misread(code):
    with pytest.raises(slots.Misread):
        slots.open_with_code(RECOVERY, code, key_id=VAULT.key_id)


def test_a_short_passphrase_is_refused_with_the_way_out():
    with pytest.raises(slots.WeakPassphrase, match="14"):
        slots.wrap_passphrase(VAULT, "thirteen char")


def test_the_offered_passphrase_has_six_words_of_a_list_of_1024():
    # 1,024 = 2**10, so six words are 60 bits.
    assert len(set(slots.WORDLIST)) == 1024
    words = slots.offer_passphrase().split()
    assert len(words) == 6
    assert set(words) <= set(slots.WORDLIST)
