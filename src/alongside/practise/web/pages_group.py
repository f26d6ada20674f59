"""The parts of what is played with others: a sheet to print, a session to plan, and the wall of a session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.practise import group, notes
from alongside.practise.group import GroupPlan, Step, minutes_words
from alongside.practise.render import fill, show, words_of
from alongside.practise.roleplay import FEWEST, MOST
from alongside.practise.scenes import Scene
from alongside.practise.sheet import Block, Grid, Heading, Paragraph, Points, Sheet
from alongside.practise.walk import Setting, State, is_over, node_of, start
from alongside.practise.web.labels import place_words
from alongside.practise.web.pages_scene import passages, unreviewed_part
from alongside.practise.web.walks import Walk
from alongside.web.parts import Button, Choice, ChoiceGroup, ErrorLink, Field, Link, PageHead, Table, Turn

USUAL_PEOPLE: Final = 8
TIE: Final = "tie"


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


def plan_parts(plan: GroupPlan, *, token: str) -> dict[str, object]:
    """The facilitator's pages, and the way to the wall."""
    scenes = [step.scene for step in plan.steps if step.scene]
    query = QueryDict(mutable=True)
    query.setlist("scene", [scene.id for scene in scenes])
    query["people"] = str(plan.people)
    sheet = group.as_sheet(plan)
    return {
        "head": PageHead(
            where=_("Practise · with others"),
            heading=sheet.title,
            lead=_("On paper, or on the wall. Nothing that is decided there is kept."),
        ),
        "blocks": sheet_blocks(sheet),
        "begin": Button(label=_("Begin on the wall"), id="begin-wall"),
        "token": token,
        "back": Link(
            label=_("Choose other scenes"),
            url=f"{reverse('practise:practise-group')}?{query.urlencode()}",
            id="back",
        ),
    }


# -- the wall ------------------------------------------------------------------------------------------------


def step_parts(plan: GroupPlan, place: int, *, token: str) -> dict[str, object]:
    """A part of the session that is no moment of a scene: opening, a scene's note, pause, closing round."""
    step = plan.steps[place]
    label = _("Begin the scene") if step.scene else _next_label(plan, place)
    return {
        **_wall(plan, place, token=token),
        "title": step.title,
        "lines": _lines_of(plan, place),
        "next": Button(label=label, id=f"on-{place}", name="go", value="next") if label else None,
        "unreviewed": unreviewed_part(step.scene) if step.scene else None,
    }


def wall_moment_parts(
    plan: GroupPlan, place: int, walk: Walk, *, token: str, hands: Mapping[str, str], error: str = ""
) -> dict[str, object]:
    """A moment of a scene on the wall: what followed, the ways, hands, or at an end what to talk about."""
    scene, state = _scene_at(plan, place), walk.state
    moment = show(scene, state)
    over = is_over(scene, state)
    node = node_of(scene, state)
    return {
        **_wall(plan, place, token=token),
        "title": plan.steps[place].title,
        "said": moment.chosen,
        "passages": passages(scene, state, moment),
        "ask": moment.ask,
        "ways": () if over else _tallied(scene, state, hands),
        "most": Button(
            label=_("Go on with most hands"), id=f"most-{len(state.choices)}", name="go", value="most"
        ),
        "tie": error,
        "errors": (ErrorLink(message=error, target=f"hands-{len(state.choices)}-1"),) if error else (),
        "consider": _filled(scene, state, node.consider) if over else "",
        "prompts": group.prompts() if over else (),
        "back": Button(
            label=_("Go back one step"),
            id=f"back-{len(state.choices)}",
            kind="quiet",
            name="go",
            value="back",
        )
        if state.choices
        else None,
        "next": Button(
            label=_next_label(plan, place),
            id=f"next-{place}",
            name="go",
            value="next",
            kind="primary" if over else "quiet",
        ),
        "unreviewed": unreviewed_part(scene),
    }


def most_hands(hands: Mapping[str, str]) -> str:
    """The choice with most hands; TIE where two have as many, "" where there are none."""
    counted = {name: int(given) for name, given in hands.items() if given.isdecimal() and int(given) > 0}
    if not counted:
        return ""
    most = max(counted.values())
    leading = [name for name, count in counted.items() if count == most]
    return leading[0] if len(leading) == 1 else TIE


def _wall(plan: GroupPlan, place: int, *, token: str) -> dict[str, object]:
    step = plan.steps[place]
    ends = step.begins + step.minutes
    return {
        "token": token,
        "minutes": step.minutes,
        "clock": _("%(minutes)s, until minute %(end)d of %(all)d")
        % {"minutes": minutes_words(step.minutes), "end": ends, "all": plan.minutes},
        "place": place,
        "leave": Link(label=_("End the session"), url=reverse("practise:practise-group"), id="leave"),
    }


def _scene_at(plan: GroupPlan, place: int) -> Scene:
    scene = plan.steps[place].scene
    if scene is None:
        message = "no scene is played in this part of the session"
        raise ValueError(message)
    return scene


def _next_label(plan: GroupPlan, place: int) -> str:
    if place + 1 >= len(plan.steps):
        return ""
    return _("Next: %(title)s") % {"title": plan.steps[place + 1].title}


def _lines_of(plan: GroupPlan, place: int) -> tuple[str, ...]:
    step: Step = plan.steps[place]
    if step.scene:
        setting = start(step.scene).setting
        return (
            notes.note_line(step.scene, setting),
            notes.standing_line(step.scene, setting),
            _("Whoever would like to sit this one out: now is a good moment, and no reason is asked."),
        )
    if place == 0:
        return group.opening_lines()
    if place + 1 == len(plan.steps):
        return group.closing_lines()
    return (_("Five minutes. Stretch, drink something, step outside."),)


def _tallied(scene: Scene, state: State, hands: Mapping[str, str]) -> tuple[dict[str, object], ...]:
    at = len(state.choices)
    return tuple(
        _tally(offer.id, offer.say, at, n, hands) for n, offer in enumerate(show(scene, state).offers, 1)
    )


def _tally(choice: str, say: str, at: int, n: int, hands: Mapping[str, str]) -> dict[str, object]:
    return {
        "say": say,
        "id": f"say-{at}-{n}",
        "hands_id": f"hands-{at}-{n}",
        "name": f"hands-{choice}",
        "value": hands.get(choice, ""),
        "button": Button(
            label=_("Take this one"),
            id=f"take-{at}-{n}",
            kind="plain",
            name="choose",
            value=choice,
            about=f"say-{at}-{n}",
        ),
    }


def _filled(scene: Scene, state: State, text: str) -> str:
    return fill(text, words_of(scene, state.setting))
