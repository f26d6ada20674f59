"""A scene: a moment, what one can do in it, and what that does for the person it happens to.

For somebody who finds the right sentence ten minutes too late. A scene is a graph of nodes; power, names and
variant words are parameters, so that one scene comes back as another. Limits: a scene says what might follow,
as its writers and reviewers see it; nobody has measured it. Method: docs/method/practise.md
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Final, NamedTuple

from alongside.core.intentions import Intention
from alongside.core.practices import Practice
from alongside.core.problems import Trouble
from alongside.practise.strategies import Strategy

BOUND: Final = 6
"""A total never leaves -6..6 (our choice): long paths do not count for more than short ones."""
EFFECT: Final = 2
"""One choice changes a total by at most 2, and a power setting by at most 2 more (our choice)."""

SPEAKER: Final = "speaker"
"""The role of the person who says or does the thing."""


class Refused(Trouble):
    """A scene, a choice or a setting that cannot be used as asked for."""


class Totals(NamedTuple):
    """Support and say of the person concerned; the relation to whoever spoke; risk to you. -6..6 each."""

    supported: int = 0
    agency: int = 0
    relation: int = 0
    risk: int = 0

    @property
    def is_acceptable(self) -> bool:
        """Whether somebody may stop here: supported, and not passed over (brief of this room, §3.2)."""
        return self.supported > 0 and self.agency >= 0

    @property
    def harms(self) -> bool:
        """Whether it takes support or say from the person concerned."""
        return self.supported < 0 or self.agency < 0

    @property
    def repairs(self) -> bool:
        """Whether it gives some back."""
        return self.supported > 0 or self.agency > 0


NO_EFFECT: Final = Totals()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to say or do. `power_effects` are added to `effects` in the power setting they name."""

    id: str
    say: str
    strategies: tuple[Strategy, ...]
    to: str
    effects: Totals = NO_EFFECT
    power_effects: Mapping[str, Totals] = field(default_factory=dict)

    def effects_under(self, power: str) -> Totals:
        """What it does in this power setting."""
        more = self.power_effects.get(power)
        return (
            self.effects
            if more is None
            else Totals(*(a + b for a, b in zip(self.effects, more, strict=True)))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A moment of the scene: it asks for a choice, goes on by itself (`to`), or ends.

    `affected` is what it was like for the person concerned, in their words. An end also has `consider`, the
    choices that were another way, and an if-then for this week.
    """

    id: str
    text: str = ""
    ask: str = ""
    choices: tuple[Choice, ...] = ()
    to: str = ""
    end: bool = False
    affected: str = ""
    power_text: Mapping[str, str] = field(default_factory=dict)
    consider: str = ""
    another_way: tuple[str, ...] = ()
    intention: Intention | None = None

    @property
    def leads_to(self) -> tuple[str, ...]:
        """The nodes that may follow, in order."""
        return (*(choice.to for choice in self.choices), *((self.to,) if self.to else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerSetting:
    """Who the speaker and the person concerned are to each other, as phrases: "the team lead".

    `role` is what you are besides in this setting, such as the one who leads; "" where nothing is added.
    """

    id: str
    speaker: str
    affected: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CastMember:
    """A name and the pronouns that go with it."""

    name: str
    they: str
    them: str
    their: str
    theirs: str = ""
    themself: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """The same form meeting somebody on another ground: words for the placeholders of the texts."""

    id: str
    ground: str
    words: Mapping[str, str]


class Move(NamedTuple):
    """Where a choice leads: the nodes it passes, the last of which asks or ends, and what it does."""

    passed: tuple[str, ...]
    effects: Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One scene, read and linked. `content` is a hash of its file's content: a walk belongs to one version.

    `nodes` are in file order and the first is where it starts. `moves` (power, node, choice), `opening` and
    `settings` (power, cast, variant; in order) are what a walk looks up; `links` makes them. `cards` are
    ids of the history cards behind it. `is_reviewed`: somebody has checked this very text.
    """

    id: str
    title: str
    language: str
    practice: Practice
    skill: str
    place: str
    your_role: str
    note: str
    powers: tuple[PowerSetting, ...]
    cast: Mapping[str, tuple[CastMember, ...]]
    nodes: Mapping[str, Node]
    variants: tuple[Variant, ...] = ()
    form: str = ""
    grounds: tuple[str, ...] = ()
    topic: str = ""
    cards: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    made_by: str = ""
    claims_review: bool = False
    is_reviewed: bool = False
    also_places: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    parallel_of: str = ""
    licence: str = ""
    content: str = ""
    opening: tuple[str, ...] = ()
    moves: Mapping[tuple[str, str, str], Move] = field(default_factory=dict, repr=False)
    settings: Mapping[tuple[str, int, str], None] = field(default_factory=dict, repr=False)

    @property
    def start(self) -> str:
        """The id of the first node."""
        return next(iter(self.nodes))

    @property
    def places(self) -> tuple[str, ...]:
        """Where it happens, and where it could as well."""
        return (self.place, *self.also_places)

    @property
    def roles(self) -> tuple[str, ...]:
        """What you are in it, in any of its power settings."""
        return (self.your_role, *(power.role for power in self.powers if power.role))

    @property
    def casts(self) -> int:
        """Number of ways in which the parts can be named; a cast is a number below it."""
        return reduce(lambda ways, sets: ways * len(sets), self.cast.values(), 1)

    @property
    def variant_ids(self) -> tuple[str, ...]:
        """The ids of the variants; one empty id where the scene has none."""
        return tuple(variant.id for variant in self.variants) or ("",)

    @property
    def affected_role(self) -> str:
        """The part of the person concerned: the first in the cast who is not the speaker, by convention."""
        return next((role for role in self.cast if role != SPEAKER), "")

    def choices(self) -> Iterator[tuple[Node, Choice]]:
        """Every choice with the node that offers it, in file order."""
        for node in self.nodes.values():
            for choice in node.choices:
                yield node, choice

    def choice(self, id: str) -> Choice | None:
        """The first choice with this id; None where there is none."""
        return next((choice for _node, choice in self.choices() if choice.id == id), None)
