"""Linking a scene: every `to` leads to a node, and what a walk looks up is laid out beforehand."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import product

from alongside.core.language import gettext as _
from alongside.practise.scenes import Move, Node, Refused, Scene


def linked(scene: Scene, *, file: str = "") -> Scene:
    """The scene with its moves. Raises Refused where something leads nowhere or has no choice to make."""
    if not scene.nodes:
        raise _refused("nodes", _("there is none."), _("Write a first node, [nodes.start]."), file)
    for node in scene.nodes.values():
        _check(node, scene, file)
    moves = {
        (power.id, node.id, choice.id): Move(
            passed=follow(scene.nodes, choice.to), effects=choice.effects_under(power.id)
        )
        for power in scene.powers
        for node, choice in scene.choices()
    }
    ways = product(range(scene.casts), (power.id for power in scene.powers), scene.variant_ids)
    settings = dict.fromkeys((power, cast, variant) for cast, power, variant in ways)
    return replace(scene, moves=moves, settings=settings, opening=follow(scene.nodes, scene.start))


def follow(nodes: Mapping[str, Node], first: str) -> tuple[str, ...]:
    """The nodes from here on until one asks or ends; a ring without a way out is followed once."""
    passed = [first]
    while (following := nodes[passed[-1]].to) and following not in passed:
        passed.append(following)
    return tuple(passed)


def _check(node: Node, scene: Scene, file: str) -> None:
    for key, target in _targets(node):
        if target not in scene.nodes:
            raise _dangling(f"nodes.{node.id}.{key}", target, tuple(scene.nodes), file, _("no node"))
    ways = [bool(node.choices), bool(node.to), node.end]
    if sum(ways) != 1:
        cause = _("a node asks for a choice, or goes on by itself, or ends: exactly one of them.")
        raise _refused(f"nodes.{node.id}", cause, _("Write choices, to, or end = true."), file)
    if node.end and (node.intention is None or not node.consider):
        cause = _("an end needs `consider` and `commitment`.")
        raise _refused(f"nodes.{node.id}", cause, _("Write both."), file)
    _check_powers(node, scene, file)
    _check_choice_ids(node, file)


def _check_powers(node: Node, scene: Scene, file: str) -> None:
    known = tuple(power.id for power in scene.powers)
    named = [("power_text", power) for power in node.power_text]
    named += [(f"choices.{c.id}.power_effects", power) for c in node.choices for power in c.power_effects]
    for key, power in named:
        if power not in known:
            raise _dangling(f"nodes.{node.id}.{key}", power, known, file, _("no power setting"))


def _check_choice_ids(node: Node, file: str) -> None:
    ids = [choice.id for choice in node.choices]
    for name in ids:
        if ids.count(name) > 1:
            cause = _("two choices are called “%(id)s”.") % {"id": name}
            raise _refused(f"nodes.{node.id}.choices", cause, _("Give each an id of its own."), file)


def _targets(node: Node) -> Iterator[tuple[str, str]]:
    for choice in node.choices:
        yield f"choices.{choice.id}.to", choice.to
    if node.to:
        yield "to", node.to


def _dangling(place: str, given: str, known: tuple[str, ...], file: str, what: str) -> Refused:
    near = get_close_matches(given, known, 1)
    cause = _("%(what)s “%(given)s”.") % {"what": what, "given": given}
    if near:
        return _refused(place, cause, _("Did you mean “%(near)s”?") % {"near": near[0]}, file)
    return _refused(place, cause, _("There are: %(known)s.") % {"known": ", ".join(known)}, file)


def _refused(place: str, cause: str, way_out: str, file: str) -> Refused:
    return Refused(": ".join(part for part in (file, place) if part), cause, way_out)
