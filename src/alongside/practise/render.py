"""The words of a scene for one setting: names, pronouns, standing and variant words in place of placeholders.

`{owner}` is a name, `{owner.they}` a pronoun, `{power.speaker}` a standing, `{accent}` a variant's word. A
capital first letter after the dot, or of a variant's word, makes the word begin with one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from alongside.practise.scenes import CastMember, Node, PowerSetting, Scene, Variant
from alongside.practise.strategies import Strategy
from alongside.practise.walk import Setting, State, made

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_FORMS: Final = ("they", "them", "their", "theirs", "themself")
_POSSESSIVE: Final = {"her": "hers", "his": "his", "their": "theirs"}
_THEMSELF: Final = {"she": "herself", "he": "himself", "they": "themself"}

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One node that was passed: what happened, and what it was like for the person concerned."""

    text: str
    affected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One of the choices on offer."""

    id: str
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is shown at one point of a walk. `named` are the strategies of the choice that led here.

    At an end `offers` is empty and the rest is for `feedback`.
    """

    passages: tuple[Passage, ...]
    ask: str
    offers: tuple[Offer, ...]
    chosen: str
    named: tuple[Strategy, ...]

    @property
    def is_end(self) -> bool:
        """Whether there is nothing left to choose."""
        return not self.offers


def show(scene: Scene, state: State) -> Moment:
    """What there is to read at this point, every placeholder filled."""
    words = words_of(scene, state.setting)
    node = scene.nodes[state.node]
    choices = made(scene, state)
    last = choices[-1][1] if choices else None
    return Moment(
        passages=tuple(_passage(scene.nodes[name], state.setting.power, words) for name in state.passed),
        ask=fill(node.ask, words),
        offers=tuple(Offer(id=choice.id, say=fill(choice.say, words)) for choice in node.choices),
        chosen=fill(last.say, words) if last else "",
        named=last.strategies if last else (),
    )


def words_of(scene: Scene, setting: Setting) -> Words:
    """What each placeholder stands for in this setting."""
    power = next(each for each in scene.powers if each.id == setting.power)
    variant = next((each for each in scene.variants if each.id == setting.variant), None)
    return {
        **power_words(power),
        **(variant_words(variant) if variant else {}),
        **cast_words(scene, setting.cast),
    }


def fill(text: str, words: Words) -> str:
    """The text with its words; an unknown placeholder loses its braces, so that none is ever shown."""
    if "{" not in text and "}" not in text:
        return text
    filled = PLACEHOLDER.sub(lambda found: words.get(found[1], found[1]), text)
    return filled.replace("{", "").replace("}", "")


def members_of(scene: Scene, cast: int) -> Mapping[str, CastMember]:
    """Who plays which part under this number. From 0 to 1 every part changes its name."""
    chosen: dict[str, CastMember] = {}
    below = 1
    for role, sets in scene.cast.items():
        chosen[role] = sets[(cast // below + cast % below) % len(sets)]
        below *= len(sets)
    return chosen


def texts_of(scene: Scene) -> Iterator[tuple[str, str]]:
    """Every text that a person may be shown, with its place in the file."""
    yield "title", scene.title
    yield "setting.note", scene.note
    for power in scene.powers:
        yield f"setting.power.{power.id}.speaker", power.speaker
        yield f"setting.power.{power.id}.affected", power.affected
    for variant in scene.variants:
        yield from ((f"variants.{variant.id}.{key}", word) for key, word in variant.words.items())
    for node in scene.nodes.values():
        yield from _texts_of_node(node)


def _texts_of_node(node: Node) -> Iterator[tuple[str, str]]:
    place = f"nodes.{node.id}"
    shown = [("text", node.text), ("ask", node.ask), ("affected", node.affected), ("consider", node.consider)]
    shown += [(f"power_text.{power}", text) for power, text in node.power_text.items()]
    shown += [(f"choices.{choice.id}.say", choice.say) for choice in node.choices]
    if node.intention:
        shown += [("commitment.cue", node.intention.cue), ("commitment.act", node.intention.act)]
    yield from ((f"{place}.{key}", text) for key, text in shown if text)


def _passage(node: Node, power: str, words: Words) -> Passage:
    text = node.power_text.get(power, node.text)
    return Passage(text=fill(text, words), affected=fill(node.affected, words))


def power_words(power: PowerSetting) -> Words:
    """What the placeholders of a power setting stand for."""
    return dict((*_both("power.speaker", power.speaker), *_both("power.affected", power.affected)))


def variant_words(variant: Variant) -> Words:
    """What the placeholders of a variant stand for."""
    return dict(pair for key, word in variant.words.items() for pair in _both(key, word))


def cast_words(scene: Scene, cast: int) -> Words:
    """Names and pronouns under this number."""
    words: dict[str, str] = {}
    for role, member in members_of(scene, cast).items():
        words[role] = member.name
        for form, word in forms_of(member).items():
            words.update(_both(f"{role}.{form}", word))
    return words


def forms_of(member: CastMember) -> Mapping[str, str]:
    """The pronouns; the two that a file may leave out are made from the others."""
    theirs = member.theirs or _POSSESSIVE.get(member.their, f"{member.their}s")
    themself = member.themself or _THEMSELF.get(member.they, f"{member.them}self")
    return dict(zip(_FORMS, (member.they, member.them, member.their, theirs, themself), strict=True))


def _both(key: str, word: str) -> Iterator[tuple[str, str]]:
    """The word, and the same with a capital for the beginning of a sentence."""
    yield key, word
    head, dot, last = key.rpartition(".")
    yield f"{head}{dot}{last[:1].upper()}{last[1:]}", f"{word[:1].upper()}{word[1:]}"
