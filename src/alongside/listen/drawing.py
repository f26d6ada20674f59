"""The figure of who had the floor, the same on the page, in the saved page and in the browser."""

from alongside.core.disclosure import for_own_eyes
from alongside.core.figures import Bar, Figure, share_bars
from alongside.core.language import gettext as _
from alongside.listen.metrics import Value
from alongside.listen.summary import Report, amount_words, marked, shown


def floor_bars(report: Report, *, finding: str) -> Figure | None:
    """A bar a person, in order of first appearance, with the even share; None where there are no shares."""
    m = report.measures
    rows = [row for row in shown(m, report.me) if isinstance(row.share, Value)]
    if not rows:
        return None
    even = {row.even_share.x for row in rows if isinstance(row.even_share, Value)}
    bars = [
        Bar(
            label=marked(row, report.me),
            value=for_own_eyes(row.share.x if isinstance(row.share, Value) else None, n=1),
            note=amount_words(row, m),
        )
        for row in rows
    ]
    return share_bars(
        bars,
        even_share=even.pop() if len(even) == 1 else None,
        id="floor",
        title=_("Share of the talk, in order of first appearance"),
        finding=finding,
    )
