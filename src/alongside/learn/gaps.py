"""Where the library and the cards are thin, said by themselves: a wish list for people concerned to fill."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from alongside.core.grounds import Ground
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.practices import Practice
from alongside.learn.cards import Card
from alongside.learn.library import EVERYWHERE, Library, Type

PER_PRACTICE: Final = 5
PER_GROUND: Final = 3
PER_TYPE: Final = 2
CARDS_PER_PRACTICE: Final = 3
CARDS_PER_GROUND: Final = 2
REGIONS: Final = 4
IN_OTHER_LANGUAGES: Final = 5
"""From how many entries a place no longer counts as thin (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thin:
    """A thin place: of what ("practice", "ground" …), which, how many entries there are and would do."""

    of: str
    name: str
    count: int
    wanted: int

    @property
    def of_cards(self) -> bool:
        """Whether the cards are thin there, not the library."""
        return self.of.startswith("card-")

    @property
    def sentence(self) -> str:
        """The place in words."""
        told = {"name": self.name, "count": self.count}
        return ngettext("%(name)s: %(count)d entry", "%(name)s: %(count)d entries", self.count) % told


def thin_places(library: Library, cards: Sequence[Card] = ()) -> tuple[Thin, ...]:
    """Everything that is thin: practices, grounds, sorts, languages, regions, then the cards."""
    practices = Counter(p for each in library for p in each.practices)
    grounds = Counter(g for each in library for g in each.grounds)
    sorts = Counter(each.type for each in library)
    found = [
        *(_thin("practice", p.label, practices[p], PER_PRACTICE) for p in Practice),
        *(_thin("ground", g.label, grounds[g], PER_GROUND) for g in Ground if g is not Ground.ANY),
        *(_thin("type", t.label, sorts[t], PER_TYPE) for t in Type),
        _thin("language", _("languages other than English"), _not_english(library), IN_OTHER_LANGUAGES),
        _thin("region", _("regions named"), len(_regions(library)), REGIONS),
        *_thin_cards(cards),
    ]
    return tuple(each for each in found if each.count < each.wanted)


def _thin_cards(cards: Sequence[Card]) -> list[Thin]:
    practices = Counter(p for each in cards for p in each.practices)
    grounds = Counter(g for each in cards for g in each.grounds)
    return [
        *(_thin("card-practice", p.label, practices[p], CARDS_PER_PRACTICE) for p in Practice),
        *(_thin("card-ground", g.label, grounds[g], CARDS_PER_GROUND) for g in Ground if g is not Ground.ANY),
    ]


def _thin(of: str, name: str, count: int, wanted: int) -> Thin:
    return Thin(of=of, name=name, count=count, wanted=wanted)


def _not_english(library: Library) -> int:
    return sum(each.language.split("-")[0] != "en" for each in library)


def _regions(library: Library) -> set[str]:
    return {region for each in library for region in each.regions if region != EVERYWHERE}
