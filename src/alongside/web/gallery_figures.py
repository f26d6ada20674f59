"""Sample figures for the gallery. All of it is made up."""

from alongside.core.disclosure import for_own_eyes, publish
from alongside.core.figures import Bar, Figure, Lane, Range, range_bars, share_bars, turn_timeline
from alongside.core.language import gettext as _


def figures() -> tuple[Figure, ...]:
    """Counts for outside readers, with cells hidden; and who spoke when."""
    counts = publish({_("Design"): 23, _("Support"): 9, _("Night shift"): 3, _("Front desk"): 6})
    total = 41
    hidden = share_bars(
        [
            Bar(label=team, value=cell if cell.value is None else for_own_eyes(cell.value / total, n=cell.n))
            for team, cell in counts.items()
        ],
        even_share=None,
        id="teams",
        title=_("Who took part, by team"),
        finding=_("More than half of those who took part were from Design; two small teams are not shown."),
    )
    turns = turn_timeline(
        [
            Lane(
                label="Ana Lúcia",
                turns=[(0, 210), (400, 700), (1100, 1500), (2000, 2300)],
                share=for_own_eyes(0.52, n=1),
            ),
            Lane(label="Ben", turns=[(215, 395), (705, 1000), (1600, 1990)], share=for_own_eyes(0.37, n=1)),
            Lane(
                label="Chidi", turns=[(850, 862), (1510, 1590), (2310, 2480)], share=for_own_eyes(0.11, n=1)
            ),
        ],
        length_s=2520,
        id="turns",
        title=_("Who spoke when"),
        finding=_("Chidi's first turn came after fourteen minutes, and was twelve seconds long."),
    )
    return (hidden, turns, ranges())


def ranges() -> Figure:
    """Shares known only roughly, one of them without an occasion."""
    said = {_("Listen"): (0.37, 0.6, 0.82), _("Sponsor"): (0.1, 0.22, 0.36), _("Repair"): None}
    shown = []
    for label, shares in said.items():
        low, mean, high = (for_own_eyes(share, n=1) for share in shares or (None, None, None))
        shown.append(
            Range(label=label, low=low, mean=mean, high=high, note="" if shares else _("no occasion"))
        )
    return range_bars(
        shown,
        id="ranges",
        title=_("Of the moments that came up, in how many you acted"),
        finding=_("You acted more often in listening than in sponsoring. There was no occasion to repair."),
    )
