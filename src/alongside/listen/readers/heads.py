"""The lines that name a speaker and a time in plain text, as Otter and Rev write them."""

import re
from dataclasses import dataclass

_STAMP = r"(?:(?P<hours>[0-9]{1,2}):)?(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9])(?:[.,][0-9]+)?"
OTTER = re.compile(rf"(?P<name>\S.{{0,80}}?)\s{{2,}}{_STAMP}\s*(?P<text>)")
REV = re.compile(rf"(?P<name>[^\s(\[][^(\[]{{0,80}}?)\s?[(\[]{_STAMP}[)\]]:?\s*(?P<text>.*)")
_NOBODY = re.compile(r"unknown(?: speaker)?", re.IGNORECASE)
_LONGEST_NAME = 80  # Own choice: what is longer is talk that happens to hold a time.


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who begins to speak, at which second, and what stands on the same line. Label "" is nobody known."""

    label: str
    start_s: float
    text: str


def head(line: str, pattern: re.Pattern[str]) -> Head | None:
    """The head in a line, or None for a line of talk."""
    if pattern is OTTER and len(line) > 2 * _LONGEST_NAME:
        return None
    match = pattern.fullmatch(line)
    if not match or len(match["name"]) > _LONGEST_NAME:
        return None
    label = match["name"].strip().rstrip(":")
    seconds = int(match["hours"] or 0) * 3600.0 + int(match["minutes"]) * 60 + int(match["seconds"])
    return Head(label="" if _NOBODY.fullmatch(label) else label, start_s=seconds, text=match["text"].strip())


def begins_with(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the first line is such a head, or at least two lines are."""
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and (
        head(lines[0], pattern) is not None or sum(head(line, pattern) is not None for line in lines) > 1
    )
