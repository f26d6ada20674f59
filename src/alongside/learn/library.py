"""The library: works to read, watch or hear, each with why it is here, what it takes, and where it stands.

The entries are content, checked by their schema; here they get types. Authors' identities are never
researched: `perspective` holds only what they state themselves. The library says where it is thin. Method:
docs/method/learn.md
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from alongside.core.content_check import Entry
from alongside.core.grounds import Ground
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.review import Standing, standing
from alongside.learn import fields


class Type(StrEnum):
    """What sort of work it is."""

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    PAPER = "paper"
    FILM = "film"
    PODCAST = "podcast"
    TALK = "talk"
    WEBINAR = "webinar"
    TOOLKIT = "toolkit"
    WORKSHOP = "workshop"
    NEWSLETTER = "newsletter"
    GUIDE = "guide"

    @property
    def label(self) -> str:
        """The type as people read it."""
        return _TYPES[self]()


_TYPES = {
    Type.ARTICLE: lambda: _("article"),
    Type.BOOK: lambda: _("book"),
    Type.CHAPTER: lambda: _("chapter of a book"),
    Type.PAPER: lambda: _("research paper"),
    Type.FILM: lambda: _("film"),
    Type.PODCAST: lambda: _("podcast"),
    Type.TALK: lambda: _("talk"),
    Type.WEBINAR: lambda: _("webinar"),
    Type.TOOLKIT: lambda: _("toolkit"),
    Type.WORKSHOP: lambda: _("workshop"),
    Type.NEWSLETTER: lambda: _("newsletter"),
    Type.GUIDE: lambda: _("guide"),
}
_COSTS = {
    "free": lambda: _("free"),
    "library": lambda: _("free through a library"),
    "paid": lambda: _("has to be paid for"),
}
_ACCESS = {
    "captions": lambda: _("captions"),
    "transcript": lambda: _("transcript"),
    "text": lambda: _("text"),
    "audio": lambda: _("audio"),
}
EVERYWHERE = "global"


class Filterable(Protocol):
    """What filters look at: resources, and whatever else is searched beside them."""

    @property
    def practices(self) -> tuple[Practice, ...]: ...  # noqa: D102
    @property
    def grounds(self) -> tuple[Ground, ...]: ...  # noqa: D102
    @property
    def sort(self) -> str: ...  # noqa: D102
    @property
    def minutes(self) -> int: ...  # noqa: D102
    @property
    def level(self) -> int: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def regions(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One work. `why` is ours; title and authors are the work's own. `level` is 1 (first step) to 3."""

    id: str
    title: str
    authors: tuple[str, ...]
    type: Type
    level: int
    minutes: int
    practices: tuple[Practice, ...]
    year: int = 0
    perspective: str = ""
    grounds: tuple[Ground, ...] = (Ground.ANY,)
    topics: tuple[str, ...] = ()
    language: str = "en"
    regions: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    cost: str = "free"
    url: str = ""
    archived: str = ""
    licence: str = "link only"
    checked_on: date | None = None
    checked_how: str = ""
    why: str = ""
    alias: tuple[str, ...] = ()
    standing: Standing = field(default_factory=Standing)

    @property
    def sort(self) -> str:
        """Its type, for filters."""
        return self.type.value

    @property
    def cost_label(self) -> str:
        """What it takes to get it, in words."""
        return _COSTS[self.cost]() if self.cost in _COSTS else self.cost

    @property
    def access_label(self) -> str:
        """What is known about access to it, in words."""
        return ", ".join(_ACCESS[each]() if each in _ACCESS else each for each in self.access)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What somebody wants to see; None and "" leave it open. `minutes` is the most it may take."""

    practice: Practice | None = None
    ground: Ground | None = None
    type: str = ""
    minutes: int | None = None
    level: int | None = None
    language: str = ""
    region: str = ""

    @property
    def any_set(self) -> bool:
        """Whether something is asked for at all."""
        return self != Filters()

    def allow(self, thing: Filterable) -> bool:
        """Whether the thing is what is asked for. A work for everywhere suits any region."""
        region, language = self.region.casefold(), self.language.casefold()
        return (
            (self.practice is None or self.practice in thing.practices)
            and (self.ground is None or self.ground in thing.grounds)
            and (not self.type or self.type == thing.sort)
            and (self.minutes is None or thing.minutes <= self.minutes)
            and (self.level is None or self.level == thing.level)
            and (not language or thing.language.casefold().split("-")[0] == language.split("-")[0])
            and (not region or _reaches(thing, region))
        )


def _reaches(thing: Filterable, region: str) -> bool:
    held = {each.casefold() for each in thing.regions}
    return region in held or EVERYWHERE in held


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The works on offer, in order of id."""

    resources: tuple[Resource, ...] = ()
    by_id: Mapping[str, Resource] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[Resource]:
        """The works in order of id."""
        return iter(self.resources)

    def __len__(self) -> int:
        """Number of works."""
        return len(self.resources)

    def find(self, id: str) -> Resource | None:
        """The work with this id, or one it had before; None where there is no such work."""
        return self.by_id.get(id)

    def matching(self, filters: Filters) -> tuple[Resource, ...]:
        """The works that filters allow, in order of title."""
        return tuple(sorted((r for r in self.resources if filters.allow(r)), key=_by_title))

    @property
    def reviewed(self) -> int:
        """How many entries have been reviewed as they stand."""
        return sum(each.standing.reviewed_on is not None for each in self.resources)


def _by_title(resource: Resource) -> tuple[str, str]:
    return resource.title.casefold(), resource.id


def library_of(resources: Sequence[Resource]) -> Library:
    """The library made of these works; of two with one id the first stays."""
    held: dict[str, Resource] = {}
    for each in sorted(resources, key=lambda resource: resource.id):
        held.setdefault(each.id, each)
    names = {old: each for each in held.values() for old in each.alias}
    return Library(resources=tuple(held.values()), by_id={**names, **held})


def resource(entry: Entry) -> Resource:
    """The work that a content entry describes. Raises Refused naming entry and field."""
    return Resource(
        id=fields.text(entry, "id"),
        title=fields.text(entry, "title"),
        authors=fields.words(entry, "authors"),
        year=fields.whole(entry, "year"),
        perspective=fields.text(entry, "perspective"),
        type=fields.one(entry, "type", Type),
        level=fields.whole(entry, "level"),
        minutes=fields.whole(entry, "minutes"),
        practices=fields.known(entry, "practices", Practice),
        grounds=fields.known(entry, "grounds", Ground),
        topics=fields.words(entry, "topics"),
        language=fields.text(entry, "language"),
        regions=fields.words(entry, "regions"),
        access=fields.words(entry, "access"),
        cost=fields.text(entry, "cost"),
        url=fields.text(entry, "url"),
        archived=fields.text(entry, "archived"),
        licence=fields.text(entry, "licence"),
        checked_on=fields.day(entry, "checked_on"),
        checked_how=fields.text(entry, "checked_how"),
        why=fields.text(entry, "why"),
        alias=fields.words(entry, "alias"),
        standing=standing(entry),
    )
