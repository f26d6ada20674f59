"""What is played with others: a sheet for two to four, a session to plan, and the wall. Nothing is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.practise import roleplay
from alongside.practise.group import GroupPlan, plan_group
from alongside.practise.scenes import Refused, Scene
from alongside.practise.walk import back, carry, is_over, resume, start, step
from alongside.practise.web import shelf
from alongside.practise.web.pages_group import USUAL_PEOPLE, pick_parts, plan_parts, roleplay_parts
from alongside.practise.web.pages_wall import TIE, most_hands, step_parts, talk_parts, wall_moment_parts
from alongside.practise.web.tokens import WALL, Gone, opened, sealed
from alongside.practise.web.views_scene import gone, scene_or_404, setting_of
from alongside.practise.web.walks import Walk
from alongside.web.answering import answer
from alongside.web.answers import Answers
from alongside.web.requests import MemberRequest

HANDS = "hands-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """Where a session stands: which part of the plan and, in a scene that has begun, which walk.

    `talk`: the scene is over, and the group talks about it.
    """

    plan: GroupPlan
    place: int = 0
    walk: Walk | None = None
    talk: bool = False

    @property
    def scene(self) -> Scene | None:
        """The scene of this part."""
        return self.plan.steps[self.place].scene

    @property
    def token(self) -> str:
        """The session for a form."""
        scenes = [step.scene.id for step in self.plan.steps if step.scene]
        carried = carry(self.scene, self.walk.state) if self.scene and self.walk else None
        return sealed([scenes, self.plan.people, self.place, carried, self.talk], purpose=WALL)


@require_safe
def role_play(request: MemberRequest, scene: str) -> HttpResponse:
    """A sheet to print for two, three or four people."""
    found = scene_or_404(scene)
    given = request.GET.get("people", "")
    people = int(given) if given in {"2", "3", "4"} else 3
    chair = request.GET.get("chair") != "played"
    setting = setting_of(request, found)
    play = roleplay.roleplay(found, people=people, setting=setting, empty_chair=chair)
    sheet = roleplay.as_sheet(play)
    context = roleplay_parts(found, sheet, setting, people=people, chair=bool(play.chair))
    return answer(request, "practise/roleplay", context)


@require_safe
def pick(request: MemberRequest) -> HttpResponse:
    """Which scenes, and for how many."""
    picked = request.GET.getlist("scene")
    people = request.GET.get("people", str(USUAL_PEOPLE))
    return answer(request, "practise/group", pick_parts(shelf.scenes().scenes, picked, people=people))


@require_safe
def plan(request: MemberRequest) -> HttpResponse:
    """The session, minute by minute, to print or to begin."""
    picked, people = request.GET.getlist("scene"), request.GET.get("people", "")
    try:
        planned = _planned(picked, people)
    except Refused as refused:
        context = pick_parts(
            shelf.scenes().scenes, picked, people=people, error=f"{refused.cause} {refused.way_out}"
        )
        return answer(request, "practise/group", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return answer(request, "practise/plan", plan_parts(planned))


@require_http_methods(["GET", "HEAD", "POST"])
def wall(request: MemberRequest) -> HttpResponse:
    """One screen of the session. The address says which part; what the group chose lies in the form alone."""
    if request.method != "POST":
        return _part(request)
    answers = Answers(request.POST)
    go = answers.text("go")
    try:
        held = _opened(answers.text("wall"))
        hands = {
            name.removeprefix(HANDS): given for name, given in answers.values().items() if name[:6] == HANDS
        }
        chosen = answers.text("choose") or (most_hands(hands) if go == "most" else "")
        if held.walk and go == "most" and chosen in {"", TIE}:
            return _show(request, held, hands=hands, error=_no_most(chosen))
        held = _moved(held, chosen=chosen, go=go)
    except (Gone, Refused):
        return gone(request, reverse("practise:practise-group"))
    return _show(request, held)


def _part(request: MemberRequest) -> HttpResponse:
    """The part of the session that the address names; without a session, the page to plan one."""
    given = request.GET
    try:
        planned = _planned(given.getlist("scene"), given.get("people", ""))
    except Refused:
        return redirect("practise:practise-group")
    place = given.get("place", "0")
    number = int(place) if place.isdecimal() and len(place) < 3 else 0  # noqa: PLR2004  # two digits are plenty
    return _show(request, Wall(plan=planned, place=min(number, len(planned.steps) - 1)))


def _show(
    request: MemberRequest, held: Wall, *, hands: dict[str, str] | None = None, error: str = ""
) -> HttpResponse:
    if held.walk is None:
        context = step_parts(held.plan, held.place, token=held.token)
    elif held.talk:
        context = talk_parts(held.plan, held.place, held.walk, token=held.token)
    else:
        context = wall_moment_parts(
            held.plan, held.place, held.walk, token=held.token, hands=hands or {}, error=error
        )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return answer(request, "practise/wall", context, status=status)


def _no_most(chosen: str) -> str:
    if chosen == TIE:
        return _("Two have as many hands. Talk for a minute, then take one.")
    return _("Count the hands first, or take one of them.")


def _moved(held: Wall, *, chosen: str, go: str) -> Wall:
    """The session after one press: a scene begun, a choice, the talk about it, or a step back."""
    scene, walk = held.scene, held.walk
    if scene is None:
        return held
    if walk is None:
        return replace(held, walk=Walk(state=start(scene))) if go == "begin" else held
    if go == "talk" and is_over(scene, walk.state):
        return replace(held, talk=True)
    if go == "back":
        return replace(held, talk=False, walk=walk if held.talk else Walk(state=back(scene, walk.state)))
    if chosen and not is_over(scene, walk.state):
        return replace(held, walk=Walk(state=step(scene, walk.state, chosen)))
    return held


def _planned(picked: Sequence[str], people: str) -> GroupPlan:
    found = (shelf.scenes().find(name) for name in dict.fromkeys(picked))
    count = int(people) if people.isdecimal() and len(people) < 4 else 0  # noqa: PLR2004  # three digits are plenty
    return plan_group([scene for scene in found if scene], people=count)


def _opened(token: str) -> Wall:
    """The session of a token. Raises Gone or Refused where it is none, or its scenes have changed."""
    match opened(token, purpose=WALL):
        case [list() as picked, int() as people, int() as place, carried, bool() as talk]:
            planned = _planned([str(each) for each in picked], str(people))
            held = Wall(plan=planned, place=place)
            if held.scene and isinstance(carried, list):
                return replace(held, walk=Walk(state=resume(held.scene, carried)), talk=talk)
            return held
    raise Gone("", _("This page was open for too long, or changed on its way."), "")
