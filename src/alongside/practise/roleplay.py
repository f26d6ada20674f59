"""A scene to play with two, three or four people: a sheet on which every speaking part is given.

The part of the person concerned may be an empty chair, and is one unless you say otherwise: nobody is asked
to play what they live through. Limits: an empty chair has no reactions; the reader gives its lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Final

from alongside.core.language import gettext as _
from alongside.practise.feedback import comparing_questions
from alongside.practise.notes import note_line, standing_line, title_of, unreviewed_line
from alongside.practise.render import Words, fill, words_of
from alongside.practise.scenes import SPEAKER, Node, Refused, Scene
from alongside.practise.sheet import Block, Heading, Paragraph, Points, Sheet
from alongside.practise.walk import Setting, start

FEWEST: Final = 2
MOST: Final = 4
YOU: Final = "you"
READER: Final = "reader"
WATCHER: Final = "watcher"
_WITH_A_WATCHER: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one person plays: roles of the cast, "you" who decides, "reader" or "watcher"."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePlay:
    """Who plays what. `chair` is the role that an empty chair stands for, or ""."""

    scene: Scene
    setting: Setting
    parts: tuple[Part, ...]
    chair: str


def roleplay(
    scene: Scene, *, people: int, setting: Setting | None = None, empty_chair: bool = True
) -> RolePlay:
    """The parts for so many people. With two people the chair is always empty. Raises Refused for 1 or 5."""
    if not FEWEST <= people <= MOST:
        cause = _("a role-play is for 2, 3 or 4 people.")
        raise Refused("--people", cause, _("For more, try: alongside practise group"))
    setting = setting or start(scene).setting
    chair = scene.affected_role if empty_chair or people == FEWEST else ""
    others = tuple(role for role in scene.cast if role not in {SPEAKER, scene.affected_role})
    speaker = (SPEAKER,) if SPEAKER in scene.cast else ()
    concerned = () if chair or not scene.affected_role else (scene.affected_role,)
    if people == FEWEST:
        parts = [(*speaker, *others, READER)]
    elif people < MOST:
        parts = [(*speaker, *others), (*concerned, READER)]
    else:
        parts = [speaker or others, (*(others if speaker else ()), READER), concerned or (WATCHER,)]
    told = tuple(Part(roles=roles or (WATCHER,)) for roles in [(YOU,), *parts])
    return RolePlay(scene=scene, setting=setting, parts=told, chair=chair)


def as_sheet(play: RolePlay) -> Sheet:
    """The role-play as pages to print."""
    return Sheet(title=title_of(play.scene, play.setting), blocks=tuple(_blocks(play)))


def _blocks(play: RolePlay) -> Iterator[Block]:
    scene, words = play.scene, words_of(play.scene, play.setting)
    if unreviewed_line(scene):
        yield Paragraph(text=unreviewed_line(scene), kind="notice")
    yield Paragraph(text=note_line(scene, play.setting))
    yield Heading(text=_("Before you begin"))
    yield Points(items=_before())
    yield Heading(text=_("Parts"))
    yield Points(items=tuple(_part_line(part, words) for part in play.parts), numbered=True)
    if play.chair:
        named = {"name": words[play.chair]}
        yield Paragraph(text=_("%(name)s is an empty chair. The reader gives its lines.") % named)
    yield Paragraph(text=standing_line(scene, play.setting))
    yield Heading(text=_("The scene"), page=True)
    yield from scene_blocks(scene, play.setting, words)
    yield Heading(text=_("Afterwards"), page=True)
    yield from after_blocks()


def _before() -> tuple[str, ...]:
    return (
        _("Nobody plays what they live through. Swap parts until that is so."),
        _("Anybody may pass, or stop the scene, without a reason."),
        _("Say it in your own words. The lines on paper are only a start."),
        _("Nothing is written down, and nothing is told outside."),
        _("Play it twice, and change parts."),
    )


def _part_line(part: Part, words: Words) -> str:
    tasks = {
        YOU: _("you, who are there and decide what to say"),
        READER: _("the reader, who reads what happens and what follows"),
        WATCHER: _("the watcher, who says at the end what they saw, not what they think of it"),
    }
    told = "; ".join(tasks.get(role) or words[role] for role in part.roles)
    return told[:1].upper() + told[1:]


def scene_blocks(scene: Scene, setting: Setting, words: Words) -> Iterator[Block]:
    """Every node in file order, with its number, its choices, and where they lead."""
    numbers = {name: place for place, name in enumerate(scene.nodes, start=1)}
    for name, node in scene.nodes.items():
        yield Heading(text=f"{numbers[name]}", level=3)
        yield from _node_blocks(node, setting, words, numbers, person=words.get(scene.affected_role, ""))


def _node_blocks(
    node: Node, setting: Setting, words: Words, numbers: dict[str, int], *, person: str
) -> Iterator[Block]:
    text = fill(node.power_text.get(setting.power, node.text), words)
    if text:
        yield Paragraph(text=text)
    if node.affected:
        yield Paragraph(text=_spoken(person, fill(node.affected, words)), kind="quote")
    if node.choices:
        yield Paragraph(text=fill(node.ask, words))
        letters = zip(ascii_lowercase, node.choices, strict=False)
        items = [
            _("%(letter)s) %(say)s → %(number)d")
            % {"letter": letter, "say": fill(choice.say, words), "number": numbers[choice.to]}
            for letter, choice in letters
        ]
        yield Points(items=tuple(items))
    if node.to:
        yield Paragraph(text=_("Go on with %(number)d.") % {"number": numbers[node.to]})
    if node.end:
        yield Paragraph(text=fill(node.consider, words))
    if node.intention:
        yield Paragraph(text=_("For this week: %(plan)s") % {"plan": node.intention.sentence})


def _spoken(person: str, line: str) -> str:
    """A line with the name of whoever says it, so that on paper it is clear whose it is."""
    return _("%(name)s: %(line)s") % {"name": person, "line": line} if person else line


def after_blocks() -> Iterator[Block]:
    """What to talk about, and how to close."""
    yield Paragraph(text=_("Step out of your parts: say your own name, and one thing you can see."))
    yield Points(items=comparing_questions(), numbered=True)
    closing = _("To close, each says one if-then for the week aloud, or keeps it, or passes.")
    yield Paragraph(text=closing)
