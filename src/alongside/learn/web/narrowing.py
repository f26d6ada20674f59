"""What somebody asked to see: words and filters of a search, read from its address; odd values are left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from django.utils.translation import gettext as _

from alongside.core.grounds import Ground
from alongside.core.practices import Practice
from alongside.learn.library import EVERYWHERE, Filters, Type
from alongside.learn.shelf import Shelf
from alongside.learn.web.words import capital, language_name, level_in_words, minutes_in_words, region_name
from alongside.web.parts import Choice, Field

MINUTES: Final = (5, 10, 15, 30, 60, 120)
CARD: Final = "card"
LEVELS: Final = (1, 2, 3)
FIRST: Final = 10
MOST: Final = 100
"""Hits shown at first, and at most (taste)."""
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The words, the filters, and how many hits to show."""

    words: str
    filters: Filters
    limit: int


def wanted(asked: Mapping[str, str]) -> Wanted:
    """What the address asks for."""
    kind = asked.get("type", "")
    filters = Filters(
        practice=_one(asked.get("practice", ""), Practice),
        ground=_one(asked.get("ground", ""), Ground),
        type=kind if kind in {*(each.value for each in Type), CARD} else "",
        minutes=_number(asked.get("minutes", ""), MINUTES),
        level=_number(asked.get("level", ""), LEVELS),
        language=asked.get("language", "")[:8],
        region=asked.get("region", "")[:8],
    )
    limit = _number(asked.get("n", ""), range(FIRST, MOST + 1)) or FIRST
    return Wanted(words=asked.get("q", "").replace("\0", "").strip(), filters=filters, limit=limit)


def _one(given: str, among: type[_Word]) -> _Word | None:
    return among(given) if given in {each.value for each in among} else None


def _number(given: str, among: Iterable[int]) -> int | None:
    return next((each for each in among if str(each) == given), None)


def narrowing_fields(asked: Wanted, shelf: Shelf) -> tuple[Field, ...]:
    """The filters as questions, each with "any" first."""
    filters = asked.filters
    languages = sorted({each.language.split("-")[0] for each in shelf.library})
    regions = sorted({r for each in shelf.library for r in each.regions} - {EVERYWHERE}, key=region_name)
    types = [*((each.value, capital(each.label)) for each in Type), (CARD, _("History card"))]
    return (
        _select("practice", _("Practice"), ((p.value, p.label) for p in Practice), filters.practice),
        _select("ground", _("About"), ((g.value, capital(g.label)) for g in Ground), filters.ground),
        _select("type", _("Sort of work"), types, filters.type),
        _select(
            "minutes", _("Time at most"), ((str(n), minutes_in_words(n)) for n in MINUTES), filters.minutes
        ),
        _select("level", _("Level"), ((str(n), level_in_words(n)) for n in LEVELS), filters.level),
        _select("language", _("Language"), ((c, language_name(c)) for c in languages), filters.language),
        _select("region", _("Where it is about"), ((c, region_name(c)) for c in regions), filters.region),
    )


def _select(name: str, label: str, options: Iterable[tuple[str, str]], chosen: object) -> Field:
    value = "" if chosen is None else str(chosen)
    anything = Choice(value="", label=_("Any"), chosen=not value)
    choices = tuple(Choice(value=v, label=said, chosen=v == value) for v, said in options)
    return Field(name=name, label=label, value=value, choices=(anything, *choices))
