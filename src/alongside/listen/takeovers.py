"""Moments where one person was speaking, another came in, and the first stopped; and tries that did not.

Needs real overlap in the times: most platform transcripts hold none. Overlap is no proof of rudeness:
culture and role shape it, and time cannot tell support from hostility (Mendelberg, Karpowitz & Oliphant
2014). So rates with intervals, never raw counts: who speaks more is cut off more. Method:
docs/method/meetings.md
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.core.language import gettext as _
from alongside.listen.conversation import Conversation
from alongside.listen.speech import SpeechLists, words
from alongside.listen.turns import Floor, own_intervals

EARLY_S = 0.2
"""Our choice: the other starts at least this long before the end."""
SILENT_S = 0.5
"""Our choice: the first is then silent for at least this long."""
GOES_ON_S = 1.0
"""Our choice: a try that did not get the floor leaves the first speaking on for more than this."""
MIN_MARKS = 5
"""Our choice: fewer marks of broken-off turns than this say nothing."""
BROKEN_GAP_S = 0.5
"""Our choice: after a broken-off turn the other speaks within this time."""
_CHUNK = 65_536
_BREAKS = ("-", "--", "–", "—", "+/.")  # noqa: RUF001 -- the dashes are what we look for


def accuracy_note() -> str:
    """How far to trust a take-over, printed wherever one is shown."""
    return _(
        "We checked this against what people had marked in 75 face-to-face meetings. Of the take-overs we "
        "found, 23 in 100 were marked; of those marked, we found 27 in 100. Put in order by rate, people "
        "came out alike at .67, where 1 is the same order. So trust a rate, and not a single moment. "
        "It is an overlap or a take-over, and no proof of rudeness."
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Overlaps:
    """Take-overs and tries in order of time: int32 people and float64 seconds, one entry an event.

    `holder` had been speaking for `held_s` when `taker` came in at `at_s`; `unfinished` where the holder's
    last word was no end of a sentence. A try has `tried_on` (speaking on) and `tried`
    (came in and stopped first).
    """

    holder: NDArray[np.int32]
    taker: NDArray[np.int32]
    at_s: NDArray[np.float64]
    held_s: NDArray[np.float64]
    unfinished: NDArray[np.bool_]
    tried_on: NDArray[np.int32]
    tried: NDArray[np.int32]
    tried_at_s: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenOff:
    """A turn that ends in a mark of breaking off, with another speaker next."""

    speaker: int
    following: int
    row: int


def overlaps(c: Conversation, f: Floor, *, lists: SpeechLists | None) -> Overlaps:
    """Floor take-overs and tries. Needs times with overlap."""
    held = ~f.backchannel
    who, low, high = own_intervals(c.speaker[held], f.start[held], f.end[held])
    silence = np.full(len(who), np.inf)
    silence[:-1] = np.where(who[1:] == who[:-1], low[1:] - high[:-1], np.inf)
    order = np.argsort(low, kind="stable")
    who, low, high, silence = who[order], low[order], high[order], silence[order]
    taken, taker = _taken(who, low, high, silence)
    held_on, came = _tried(who, low, high)
    return Overlaps(
        holder=who[taken],
        taker=who[taker],
        at_s=low[taker],
        held_s=low[taker] - low[taken],
        unfinished=_unfinished(c, f, who[taken], high[taken], lists),
        tried_on=who[held_on],
        tried=who[came],
        tried_at_s=low[came],
    )


def broken_off(c: Conversation, f: Floor) -> tuple[BrokenOff, ...]:
    """Turns that end in a dash or +/. with another speaker next within half a second."""
    if c.texts is None:
        return ()
    found = []
    for turn in range(len(f.speaker) - 1):
        row = int(f.last[turn])
        near = not f.timed or f.turn_start[turn + 1] - f.turn_end[turn] <= BROKEN_GAP_S
        other = f.speaker[turn + 1] != f.speaker[turn]
        if other and near and c.texts[row].rstrip().endswith(_BREAKS):
            found.append(BrokenOff(speaker=int(f.speaker[turn]), following=int(f.speaker[turn + 1]), row=row))
    return tuple(found)


def _pairs(
    first: NDArray[np.int64], beyond: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For every row a its partners first[a] … beyond[a]-1, as two flat index arrays."""
    count = np.maximum(beyond - first, 0)
    a = np.repeat(np.arange(len(first)), count)
    step = np.arange(len(a)) - np.repeat(np.cumsum(count) - count, count)
    return a, first[a] + step


def _taken(
    who: NDArray[np.int32], low: NDArray[np.float64], high: NDArray[np.float64], silence: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """One event a holder: the taker that lasts longest.

    One person's rows never overlap, so there are at most as many pairs as rows times people.
    """
    after = np.searchsorted(low, low, side="right")
    before = np.searchsorted(low, high - EARLY_S, side="right")
    holders, takers = [], []
    for at in range(0, len(who), _CHUNK):
        part = slice(at, at + _CHUNK)
        a, b = _pairs(after[part], before[part])
        a += at
        hit = (who[a] != who[b]) & (high[b] > high[a]) & (silence[a] >= SILENT_S)
        a, b = a[hit], b[hit]
        best = np.lexsort((-high[b], a))
        a, b = a[best], b[best]
        one = np.ones(len(a), dtype=bool)
        one[1:] = a[1:] != a[:-1]
        holders.append(a[one])
        takers.append(b[one])
    return _in_time_order(holders, takers, low)


def _tried(
    who: NDArray[np.int32], low: NDArray[np.float64], high: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows b inside a row a of another, that stopped first while a went on for more than a second."""
    after = np.searchsorted(low, low, side="right")
    before = np.searchsorted(low, high - GOES_ON_S, side="left")
    holders, comers = [], []
    for at in range(0, len(who), _CHUNK):
        part = slice(at, at + _CHUNK)
        a, b = _pairs(after[part], before[part])
        a += at
        hit = (who[a] != who[b]) & (high[b] < high[a])
        holders.append(a[hit])
        comers.append(b[hit])
    a, b = _in_time_order(holders, comers, low)
    _, first = np.unique(b, return_index=True)
    return a[first], b[first]


def _in_time_order(
    a: list[NDArray[np.int64]], b: list[NDArray[np.int64]], low: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    left = np.concatenate(a) if a else np.zeros(0, dtype=np.int64)
    right = np.concatenate(b) if b else np.zeros(0, dtype=np.int64)
    order = np.argsort(low[right], kind="stable")
    return left[order], right[order]


def _unfinished(
    c: Conversation, f: Floor, who: NDArray[np.int32], ends: NDArray[np.float64], lists: SpeechLists | None
) -> NDArray[np.bool_]:
    """Whether the holder's last words break off: a dash, or a word no sentence ends with."""
    found = np.zeros(len(who), dtype=bool)
    if c.texts is None or lists is None:
        return found
    row_of = {(int(c.speaker[row]), float(f.end[row])): row for row in range(len(c))}
    for event in range(len(who)):
        row = row_of.get((int(who[event]), float(ends[event])))
        if row is not None:
            text = c.texts[row].rstrip()
            said = words(text)
            loose = bool(said) and said[-1] in (lists.function_words | lists.fillers) and text[-1:].isalnum()
            found[event] = text.endswith(_BREAKS) or loose
    return found
