"""How a walk went, for one purpose: when its skill comes back. It is shown to nobody, and is no mark.

The borders are our choice (brief of this room, §3.4): they look at the person concerned first.
"""

from alongside.practise.scenes import Totals
from alongside.practise.schedule import Rating


def rate(totals: Totals, *, easy: bool = False) -> Rating:
    """The rating of a walk's end; `easy` is what the person says, and counts where the end was a good one."""
    if totals.harms:
        return Rating.AGAIN
    if totals.supported == 0 or totals.relation < 0 or totals.risk > 0:
        return Rating.HARD
    return Rating.EASY if easy else Rating.GOOD
