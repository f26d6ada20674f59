"""Zoom's chat: who wrote what, and when. Private messages are left out: they were not said to the room."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.listen.names import tidy
from alongside.listen.source import Unreadable, words_beside

_DAY_S = 86_400
_AFTER_THE_END_S = 600  # Own choice: people write for some minutes after the talk has ended.
_TABBED = re.compile(
    r"([0-9]{1,2}):([0-9]{2}):([0-9]{2})\t(?:[ ]?From[ ])?([^\t]{0,160}?)[ ]?:?\t[ ]?:?[ ]?(.*)"
)
_FROM = re.compile(
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2} )?([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
    r"\s+From\s+(.{1,160}?)\s?:(?:\s+(.*))?$"
)
_TO = re.compile(r"\s+to\s+(.+)$", re.IGNORECASE)
_EVERYONE = re.compile(r"everyone(?: in meeting)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message to everyone: seconds as stamped in the file, label, text."""

    stamp_s: float
    label: str
    text: str

    def placed(self, *, start_s: float | None, end_s: float) -> float | None:
        """Seconds since the meeting began; None for a clock time where nobody said when it began."""
        if start_s is not None:
            return (self.stamp_s - start_s) % _DAY_S
        return self.stamp_s if self.stamp_s <= end_s + _AFTER_THE_END_S else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """The messages to everyone, in the order of the file, and notes on what was left out."""

    messages: tuple[Message, ...]
    notes: tuple[str, ...] = ()


def read_chat(data: bytes, *, name: str) -> Chat:
    """The chat of a meeting as Zoom saves it. Raises Unreadable where no message is found."""
    way_out = _("Give the chat as Zoom saves it: time, name and message on each line.")
    text = words_beside(data, name=name, no_text=_("This is not a chat."), way_out=way_out)
    found = list(_messages(text))
    if not found:
        raise Unreadable(name, _("No chat message was found in it."), way_out)
    private = sum(1 for _message, to_all in found if not to_all)
    note = ngettext(
        "%(count)d private chat message was left out.",
        "%(count)d private chat messages were left out.",
        private,
    )
    return Chat(
        messages=tuple(message for message, to_all in found if to_all),
        notes=(note % {"count": private},) if private else (),
    )


def looks_like_chat(head: str) -> bool:
    """Whether the first lines are chat messages."""
    lines = [line for line in head.split("\n")[:20] if line.strip()]
    return bool(lines) and bool(_TABBED.match(lines[0]) or _FROM.match(lines[0]))


def _messages(text: str) -> Iterator[tuple[Message, bool]]:
    """Each message, and whether it went to everyone. Lines without a stamp go on with the message before."""
    current: tuple[float, str, list[str]] | None = None
    for line in text.split("\n"):
        match = _TABBED.fullmatch(line) or _FROM.fullmatch(line)
        if not match:
            if current and line.strip():
                current[2].append(line.strip())
            continue
        if current:
            yield _closed(*current)
        hours, minutes, seconds, who, said = match.groups(default="")
        current = (
            int(hours) * 3600.0 + int(minutes) * 60 + int(seconds),
            who,
            [said.strip()] if said.strip() else [],
        )
    if current:
        yield _closed(*current)


def _closed(stamp_s: float, who: str, lines: list[str]) -> tuple[Message, bool]:
    to = _TO.search(who)
    everyone = not to or bool(_EVERYONE.fullmatch(to[1].strip()))
    label = tidy(who[: to.start()] if to else who)
    return Message(stamp_s=stamp_s, label=label, text=" ".join(lines)), everyone
