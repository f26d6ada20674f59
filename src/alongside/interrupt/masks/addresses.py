"""Addresses in running text: URLs, e-mail addresses, and paths of files.

Each is looked for from the one sign it cannot do without (`://`, `@`, `/`), and looked back from there no
further than the last one's end: the time grows with the size only.
"""

import re
from collections.abc import Iterator

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.spans import Pair, apart

_URL = re.compile(rb"://[^\s<>\[\]\"`'|\\^{}]+")
_WWW = re.compile(rb"www\.[^\s<>\[\]\"`'|\\^{}]+")
_MAIL = re.compile(rb"@[A-Za-z0-9-]++(?>(?:\.[A-Za-z0-9-]++)+)")
_PATH_SIGNS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.~+%@$-/")
_PATH_REST = re.compile(rb"[A-Za-z0-9_.~+%@$/-]*+")
_SCHEME_SIGNS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-")
_MAIL_SIGNS = _SCHEME_SIGNS | frozenset(b"_%")
_LONGEST_LEFT = 200  # own choice: no scheme, mailbox or path's first part is longer
_ENDING = re.compile(rb"\.(?:[a-z][a-z0-9]{0,4}|[A-Z]{2,4})\Z")
_NO_WORD = re.compile(rb"[_.0-9~$%@+]")
_TRAILING = b".,;:!?)'\"*_"


def mask(data: bytes) -> tuple[Span, ...]:
    """Where the addresses in a plain text are."""
    return apart(addresses(data))


def addresses(data: bytes) -> Iterator[Pair]:
    """The same as pairs, in no order."""
    yield from _web(data)
    yield from _mail(data)
    yield from _paths(data)


def _web(data: bytes) -> Iterator[Pair]:
    at = 0
    for found in _URL.finditer(data):
        start = _left(data, found.start(), at, _SCHEME_SIGNS)
        at = start + len(data[start : found.end()].rstrip(_TRAILING))
        if start < found.start():
            yield start, at
    for found in _WWW.finditer(data):
        if not data[found.start() - 1 : found.start()].isalnum():
            yield found.start(), found.start() + len(found[0].rstrip(_TRAILING))


def _mail(data: bytes) -> Iterator[Pair]:
    at = 0
    for found in _MAIL.finditer(data):
        start = _left(data, found.start(), at, _MAIL_SIGNS)
        at = found.end()
        if start < found.start():
            yield start, at


def _left(data: bytes, place: int, floor: int, signs: frozenset[int]) -> int:
    """How far to the left of `place` these signs go on."""
    floor = max(floor, place - _LONGEST_LEFT)
    while place > floor and data[place - 1] in signs:
        place -= 1
    return place


def _paths(data: bytes) -> Iterator[Pair]:
    at = 0
    while (slash := data.find(b"/", at)) >= 0:
        if data[slash - 1] == ord(b"<") and slash:  # a closing tag
            at = slash + 1
            continue
        start = _left(data, slash, at, _PATH_SIGNS)
        rest = _PATH_REST.match(data, slash)
        end = rest.end() if rest else slash + 1
        path = data[start:end].rstrip(b".")
        if _is_path(path):
            yield start, start + len(path)
        at = end


def _is_path(token: bytes) -> bool:
    """Whether words joined by slashes are the name of a file: “he/she/they” is not, “./he/she” is."""
    if token.startswith(b"//"):
        return False
    if _ENDING.search(token):
        return True
    if token.startswith((b"/", b"./", b"../", b"~/", b"$")):
        return token.count(b"/") > 1 or bool(_NO_WORD.search(token))
    return token.count(b"/") > 1 and bool(_NO_WORD.search(token))
