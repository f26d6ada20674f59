"""Rules about the graph of a scene: every way in leads out, and after harm there is a way back."""

from collections.abc import Iterator
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.practise.faults import Known, Rule, Said
from alongside.practise.paths import MOST, acceptable, choices_from, harms, paths, reachable, repairs
from alongside.practise.scenes import Scene
from alongside.practise.strategies import Strategy

STEPS: Final = 12
"""A path has at most this many choices (our choice: what fits in five minutes)."""
CHOICES: Final = (2, 5)
NODES: Final = (5, 10)
"""Least and most (our choice: enough to matter, few enough to check by hand)."""
WAYS: Final = 2
"""Acceptable routes with different first choices (our choice): there is never one right answer."""


def _reachable(scene: Scene, _known: Known) -> Iterator[Said]:
    there = reachable(scene, scene.start)
    for name in scene.nodes:
        if name not in there:
            yield f"nodes.{name}", _("nothing leads here."), _("Lead a choice to it, or take it out.")


def _ends(scene: Scene, _known: Known) -> Iterator[Said]:
    for name in reachable(scene, scene.start):
        if not any(scene.nodes[each].end for each in reachable(scene, name)):
            yield (
                f"nodes.{name}",
                _("no end can be reached from here."),
                _("Give the ring a way out, or an end."),
            )


def _affected(scene: Scene, _known: Known) -> Iterator[Said]:
    for node in scene.nodes.values():
        if node.id != scene.start and not node.affected:
            cure = _("Add `affected`: what it was like for the person concerned.")
            yield f"nodes.{node.id}", _("nothing is said of the person concerned."), cure


def _asks(scene: Scene, _known: Known) -> Iterator[Said]:
    for node in scene.nodes.values():
        if node.choices and not node.ask:
            yield f"nodes.{node.id}", _("there are choices and no question."), _("Add `ask`.")


def _two_ways(scene: Scene, _known: Known) -> Iterator[Said]:
    for power in scene.powers:
        firsts = {end.choices[0] for end in acceptable(scene, power=power.id) if end.choices}
        if len(firsts) < WAYS:
            what = _("with the power setting %(power)s fewer than two first choices can lead to a good end.")
            cure = _("Let another first choice end with supported above 0 and agency 0 or more.")
            yield f"nodes.{scene.start}", what % {"power": power.id}, cure


def _silence(scene: Scene, _known: Known) -> Iterator[Said]:
    for choice in scene.nodes[scene.opening[-1]].choices:
        if choice.strategies != (Strategy.NONE,):
            continue
        for power in scene.powers:
            if not any(repairs(each, power.id) for _node, each in choices_from(scene, choice.to)):
                cure = _("Add a later choice that raises supported or agency.")
                yield f"nodes.{choice.to}", _("after silence no choice repairs any more."), cure
                break


def _repair(scene: Scene, _known: Known) -> Iterator[Said]:
    seen: set[str] = set()
    for power in scene.powers:
        for harm in harms(scene, power=power.id):
            place = f"nodes.{harm.node.id}.choices.{harm.choice.id}"
            if not harm.beside and not harm.later and place not in seen:
                seen.add(place)
                cure = _("Put a choice that raises supported or agency beside it or after it.")
                yield place, _("this takes something from the person, and nothing can repair it."), cure


def _choices(scene: Scene, _known: Known) -> Iterator[Said]:
    least, most = CHOICES
    for node in scene.nodes.values():
        if node.choices and not least <= len(node.choices) <= most:
            what = _("number of choices: %(count)d.") % {"count": len(node.choices)}
            yield f"nodes.{node.id}.choices", what, _("Offer 2 to 5.")


def _short(scene: Scene, _known: Known) -> Iterator[Said]:
    found = paths(scene, power=scene.powers[0].id) if scene.powers else ()
    longest = max((len(end.choices) for end in found), default=0)
    if longest > STEPS or len(found) >= MOST:
        what = _("the longest path has %(count)d choices.") % {"count": longest}
        yield "nodes", what, _("Keep every path to 12, and rings small.")


def _size(scene: Scene, _known: Known) -> Iterator[Said]:
    least, most = NODES
    if not least <= len(scene.nodes) <= most:
        yield "nodes", _("number of nodes: %(count)d.") % {"count": len(scene.nodes)}, _("Write 5 to 10.")


def _another_way(scene: Scene, _known: Known) -> Iterator[Said]:
    ids = [choice.id for _node, choice in scene.choices()]
    for node in scene.nodes.values():
        place = f"nodes.{node.id}.another_way"
        if node.end and not 2 <= len(node.another_way) <= 3:  # noqa: PLR2004 - our format
            yield place, _("this names too few choices or too many."), _("Name 2 or 3.")
        for name in node.another_way:
            if ids.count(name) != 1:
                what = _("“%(id)s” is not the id of one choice.") % {"id": name}
                yield place, what, _("Name choices of this scene whose id is used once.")


RULES: Final = (
    Rule(id="reachable", says=_later("Every node can be reached from the start."), check=_reachable),
    Rule(id="ends", says=_later("Every path ends, and every ring has a way out."), check=_ends),
    Rule(
        id="affected-line",
        says=_later("Every node but the first tells what it was like for the person."),
        check=_affected,
    ),
    Rule(id="asks", says=_later("Where there are choices there is a question."), check=_asks),
    Rule(
        id="two-ways",
        says=_later("At least two first choices can lead to an acceptable end."),
        check=_two_ways,
    ),
    Rule(
        id="silence-can-repair",
        says=_later("A route that starts with silence can still repair."),
        check=_silence,
    ),
    Rule(
        id="repair-in-reach",
        says=_later("After a harmful choice, or beside it, another one repairs."),
        check=_repair,
    ),
    Rule(id="choices-2-to-5", says=_later("A node that asks offers two to five choices."), check=_choices),
    Rule(id="short-paths", says=_later("No path has more than twelve choices."), check=_short),
    Rule(id="nodes-5-to-10", says=_later("A scene has five to ten nodes."), check=_size),
    Rule(
        id="another-way",
        says=_later("An end names two or three choices that were another way."),
        check=_another_way,
    ),
)
