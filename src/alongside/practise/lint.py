"""The linter of scenes: every rule has an id, says where it is not kept, and how to mend it.

Limits: rules see form. Whether a scene is true to anybody's life only people with that experience can say.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.practise import rules_cast, rules_graph, rules_words
from alongside.practise.faults import Fault, Known, Rule
from alongside.practise.scenes import Scene
from alongside.practise.word_lists import WordLists, word_lists

RULES: Final[tuple[Rule, ...]] = (*rules_graph.RULES, *rules_cast.RULES, *rules_words.RULES)
PACK_RULES: Final = {
    "unique-id": _later("No two scenes of one language share an id."),
    "id-kept": _later("An id that was published stays, or becomes an alias."),
    "same-graph": _later("A translation has the graph of the scene it stands beside."),
}
"""Rules that need more than one scene."""


def lint(
    scene: Scene,
    *,
    sources: Collection[str] | None = None,
    cards: Collection[str] | None = None,
    lists: WordLists | None = None,
) -> tuple[Fault, ...]:
    """What the rules have to say against one scene; `sources` and `cards`: the ids there are, if known."""
    known = Known(lists=lists or word_lists(scene.language), sources=sources, cards=cards)
    return tuple(
        Fault(rule=rule.id, place=place, what=what, cure=cure)
        for rule in RULES
        for place, what, cure in rule.check(scene, known)
    )


def lint_pack(scenes: Sequence[Scene], *, before: Sequence[Scene] = ()) -> tuple[tuple[Scene, Fault], ...]:
    """What can only be seen over several scenes; `before` is the pack as it was published."""
    return (*_twice(scenes), *_vanished(scenes, before), *_graphs((*scenes, *before), scenes))


def same_graph(original: Scene, translation: Scene) -> tuple[Fault, ...]:
    """Where a translation leads elsewhere than its original, or weighs a choice otherwise. Words are free."""
    faults = []
    ours, theirs = dict(edges(original)), dict(edges(translation))
    for edge in sorted({*ours, *theirs}):
        if ours.get(edge) != theirs.get(edge):
            what = _("this is not as in %(id)s.") % {"id": original.id}
            cure = _("Translate the words; keep nodes, choices, effects and where they lead.")
            faults.append(Fault(rule="same-graph", place=edge, what=what, cure=cure))
    return tuple(faults)


def edges(scene: Scene) -> Iterator[tuple[str, object]]:
    """Everything of a scene that is no word: nodes, choices, where they lead and what they do."""
    yield "nodes", scene.start
    yield "setting.power", tuple(power.id for power in scene.powers)
    yield "variants", tuple(variant.id for variant in scene.variants)
    for node in scene.nodes.values():
        yield f"nodes.{node.id}", (node.to, node.end, node.another_way)
        for choice in node.choices:
            effects = tuple(choice.effects_under(power.id) for power in scene.powers)
            yield f"nodes.{node.id}.choices.{choice.id}", (choice.to, choice.strategies, effects)


def _twice(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, Fault]]:
    taken: set[tuple[str, str]] = set()
    for scene in scenes:
        for name in (scene.id, *scene.alias):
            if (scene.language, name) in taken:
                what = _("“%(id)s” is taken by another scene.") % {"id": name}
                yield (
                    scene,
                    Fault(rule="unique-id", place="id", what=what, cure=_("Give it an id of its own.")),
                )
            taken.add((scene.language, name))


def _vanished(scenes: Sequence[Scene], before: Sequence[Scene]) -> Iterator[tuple[Scene, Fault]]:
    there = {(scene.language, name) for scene in scenes for name in (scene.id, *scene.alias)}
    languages = {scene.language for scene in scenes}
    for old in before:
        for name in (old.id, *old.alias):
            if old.language in languages and (old.language, name) not in there:
                what = _("“%(id)s” was published and is gone.") % {"id": name}
                cure = _("Bring it back, or name it under `alias` in the scene that took its place.")
                yield old, Fault(rule="id-kept", place="id", what=what, cure=cure)


def _graphs(known: Sequence[Scene], scenes: Sequence[Scene]) -> Iterator[tuple[Scene, Fault]]:
    for scene in scenes:
        originals = [
            each for each in known if each.id == scene.parallel_of and each.language != scene.language
        ]
        for original in originals[:1]:
            yield from ((scene, fault) for fault in same_graph(original, scene))
