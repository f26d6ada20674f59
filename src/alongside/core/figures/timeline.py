"""Who spoke when: one lane a person, from the first minute to the last.

Limits: turns closer together than a thousandth of the whole are drawn as one; the table counts them apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from alongside.core.disclosure import Published
from alongside.core.figures.bars import LINE_LENGTH, ROW
from alongside.core.figures.drawing import LANE_UNITS, Box, Mark, Runs, Words
from alongside.core.figures.figure import Figure, is_gap, reads_right_to_left, shorten_label, words
from alongside.core.language import gettext as _
from alongside.core.language import ngettext

LANE: Final = 0.75
"""Height of a lane in em (taste)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One person's turns as (start, end) in seconds, and the share of the talking time that may be shown.

    Where the share is hidden or not measurable the turns are not drawn either.
    """

    label: str
    turns: Sequence[tuple[float, float]]
    share: Published


def turn_timeline(
    rows: Sequence[Lane],
    *,
    length_s: float,
    id: str,
    title: str,
    finding: str,
) -> Figure:
    """Lanes over `length_s` seconds (more than 0), in the order given."""
    marks = [
        mark for place, lane in enumerate(rows) for mark in _lane(lane, top=place * ROW, length_s=length_s)
    ]
    end = len(rows) * ROW + 0.7
    marks.append(Words(style="soft", text=clock(0), start=0, top=end))
    marks.append(Words(style="soft", text=clock(length_s), start=100, top=end, anchor="end"))
    cells = tuple((lane.label, words(lane.share), _turns(lane)) for lane in rows)
    return Figure(
        id=id,
        title=title,
        desc="; ".join(f"{name}: {', '.join(part for part in rest if part)}" for name, *rest in cells) + ".",
        finding=finding,
        headers=(_("Who"), _("Share of the talking time"), _("Turns")),
        rows=cells,
        marks=tuple(marks),
        height=end + 0.5,
        rtl=reads_right_to_left(),
    )


def clock(seconds: float) -> str:
    """Minutes and seconds since the start, with hours where there are any."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _turns(lane: Lane) -> str:
    if lane.share.value is None:
        return ""
    count = len(lane.turns)
    return ngettext("%(count)d turn", "%(count)d turns", count) % {"count": count}


def _lane(lane: Lane, *, top: float, length_s: float) -> Iterator[Mark]:
    told = words(lane.share)
    label = shorten_label(lane.label, room=LINE_LENGTH - len(told))
    yield Words(style="label", text=label, start=0, top=top + 1)
    yield Words(
        style="value" if lane.share.value is not None else "soft",
        text=told,
        start=100,
        top=top + 1,
        anchor="end",
    )
    if lane.share.value is not None:
        yield Box(style="lane", start=0, width=100, top=top + 1.45, height=LANE)
        yield Runs(style="runs", spans=_spans(lane.turns, length_s), top=top + 1.45, height=LANE)
    elif not is_gap(lane.share):
        yield Box(style="hidden", start=0, width=100, top=top + 1.45, height=LANE)


def _spans(turns: Sequence[tuple[float, float]], length_s: float) -> tuple[tuple[int, int], ...]:
    """The turns in whole units, at least one unit long, those that touch joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(turns):
        from_ = min(max(round(start / length_s * LANE_UNITS), 0), LANE_UNITS - 1)
        to = min(max(round(end / length_s * LANE_UNITS), from_ + 1), LANE_UNITS)
        if joined and from_ <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], to))
        else:
            joined.append((from_, to))
    return tuple(joined)
