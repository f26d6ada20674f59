"""The one table of what can be read, recognising a file by what is in it, and reading it into a Conversation.

Recognising looks at the first 64 KiB, never at the name, and imports no reader and no numpy.
"""

from __future__ import annotations  # what most transcripts do without is imported when it is needed

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.listen.conversation import Capability, Conversation, Extras
from alongside.listen.names import without_brackets
from alongside.listen.source import MAX_BYTES, Decoded, Unreadable, decode, decode_head, is_binary, load
from alongside.listen.transcript import Source, Transcript

if TYPE_CHECKING:
    from alongside.listen.chat import Chat
    from alongside.listen.roster import Roster

__all__ = [
    "FORMATS",
    "HEAD_BYTES",
    "MAX_BYTES",
    "Format",
    "Recognition",
    "Unreadable",
    "format_title",
    "read",
    "recognise",
]

HEAD_BYTES = 64 * 1024
_SOME_S = frozenset({Capability.SPEAKERS, Capability.STARTS, Capability.TEXT})
_TIMED = _SOME_S | {Capability.ENDS, Capability.OVERLAP, Capability.INTERRUPTION_MARKS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of transcript: its id for `--as`, what people call it, and the most it can give.

    `extensions` are a hint for people. `reader` is "module:function"; `extra` names the optional install it
    needs. What one file really gives is in its conversation's `can`.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    can: frozenset[Capability]
    reader: str
    extra: str = ""


NO_EXTRAS = Extras()
_READERS = "alongside.listen.readers"
_ROSTER, _CHAT = "alongside.listen.roster", "alongside.listen.chat"
FORMATS: tuple[Format, ...] = (
    Format(
        id="zoom-vtt",
        title=_later("Zoom transcript"),
        extensions=(".vtt",),
        can=_TIMED,
        reader=f"{_READERS}.webvtt:read",
    ),
    Format(
        id="teams-vtt",
        title=_later("Teams transcript"),
        extensions=(".vtt",),
        can=_TIMED,
        reader=f"{_READERS}.webvtt:read",
    ),
    Format(
        id="webvtt",
        title=_later("WebVTT with voices, or captions"),
        extensions=(".vtt",),
        can=_TIMED,
        reader=f"{_READERS}.webvtt:read",
    ),
    Format(
        id="srt",
        title=_later("SubRip captions"),
        extensions=(".srt",),
        can=frozenset({Capability.STARTS, Capability.ENDS, Capability.TEXT}),
        reader=f"{_READERS}.srt:read",
    ),
    Format(
        id="rttm",
        title=_later("RTTM, who spoke when"),
        extensions=(".rttm",),
        can=frozenset({Capability.SPEAKERS, Capability.STARTS, Capability.ENDS, Capability.OVERLAP}),
        reader=f"{_READERS}.rttm:read",
    ),
    Format(
        id="otter",
        title=_later("Otter text"),
        extensions=(".txt",),
        can=_SOME_S,
        reader=f"{_READERS}.plain:read_otter",
    ),
    Format(
        id="rev",
        title=_later("Rev text"),
        extensions=(".txt",),
        can=_SOME_S,
        reader=f"{_READERS}.plain:read_rev",
    ),
    Format(
        id="elan",
        title=_later("ELAN annotations"),
        extensions=(".eaf",),
        can=_TIMED,
        reader=f"{_READERS}.elan:read",
        extra="elan",
    ),
    Format(
        id="chat",
        title=_later("CHAT transcript"),
        extensions=(".cha",),
        can=_TIMED,
        reader=f"{_READERS}.chat_transcript:read",
        extra="chat",
    ),
)
_BY_ID = {one.id: one for one in FORMATS}


def format_title(id: str) -> str:
    """What people call the format of a conversation."""
    return _(_BY_ID[id].title) if id in _BY_ID else id


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What a file is: the format's id, what people call it, and what in the file says so."""

    format: str
    title: str
    why: str


# Compiled at first use: each kind of file needs its own only.
_ARROW = r"^[ \t]*[0-9:]{5,9}([.,])[0-9]{1,3}[ \t]*-->[ \t]*[0-9:]{5,9}[.,][0-9]{1,3}"
_TEAMS_ID = r"^\S+/[0-9]+-[0-9]+\n[^\n]*-->"
_ZOOM_CUE = r"-->[^\n]*\n([^\n:]{1,80}): "
_RTTM = r"^SPEAKER(?:[ \t]+\S+){7,9}[ \t]*$"


def recognise(head: bytes, *, name: str) -> Recognition | None:  # noqa: ARG001 - the name never decides
    """What the first bytes of a file are, or None. Content decides, never the name."""
    if not head or is_binary(head):
        return None
    text = decode_head(head[:HEAD_BYTES])
    for recogniser in _RECOGNISERS:
        found = recogniser(text)
        if found:
            format_id, why = found
            return Recognition(format=format_id, title=_(_BY_ID[format_id].title), why=why)
    return None


def is_of_a_meeting(file: Path) -> bool:
    """Whether a file is a transcript in a form we know, or a meeting's chat; False if it cannot be read."""
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD_BYTES)
    except OSError:
        return False
    if recognise(head, name=file.name):
        return True
    return not is_binary(head) and bool(import_module(_CHAT).looks_like_chat(decode_head(head)))


def _as_webvtt(text: str) -> tuple[str, str] | None:
    arrow = re.search(_ARROW, text, re.MULTILINE)
    if not text.lstrip().startswith("WEBVTT") and not (arrow and arrow[1] == "."):
        return None
    if "<v" in text:
        teams = bool(re.search(_TEAMS_ID, text, re.MULTILINE))
        return (
            ("teams-vtt", _("cue ids and voices as Teams writes them"))
            if teams
            else ("webvtt", _("WebVTT voices"))
        )
    heads = re.findall(_ZOOM_CUE, text)
    if len(heads) > len(set(heads)) or (heads and 2 * len(heads) >= text.count("-->")):
        return "zoom-vtt", _("WebVTT with a name before each text")
    return "webvtt", _("WebVTT captions without names")


def _as_srt(text: str) -> tuple[str, str] | None:
    return ("srt", _("times as SubRip writes them")) if re.search(_ARROW, text, re.MULTILINE) else None


def _as_rttm(text: str) -> tuple[str, str] | None:
    return (
        ("rttm", _("lines that begin with SPEAKER, a start and a duration"))
        if re.search(_RTTM, text, re.MULTILINE)
        else None
    )


def _as_plain(text: str) -> tuple[str, str] | None:
    heads = import_module(f"{_READERS}.heads")
    if heads.begins_with(heads.OTTER, text):
        return "otter", _("a name and a time before each text")
    heads = import_module(f"{_READERS}.heads")
    if heads.begins_with(heads.REV, text):
        return "rev", _("a name and a time in brackets before each text")
    return None


def _as_marked(text: str) -> tuple[str, str] | None:
    if "<ANNOTATION_DOCUMENT" in text:
        return "elan", _("an ELAN annotation document")
    if text.lstrip().startswith(("@UTF8", "@Begin")):
        return "chat", _("the first line of a CHAT transcript")
    return None


_RECOGNISERS: tuple[Callable[[str], tuple[str, str] | None], ...] = (
    _as_marked,
    _as_webvtt,
    _as_srt,
    _as_rttm,
    _as_plain,
)


def read(
    source: Path | bytes,
    *,
    name: str = "",
    format: str | None = None,
    extras: Extras = NO_EXTRAS,
) -> Conversation:
    """The conversation in a transcript, with roster, chat and aliases where they are given.

    Raises Unreadable: what is wrong, where, and the way out. A bad cue never loses the file; it is left out
    and named in `loss.notes`.
    """
    name = name or (source.name if isinstance(source, Path) else _("the transcript"))
    data = load(source, name=name)
    kind = _kind(data, name=name, wanted=format)
    return _read_as(kind, decode(data, name=name), name=name, extras=extras)


def _kind(data: bytes, *, name: str, wanted: str | None) -> Format:
    if wanted is not None:
        if wanted not in _BY_ID:
            cause = _("There is no format called “%(format)s”.") % {"format": wanted}
            raise Unreadable(name, cause, _("Use one of these: %(ids)s.") % {"ids": ", ".join(_BY_ID)})
        return _BY_ID[wanted]
    found = recognise(data[:HEAD_BYTES], name=name)
    if found is None:
        raise _unknown(data, name=name)
    return _BY_ID[found.format]


def _unknown(data: bytes, *, name: str) -> Unreadable:
    if import_module(_CHAT).looks_like_chat(decode_head(data[:HEAD_BYTES])):
        return Unreadable(
            name,
            _("This is a chat, not what was said."),
            _("Give the transcript, and this file with --chat."),
        )
    return Unreadable(
        name,
        _("This is no transcript in a form we know."),
        _(
            "Zoom, Teams, WebVTT, SRT, Otter, Rev, RTTM, ELAN or CHAT can be read. "
            "Export the meeting as .vtt with speaker names."
        ),
    )


def _read_as(kind: Format, decoded: Decoded, *, name: str, extras: Extras) -> Conversation:
    roster_name, chat_name = extras.roster_name or _("the roster"), extras.chat_name or _("the chat")
    roster: Roster | None = None
    if extras.roster is not None:
        roster = import_module(_ROSTER).read_roster(extras.roster, name=roster_name)
    chat: Chat | None = None
    if extras.chat is not None:
        chat = import_module(_CHAT).read_chat(extras.chat, name=chat_name)
    aliases = extras.aliases or {}
    source = Source(text=decoded.text, name=name, known=_known(roster, chat, aliases))
    transcript = _reader(kind)(source)
    if not transcript.cues:
        cause = _("Not one line of talk could be read in it.")
        raise Unreadable(name, cause, _("Export the transcript again; this one may have been cut off."))
    assembly = import_module("alongside.listen.assembly")
    beside = assembly.Beside(roster=roster, chat=chat, aliases=aliases, start=extras.start)
    whole = assembly.assemble(transcript, beside=beside, decoded=decoded, name=name, kind=kind.id)
    return cast(Conversation, whole)


def _reader(kind: Format) -> Callable[[Source], Transcript]:
    module, _colon, function = kind.reader.partition(":")
    return cast(Callable[[Source], Transcript], getattr(import_module(module), function))


def _known(roster: Roster | None, chat: Chat | None, aliases: Mapping[str, str]) -> frozenset[str]:
    """Labels that are people for certain, so that a prefix said once counts as a name."""
    listed = [attendee.label for attendee in roster.attendees] if roster else []
    wrote = [message.label for message in chat.messages] if chat else []
    return frozenset([*listed, *map(without_brackets, listed), *wrote, *aliases, *aliases.values()])
