"""JSON, YAML, TOML and PO: values that people read, and comments; keys, ids and places are not read.

In PO files what people read is `msgstr` with the notes to and from translators (`#` and `#.`); `msgid` is
the program's own text and is checked there, except in a template (.pot), where it is all there is. Messages
in another language than English are no matter for rules of English words. In YAML, blocks under keys such as
`run` and `script` are programs.
"""

import re
from collections.abc import Callable, Iterator

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import Pair, apart, between

_QUOTED = rb'"(?>(?:[^"\\\n]++|\\.)*)"?'
_JSON = re.compile(_QUOTED + rb"(\s*+:)?|//[^\n]*+|/\*.*?(?:\*/|\Z)", re.DOTALL)
_TOML = re.compile(
    rb"\#[^\n]*+|\"\"\".*?(?:\"\"\"|\Z)|'''.*?(?:'''|\Z)"
    rb"|(?:" + _QUOTED + rb"|'[^'\n]*+'?)([ \t]*+[=.])?",
    re.DOTALL,
)
_PO = re.compile(
    rb"^(?:(\#[ .](?![,:|~])[^\n]*+|\#$)|(\#[^\n]*+)|(msgstr(?:\[[0-9]+\])?|msgid_plural|msgid|msgctxt)[ \t]+"
    rb"(\"[^\n]*+(?>(?:\n[ \t]*+\"[^\n]*+)*)))",
    re.MULTILINE,
)
_PO_LANGUAGE = re.compile(rb'^"Language: *([A-Za-z]{2,3})', re.MULTILINE)
_PO_HEAD = 4096
"""Bytes in which a file says its language (our choice)."""
_YAML_LINE = re.compile(rb"([ \t]*+)([^\n]*+)\n?+")
_YAML_DASHES = rb"((?>(?:[-?][ \t]++)*))"
_YAML_PLAIN = rb"[^\s\#\"'{}\[\],&*!|>%@`-][^\n:\#]*+(?>(?:[:\#][^\s:\#][^\n:\#]*+)*)|-[^\s:][^\n:\#]*+"
_YAML_KEY = re.compile(
    _YAML_DASHES + rb"((?:" + _QUOTED + rb"|'[^']*+'|" + _YAML_PLAIN + rb")[ \t]*+:(?=[ \t\r]|\Z))?[ \t]*+"
    rb"((?>(?:[&*!][^\s]*+[ \t]*+)*))([|>][-+0-9]*+[ \t]*+(?=\r?\Z|\#))?",
    re.DOTALL,
)
_PROGRAMS = frozenset(
    b"""
    run script scripts command commands cmd args entrypoint before_script after_script before_install
    install after_install shell exec
""".split()
)
"""Keys whose blocks and lists are programs, by convention of widespread tools."""
_NAMES = _PROGRAMS | frozenset(
    b"code pattern patterns regex match query sql expr path image uses url href src entry id repo".split()
)
"""Keys whose values are programs, addresses or names."""
_Form = Callable[[bytes], Iterator[Pair]]


def mask(data: bytes, *, ending: str = "") -> tuple[Span, ...]:
    """What in a file of data is not for readers; `ending` is the file name's, else the content tells."""
    form = _FORMS.get(ending) or _by_content(data)
    return apart([*form(data), *addresses(data)])


def _json(data: bytes) -> Iterator[Pair]:
    shown = [found.span() for found in _JSON.finditer(data) if not found[1]]
    return between(shown, data, 0, len(data))


def _toml(data: bytes) -> Iterator[Pair]:
    shown = [found.span() for found in _TOML.finditer(data) if not found[1]]
    return between(shown, data, 0, len(data))


def _po(data: bytes) -> Iterator[Pair]:
    language = _PO_LANGUAGE.search(data, 0, _PO_HEAD)
    is_foreign = language is not None and not language[1].lower().startswith(b"en")
    return _messages(data, b"no messages" if is_foreign else b"msgstr")


def _pot(data: bytes) -> Iterator[Pair]:
    return _messages(data, b"msgid")


def _messages(data: bytes, read: bytes) -> Iterator[Pair]:
    """All but the messages of one kind and the notes; the file's own head has an empty `msgid`."""
    shown: list[Pair] = []
    head = True
    for found in _PO.finditer(data):
        if found[1] is not None:
            shown.append(found.span(1))
        elif found[3] and found[3].startswith(read) and (not head or read == b"msgid"):
            shown.append(found.span(4))
        if found[3] == b"msgid":
            head = not found[4].replace(b'"', b"").strip()
    return between(shown, data, 0, len(data))


def _yaml(data: bytes) -> Iterator[Pair]:
    """Line by line: a key with its indentation, and a block under a key until the indentation is over."""
    block, hides = -1, False
    for line in _YAML_LINE.finditer(data):
        text, indent = line[2], len(line[1])
        if not text.strip():
            continue
        if indent > block >= 0 or (hides and indent == block and text.startswith(b"- ")):
            if hides:
                yield line.span(2)
            continue
        block, hides = -1, False
        if text.startswith((b"%", b"---", b"...")):
            yield line.span(2)
        elif text[:1] != b"#" and (found := _YAML_KEY.match(text)):
            start = line.start(2)
            key = (found[2] or b"").rstrip(b": \t\r").strip(b"\"'").lower()
            behind = _before_comment(text)
            yield start, start + (max(behind, found.end()) if key in _NAMES else found.end())
            hides = key in _PROGRAMS and (bool(found[4]) or not text[found.end() : behind].strip())
            if found[4] or hides:
                block = indent + (len(found[1]) if found[2] else 0)


def _before_comment(text: bytes) -> int:
    place = text.find(b" #")
    return place if place >= 0 else len(text)


def _by_content(data: bytes) -> _Form:
    start = data[:4096].lstrip()
    if start.startswith((b"{", b"[{", b'["', b"[\n")):
        return _json
    if re.search(rb"^msgid ", data[:65536], re.MULTILINE):
        return _po
    return _toml if re.search(rb"^[A-Za-z0-9_.-]+ *= *|^\[", start, re.MULTILINE) else _yaml


_FORMS = {"yaml": _yaml, "yml": _yaml, "toml": _toml, "po": _po, "pot": _pot} | dict.fromkeys(
    ("json", "jsonc", "json5", "jsonl", "ndjson", "geojson", "webmanifest", "arb", "xcstrings"), _json
)
