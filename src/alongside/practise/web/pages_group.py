"""The parts of what is played with others: a sheet to print, and a session to plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.practise import group, notes
from alongside.practise.group import GroupPlan
from alongside.practise.roleplay import FEWEST, MOST
from alongside.practise.scenes import Scene
from alongside.practise.sheet import Block, Grid, Heading, Paragraph, Points, Sheet
from alongside.practise.walk import Setting, start
from alongside.practise.web.labels import place_words
from alongside.practise.web.pages_scene import unreviewed_part
from alongside.practise.web.pages_wall import session_query, wall_url
from alongside.web.parts import Button, Choice, ChoiceGroup, ErrorLink, Field, Link, PageHead, Table, Turn

USUAL_PEOPLE: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A block of a sheet as the template lays it out; `page` where a page begins in print."""

    kind: str
    text: str = ""
    lines: tuple[str, ...] = ()
    table: Table | None = None
    page: bool = False


def sheet_blocks(sheet: Sheet) -> tuple[Shown, ...]:
    """The blocks of a sheet."""
    return tuple(_shown(block, number) for number, block in enumerate(sheet.blocks, start=1))


def _shown(block: Block, number: int) -> Shown:
    match block:
        case Heading():
            return Shown(kind=f"h{block.level}", text=block.text, page=block.page)
        case Paragraph():
            return Shown(kind=block.kind or "plain", text=block.text)
        case Points():
            return Shown(kind="ol" if block.numbered else "ul", lines=block.items)
        case Grid():
            head, *rows = block.rows
            return Shown(kind="table", table=_table(head, rows, number))


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], number: int) -> Table:
    return Table(
        id=f"table-{number}", caption=_("The session, minute by minute"), headers=head, rows=tuple(rows)
    )


# -- a sheet for two to four people -------------------------------------------------------------------------


def roleplay_parts(
    scene: Scene, sheet: Sheet, setting: Setting, *, people: int, chair: bool
) -> dict[str, object]:
    """The sheet, and for how many people."""

    def url(count: int, *, empty: bool) -> str:
        query = QueryDict(mutable=True)
        query.update({"people": str(count), "power": setting.power, "cast": str(setting.cast)})
        query.update({"variant": setting.variant, "chair": "empty" if empty else "played"})
        return f"{reverse('practise:practise-roleplay', args=(scene.id,))}?{query.urlencode()}"

    return {
        "head": PageHead(
            where=_("Practise · a sheet to play"),
            heading=sheet.title,
            lead=_("For %(count)d people, on paper or from the screen.") % {"count": people},
        ),
        "turns": tuple(
            Turn(
                label=_("%(count)d people") % {"count": count},
                url=url(count, empty=chair),
                id=f"people-{count}",
                current=count == people,
            )
            for count in range(FEWEST, MOST + 1)
        ),
        "chair": _chair(url(people, empty=not chair), empty=chair) if people > FEWEST else None,
        "blocks": tuple(each for each in sheet_blocks(sheet) if each.kind != "notice"),
        "unreviewed": unreviewed_part(scene),
        "back": Link(
            label=_("Back to the scene"), url=reverse("practise:practise-scene", args=(scene.id,)), id="back"
        ),
    }


def _chair(url: str, *, empty: bool) -> Link:
    label = _("Somebody wants to play the empty chair") if empty else _("Make it an empty chair")
    return Link(label=label, url=url, id="chair")


# -- planning a session --------------------------------------------------------------------------------------


def pick_parts(
    scenes: Sequence[Scene], picked: Sequence[str], *, people: str, error: str = ""
) -> dict[str, object]:
    """Which scenes, and how many people."""
    suggested = [scene.id for scene in group.pick_scenes(scenes)]
    chosen = picked or suggested
    first = [scene for scene in scenes if scene.id in {*chosen, *suggested}]
    rest = [scene for scene in scenes if scene not in first]
    at_people = error if error and group.SCENES[0] <= len(picked) <= group.SCENES[1] else ""
    at_scenes = error if not at_people else ""
    asked = _people(people, error=at_people)
    scenes_asked = _scene_choices(first, chosen, name=_("Three to five scenes"), error=at_scenes)
    target = asked.first_id if at_people else f"id_{scenes_asked.name}-1"
    return {
        "head": PageHead(
            where=_("Practise · with others"),
            heading=_("Plan a session"),
            lead=_("Ninety minutes, three to five scenes, one screen. No devices, no accounts, no record."),
        ),
        "scenes": scenes_asked,
        "more": _more_choices(rest, chosen),
        "people": asked,
        "button": Button(label=_("Make the plan"), id="make-plan"),
        "errors": (ErrorLink(message=error, target=target),) if error else (),
    }


def _scene_choices(scenes: Sequence[Scene], chosen: Sequence[str], *, name: str, error: str) -> ChoiceGroup:
    return ChoiceGroup(
        name="scene",
        legend=name,
        hint=_("These are from different places. Read their notes, and think of who will be there."),
        many=True,
        error=error,
        choices=tuple(_scene_choice(scene, chosen) for scene in scenes),
    )


def _more_choices(scenes: Sequence[Scene], chosen: Sequence[str]) -> tuple[dict[str, object], ...]:
    return tuple({"id": scene.id, "choice": _scene_choice(scene, chosen)} for scene in scenes)


def _scene_choice(scene: Scene, chosen: Sequence[str]) -> Choice:
    setting = start(scene).setting
    return Choice(
        value=scene.id,
        label=notes.title_of(scene, setting),
        kicker=place_words(scene.place),
        hint=notes.note_line(scene, setting),
        chosen=scene.id in chosen,
    )


def _people(value: str, *, error: str) -> Field:
    return Field(
        name="people",
        label=_("How many people"),
        hint=_("From 4 to 24. They sit at tables of four to six."),
        kind="number",
        value=value,
        error=error,
    )


def plan_parts(plan: GroupPlan) -> dict[str, object]:
    """The facilitator's pages, and the way to the wall."""
    sheet = group.as_sheet(plan)
    return {
        "head": PageHead(
            where=_("Practise · with others"),
            heading=sheet.title,
            lead=_("On paper, or on the wall. Nothing that is decided there is kept."),
        ),
        "blocks": sheet_blocks(sheet),
        "begin": Link(label=_("Begin on the wall"), url=wall_url(plan, 0), id="begin-wall"),
        "back": Link(
            label=_("Choose other scenes"),
            url=f"{reverse('practise:practise-group')}?{session_query(plan)}",
            id="back",
        ),
    }
