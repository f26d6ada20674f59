"""From a reader's rows to a Conversation: people, words, chat, and what the data allows to be measured."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

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


def assemble(
    transcript: Transcript,
    *,
    roster: Roster | None,
    chat: Chat | None,
    aliases: Mapping[str, str],
    start: float | None,
    decoded: Decoded,
    name: str,
    format: str,  # noqa: A002 - the word of the public interface
) -> Conversation:
    """One conversation from a transcript and what was given beside it. Rows are put in order of start."""
    labels = _renamed(transcript.labels, aliases)
    order = _order(transcript.start)
    if order is not None:
        labels = [labels[row] for row in order]
    texts = _texts(transcript, order)
    start_s = transcript.start if order is None else transcript.start[order]
    end_s = transcript.end if order is None else transcript.end[order]
    people = _people(labels, transcript, roster, chat, aliases)
    index = {person.label: place for place, person in enumerate(people)} | {"": UNATTRIBUTED}
    speaker = np.fromiter(map(index.__getitem__, labels), np.int32, len(labels))
    counted, dense = words.count(texts) if texts is not None else (np.zeros(len(labels), np.int32), False)
    can = _capabilities(transcript, roster, texts, speaker, start_s, end_s)
    last = float(np.nanmax(end_s)) if transcript.times and len(end_s) else 0.0
    return Conversation(
        people=people,
        speaker=speaker,
        start=start_s,
        end=end_s,
        words=counted,
        texts=texts,
        can=can,
        loss=_loss(
            transcript,
            decoded,
            speaker,
            start_s,
            end_s,
            _notes(transcript, roster, chat, dense, name, decoded),
        ),
        chat=_chat_lines(chat, aliases, index, start=start, end_s=last),
        alias_offers=look_alikes([person.label for person in people]),
        format=format,
        title=name,
    )


def _renamed(labels: Iterable[str], aliases: Mapping[str, str]) -> list[str]:
    """The labels as compared and shown; each distinct one is tidied once."""
    labels = list(labels)
    shown = {label: tidy(label) for label in set(labels)}
    final = {label: aliases.get(clean, clean) for label, clean in shown.items()}
    return [final[label] for label in labels]


def _order(start: NDArray[np.float64]) -> NDArray[np.intp] | None:
    """The rows in order of start, or None where they are in order already. Rows without a time keep their place."""
    if len(start) < 2 or np.isnan(start).any() or bool((start[1:] >= start[:-1]).all()):  # noqa: PLR2004
        return None
    return np.argsort(start, kind="stable")


def _texts(transcript: Transcript, order: NDArray[np.intp] | None) -> tuple[str, ...] | None:
    if transcript.texts is None or order is None:
        return None if transcript.texts is None else tuple(transcript.texts)
    return tuple(transcript.texts[row] for row in order)


def _people(
    labels: Sequence[str],
    transcript: Transcript,
    roster: Roster | None,
    chat: Chat | None,
    aliases: Mapping[str, str],
) -> tuple[Person, ...]:
    """Speakers in order of first appearance, then the silent in the roster's order, then who only wrote."""
    present: dict[str, float | None] = {}
    for attendee in roster.attendees if roster else ():
        label = aliases.get(attendee.label, attendee.label)
        here = [seconds for seconds in (present.get(label), attendee.present_s) if seconds is not None]
        present[label] = max(here, default=None)  # two devices of one person were there at the same time
    others = chain(transcript.attendees, (message.label for message in (chat.messages if chat else ())))
    everybody = dict.fromkeys(chain(labels, present, _renamed(others, aliases)))
    everybody.pop("", None)
    return tuple(Person(label=one, on_roster=one in present, present_s=present.get(one)) for one in everybody)


def _capabilities(
    transcript: Transcript,
    roster: Roster | None,
    texts: Sequence[str] | None,
    speaker: NDArray[np.int32],
    start: NDArray[np.float64],
    end: NDArray[np.float64],
) -> frozenset[Capability]:
    has_ends = transcript.times and transcript.ends
    overlap = (
        transcript.overlap
        if transcript.overlap is not None
        else has_ends and _shows_overlap(speaker, start, end)
    )
    given = {
        Capability.SPEAKERS: transcript.names_speakers,
        Capability.STARTS: transcript.times,
        Capability.ENDS: has_ends,
        Capability.OVERLAP: overlap and transcript.names_speakers,
        Capability.INTERRUPTION_MARKS: texts is not None and _broken_off(texts) >= MARKS_FOR_INTERRUPTIONS,
        Capability.TEXT: texts is not None,
        Capability.ROSTER: roster is not None or bool(transcript.attendees),
    }
    return frozenset(capability for capability, holds in given.items() if holds)


def _shows_overlap(speaker: NDArray[np.int32], start: NDArray[np.float64], end: NDArray[np.float64]) -> bool:
    changes = (speaker[1:] != speaker[:-1]) & (speaker[1:] != UNATTRIBUTED) & (speaker[:-1] != UNATTRIBUTED)
    count = int(changes.sum())
    if count < CHANGES_FOR_OVERLAP:
        return False
    early = changes & (end[:-1] - start[1:] >= EARLY_S)
    return bool(early.sum() >= SHARE_EARLY * count)


def _broken_off(texts: Sequence[str]) -> int:
    return sum(text.endswith(_DASHES) for text in texts)


def _loss(
    transcript: Transcript,
    decoded: Decoded,
    speaker: NDArray[np.int32],
    start: NDArray[np.float64],
    end: NDArray[np.float64],
    notes: tuple[str, ...],
) -> LossReport:
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


def _notes(
    transcript: Transcript, roster: Roster | None, chat: Chat | None, dense: bool, name: str, decoded: Decoded
) -> tuple[str, ...]:
    dense_note = _("Words in scripts without spaces are estimated: two characters count as one word.")
    return (
        *problem_notes(transcript.problems, cues=transcript.cues, name=name),
        *decoded.notes,
        *transcript.notes,
        *(roster.notes if roster else ()),
        *(chat.notes if chat else ()),
        *((dense_note,) if dense else ()),
    )


def _chat_lines(
    chat: Chat | None,
    aliases: Mapping[str, str],
    index: Mapping[str, int],
    *,
    start: float | None,
    end_s: float,
) -> tuple[ChatLine, ...]:
    if chat is None:
        return ()
    return tuple(
        ChatLine(
            at_s=placed(message.stamp_s, start_s=start, end_s=end_s),
            speaker=index.get(aliases.get(message.label, message.label), UNATTRIBUTED),
            text=message.text,
        )
        for message in chat.messages
    )
