"""WebVTT (W3C): Zoom ("Name: text"), Teams (voice tags, one utterance over many cues) and others.

Limits: several voices in one cue share its time by their words, which is an estimate; captions that name
nobody give words and length only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from alongside.core.language import gettext as _
from alongside.listen.readers import voices
from alongside.listen.readers.cues import Cues, find
from alongside.listen.transcript import Source, Transcript

_WIDE_COLON = "\uff1a"  # as Chinese and Japanese are typed
_WIDE_PREFIX = re.compile(rf"^([^\n:{_WIDE_COLON}]{{1,80}}){_WIDE_COLON}[ ]?", re.MULTILINE)
_INHERIT_BELOW_S = 2.0  # Own choice: a cue without a name within 2 s is the same person going on.

Piece = tuple[str, str]


def read(source: Source) -> Transcript:
    """The transcript in a WebVTT file: by voice tags where it has them, else by names before a colon."""
    text = source.text
    if "<" in text and "<v" in text:  # one character is looked for much faster than two
        return _by_voice(find(text, cut=">"))
    if _WIDE_COLON in text:
        text = _WIDE_PREFIX.sub(r"\1: ", text)
    cues = find(text, cut=": ")
    prefixes = voices.prefixes(cues.heads, cues.rests, known=source.known)
    return _by_prefix(cues, prefixes) if prefixes else without_speakers(cues)


def without_speakers(cues: Cues) -> Transcript:
    """Captions: words and times, nobody named. Lines repeated while captions roll are counted once."""
    texts: list[str] = []
    last = ""
    for payload in cues.payloads:
        lines = [line for line in (voices.plain(line) for line in payload.split("\n")) if line]
        fresh = lines[1:] if len(lines) > 1 and lines[0] == last else lines
        last = lines[-1] if lines else last
        texts.append(" ".join(fresh))
    return Transcript(
        labels=[""] * len(texts),
        start=cues.start,
        end=cues.end,
        texts=[text.removeprefix(">>").strip() for text in texts],
        cues=len(texts),
        problems=cues.problems,
        names_speakers=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """One row a voice; `cue` is the cue it came from, `estimated` counts rows with times of ours."""

    labels: list[str]
    texts: list[str]
    start: Sequence[float]
    end: Sequence[float]
    cue: Sequence[int]
    estimated: int


def _by_voice(cues: Cues) -> Transcript:
    single = voices.one_voice_each(cues.heads, cues.rests)
    if single:
        spoken = _together(*single, cues)
    else:
        spoken = _apart([voices.by_tag(payload) or [("", "")] for payload in cues.payloads], cues)
    merged = _merged(spoken, cues.ids) if spoken.labels and "/" in cues.ids[0] else spoken
    return _transcript(merged, cues)


def _transcript(spoken: _Spoken, cues: Cues, *, notes: tuple[str, ...] = ()) -> Transcript:
    return Transcript(
        labels=spoken.labels,
        start=spoken.start,
        end=spoken.end,
        texts=spoken.texts,
        cues=len(cues.rests),
        problems=cues.problems,
        estimated=spoken.estimated,
        notes=notes,
    )


def _apart(pieces: Sequence[Sequence[Piece]], cues: Cues) -> _Spoken:
    """A row for each voice. Voices that share a cue share its time by the length of what they say."""
    cue = [number for number, voiced in enumerate(pieces) for _piece in voiced]
    labels = [label for voiced in pieces for label, _text in voiced]
    texts = [text for voiced in pieces for _label, text in voiced]
    spans = [
        span
        for number, voiced in enumerate(pieces)
        for span in _shares(voiced, start=cues.start[number], end=cues.end[number])
    ]
    return _Spoken(
        labels=labels,
        texts=texts,
        start=[start for start, _end in spans],
        end=[end for _start, end in spans],
        cue=cue,
        estimated=sum(len(voiced) for voiced in pieces if len(voiced) > 1),
    )


def _shares(voiced: Sequence[tuple[object, str]], *, start: float, end: float) -> list[tuple[float, float]]:
    """The start and end of each voice in a cue."""
    weights = [len(text) or 1 for _label, text in voiced]
    whole = sum(weights)
    bounds = [start + (end - start) * (said / whole) for said in accumulate(weights, initial=0)]
    return list(pairwise(bounds))


def _merged(spoken: _Spoken, ids: Sequence[str]) -> _Spoken:
    """One row for cues that Teams cut from one utterance: ids alike before the last number, one speaker."""
    wholes = [id_.rpartition("-")[0] for id_ in ids]
    own = wholes if len(spoken.labels) == len(ids) else [wholes[number] for number in spoken.cue]
    labels, texts = spoken.labels, spoken.texts
    alike = zip(own[1:], own, labels[1:], labels, strict=False)
    first = [0] + [
        row
        for row, (now, before, label, last) in enumerate(alike, 1)
        if now != before or label != last or not _is_utterance(now)
    ]
    stops = [*first[1:], len(own)]
    texts = [texts[a] if b - a == 1 else " ".join(texts[a:b]) for a, b in zip(first, stops, strict=True)]
    return _Spoken(
        labels=[spoken.labels[row] for row in first],
        texts=texts,
        start=[spoken.start[row] for row in first],
        end=[max(spoken.end[a:b]) for a, b in zip(first, stops, strict=True)],
        cue=[spoken.cue[row] for row in first],
        estimated=spoken.estimated,
    )


def _is_utterance(whole: str) -> bool:
    """Whether an id without its last number is a Teams utterance, "…/12" of "…/12-0"."""
    return whole.rpartition("/")[2].isdigit()


def _together(labels: list[str], texts: list[str], cues: Cues) -> _Spoken:
    """A row for each cue."""
    rows = range(len(labels))
    return _Spoken(labels=labels, texts=texts, start=cues.start, end=cues.end, cue=rows, estimated=0)


def _by_prefix(cues: Cues, prefixes: voices.Prefixes) -> Transcript:
    labels, texts, simple = list(cues.heads), list(cues.rests), prefixes.simple
    odd = [row for row, label in enumerate(labels) if label not in simple or "\n" in texts[row]]
    voiced = {row: _named(cues.payload(row), prefixes) for row in odd}
    if any(len(pieces) > 1 for pieces in voiced.values()):
        every = [voiced.get(row) or [(labels[row], voices.plain(texts[row]))] for row in range(len(labels))]
        labels = [label for pieces in every for label, _text in pieces]
        spoken = _apart([[(label or "", text) for label, text in pieces] for pieces in every], cues)
    else:
        for row, ((label, text),) in voiced.items():
            labels[row], texts[row] = label, text
        spoken = _together([label or "" for label in labels], voices.all_plain(texts), cues)
    _inherit(spoken, labels)
    return _transcript(spoken, cues, notes=_doubts(prefixes))


def _inherit(spoken: _Spoken, labels: Sequence[str | None]) -> None:
    """Give a cue without a name to whoever spoke just before it."""
    for row, label in enumerate(labels):
        if label is None and row and spoken.start[row] - spoken.end[row - 1] < _INHERIT_BELOW_S:
            spoken.labels[row] = spoken.labels[row - 1]


def _named(payload: str, prefixes: voices.Prefixes) -> list[tuple[str | None, str]]:
    """(name, text) of each voice; None for a name that is missing and may be inherited."""
    if "\n" not in payload:
        label, text = prefixes.split(payload)
        return [(label, voices.plain(text))]
    pieces: list[tuple[str | None, str]] = []
    for line in payload.split("\n"):
        label, text = prefixes.split(line)
        if pieces and not label:
            pieces[-1] = (pieces[-1][0], f"{pieces[-1][1]} {voices.plain(line)}")
        else:
            pieces.append((label, voices.plain(text)))
    return pieces


def _doubts(prefixes: voices.Prefixes) -> tuple[str, ...]:
    if not prefixes.doubtful:
        return ()
    shown = ", ".join(f"“{head}”" for head in sorted(prefixes.doubtful)[:3])
    note = _(
        "%(names)s stands before one cue only, so it may be a name or not; it is left without a speaker. "
        "Give a list of who was there, and it counts."
    )
    return (note % {"names": shown},)
