"""The rules of a profile, made ready: what stands where, and what to say about it.

What matching needs is in memory; what people read is read from its file when somebody asks first.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final

from alongside.interrupt.compiled import Json
from alongside.interrupt.guards import Guarding, People
from alongside.interrupt.hits import Level, Profile
from alongside.interrupt.lookup import Indexes
from alongside.interrupt.matcher import Place, Spellings, has_re2, next_word


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A source as people read it."""

    title: str
    url: str
    kind: str
    publisher: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What people read about a rule. `alternatives` or `no_drop_in` is empty."""

    id: str
    kind: str
    level: Level
    profiles: tuple[Profile, ...]
    grounds: tuple[str, ...]
    why: str = ""
    call_in: str = ""
    fine_when: str = ""
    alternatives: tuple[str, ...] = ()
    no_drop_in: str = ""
    both_ways: str = ""
    sources: tuple[SourceText, ...] = ()
    scene: str = ""
    fix: str = "none"
    review: str = "unreviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What a match needs to know of its rule."""

    id: str
    level: Level
    title: bool
    guard: Json


_NO_GUARD: Final[Json] = {}


class RuleSet:
    """The rules that are on. Loading makes it; it never changes."""

    __slots__ = (
        "_guards",
        "_held",
        "_off",
        "_people",
        "_read_text",
        "_text",
        "digest",
        "matched",
        "problems",
        "profile",
        "spellings",
    )

    def __init__(
        self,
        held: Json,
        *,
        profile: Profile,
        read_text: Callable[[], Json],
        off: Collection[str] = (),
    ) -> None:
        self.profile = profile
        self.digest: str = held["digest"]
        self._held = held
        self.problems: tuple[str, ...] = tuple(held["problems"])
        self.matched = tuple(_matched(rule) for rule in held["rules"])
        self.spellings = Spellings(
            folded=held["folded"],
            exact=held["exact"],
            followers=held["followers"],
            before=held["before"],
            expression=held["expression"],
            patterns=held["patterns"],
        )
        self._people = People(held["lists"])
        self._guards: dict[int, Guarding] = {}
        self._off = frozenset(off)
        self._read_text = read_text
        self._text: Json | None = None

    @property
    def slower(self) -> bool:
        """Whether large texts take longer here, because the package for RE2 is missing."""
        return not has_re2()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rules that are on, in the order of their files."""
        return tuple(rule.id for rule in self.matched if rule.id not in self._off)

    def guard(self, number: int) -> Guarding:
        """The guard of a rule by its number, made when it is first asked for."""
        found = self._guards.get(number)
        if found is None:
            found = Guarding(self.matched[number].guard, self._held["lists"], self._people)
            self._guards[number] = found
        return found

    def but(self, off: Collection[str]) -> "RuleSet":
        """The same without some of its rules."""
        return RuleSet(self._held, profile=self.profile, read_text=self._read_text, off=off)

    def places(self, data: bytes) -> Iterator[Place]:
        """Where words stand that may be hits, in order, from the bytes alone: markup is not yet known."""
        find, at = self.spellings.places(data), 0
        while (place := find(at)) is not None:
            start, ends = place
            possible = [(end, self._possible(numbers, data, start, end)) for end, numbers in ends]
            if wanted := [(end, numbers) for end, numbers in possible if numbers]:
                yield start, wanted
            at = next_word(data, start)

    def _possible(self, numbers: Indexes, data: bytes, start: int, end: int) -> Indexes:
        return tuple(
            number
            for number in numbers
            if self.matched[number].id not in self._off
            and self.guard(number).may_let_through(data, start, end)
        )

    def knows(self, rule: str) -> bool:
        """Whether there is such a rule in any profile."""
        return rule in self._told()["rules"]

    def about(self, rule: str) -> RuleText:
        """What people read about a rule. Raises KeyError for an unknown id."""
        text = self._told()
        told, sources = text["rules"][rule], text["sources"]
        named = tuple(SourceText(**sources[name]) for name in told.get("sources", ()) if name in sources)
        return RuleText(
            id=rule,
            kind=told["kind"],
            level=Level(told["level"]),
            profiles=tuple(map(Profile, told["profiles"])),
            grounds=tuple(told["grounds"]),
            alternatives=tuple(told.get("alternatives", ())),
            sources=named,
            **{name: told[name] for name in _SINGLE if name in told},
        )

    def _told(self) -> Json:
        if self._text is None:
            self._text = self._read_text()
        return self._text


_SINGLE = ("why", "call_in", "fine_when", "no_drop_in", "both_ways", "scene", "fix", "review")


def _matched(rule: Json) -> Matched:
    return Matched(
        id=rule["id"],
        level=Level(rule["level"]),
        title=rule.get("case") == "title",
        guard=rule.get("guard", _NO_GUARD),
    )
