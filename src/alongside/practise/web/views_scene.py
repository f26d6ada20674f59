"""A scene, played: its note, its moments, its end. Every choice travels in the form and nowhere else."""

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import now
from alongside.practise.choosing import Played
from alongside.practise.keeping import read_skills, whole_day
from alongside.practise.player import page
from alongside.practise.rating import rate
from alongside.practise.scenes import Refused, Scene
from alongside.practise.schedule import Memory, as_body, from_body
from alongside.practise.scorm import package
from alongside.practise.walk import Setting, back, is_over, start, step
from alongside.practise.web import flows, queries, shelf
from alongside.practise.web.pages_scene import end_parts, is_good, moment_parts, note_parts
from alongside.practise.web.tokens import EASY, Gone, opened, sealed
from alongside.practise.web.walks import Walk, opened_walk
from alongside.web.answering import answer
from alongside.web.answers import Answers
from alongside.web.parts import Link, PageHead
from alongside.web.requests import MemberRequest


@require_safe
def note(request: MemberRequest, scene: str) -> HttpResponse:
    """The note before a scene, in the setting that the address names, or else the one seen least."""
    found = scene_or_404(scene)
    return answer(request, "practise/scene", note_parts(found, setting_of(request, found)))


@require_http_methods(["GET", "HEAD", "POST"])
def play(request: MemberRequest, scene: str) -> HttpResponse:
    """One step: begin, choose, go back, or show what is listed. Loaded again, the note is shown."""
    found = scene_or_404(scene)
    if request.method != "POST":
        return redirect("practise:practise-scene", scene=found.id)
    answers = Answers(request.POST)
    try:
        walk = _stepped(found, answers)
    except (Gone, Refused):
        return gone(request, reverse("practise:practise-scene", args=(found.id,)))
    if is_over(found, walk.state):
        return _end(request, found, walk)
    words = answers.text("own") if answers.text("go") == "show" else None
    return answer(request, "practise/moment", moment_parts(found, walk, words=words))


@require_POST
def easy(request: MemberRequest) -> HttpResponse:
    """That was easy: the skill comes back later than it would have."""
    try:
        skill, before = opened(Answers(request.POST).text("easy"), purpose=EASY)
    except (Gone, ValueError):
        return gone(request, reverse("practise:practise"))
    memory = from_body(before) if isinstance(before, dict) else None
    flows.was_easy(request.keeper, str(skill), memory, now=now())
    return answer(request, "practise/easy", {"title": _("Noted")}, done="easy")


@require_safe
def as_page(request: MemberRequest, scene: str) -> HttpResponse:
    """The scene as one file that plays without Alongside."""
    del request
    found = scene_or_404(scene)
    return _file(page(found).encode(), kind="text/html; charset=utf-8", name=f"{found.id}.html")


@require_safe
def as_package(request: MemberRequest, scene: str) -> HttpResponse:
    """The scene as a SCORM 1.2 package."""
    del request
    found = scene_or_404(scene)
    return _file(package(found), kind="application/zip", name=f"{found.id}.zip")


def _file(data: bytes, *, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def gone(request: MemberRequest, again: str) -> HttpResponse:
    """A kind word for a form that grew too old or was changed on its way, and the way to begin again."""
    context = {
        "head": PageHead(
            where=_("Practise"),
            heading=_("Let's begin again"),
            lead=_(
                "This page was open for a while, or changed on its way. Nothing was kept, so nothing is lost."
            ),
        ),
        "again": Link(label=_("Begin again"), url=again, id="again"),
        "leave": Link(label=_("Something else"), url=reverse("practise:practise"), id="leave"),
    }
    return answer(request, "practise/gone", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def scene_or_404(name: str) -> Scene:
    """The scene with this id."""
    found = shelf.scenes().find(name)
    if found is None:
        raise Http404
    return found


def setting_of(request: MemberRequest, scene: Scene) -> Setting:
    """The setting that the address names where there is such a one; else the one that was seen least."""
    given = request.GET
    if "power" in given:
        cast = given.get("cast", "0")
        try:
            wanted = Setting(given["power"], int(cast), given.get("variant", scene.variant_ids[0]))
            return start(scene, power=wanted.power, cast=wanted.cast, variant=wanted.variant).setting
        except (Refused, ValueError):
            pass
    return queries.least_seen_way(request.keeper, scene).setting


def _stepped(scene: Scene, answers: Answers) -> Walk:
    token, go = answers.text("walk"), answers.text("go")
    if not token:
        state = start(
            scene,
            power=answers.text("power") or None,
            cast=answers.whole("cast"),
            variant=answers.text("variant") or None,
        )
        return Walk(state=state, own=answers.checked("own"))
    walk = opened_walk(scene, token)
    if go == "back":
        return Walk(state=back(scene, walk.state), own=walk.own)
    chosen = answers.text("choose")
    return Walk(state=step(scene, walk.state, chosen), own=walk.own) if chosen else walk


def _end(request: MemberRequest, scene: Scene, walk: Walk) -> HttpResponse:
    """The end of a walk: keep when its skill comes back, and show what there is to say."""
    moment = now()
    held = read_skills(request.keeper).get(scene.skill)
    first_today = held is None or held.memory.last != whole_day(moment)
    key = Played(scene.id, *walk.state.setting).key
    done = flows.Rehearsal(skill=scene.skill, rating=rate(walk.state.totals), shown=key)
    flows.finish(request.keeper, (done,), now=moment)
    token = ""
    if first_today and is_good(walk.state):
        token = _easy_token(scene.skill, held.memory if held else None)
    return answer(request, "practise/end", end_parts(scene, walk, easy=token))


def _easy_token(skill: str, before: Memory | None) -> str:
    return sealed([skill, dict(as_body(before)) if before else None], purpose=EASY)
