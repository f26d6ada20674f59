"""Many boxes opened with one key, XChaCha20-Poly1305: libsodium without what PyNaCl does around each call.

A page opens a year of entries, and PyNaCl's own function spends twice as long on error messages that nobody
will see as on opening. The same C function is called here, after the lengths that it relies on are checked.
Where PyNaCl does not show its inside, its own function opens them: slower, with the same result.
"""

from collections.abc import Callable
from typing import Final

import nacl.bindings
import nacl.exceptions
import nacl.secret

try:
    from nacl._sodium import ffi, lib  # type: ignore[import-not-found,unused-ignore]
except ImportError:  # another build of PyNaCl
    ffi = lib = None

KEY_BYTES: Final = nacl.secret.Aead.KEY_SIZE
NONCE_BYTES: Final = nacl.secret.Aead.NONCE_SIZE
_TAG_BYTES: Final = nacl.secret.Aead.MACBYTES

Opener = Callable[[bytes, bytes], bytes]


class Closed(ValueError):
    """A box that does not open: another key, other bound data, changed, or no box at all."""


def opener(key: bytes, *, most: int) -> Opener:
    """A function of a nonce with its box (24 + n + 16 bytes) and the bound data, that gives the n bytes.

    It raises Closed where anything was changed, or n is above `most`. Raises ValueError for a key that
    has not 32 bytes. Source: libsodium, crypto_aead_xchacha20poly1305_ietf_decrypt.
    """
    if len(key) != KEY_BYTES:
        message = f"a key has {KEY_BYTES} bytes"
        raise ValueError(message)
    return _plainly(key, most) if lib is None else _directly(key, most)


def _directly(key: bytes, most: int) -> Opener:
    decrypt, view, nothing = lib.crypto_aead_xchacha20poly1305_ietf_decrypt, ffi.buffer, ffi.NULL
    room = ffi.new("unsigned char[]", most)

    def open_box(sealed: bytes, bound: bytes) -> bytes:
        nonce, box = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        length = len(box) - _TAG_BYTES
        if not 0 <= length <= most:
            raise Closed
        if decrypt(room, nothing, nothing, box, len(box), bound, len(bound), nonce, key):
            raise Closed
        opened: bytes = view(room, length)[:]
        return opened

    return open_box


def _plainly(key: bytes, most: int) -> Opener:
    decrypt = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt

    def open_box(sealed: bytes, bound: bytes) -> bytes:
        if not 0 <= len(sealed) - NONCE_BYTES - _TAG_BYTES <= most:
            raise Closed
        try:
            return decrypt(sealed[NONCE_BYTES:], bound, sealed[:NONCE_BYTES], key)
        except nacl.exceptions.CryptoError as error:
            raise Closed from error

    return open_box
