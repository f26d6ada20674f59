"""A session for a group and one facilitator: an hour or more, three to five scenes, no devices and no record.

Coming is voluntary, and so is every word. Completion is no outcome: one course alone is no remedy (Chang and
others 2019), so the session closes with one if-then that each may keep.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.practise.notes import note_line, standing_line, title_of, unreviewed_line
from alongside.practise.render import words_of
from alongside.practise.roleplay import scene_blocks
from alongside.practise.scenes import Refused, Scene
from alongside.practise.sheet import Block, Grid, Heading, Paragraph, Points, Sheet
from alongside.practise.walk import Setting, start

MINUTES: Final = 90
OPENING: Final = 10
PAUSE: Final = 5
CLOSING: Final = 12
"""Minutes of what is not a scene (our choice, as is the length)."""
LENGTHS: Final = (60, 180)
"""The shortest leaves each of three scenes eleven minutes; after the longest nobody listens (our choice)."""
SCENES: Final = (3, 5)
PEOPLE: Final = (4, 24)
SMALLEST_TABLE: Final = 4
LARGEST_TABLE: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One part of the session: from which minute, for how long, and what the facilitator does."""

    begins: int
    minutes: int
    title: str
    scene: Scene | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPlan:
    """The session: its steps, without a gap, and how people sit. `tables` are sizes."""

    steps: tuple[Step, ...]
    tables: tuple[int, ...]
    people: int
    minutes: int = MINUTES


def plan_group(scenes: Sequence[Scene], *, people: int = 8, minutes: int = MINUTES) -> GroupPlan:
    """A session of these scenes. Raises Refused unless scenes, people and minutes are within bounds."""
    least, most = SCENES
    if not least <= len(scenes) <= most:
        cause = _("a session has 3 to 5 scenes; these are %(count)d.") % {"count": len(scenes)}
        raise Refused("ID", cause, _("Name as many, or none to let us choose."))
    if not PEOPLE[0] <= people <= PEOPLE[1]:
        cause = _("a session is for 4 to 24 people.")
        raise Refused("--people", cause, _("For fewer, try: alongside practise roleplay"))
    if not LENGTHS[0] <= minutes <= LENGTHS[1]:
        cause = _("a session takes 60 to 180 minutes.")
        raise Refused("--minutes", cause, _("With less time, play one scene."))
    steps = tuple(_steps(scenes, minutes))
    return GroupPlan(steps=steps, tables=tables_for(people), people=people, minutes=minutes)


def tables_for(people: int) -> tuple[int, ...]:
    """Sizes of the tables: four to six at each, as even as can be. Seven people sit as four and three."""
    count = -(-people // LARGEST_TABLE)
    small, larger = divmod(people, count)
    return tuple(small + (1 if place < larger else 0) for place in range(count))


def pick_scenes(scenes: Sequence[Scene], *, count: int = SCENES[0]) -> tuple[Scene, ...]:
    """Scenes for a session, from as many places and skills as can be; by id, without chance."""
    picked: list[Scene] = []
    for place_too in (True, False):
        for scene in scenes:
            known = any(each.skill == scene.skill for each in picked)
            same_place = place_too and any(each.place == scene.place for each in picked)
            if len(picked) < count and scene not in picked and not known and not same_place:
                picked.append(scene)
    rest = [scene for scene in scenes if scene not in picked]
    return (*picked, *rest[: count - len(picked)])


def _steps(scenes: Sequence[Scene], minutes: int) -> Iterator[Step]:
    each = (minutes - OPENING - PAUSE - CLOSING) // len(scenes)
    half = (len(scenes) + 1) // 2
    yield Step(begins=0, minutes=OPENING, title=_("Opening"))
    at = OPENING
    for place, scene in enumerate(scenes, start=1):
        title = title_of(scene, start(scene).setting)
        yield Step(begins=at, minutes=each, title=title, scene=scene)
        at += each
        if place == half:
            yield Step(begins=at, minutes=PAUSE, title=_("Pause"))
            at += PAUSE
    yield Step(begins=at, minutes=minutes - at, title=_("Closing round"))


def as_sheet(plan: GroupPlan) -> Sheet:
    """The facilitator's pages."""
    title = _("A group session of %(minutes)d minutes") % {"minutes": plan.minutes}
    return Sheet(title=title, blocks=tuple(_blocks(plan)))


def _blocks(plan: GroupPlan) -> Iterator[Block]:
    scenes = [step.scene for step in plan.steps if step.scene]
    if not all(scene.is_reviewed for scene in scenes):
        told = _("Unreviewed scenes are marked: nobody with that experience has checked them yet.")
        yield Paragraph(text=told, kind="notice")
    yield Paragraph(text=_seating(plan))
    head = (_("Minute"), _("Length"), _("What"))
    rows = [(str(step.begins), minutes_words(step.minutes), step.title) for step in plan.steps]
    yield Grid(rows=(head, *rows))
    yield Heading(text=_("Opening"))
    yield Points(items=opening_lines())
    yield Heading(text=_("With every scene"))
    yield Points(items=scene_lines(), numbered=True)
    yield Heading(text=_("To talk about"))
    yield Points(items=prompts())
    yield Heading(text=_("Closing round"))
    yield Points(items=closing_lines())
    for step in plan.steps:
        if step.scene:
            yield from _scene_pages(step.scene, start(step.scene).setting, step)


def _scene_pages(scene: Scene, setting: Setting, step: Step) -> Iterator[Block]:
    told = {"title": step.title, "minutes": minutes_words(step.minutes)}
    yield Heading(text=_("%(title)s (%(minutes)s)") % told, page=True)
    if unreviewed_line(scene):
        yield Paragraph(text=unreviewed_line(scene), kind="notice")
    yield Paragraph(text=note_line(scene, setting))
    yield Paragraph(text=standing_line(scene, setting))
    yield from scene_blocks(scene, setting, words_of(scene, setting))


def _seating(plan: GroupPlan) -> str:
    larger, smaller = max(plan.tables), min(plan.tables)
    both = _("%(larger)d or %(smaller)d") % {"larger": larger, "smaller": smaller}
    sizes = both if larger > smaller else str(larger)
    tables = ngettext("%(count)d table of %(sizes)s", "%(count)d tables of %(sizes)s", len(plan.tables))
    people = ngettext("%(count)d person", "%(count)d people", plan.people) % {"count": plan.people}
    return _("%(people)s at %(tables)s.") % {
        "people": people,
        "tables": tables % {"count": len(plan.tables), "sizes": sizes},
    }


def minutes_words(count: int) -> str:
    """So many minutes, in words."""
    return ngettext("%(count)d minute", "%(count)d minutes", count) % {"count": count}


def opening_lines() -> tuple[str, ...]:
    """What is said before the first scene."""
    return (
        _("You came freely, and you may leave freely. No reason is asked."),
        _("Anybody may pass at any time. Passing takes no word."),
        _("What is said here stays here. Nothing is written down or kept."),
        _("Nobody speaks for a group, and nobody is asked what they have lived through."),
        _("Each says their name and how to be addressed, or passes."),
    )


def scene_lines() -> tuple[str, ...]:
    """How a scene goes, the same each time."""
    return (
        _("Read the note. Leave a moment for whoever would like to sit this one out."),
        _("Read the text aloud. Each thinks of their own words first, for one minute."),
        _("Read the choices. Show of hands; most hands decide. Nobody says why yet."),
        _("Read what followed, and what it was like for the person concerned."),
        _("Go on to the end. Then go back one step and try another way."),
        _("Talk at the tables, then one sentence from each table."),
    )


def prompts() -> tuple[str, ...]:
    """Questions for the talk after a scene."""
    return (
        _("What did the person concerned have at the end that they did not have before?"),
        _("Who had more power here, and what would change if it were the other way round?"),
        _("What would you have needed to say a sentence at all?"),
        _("Which way would fit you, and which would fit somebody with more to lose?"),
        _("What could be changed beforehand, so that the moment does not come?"),
    )


def closing_lines() -> tuple[str, ...]:
    """How the session ends."""
    return (
        _("Each says one if-then for the week aloud, or keeps it, or passes."),
        _("Say who can be asked for help afterwards, and where."),
        _("Nothing is collected. Wipe the board."),
    )
