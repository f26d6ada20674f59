"""Every path through a scene, by brute force: what it is made of and where it ends.

A path takes no choice twice at the same node, so that a ring is walked once and left. Limits: paths are
counted in one power setting at a time, and no further than `MOST`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from alongside.practise.scenes import Choice, Node, Scene, Totals
from alongside.practise.walk import State, made, start, step

MOST: Final = 20_000
"""More paths than this are not counted (our choice: no scene that people can check comes near)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """A choice that takes something from the person concerned, and whether a way back is there."""

    node: Node
    choice: Choice
    beside: bool
    later: bool


def paths(scene: Scene, *, power: str) -> tuple[State, ...]:
    """The last state of every path, in the order of the choices; a path that gets stuck is among them."""
    return tuple(islice(_onwards(scene, start(scene, power=power), frozenset()), MOST))


def acceptable(scene: Scene, *, power: str) -> tuple[State, ...]:
    """The paths at whose end the person concerned is supported and not passed over."""
    return tuple(
        end for end in paths(scene, power=power) if scene.nodes[end.node].end and end.totals.is_acceptable
    )


def harms(scene: Scene, *, power: str) -> tuple[Harm, ...]:
    """The choices that take support or say away, and whether one that repairs is beside or after them."""
    found = []
    for node, choice in scene.choices():
        if choice.effects_under(power).harms:
            beside = any(repairs(each, power) for each in node.choices if each.id != choice.id)
            later = any(repairs(each, power) for _node, each in choices_from(scene, choice.to))
            found.append(Harm(node=node, choice=choice, beside=beside, later=later))
    return tuple(found)


def repairs(choice: Choice, power: str) -> bool:
    """Whether the choice gives support or say back, and does not take the other away."""
    effects = choice.effects_under(power)
    return effects.repairs


def reachable(scene: Scene, first: str) -> tuple[str, ...]:
    """The nodes that can be reached from a node, itself first."""
    found = [first]
    for name in found:
        found.extend(dict.fromkeys(each for each in scene.nodes[name].leads_to if each not in found))
    return tuple(found)


def choices_from(scene: Scene, first: str) -> Iterator[tuple[Node, Choice]]:
    """The choices that are still on offer from a node on."""
    for name in reachable(scene, first):
        for choice in scene.nodes[name].choices:
            yield scene.nodes[name], choice


def is_silent(state: State, scene: Scene) -> bool:
    """Whether the first thing chosen was to say nothing."""
    first = made(scene, state)[:1]
    return bool(first) and all(strategy == "none" for strategy in first[0][1].strategies)


def best(totals: Totals) -> int:
    """How much the person concerned got out of it; orders choices, and is shown to nobody."""
    return totals.supported + totals.agency


def _onwards(scene: Scene, state: State, taken: frozenset[tuple[str, str]]) -> Iterator[State]:
    open_ways = [c.id for c in scene.nodes[state.node].choices if (state.node, c.id) not in taken]
    if not open_ways:
        yield state
    for choice in open_ways:
        yield from _onwards(scene, step(scene, state, choice), taken | {(state.node, choice)})
