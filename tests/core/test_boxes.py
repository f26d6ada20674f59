"""Boxes open as PyNaCl's own function opens them; nothing changed, cut or too long reaches the C library."""

import nacl.bindings
import nacl.secret
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import boxes
from alongside.core.boxes import Closed, opener

KEY = b"k" * 32
NONCE = b"n" * 24
MOST = 300


def sealed(plain: bytes, bound: bytes = b"bound") -> bytes:
    return NONCE + nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, bound, NONCE, KEY)


@pytest.fixture(params=["libsodium", "PyNaCl alone"])
def way(request, monkeypatch):
    if request.param == "libsodium":
        assert boxes.lib is not None, "PyNaCl no longer shows its inside: pages take a tenth longer"
    else:
        monkeypatch.setattr(boxes, "lib", None)
    return opener(KEY, most=MOST)


@pytest.mark.parametrize("length", [0, 1, 255, MOST])
def test_a_box_opens(way, length):
    assert way(sealed(b"p" * length), b"bound") == b"p" * length


def test_one_box_after_another_leaves_nothing_of_the_longer_one(way):
    assert way(sealed(b"a long one"), b"bound") == b"a long one"
    assert way(sealed(b"short"), b"bound") == b"short"


@pytest.mark.parametrize(
    "box",
    [
        b"",
        NONCE[:-1],
        NONCE,
        NONCE + b"t" * 15,
        sealed(b"p")[:-1],
        sealed(b"p") + b"x",
        sealed(b"p" * (MOST + 1)),
    ],
    ids=["empty", "half a nonce", "a nonce", "half a tag", "cut", "longer", "above the most"],
)
def test_what_is_no_whole_box_is_refused(way, box):
    with pytest.raises(Closed):
        way(box, b"bound")


def test_other_bound_data_is_refused(way):
    with pytest.raises(Closed):
        way(sealed(b"p"), b"Bound")


def test_another_key_is_refused():
    with pytest.raises(Closed):
        opener(b"o" * 32, most=MOST)(sealed(b"p"), b"bound")


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_refused(length):
    with pytest.raises(ValueError, match="32 bytes"):
        opener(b"k" * length, most=MOST)


@given(box=st.binary(max_size=80), bound=st.binary(max_size=40))
def test_no_bytes_but_a_sealed_box_open(box, bound):
    with pytest.raises(Closed):
        opener(KEY, most=MOST)(box, bound)


@given(plain=st.binary(max_size=MOST), bound=st.binary(max_size=80))
def test_what_libsodium_opens_is_what_pynacl_opens(plain, bound):
    box = sealed(plain, bound)
    assert opener(KEY, most=MOST)(box, bound) == nacl.secret.Aead(KEY).decrypt(box, bound)
