"""From a reader's rows to a Conversation: people, words, chat, and what the data allows to be measured."""

from __future__ import annotations  # array takes no type argument before Python 3.12

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice
from math import isnan
from operator import le
from typing import TYPE_CHECKING

from alongside.core.language import gettext as _
from alongside.listen.conversation import (
    UNATTRIBUTED,
    Capability,
    ChatLine,
    Columns,
    Conversation,
    LossReport,
    Person,
)
from alongside.listen.letters import any_dense
from alongside.listen.names import look_alikes, tidy
from alongside.listen.source import Decoded
from alongside.listen.transcript import Transcript, problem_notes

if TYPE_CHECKING:
    from alongside.listen.chat import Chat
    from alongside.listen.roster import Roster

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
    people = _people(labels, transcript, beside)
    index = {person.label: place for place, person in enumerate(people)} | {"": UNATTRIBUTED}
    columns = Columns(
        speaker=array("i", map(index.__getitem__, labels)),
        start=_column(transcript.start, order),
        end=_column(transcript.end, order),
    )
    end_s = _last(columns.end) if beside.chat and transcript.times else 0.0
    notes = (*problem_notes(transcript.problems, cues=transcript.cues, name=name), *decoded.notes)
    return Conversation(
        people=people,
        columns=columns,
        texts=texts,
        can=_capabilities(transcript, beside, texts, columns),
        loss=_loss(
            transcript, decoded, columns, (*notes, *_notes(transcript, beside, dense=any_dense(texts or ())))
        ),
        chat=_chat_lines(beside, index, end_s=end_s),
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


def _order(start: Sequence[float]) -> list[int] | None:
    """The rows in order of start, or None where they are in order already or have no times."""
    if all(map(le, start, islice(start, 1, None))) or any(map(isnan, start)):
        return None
    return sorted(range(len(start)), key=start.__getitem__)


def _column(seconds: Sequence[float], order: Sequence[int] | None) -> array[float]:
    return array("d", seconds if order is None else map(seconds.__getitem__, order))


def _last(seconds: Sequence[float]) -> float:
    return max((one for one in seconds if not isnan(one)), default=0.0)


def _texts(transcript: Transcript, order: Sequence[int] | None) -> tuple[str, ...] | None:
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


def _capabilities(
    transcript: Transcript, beside: Beside, texts: Sequence[str] | None, columns: Columns
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


def _shows_overlap(columns: Columns) -> bool:
    each = zip(columns.speaker, columns.speaker[1:], columns.end, columns.start[1:], strict=False)
    early = [
        end - start
        for before, after, end, start in each
        if before != after and before != UNATTRIBUTED != after
    ]
    if len(early) < CHANGES_FOR_OVERLAP:
        return False
    return sum(seconds >= EARLY_S for seconds in early) >= SHARE_EARLY * len(early)


def _broken_off(texts: Sequence[str]) -> int:
    ends = {text[-1:] for text in texts}  # most files end nothing with a dash, and this tells cheaply
    return sum(text.endswith(_DASHES) for text in texts) if ends & {dash[-1] for dash in _DASHES} else 0


def _loss(transcript: Transcript, decoded: Decoded, columns: Columns, notes: tuple[str, ...]) -> LossReport:
    followed = zip(accumulate(columns.end, max), columns.start[1:], strict=False)
    return LossReport(
        read=transcript.cues,
        skipped=len(transcript.problems),
        unattributed=columns.speaker.count(UNATTRIBUTED),
        negative=sum(problem.negative for problem in transcript.problems),
        overlapping=sum(latest - start >= EARLY_S for latest, start in followed),
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
            at_s=message.placed(start_s=beside.start, end_s=end_s),
            speaker=index.get(beside.aliases.get(message.label, message.label), UNATTRIBUTED),
            text=message.text,
        )
        for message in beside.chat.messages
    )
