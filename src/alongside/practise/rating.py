"""How a walk went, for one purpose: when its skill comes back. It is shown to nobody, and is no mark.

The borders are our choice (brief of this room, §3.4): they look at the person concerned first.
"""

from enum import IntEnum

from alongside.practise.scenes import Totals


class Rating(IntEnum):
    """From soon to late; the numbers are those of the scheduler."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def rate(totals: Totals, *, easy: bool = False) -> Rating:
    """The rating of a walk's end; `easy` is what the person says, and counts where the end was a good one."""
    if totals.harms:
        return Rating.AGAIN
    if totals.supported == 0 or totals.relation < 0 or totals.risk > 0:
        return Rating.HARD
    return Rating.EASY if easy else Rating.GOOD
