"""Finds a text in bytes, in whatever clothing a program may have put it."""

import base64
import contextlib
import json
import urllib.parse
import zlib
from collections.abc import Iterator

_STREAMS = {
    b"\x1f\x8b\x08": 31,  # gzip
    b"\x78\x01": 15,  # zlib, by level
    b"\x78\x5e": 15,
    b"\x78\x9c": 15,
    b"\x78\xda": 15,
}
_LIMIT = 2**22


def clothings(needle: str) -> Iterator[tuple[str, bytes]]:
    """Each form that the text can have in bytes, by name."""
    plain = needle.encode()
    yield "utf-8", plain
    yield "utf-16-le", needle.encode("utf-16-le")
    yield "utf-16-be", needle.encode("utf-16-be")
    yield "hex", plain.hex().encode()
    yield "HEX", plain.hex().upper().encode()
    yield "percent", urllib.parse.quote(needle, safe="").encode()
    yield "percent, plus", urllib.parse.quote_plus(needle).encode()
    yield "percent, spaces kept", urllib.parse.quote(needle, safe=" ").encode()
    yield "json", json.dumps(needle)[1:-1].encode()
    for offset in range(3):
        yield from _in_base64(plain, offset)


def _in_base64(plain: bytes, offset: int) -> Iterator[tuple[str, bytes]]:
    """Base64 of the text at this place in a longer one: without the letters that its neighbours shape."""
    shaped_before, shaped_after = (0, 2, 3)[offset], -((offset + len(plain)) % 3 > 0) * 4 or None
    for name, encode in (("base64", base64.b64encode), ("base64, url", base64.urlsafe_b64encode)):
        yield f"{name} at {offset}", encode(b"\0" * offset + plain)[shaped_before:shaped_after]


def layers(data: bytes) -> Iterator[bytes]:
    """The bytes, and what every zlib or gzip stream among them unpacks to."""
    yield data
    for magic, window in _STREAMS.items():
        place = data.find(magic)
        while place != -1:
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj(window).decompress(data[place:], _LIMIT)
            place = data.find(magic, place + 1)


def clothings_found(needle: str, data: bytes) -> set[str]:
    """The names of the forms in which the text lies in the bytes, at any layer."""
    return {name for layer in layers(data) for name, form in clothings(needle) if form in layer}
