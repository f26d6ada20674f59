"""Content lines of iCalendar (RFC 5545, section 3.1): text to octets, folded, and back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

LINE: Final = 75
"""Most octets of a line, its end left out (RFC 5545, section 3.1)."""

_FIRST_TAIL, _LAST_TAIL = 0x80, 0xC0
"""Octets from the first to below the second continue a character of UTF-8."""

_ESCAPED: Final = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\t": "\t", "\x7f": None}
    | {chr(code): None for code in range(0x20) if code not in {0x09, 0x0A}}
    | dict.fromkeys(("\x85", "\u2028", "\u2029"), "\\n")
)
"""What stands for what in a text (section 3.3.11). Controls are not allowed in one and are left out."""


def escaped(text: str) -> str:
    """A text as the value of a property."""
    if text.isalnum():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPED)


def quoted(value: str) -> str:
    """A text as the value of a parameter: in quotation marks, which it cannot hold itself (section 3.2)."""
    kept = "".join("'" if char == '"' else char for char in value if char.isprintable())
    return f'"{kept}"'


def folded(line: str) -> bytes:
    """A content line with its end, folded at 75 octets and never inside a character."""
    octets = line.encode("utf-8", "replace")
    if len(octets) <= LINE:
        return octets + b"\r\n"
    parts, start, room = [], 0, LINE
    while len(octets) - start > room:
        end = start + room
        while _FIRST_TAIL <= octets[end] < _LAST_TAIL:
            end -= 1
        parts.append(octets[start:end])
        start, room = end, LINE - 1  # a continuation begins with a space, which counts
    parts.append(octets[start:])
    return b"\r\n ".join(parts) + b"\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentLine:
    """One line as it was meant: where it began in the file, its name, its parameters, its raw value."""

    number: int
    name: str
    parameters: Mapping[str, str]
    value: str


def unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The logical lines, each with the number of its first line; empty ones are left out."""
    number, held = 0, b""
    for count, line in enumerate(data.replace(b"\r\n", b"\n").split(b"\n"), start=1):
        if line[:1] in {b" ", b"\t"}:
            held += line[1:]
            continue
        if held:
            yield number, held
        number, held = count, line
    if held:
        yield number, held


def parsed(line: str, *, number: int) -> ContentLine | None:
    """Name, parameters and value; None where it is no content line."""
    head, rest = _split_outside_quotes(line, ":")
    if rest is None:
        return None
    name, *parameters = _all_outside_quotes(head, ";")
    if not name or not all(char.isalnum() or char == "-" for char in name):
        return None
    pairs = (parameter.partition("=") for parameter in parameters)
    named = {key.upper(): value.strip('"') for key, _equals, value in pairs}
    return ContentLine(number=number, name=name.upper(), parameters=named, value=rest)


def _split_outside_quotes(text: str, mark: str) -> tuple[str, str | None]:
    inside = False
    for place, char in enumerate(text):
        if char == '"':
            inside = not inside
        elif char == mark and not inside:
            return text[:place], text[place + 1 :]
    return text, None


def _all_outside_quotes(text: str, mark: str) -> list[str]:
    parts = []
    rest: str | None = text
    while rest is not None:
        part, rest = _split_outside_quotes(rest, mark)
        parts.append(part)
    return parts
