"""A letter for a chosen reader: nobody else opens it, and it opens in its own place only."""

import copy
import json
import pickle
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.sealing import Envelope, ReaderKey, Unreadable, fingerprint, seal_for
from alongside.core.vault import TooLong, Unopenable

READER, OTHER = ReaderKey(b"r" * 32), ReaderKey(b"o" * 32)
HERE = Envelope(kind="card", id=UUID(int=1), reader=UUID(int=2))
WORDS = {"note": "Ask me first, bitte. \U0001f343"}


def test_another_reader_opens_nothing():
    with pytest.raises(Unopenable):
        OTHER.open(seal_for(READER.public, WORDS, envelope=HERE), envelope=HERE)


@pytest.mark.parametrize(
    "place",
    [
        replace(HERE, kind="thanks"),
        replace(HERE, id=UUID(int=9)),
        replace(HERE, reader=UUID(int=9)),
    ],
)
def test_a_letter_put_in_another_place_is_refused(place):
    with pytest.raises(Unopenable):
        READER.open(seal_for(READER.public, WORDS, envelope=HERE), envelope=place)


def test_a_changed_bit_anywhere_is_refused():
    box = seal_for(READER.public, WORDS, envelope=HERE)
    for place in range(len(box)):
        changed = bytearray(box)
        changed[place] ^= 1
        with pytest.raises(Unopenable):
            READER.open(bytes(changed), envelope=HERE)


@pytest.mark.parametrize("box", [b"", b"x", b"x" * 48, b"x" * 400])
def test_what_is_no_letter_is_refused(box):
    with pytest.raises(Unopenable):
        READER.open(box, envelope=HERE)


def test_what_is_no_key_is_refused():
    with pytest.raises(Unreadable):
        seal_for(b"short", WORDS, envelope=HERE)
    for body in ({}, {"private": "%%"}, {"private": "c2hvcnQ="}):
        with pytest.raises(Unreadable):
            ReaderKey.from_body(body)


def test_a_letter_longer_than_the_largest_size_is_refused():
    with pytest.raises(TooLong):
        seal_for(READER.public, {"note": "x" * 16384}, envelope=HERE)


@settings(max_examples=50)
@given(
    st.dictionaries(
        st.text(max_size=20), st.text(max_size=300) | st.integers(-(2**53), 2**53) | st.none(), max_size=4
    )
)
def test_the_reader_reads_what_was_written(body):
    assert READER.open(seal_for(READER.public, body, envelope=HERE), envelope=HERE) == body


def test_the_words_are_not_in_the_letter_and_two_letters_differ():
    first, second = (seal_for(READER.public, WORDS, envelope=HERE) for _n in range(2))
    assert first != second
    assert b"Ask me first" not in first


@given(st.integers(0, 15000))
def test_lengths_tell_at_most_four_sizes(long):
    # 48 bytes of libsodium's seal on top of the padded length
    box = seal_for(READER.public, {"note": "x" * long}, envelope=HERE)
    assert len(box) - 48 in {256, 1024, 4096, 16384}


def test_a_key_comes_back_from_its_owners_vault():
    kept = json.loads(json.dumps(READER.to_body()))
    assert ReaderKey.from_body(kept).public == READER.public


def test_a_new_key_is_new():
    assert ReaderKey.create().public != ReaderKey.create().public


def test_a_key_is_neither_printed_nor_copied():
    assert repr(READER) == "a reader's key"
    for carry in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            carry(READER)


def test_a_fingerprint_is_four_groups_that_differ_by_key():
    groups = fingerprint(READER.public).split(" ")
    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert fingerprint(READER.public) != fingerprint(OTHER.public)
