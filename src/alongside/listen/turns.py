"""Who had the floor when: speech without signs of listening, as turns and as stretches, in NumPy columns.

A turn is one speaker's speech with gaps below a second, ended by another's start; a stretch is all of one
speaker's turns until somebody else takes the floor. Signs of listening ("mhm", "yeah") break neither.
Limits: where the source has no end times they are estimated; without words, a short sound is taken for a
sign of listening. Method: docs/method/meetings.md
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.listen.conversation import UNATTRIBUTED, Capability, Conversation
from alongside.listen.speech import SpeechLists, words
from alongside.listen.words import count

TURN_GAP_S = 1.0
"""Our choice: a pause below one second does not end a turn."""
WORDS_PER_S = 2.5
"""Our choice: the pace by which speech without end times is estimated (150 words a minute)."""
BACKCHANNEL_WORDS = 3
"""Our choice: a sign of listening has at most three words, all in the language's list."""
SHORT_SOUND_S = 1.0
"""Our choice: without words, speech below one second counts as a sign of listening."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Floor:
    """Turns and stretches of a conversation, in order of start.

    words: int32 of every row, 0 where the source holds no text. start, end: float64 seconds of every row
    (estimated where need be; a made-up clock from word counts where `timed` is false). backchannel: bool of
    every row. turn_of: int32 of every row, -1 for a backchannel. speaker, first, last: int32 of every turn
    (first and last row). turn_start, turn_end: float64 of every turn. stretch_of: int32 of every turn.
    """

    timed: bool
    words: NDArray[np.int32]
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    backchannel: NDArray[np.bool_]
    turn_of: NDArray[np.int32]
    speaker: NDArray[np.int32]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    turn_start: NDArray[np.float64]
    turn_end: NDArray[np.float64]
    stretch_of: NDArray[np.int32]


def floor(c: Conversation, *, lists: SpeechLists | None) -> Floor:
    """The conversation's turns and stretches. Without `lists` no word counts as a sign of listening."""
    said = np.zeros(len(c), np.int32) if c.texts is None else count(c.texts)
    timed, start, end = _clock(c, said)
    backchannel = _backchannels(c, said, end - start if timed else None, lists)
    held = np.flatnonzero(~backchannel)
    speaker, begins = c.speaker[held], start[held]
    reach = _running_end(speaker, end[held])
    change = np.ones(len(held), dtype=bool)
    change[1:] = speaker[1:] != speaker[:-1]
    new = change.copy()
    if timed:
        new[1:] |= begins[1:] - reach[:-1] >= TURN_GAP_S
    turn_of = np.full(len(c), -1, dtype=np.int32)
    turn_of[held] = np.cumsum(new) - 1
    opens = np.flatnonzero(new)
    closes = np.append(opens[1:], len(held)) - 1 if len(held) else opens
    return Floor(
        timed=timed,
        words=said,
        start=start,
        end=end,
        backchannel=backchannel,
        turn_of=turn_of,
        speaker=speaker[opens],
        first=held[opens].astype(np.int32),
        last=held[closes].astype(np.int32),
        turn_start=begins[opens],
        turn_end=np.maximum.reduceat(end[held], opens) if len(opens) else end[held],
        stretch_of=(np.cumsum(change[opens]) - 1).astype(np.int32),
    )


def speech_seconds(
    speaker: NDArray[np.int32], start: NDArray[np.float64], end: NDArray[np.float64], *, people: int
) -> NDArray[np.float64]:
    """Seconds of speech a person: the length of the union of their intervals. float64 of `people`."""
    who, low, high = own_intervals(speaker, start, end)
    seconds = np.bincount(who, weights=high - low, minlength=people)
    return np.asarray(seconds[:people], dtype=np.float64)


def own_intervals(
    speaker: NDArray[np.int32], start: NDArray[np.float64], end: NDArray[np.float64]
) -> tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.float64]]:
    """Each person's speech as intervals that do not touch: (speaker, start, end), by speaker, then start."""
    known = np.flatnonzero((speaker != UNATTRIBUTED) & (end > start))
    order = known[np.lexsort((start[known], speaker[known]))]
    who, low, high = speaker[order], start[order], end[order]
    reach = _running_end(who, high)
    new = np.ones(len(who), dtype=bool)
    new[1:] = (who[1:] != who[:-1]) | (low[1:] > reach[:-1])
    opens = np.flatnonzero(new)
    closes = np.append(opens[1:], len(who)) - 1 if len(who) else opens
    return who[opens], low[opens], reach[closes]


def _clock(c: Conversation, said: NDArray[np.int32]) -> tuple[bool, NDArray[np.float64], NDArray[np.float64]]:
    """Whether times are real, and start and end of every row."""
    pace = said / WORDS_PER_S
    if Capability.STARTS not in c.can:
        end = np.cumsum(pace)
        return False, end - pace, end
    start = c.start.astype(np.float64)
    following = np.append(start[1:], np.inf)
    guess = start + np.minimum(np.maximum(following - start, 0), pace)
    return True, start, np.where(np.isnan(c.end), guess, c.end)


def _backchannels(
    c: Conversation, said: NDArray[np.int32], length: NDArray[np.float64] | None, lists: SpeechLists | None
) -> NDArray[np.bool_]:
    found = np.zeros(len(c), dtype=bool)
    if c.texts is None:
        return found if length is None else length < SHORT_SOUND_S
    if lists is None or not lists.backchannels:
        return found
    for row in np.flatnonzero((said <= BACKCHANNEL_WORDS) & (said > 0)).tolist():
        found[row] = all(word in lists.backchannels for word in words(c.texts[row]))
    return found


def _running_end(group: NDArray[np.int32], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """The latest end so far within each run of equal `group` values."""
    if not len(end):
        return end
    run = np.zeros(len(end), dtype=np.float64)
    run[1:] = np.cumsum(group[1:] != group[:-1])
    lift = run * (float(end.max()) - float(end.min()) + 1.0)
    return np.asarray(np.maximum.accumulate(end + lift) - lift, dtype=np.float64)
