"""The parts of the wall: one screen of a session at a time, for everybody in the room to read.

The address names the session and its part, which say nothing of anybody; what was chosen travels in the form.
"""

from collections.abc import Mapping
from typing import Final

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.practise import group, notes
from alongside.practise.group import GroupPlan, Step, minutes_words
from alongside.practise.render import fill, show, words_of
from alongside.practise.scenes import Scene
from alongside.practise.walk import State, is_over, node_of, start
from alongside.practise.web.pages_scene import passages, unreviewed_part
from alongside.practise.web.walks import Walk
from alongside.web.parts import Button, ErrorLink, Link

TIE: Final = "tie"


def session_query(plan: GroupPlan) -> str:
    """What an address says of a session: its scenes, and how many people."""
    query = QueryDict(mutable=True)
    query.setlist("scene", [step.scene.id for step in plan.steps if step.scene])
    query["people"] = str(plan.people)
    return query.urlencode()


def wall_url(plan: GroupPlan, place: int) -> str:
    """The address of one part of a session on the wall."""
    return f"{reverse('practise:practise-group-wall')}?{session_query(plan)}&place={place}"


def step_parts(plan: GroupPlan, place: int, *, token: str) -> dict[str, object]:
    """A part of the session that is no moment of a scene: opening, a scene's note, pause, closing round."""
    step = plan.steps[place]
    begin = Button(label=_("Begin the scene"), id=f"on-{place}", name="go", value="begin")
    return {
        **_wall(plan, place, token=token),
        "title": step.title,
        "step": 0,
        "lines": _lines_of(plan, place),
        "begin": begin if step.scene else None,
        "next": None if step.scene else _next(plan, place, f"on-{place}"),
        "unreviewed": unreviewed_part(step.scene) if step.scene else None,
    }


def wall_moment_parts(
    plan: GroupPlan, place: int, walk: Walk, *, token: str, hands: Mapping[str, str], error: str = ""
) -> dict[str, object]:
    """A moment of a scene on the wall: what followed, then the ways and the hands, or the way to the talk."""
    scene, state = _scene_at(plan, place), walk.state
    moment, at = show(scene, state), len(state.choices)
    over = is_over(scene, state)
    return {
        **_wall(plan, place, token=token),
        "title": plan.steps[place].title,
        "step": at + 1,
        "said": moment.chosen,
        "passages": passages(scene, state, moment),
        "ask": moment.ask,
        "ways": () if over else _tallied(scene, state, hands),
        "most": Button(label=_("Go on with most hands"), id=f"most-{at}", name="go", value="most"),
        "errors": (ErrorLink(message=error, target=f"hands-{at}-1"),) if error else (),
        "talk": Button(label=_("Talk about it"), id=f"talk-{at}", name="go", value="talk") if over else None,
        "back": _back(at) if at else None,
        "next_quiet": None if over else _next(plan, place, f"next-{place}"),
    }


def talk_parts(plan: GroupPlan, place: int, walk: Walk, *, token: str) -> dict[str, object]:
    """The screen after a scene: another way, and what to talk about."""
    scene, state = _scene_at(plan, place), walk.state
    at = len(state.choices) + 1
    return {
        **_wall(plan, place, token=token),
        "title": plan.steps[place].title,
        "step": at + 1,
        "consider": fill(node_of(scene, state).consider, words_of(scene, state.setting)),
        "prompts": group.prompts(),
        "back": _back(at),
        "next": _next(plan, place, f"next-{place}"),
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
        "here": wall_url(plan, place),
        "session": session_query(plan),
        "minutes": plan.minutes,
        "until": ends,
        "clock": _("%(minutes)s, until minute %(end)d of %(all)d")
        % {"minutes": minutes_words(step.minutes), "end": ends, "all": plan.minutes},
        "leave": Link(label=_("End it"), url=reverse("practise:practise-group"), id="leave"),
    }


def _back(at: int) -> Button:
    return Button(label=_("Go back one step"), id=f"back-{at}", kind="quiet", name="go", value="back")


def _scene_at(plan: GroupPlan, place: int) -> Scene:
    scene = plan.steps[place].scene
    if scene is None:
        message = "no scene is played in this part of the session"
        raise ValueError(message)
    return scene


def _next(plan: GroupPlan, place: int, id: str) -> Link | None:
    if place + 1 >= len(plan.steps):
        return None
    label = _("Next: %(title)s") % {"title": plan.steps[place + 1].title}
    return Link(label=label, url=wall_url(plan, place + 1), id=id)


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
    """The ways to go on, numbered, each with a place for the hands that were counted."""
    at = len(state.choices)
    return tuple(
        {
            "number": number,
            "hands_id": f"hands-{at}-{number}",
            "name": f"hands-{offer.id}",
            "value": hands.get(offer.id, ""),
            "button": Button(
                label=f"{number}. {offer.say}",
                id=f"take-{at}-{number}",
                kind="way",
                name="choose",
                value=offer.id,
            ),
        }
        for number, offer in enumerate(show(scene, state).offers, 1)
    )
