"""The vault opens what it sealed, and nothing that was changed, moved or sealed with another key."""

import copy
import json
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.builders import ONE, TWO, an_entry

from alongside.core.deeds import Entry
from alongside.core.vault import BUCKETS, TooLong, Unlocked, Unopenable, week_of

VAULT = Unlocked(b"k" * 32, b"i" * 16)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
entries = st.builds(
    Entry,
    room=st.text(max_size=12),
    kind=st.text(max_size=12),
    day=st.dates(),
    body=st.dictionaries(st.text(max_size=12), json_values, max_size=5),
    practice=st.text(max_size=12),
)


def test_another_members_key_opens_nothing():
    sealed = VAULT.seal(an_entry(), entry_id=ONE, version=1)

    with pytest.raises(Unopenable):
        Unlocked(b"o" * 32, b"i" * 16).open(sealed)


def test_a_row_whose_key_id_was_changed_does_not_open():
    sealed = VAULT.seal(an_entry(), entry_id=ONE, version=1)

    with pytest.raises(Unopenable):
        VAULT.open(sealed._replace(key_id=b"j" * 16))


def test_the_same_key_under_another_key_id_does_not_open():
    sealed = VAULT.seal(an_entry(), entry_id=ONE, version=1)

    with pytest.raises(Unopenable):
        Unlocked(b"k" * 32, b"j" * 16).open(sealed._replace(key_id=b"j" * 16))


def test_no_entry_opens_with_any_single_bit_changed():
    sealed = VAULT.seal(an_entry(), entry_id=ONE, version=1)
    opened = []

    for bit in range(len(sealed.box) * 8):
        box = bytearray(sealed.box)
        box[bit // 8] ^= 1 << bit % 8
        try:
            opened.append(VAULT.open(sealed._replace(box=bytes(box))))
        except Unopenable:
            continue

    assert opened == []


@pytest.mark.parametrize("keep", [0, 1, 23, 24, 39, 40, 100, 295])
def test_an_entry_cut_short_does_not_open(keep):
    # nonce 24 + 256 of padded text + tag 16 = 296 bytes in the smallest bucket
    sealed = VAULT.seal(an_entry(), entry_id=ONE, version=1)

    assert len(sealed.box) == 296
    with pytest.raises(Unopenable):
        VAULT.open(sealed._replace(box=sealed.box[:keep]))


@pytest.mark.parametrize(
    "moved", [{"entry_id": TWO}, {"version": 2}, {"version": 0}, {"bucket": 1024}, {"bucket": 0}]
)
def test_an_entry_moved_to_another_id_version_or_size_does_not_open(moved):
    sealed = VAULT.seal(an_entry(), entry_id=ONE, version=1)

    with pytest.raises(Unopenable):
        VAULT.open(sealed._replace(**moved))


def test_an_entry_put_on_another_shelf_does_not_open():
    sealed = VAULT.seal(an_entry(kind="act"), entry_id=ONE, version=1)

    with pytest.raises(Unopenable):
        VAULT.open(sealed._replace(shelf=VAULT.shelf("act", "commitment")))


def test_two_rows_whose_boxes_were_swapped_do_not_open():
    first = VAULT.seal(an_entry("one"), entry_id=ONE, version=1)
    second = VAULT.seal(an_entry("two"), entry_id=TWO, version=1)

    for swapped in (first._replace(box=second.box), second._replace(box=first.box)):
        with pytest.raises(Unopenable):
            VAULT.open(swapped)


@given(entries)
def test_what_was_sealed_comes_back_as_it_was(entry):
    sealed = VAULT.seal(entry, entry_id=ONE, version=3)

    assert VAULT.open(sealed) == entry


@given(entries)
def test_lengths_fall_into_five_buckets(entry):
    sealed = VAULT.seal(entry, entry_id=ONE, version=1)

    assert sealed.bucket in BUCKETS
    assert len(sealed.box) == sealed.bucket + 24 + 16  # nonce before, tag behind


def _overhead() -> int:
    """Bytes that an entry with an empty text takes before padding, the format byte included."""
    entry = an_entry("")
    held = {
        "room": entry.room,
        "kind": entry.kind,
        "practice": entry.practice,
        "day": entry.day.isoformat(),
        "body": {"text": ""},
    }
    return 1 + len(json.dumps(held, separators=(",", ":")))


@pytest.mark.parametrize(
    ("length", "bucket"), [(255, 256), (256, 1024), (1023, 1024), (1024, 4096), (65535, 65536)]
)
def test_a_bucket_holds_up_to_one_byte_less_than_its_size(length, bucket):
    # ISO/IEC 7816-4 padding needs at least its one mark byte
    text = "x" * (length - _overhead())

    assert VAULT.seal(an_entry(text), entry_id=ONE, version=1).bucket == bucket


def test_an_entry_longer_than_the_largest_bucket_is_refused_with_a_way_out():
    with pytest.raises(TooLong) as refused:
        VAULT.seal(an_entry("x" * (65536 - _overhead())), entry_id=ONE, version=1)

    assert "64 KiB" in refused.value.cause
    assert refused.value.way_out


def test_length_is_counted_in_bytes_not_in_letters():
    with pytest.raises(TooLong):
        VAULT.seal(an_entry("ü" * 32768), entry_id=ONE, version=1)


def test_sealing_the_same_entry_twice_gives_two_boxes_with_nothing_in_common():
    first, second = (VAULT.seal(an_entry(), entry_id=ONE, version=1).box for _ in range(2))

    assert first[:24] != second[:24]
    assert first[24:] != second[24:]


def test_shelves_differ_by_room_by_kind_and_by_member():
    other = Unlocked(b"o" * 32, b"i" * 16)
    shelves = {
        VAULT.shelf("act", "act"),
        VAULT.shelf("act", "commitment"),
        VAULT.shelf("listen", "act"),
        other.shelf("act", "act"),
    }

    assert len(shelves) == 4
    assert {len(shelf) for shelf in shelves} == {16}


@pytest.mark.parametrize("leak", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps])
def test_an_open_vault_cannot_be_copied_or_written_out(leak):
    with pytest.raises(TypeError):
        leak(VAULT)


@pytest.mark.parametrize("show", [repr, str, "{}".format, "{!a}".format])
def test_an_open_vault_shows_nothing_of_its_key(show):
    assert show(VAULT) == "vault unlocked"


def test_a_closed_vault_holds_its_key_no_longer():
    vault = Unlocked(b"k" * 32, b"i" * 16)

    vault.close()

    assert vault.export_key() == bytes(32)


def test_every_new_vault_has_a_key_and_an_id_of_its_own():
    first, second = Unlocked.create(), Unlocked.create()

    assert first.export_key() != second.export_key()
    assert first.key_id != second.key_id


@pytest.mark.parametrize(("key", "key_id"), [(b"k" * 31, b"i" * 16), (b"k" * 32, b"i" * 15), (b"", b"")])
def test_a_key_of_the_wrong_length_is_refused(key, key_id):
    with pytest.raises(ValueError, match="32 bytes"):
        Unlocked(key, key_id)


@pytest.mark.parametrize("day", [date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 8)])
def test_outside_the_seal_a_day_is_only_its_weeks_monday(day):
    assert week_of(day) == date(2026, 3, 2)
