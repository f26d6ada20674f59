"""What within a comment or a docstring is not for readers: code, parameters' names, tags, examples to run."""

import re
from collections.abc import Iterator

from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import Pair

_FENCE = re.compile(rb"```")
_TICKED = re.compile(rb"(?::[a-z+-]{1,20}+(?::[a-z]{1,20}+)?:)?(?:``[^`\n]++``|`[^`'\n]++`)_{0,2}")
_BRACED = re.compile(rb"\{@[a-z]++\b[^{}\n]*+\}")
_FIELD = re.compile(
    rb"[@\\:](?<![A-Za-z0-9_][@\\:])(?:"
    rb"(?<!:)(?:param|tparam|arg|throws|exception|raises?|see|type|typedef|property|prop|ref|template"
    rb"|returns?[ \t]+\{)(?:\[[a-z,]{1,10}\])?[ \t]++(?:\{[^{}\n]*+\}[ \t]*+)?[^\s]*+"
    rb"|(?<=:)(?:param|type|raises?|rtype|ivar|cvar|var|keyword|arg|argument)\b[^:\n]{0,100}+:)"
)
_TAG = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]{0,19})(?>(?:[ \t][^<>\n]{0,300})?)/?>")
_EXAMPLE = re.compile(rb"^[ \t]*+(?:>>>|\.\.\. |In \[[0-9]+\]:)[^\n]*+", re.MULTILINE)
_CODE_TAGS = frozenset({b"code", b"pre", b"c", b"kbd", b"samp", b"tt", b"programlisting"})


def unread(data: bytes, start: int, end: int) -> Iterator[Pair]:
    """The parts of the comment from `start` to `end` that are not words for readers."""
    text = data[start:end]
    if text.startswith(b"#!"):
        yield start, start + len(text.partition(b"\n")[0])
    for first, last in _within(text):
        yield start + first, start + last


def _within(text: bytes) -> Iterator[Pair]:
    if b"`" in text:
        yield from _fenced(text)
        yield from (found.span() for found in _TICKED.finditer(text))
    if b"<" in text:
        yield from _tagged(text)
    if b"@" in text or b"\\" in text or b":" in text:
        yield from (found.span() for found in _BRACED.finditer(text))
        yield from (found.span() for found in _FIELD.finditer(text))
    if b">>>" in text or b"In [" in text:
        yield from (found.span() for found in _EXAMPLE.finditer(text))
    yield from addresses(text)


def _fenced(text: bytes) -> Iterator[Pair]:
    edges = [found.span() for found in _FENCE.finditer(text)]
    for opening, closing in zip(edges[::2], edges[1::2], strict=False):
        yield opening[0], closing[1]


def _tagged(text: bytes) -> Iterator[Pair]:
    """Every tag; what stands between a tag of code and the next closing one goes with it."""
    since = -1
    for found in _TAG.finditer(text):
        yield found.span()
        if found[2].lower() not in _CODE_TAGS:
            continue
        if not found[1]:
            since = found.end()
        elif since >= 0:
            yield since, found.start()
            since = -1
