"""What may be shown about people. This module alone makes a `Published` cell, and figures take nothing else.

Two ways lead to one: `for_own_eyes` on one's own machine, where the reader was in the room anyway; and
`publish` for everybody else, which hides every count below k together with the cells that would give it
away. Limits: complementary suppression over several tables and releases comes with the rooms that publish
to others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from alongside.core.language import gettext as _

K_DEFAULT: Final = 5
"""Smallest count shown to readers outside the group (our choice; survey vendors publish 5 to 10)."""

_MADE_HERE: Final = object()


@dataclass(frozen=True, slots=True)
class Published:
    """A number that may be shown, or the reason why it is hidden (`value` None). Made by this module only."""

    value: float | None
    n: int
    hidden: str = ""
    _made: object = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse a cell that did not pass a disclosure rule."""
        if self._made is not _MADE_HERE:
            message = "a Published cell is made by alongside.core.disclosure, not by hand"
            raise TypeError(message)


def for_own_eyes(value: float | None, *, n: int) -> Published:
    """A cell for somebody's own machine, meeting or entries; `n` is the number of people it is about."""
    return Published(value, n, "" if value is not None else "not measurable", _MADE_HERE)


def publish(counts: Mapping[str, int], *, k: int = K_DEFAULT) -> dict[str, Published]:
    """Counts by label for outside readers; cells of 1 to k-1 are hidden, and never just one of them.

    What is hidden could be had by subtraction from the total, so the smallest shown cells are hidden too,
    until the hidden ones are several, count k people or more together, and cannot all be ones. Raises
    ValueError for a k below `K_DEFAULT`: floors are raised, never lowered.
    """
    if k < K_DEFAULT:
        message = f"k is at least {K_DEFAULT}: a floor can be raised, never lowered"
        raise ValueError(message)
    hidden = {label for label, count in counts.items() if 0 < count < k}
    shown = sorted((label for label in counts if label not in hidden), key=lambda label: _cost(label, counts))
    while hidden and shown and not _is_safe([counts[label] for label in hidden], k):
        hidden.add(shown.pop(0))
    return {
        label: Published(None, 0, _("hidden to protect privacy"), _MADE_HERE)
        if label in hidden
        else Published(float(count), count, "", _MADE_HERE)
        for label, count in counts.items()
    }


def _cost(label: str, counts: Mapping[str, int]) -> tuple[bool, int, str]:
    """Order in which shown cells are given up: the smallest first, empty ones last, for they cover least."""
    return counts[label] == 0, counts[label], label


def _is_safe(hidden: Sequence[int], k: int) -> bool:
    """Whether the total of the hidden cells, which anybody can subtract, tells none of them."""
    return len(hidden) > 1 and sum(hidden) >= k and sum(hidden) > len(hidden)
