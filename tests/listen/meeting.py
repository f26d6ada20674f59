"""The one made-up meeting that ships with the package, written again in every format by plain means."""

import re
from dataclasses import dataclass
from pathlib import Path

import alongside

SAMPLES = Path(alongside.__file__).parent / "content" / "en" / "samples"
VTT = (SAMPLES / "festival-planning.vtt").read_bytes()
ROSTER = (SAMPLES / "festival-planning-participants.csv").read_bytes()
CHAT = (SAMPLES / "festival-planning-chat.txt").read_bytes()
SPEAKERS = ("Ngozi Adeyemi", "Priya Raman", "Mina Kovač", "Tomás Herrera", "Leif Johansen")
SILENT = "Yusuf Demir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One cue of the meeting."""

    start_ms: int
    end_ms: int
    name: str
    text: str


def said() -> list[Said]:
    """The meeting's cues, cut out of the shipped file by one expression that knows only its own shape."""
    found = re.findall(r"\r\n(.{12}) --> (.{12})\r\n(.*?): (.*)\r\n", VTT.decode())
    return [Said(start_ms=_ms(a), end_ms=_ms(b), name=name, text=text) for a, b, name, text in found]


def _ms(stamp: str) -> int:
    hours, minutes, seconds = stamp.replace(".", "").split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + int(seconds)


def stamp(ms: int, *, point: str = ".") -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}{point}{ms % 1000:03}"


def zoom(cues: list[Said]) -> str:
    return "WEBVTT\r\n\r\n" + "\r\n".join(
        f"{n}\r\n{stamp(c.start_ms)} --> {stamp(c.end_ms)}\r\n{c.name}: {c.text}\r\n"
        for n, c in enumerate(cues, 1)
    )


def teams(cues: list[Said]) -> str:
    """As Teams writes it: an utterance of two sentences or more is cut into cues "…/n-0", "…/n-1"."""
    guid = "5f0d6a3e-1c9b-4b0e-8f57-2f5d2c1e9a10"
    lines = ["WEBVTT", ""]
    for n, c in enumerate(cues):
        halves = c.text.partition(". ")
        middle = (c.start_ms + c.end_ms) // 2
        pieces = [(c.start_ms, c.end_ms, c.text)]
        if halves[2]:
            pieces = [(c.start_ms, middle, halves[0] + "."), (middle, c.end_ms, halves[2])]
        for k, (a, b, text) in enumerate(pieces):
            lines += [f"{guid}/{n}-{k}", f"{stamp(a)} --> {stamp(b)}", f"<v {c.name}>{text}</v>", ""]
    return "\n".join(lines)


def voiced(cues: list[Said]) -> str:
    """W3C style: no ids, MM:SS.mmm, classes on voices, a comment and a style block, no closing tag."""
    head = "WEBVTT - planning\n\nSTYLE\n::cue { color: black }\n\nNOTE\nmade for a test\n\n"
    return head + "\n\n".join(
        f"{stamp(c.start_ms)[3:]} --> {stamp(c.end_ms)[3:]} align:start\n<v.first.loud {c.name}>{c.text}"
        for c in cues
    )


def srt(cues: list[Said]) -> str:
    return "\n\n".join(
        f"{n}\n{stamp(c.start_ms, point=',')} --> {stamp(c.end_ms, point=',')}\n{c.text}"
        for n, c in enumerate(cues, 1)
    )


def rttm(cues: list[Said]) -> str:
    return "\n".join(
        f"SPEAKER m 1 {c.start_ms / 1000:.3f} {(c.end_ms - c.start_ms) / 1000:.3f} "
        f"<NA> <NA> {c.name.replace(' ', '_')} <NA> <NA>"
        for c in cues
    )


def otter(cues: list[Said]) -> str:
    return "\n\n".join(
        f"{c.name}  {c.start_ms // 60_000}:{c.start_ms // 1000 % 60:02}\n{c.text}" for c in cues
    )


def rev(cues: list[Said]) -> str:
    return "\n\n".join(f"{c.name} ({stamp(c.start_ms)[3:8]}):\n{c.text}" for c in cues)


def elan(cues: list[Said]) -> str:
    slots = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="ts{n}" TIME_VALUE="{ms}"/>'
        for n, ms in enumerate(ms for c in cues for ms in (c.start_ms, c.end_ms))
    )
    tiers = "".join(
        f'<TIER TIER_ID="t{k}" PARTICIPANT="{name}" LINGUISTIC_TYPE_REF="u">'
        + "".join(
            f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{n}" TIME_SLOT_REF1="ts{2 * n}" '
            f'TIME_SLOT_REF2="ts{2 * n + 1}"><ANNOTATION_VALUE>{c.text}</ANNOTATION_VALUE>'
            "</ALIGNABLE_ANNOTATION></ANNOTATION>"
            for n, c in enumerate(cues)
            if c.name == name
        )
        + "</TIER>"
        for k, name in enumerate(SPEAKERS)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-04-21T19:00:00+00:00" '
        'FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">'
        f'<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/><TIME_ORDER>{slots}</TIME_ORDER>{tiers}'
        '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="u" TIME_ALIGNABLE="true" GRAPHIC_REFERENCES="false"/>'
        "</ANNOTATION_DOCUMENT>"
    )


def chat_transcript(cues: list[Said]) -> str:
    """CHAT allows one sentence a line and no capital or full stop inside, so the text is made plain."""
    codes = {name: name.split()[0][:3].upper() for name in SPEAKERS}
    people = ", ".join(f"{code} {name.replace(' ', '_')} Adult" for name, code in codes.items())
    head = ["@UTF8", "@Begin", "@Languages:\teng", f"@Participants:\t{people}"]
    head += [f"@ID:\teng|x|{code}|||||Adult|||" for code in codes.values()]
    talk = [f"*{codes[c.name]}:\t{_bare(c.text)} . \x15{c.start_ms}_{c.end_ms}\x15" for c in cues]
    return "\n".join([*head, *talk, "@End", ""])


def _bare(text: str) -> str:
    return re.sub(r"[^\w' -]", "", text)
