"""Conversations made up by hand: `talk("0 5 Ana: Hello", …)` with seconds, speaker and words."""

import re
from array import array
from collections.abc import Sequence

from alongside.listen.conversation import (
    UNATTRIBUTED,
    Capability,
    ChatLine,
    Columns,
    Conversation,
    LossReport,
    Person,
)
from alongside.listen.measure import Measures, measure
from alongside.listen.metrics import Policy
from alongside.listen.speech import speech_lists

LINE = re.compile(r"([\d.]+) ([\d.]+|nan) ([^:]*): ?(.*)")
ALL = frozenset(Capability) - {Capability.ROSTER}
PLATFORM = ALL - {Capability.OVERLAP, Capability.INTERRUPTION_MARKS}
NO_FLOOR = Policy()


def talk(
    *lines: str,
    roster: Sequence[str] = (),
    present_s: Sequence[float] | None = None,
    can: frozenset[Capability] | None = None,
    chat: Sequence[tuple[float, str, str]] = (),
) -> Conversation:
    """Lines "start end Name: words"; an empty name is unattributed. A roster adds people."""
    rows = [LINE.fullmatch(line).groups() for line in lines]
    names = list(dict.fromkeys([*(row[2] for row in rows if row[2]), *roster]))
    of = {name: index for index, name in enumerate(names)} | {"": UNATTRIBUTED}
    given = (
        can
        if can is not None
        else ALL - {Capability.ROSTER, Capability.OVERLAP, Capability.INTERRUPTION_MARKS}
    )
    return Conversation(
        people=tuple(
            Person(
                label=name, on_roster=name in roster, present_s=None if present_s is None else present_s[i]
            )
            for i, name in enumerate(names)
        ),
        columns=Columns(
            speaker=array("i", [of[row[2]] for row in rows]),
            start=array("d", [float(row[0]) for row in rows]),
            end=array("d", [float(row[1]) for row in rows]),
        ),
        texts=tuple(row[3] for row in rows) if Capability.TEXT in given else None,
        can=given | ({Capability.ROSTER} if roster else set()),
        loss=LossReport(read=len(rows)),
        chat=tuple(ChatLine(at_s=at, speaker=of[who], text=text) for at, who, text in chat),
        format="webvtt",
        title="Planning",
    )


def measured(*lines: str, policy: Policy = NO_FLOOR, **given: object) -> Measures:
    """The measures of such a talk, with the English lists."""
    return measure(talk(*lines, **given), lists=speech_lists("en"), policy=policy)
