"""From a reader's rows to a Conversation: people, words, chat, and what the data allows to be measured."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.core.language import gettext as _
from alongside.listen import words
from alongside.listen.chat import Chat, placed
from alongside.listen.conversation import (
    UNATTRIBUTED,
    Capability,
    ChatLine,
    Conversation,
    LossReport,
    Person,
)
from alongside.listen.names import look_alikes, tidy
from alongside.listen.roster import Roster
from alongside.listen.source import Decoded
from alongside.listen.transcript import Transcript, problem_notes

CHANGES_FOR_OVERLAP = 50  # Own choice: fewer changes of speaker say nothing about overlap.
SHARE_EARLY = 0.01  # Own choice: at least 1 % of the changes begin early …
EARLY_S = 0.2  # … by at least 0.2 s; less is rounding (own choice).
MARKS_FOR_INTERRUPTIONS = 5  # Own choice: fewer dashes may be anybody's punctuation.
_DASHES = ("—", "–", "--", "-")  # noqa: RUF001 - the en dash is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What was given beside the transcript. `start` is in seconds since midnight."""

    roster: Roster | None = None
    chat: Chat | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    start: float | None = None


def assemble(
    transcript: Transcript, *, beside: Beside, decoded: Decoded, name: str, kind: str
) -> Conversation:
    """One conversation from a transcript and what was given beside it. Rows are put in order of start."""
    labels = _renamed(transcript.labels, beside.aliases)
    order = _order(transcript.start)
    if order is not None:
        labels = [labels[row] for row in order]
    texts = _texts(transcript, order)
    start_s = transcript.start if order is None else transcript.start[order]
    end_s = transcript.end if order is None else transcript.end[order]
    people = _people(labels, transcript, beside)
    index = {person.label: place for place, person in enumerate(people)} | {"": UNATTRIBUTED}
    speaker = np.fromiter(map(index.__getitem__, labels), np.int32, len(labels))
    counted, dense = words.count(texts) if texts is not None else (np.zeros(len(labels), np.int32), False)
    last = float(np.nanmax(end_s)) if transcript.times and len(end_s) else 0.0
    columns = _Columns(speaker, start_s, end_s)
    notes = (*problem_notes(transcript.problems, cues=transcript.cues, name=name), *decoded.notes)
    return Conversation(
        people=people,
        speaker=speaker,
        start=start_s,
        end=end_s,
        words=counted,
        texts=texts,
        can=_capabilities(transcript, beside, texts, columns),
        loss=_loss(transcript, decoded, columns, (*notes, *_notes(transcript, beside, dense=dense))),
        chat=_chat_lines(beside, index, end_s=last),
        alias_offers=look_alikes([person.label for person in people]),
        format=kind,
        title=name,
    )


def _renamed(labels: Iterable[str], aliases: Mapping[str, str]) -> list[str]:
    """The labels as compared and shown; each distinct one is tidied once."""
    labels = list(labels)
    shown = {label: tidy(label) for label in set(labels)}
    final = {label: aliases.get(clean, clean) for label, clean in shown.items()}
    return [final[label] for label in labels]


def _order(start: NDArray[np.float64]) -> NDArray[np.intp] | None:
    """The rows in order of start, or None where they are in order already or have no times."""
    if len(start) < 2 or np.isnan(start).any() or bool((start[1:] >= start[:-1]).all()):  # noqa: PLR2004
        return None
    return np.argsort(start, kind="stable")


def _texts(transcript: Transcript, order: NDArray[np.intp] | None) -> tuple[str, ...] | None:
    if transcript.texts is None or order is None:
        return None if transcript.texts is None else tuple(transcript.texts)
    return tuple(transcript.texts[row] for row in order)


def _people(labels: Sequence[str], transcript: Transcript, beside: Beside) -> tuple[Person, ...]:
    """Speakers in order of first appearance, then the silent in the roster's order, then who only wrote."""
    present: dict[str, float | None] = {}
    roster, chat, aliases = beside.roster, beside.chat, beside.aliases
    for attendee in roster.attendees if roster else ():
        label = aliases.get(attendee.label, attendee.label)
        here = [seconds for seconds in (present.get(label), attendee.present_s) if seconds is not None]
        present[label] = max(here, default=None)  # two devices of one person were there at the same time
    others = chain(transcript.attendees, (message.label for message in (chat.messages if chat else ())))
    everybody = dict.fromkeys(chain(labels, present, _renamed(others, aliases)))
    everybody.pop("", None)
    return tuple(Person(label=one, on_roster=one in present, present_s=present.get(one)) for one in everybody)


class _Columns(NamedTuple):
    speaker: NDArray[np.int32]
    start: NDArray[np.float64]
    end: NDArray[np.float64]


def _capabilities(
    transcript: Transcript, beside: Beside, texts: Sequence[str] | None, columns: _Columns
) -> frozenset[Capability]:
    has_ends = transcript.times and transcript.ends
    overlap = transcript.overlap if transcript.overlap is not None else has_ends and _shows_overlap(columns)
    given = {
        Capability.SPEAKERS: transcript.names_speakers,
        Capability.STARTS: transcript.times,
        Capability.ENDS: has_ends,
        Capability.OVERLAP: overlap and transcript.names_speakers,
        Capability.INTERRUPTION_MARKS: texts is not None and _broken_off(texts) >= MARKS_FOR_INTERRUPTIONS,
        Capability.TEXT: texts is not None,
        Capability.ROSTER: beside.roster is not None or bool(transcript.attendees),
    }
    return frozenset(capability for capability, holds in given.items() if holds)


def _shows_overlap(columns: _Columns) -> bool:
    speaker, start, end = columns
    changes = (speaker[1:] != speaker[:-1]) & (speaker[1:] != UNATTRIBUTED) & (speaker[:-1] != UNATTRIBUTED)
    count = int(changes.sum())
    if count < CHANGES_FOR_OVERLAP:
        return False
    early = changes & (end[:-1] - start[1:] >= EARLY_S)
    return bool(early.sum() >= SHARE_EARLY * count)


def _broken_off(texts: Sequence[str]) -> int:
    ends = {text[-1:] for text in texts}  # most files end nothing with a dash, and this tells cheaply
    return sum(text.endswith(_DASHES) for text in texts) if ends & {dash[-1] for dash in _DASHES} else 0


def _loss(transcript: Transcript, decoded: Decoded, columns: _Columns, notes: tuple[str, ...]) -> LossReport:
    speaker, start, end = columns
    latest = np.maximum.accumulate(end[:-1]) if len(end) > 1 else end[:0]
    return LossReport(
        read=transcript.cues,
        skipped=len(transcript.problems),
        unattributed=int((speaker == UNATTRIBUTED).sum()),
        negative=sum(problem.negative for problem in transcript.problems),
        overlapping=int((latest - start[1:] >= EARLY_S).sum()),
        estimated=transcript.estimated,
        encoding=decoded.encoding,
        notes=notes,
    )


def _notes(transcript: Transcript, beside: Beside, *, dense: bool) -> tuple[str, ...]:
    nobody = _(
        "This file does not say who spoke, so it gives words and length only. "
        "Export the transcript with speaker names, or use one that has them."
    )
    dense_note = _("Words in scripts without spaces are estimated: two characters count as one word.")
    return (
        *(() if transcript.names_speakers else (nobody,)),
        *transcript.notes,
        *(beside.roster.notes if beside.roster else ()),
        *(beside.chat.notes if beside.chat else ()),
        *((dense_note,) if dense else ()),
        *_unused(transcript, beside),
    )


def _unused(transcript: Transcript, beside: Beside) -> tuple[str, ...]:
    """A note on labels of the alias file that this meeting does not have: a slip, or somebody away."""
    wrote = (message.label for message in (beside.chat.messages if beside.chat else ()))
    listed = (attendee.label for attendee in (beside.roster.attendees if beside.roster else ()))
    seen = {tidy(label) for label in {*transcript.labels, *transcript.attendees, *wrote, *listed}}
    missing = ", ".join(f"“{label}”" for label in beside.aliases if label not in seen)
    note = _("The alias file names labels that are not in this meeting: %(labels)s.")
    return (note % {"labels": missing},) if missing else ()


def _chat_lines(beside: Beside, index: Mapping[str, int], *, end_s: float) -> tuple[ChatLine, ...]:
    if beside.chat is None:
        return ()
    return tuple(
        ChatLine(
            at_s=placed(message.stamp_s, start_s=beside.start, end_s=end_s),
            speaker=index.get(beside.aliases.get(message.label, message.label), UNATTRIBUTED),
            text=message.text,
        )
        for message in beside.chat.messages
    )
