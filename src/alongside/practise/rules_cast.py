"""Rules about settings, names and placeholders: a scene comes back as another one, and still agrees."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.practise.faults import Known, Rule, Said
from alongside.practise.render import PLACEHOLDER, texts_of, words_of
from alongside.practise.scenes import Scene
from alongside.practise.walk import Setting

LEAST: Final = 2
_THEY_THEN: Final = re.compile(r"\{(\w+)\.[Tt]hey\}(['\u2019]\w+|\s+[\w'\u2019]+)")
_DIFFER: Final = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "does",
        "do",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "doesn't",
        "don't",
        "goes",
        "go",
        "'s",
        "'re",
        "'ve",
    ]
)
_FILLED_IN: Final = ("variants.", "setting.power.")
_NO_VERBS: Final = frozenset(
    ["always", "sometimes", "perhaps", "besides", "afterwards", "across", "this", "thus"]
)


def _powers(scene: Scene, _known: Known) -> Iterator[Said]:
    if len({power.id for power in scene.powers}) < LEAST:
        yield "setting.power", _("there are fewer than two power settings."), _("Add one.")


def _names(scene: Scene, _known: Known) -> Iterator[Said]:
    if not scene.cast:
        yield "cast", _("nobody has a name."), _("Add a role with two name sets.")
    for role, sets in scene.cast.items():
        if len({member.name for member in sets}) < LEAST:
            yield f"cast.{role}", _("there are fewer than two names."), _("Add a set of another name.")


def _distinct(scene: Scene, _known: Known) -> Iterator[Said]:
    by_name = Counter(name for sets in scene.cast.values() for name in {member.name for member in sets})
    for name, count in by_name.items():
        if count > 1:
            what = _("“%(name)s” can be two people at once.") % {"name": name}
            yield "cast", what, _("Give each role names of its own.")


def _placeholders(scene: Scene, _known: Known) -> Iterator[Said]:
    known = _known_words(scene)
    for place, text in texts_of(scene):
        for word in PLACEHOLDER.findall(text):
            if word not in known:
                what = _("the placeholder {%(word)s} is not defined.") % {"word": word}
                cure = _(
                    "Use a role of the cast, or a key of every variant. "
                    "power.speaker and power.affected work too."
                )
                yield place, what, cure
        if place.startswith(_FILLED_IN) and PLACEHOLDER.search(text):
            what = _("this is filled into a text, and a placeholder inside it is not.")
            yield place, what, _("Write the placeholder into the text itself.")
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
            yield place, _("a brace stands alone."), _("Close the placeholder, or take the brace out.")


def _known_words(scene: Scene) -> set[str]:
    settings = (
        [Setting(scene.powers[0].id, 0, variant) for variant in scene.variant_ids] if scene.powers else []
    )
    keys = [set(words_of(scene, setting)) for setting in settings]
    return set.union(*keys) if keys else set()


def _variants(scene: Scene, _known: Known) -> Iterator[Said]:
    if not scene.variants:
        return
    if len({variant.id for variant in scene.variants}) < LEAST:
        yield "variants", _("there is only one."), _("Add another, or write its words into the texts.")
    first = set(scene.variants[0].words)
    for variant in scene.variants:
        if set(variant.words) != first:
            yield (
                f"variants.{variant.id}",
                _("its keys differ from the first one's."),
                _("Give all the same keys."),
            )
    used = {word.lower() for _place, text in texts_of(scene) for word in PLACEHOLDER.findall(text)}
    for key in sorted(first):
        if key.lower() not in used:
            yield "variants", _("no text uses {%(key)s}.") % {"key": key}, _("Use it, or take it out.")
        if key in scene.cast or key == "power":
            yield "variants", _("{%(key)s} is a role already.") % {"key": key}, _("Call it something else.")


def _verbs(scene: Scene, _known: Known) -> Iterator[Said]:
    mixed = {role for role, sets in scene.cast.items() if len({m.they.lower() == "they" for m in sets}) > 1}
    for place, text in texts_of(scene):
        for role, word in _THEY_THEN.findall(text):
            if role in mixed and _changes_with_number(word):
                what = _("“%(word)s” does not go with every name set.") % {"word": word.strip()}
                cure = _("Use the name before the verb, or the past tense of a verb other than to be.")
                yield place, what, cure


def _changes_with_number(word: str) -> bool:
    plain = word.strip().lower().replace("\u2019", "'")
    return plain in _DIFFER or (plain.endswith("s") and not plain.endswith("ss") and plain not in _NO_VERBS)


def _plain_if_then(scene: Scene, _known: Known) -> Iterator[Said]:
    for node in scene.nodes.values():
        plan = node.intention
        if plan is None:
            continue
        place = f"nodes.{node.id}.commitment"
        if "{" in plan.cue + plan.act:
            yield place, _("this names somebody of the scene."), _("Write it without a placeholder.")
        if re.match(r"(?i)(if|when)\b", plan.cue) or re.match(r"(?i)(then|i will|to)\b", plan.act):
            yield place, _("“If” and “I will” are added by themselves."), _("Leave them out.")
        if plan.cue.endswith((".", ",")) or plan.act.endswith("."):
            yield place, _("the full stop is added by itself."), _("Leave it out.")


RULES: Final = (
    Rule(id="two-powers", says=_later("There are at least two power settings."), check=_powers),
    Rule(id="two-names", says=_later("Every role has at least two names."), check=_names),
    Rule(id="names-distinct", says=_later("No name belongs to two roles."), check=_distinct),
    Rule(id="placeholders", says=_later("Every placeholder is defined."), check=_placeholders),
    Rule(id="variants", says=_later("Variants have the same keys, and the texts use them."), check=_variants),
    Rule(id="verbs-agree", says=_later("A verb after a pronoun goes with every name set."), check=_verbs),
    Rule(
        id="plain-if-then",
        says=_later("The if-then names nobody and reads as one sentence."),
        check=_plain_if_then,
    ),
)
