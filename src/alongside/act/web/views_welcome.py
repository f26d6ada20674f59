"""First run, in three short steps: roles, the week, how much room there is. Every step can be left out."""

from dataclasses import replace
from http import HTTPStatus
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.act import flows
from alongside.act.chances import GOES_WITH
from alongside.act.diary import read_diary
from alongside.act.profile import OCCASIONS, ROLES, Occasion, Profile
from alongside.act.web.situations import day_choices, occasion_words, role_words
from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, PageHead, Progress
from alongside.web.requests import MemberRequest

STEPS = 3
EVERYDAY = ("meeting", "one-to-one", "chat", "social", "family-meal", "email")
PAGES = ("act:welcome-roles", "act:welcome-week", "act:welcome-capacity")


@require_http_methods(["GET", "HEAD", "POST"])
def roles(request: MemberRequest) -> HttpResponse:
    """Step 1: what somebody does in a week."""
    held = read_diary(request.keeper).profile
    if request.method == "POST":
        chosen = tuple(role for role in ROLES if role in request.POST.getlist("roles"))
        _save(request, replace(held, roles=chosen))
        return redirect("act:welcome-week")
    group = ChoiceGroup(
        name="roles",
        legend=_("Which of these do you do?"),
        hint=_("Tick what fits. It tells us which moments come your way, and nothing about who you are."),
        many=True,
        optional=True,
        choices=tuple(
            Choice(value=role, label=role_words(role), chosen=role in held.roles) for role in ROLES
        ),
    )
    head = PageHead(
        heading=_("Begin with your own week"),
        lead=_("Three short questions, so that what we suggest fits where you are. Skip what you like."),
    )
    return _step(request, 1, {"head": head, "groups": (group,)})


@require_http_methods(["GET", "HEAD", "POST"])
def occasions(request: MemberRequest) -> HttpResponse:
    """Step 2: what comes round every week, and on which day."""
    held = read_diary(request.keeper).profile
    if request.method == "POST":
        answers = Answers(request.POST)
        found = [_occasion(name, answers.text(name)) for name in OCCASIONS]
        _save(request, replace(held, occasions=tuple(each for each in found if each)))
        return redirect("act:welcome-capacity")
    mine = {each.id: each.weekday for each in held.occasions}
    likely = _likely(held)
    fields = {
        name: Field(name=name, label=occasion_words(name), choices=day_choices(name in mine, mine.get(name)))
        for name in OCCASIONS
    }
    head = PageHead(
        heading=_("What comes round every week?"),
        lead=_("A plan tied to a day is easier to keep. Leave the rest as it is."),
    )
    shown = [fields[name] for name in OCCASIONS if name in likely]
    more = [fields[name] for name in OCCASIONS if name not in likely]
    return _step(request, 2, {"head": head, "fields": shown, "more": more})


@require_http_methods(["GET", "HEAD", "POST"])
def capacity(request: MemberRequest) -> HttpResponse:
    """Step 3: how much room there is in a week."""
    held = read_diary(request.keeper).profile
    answers = Answers(request.POST)
    if request.method == "POST":
        points = answers.whole("capacity")
        try:
            if points is not None:
                _save(request, replace(held, capacity=points))
            if not answers.errors:
                return go_on("act:today", done="settled")
        except Trouble as trouble:
            answers.refused(trouble, at="capacity")
    words = {
        3: _("A little: three small moments"),
        6: _("Some: three things that take some time or nerve"),
        9: _("More: one of them hard"),
        12: _("A lot: I have set time aside for this"),
    }
    group = ChoiceGroup(
        name="capacity",
        legend=_("In an ordinary week"),
        hint=_("Small and steady does more than much at once. You can change it any time."),
        error=answers.errors.get("capacity", ""),
        choices=tuple(
            Choice(value=str(points), label=label, chosen=points == held.capacity)
            for points, label in words.items()
        ),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    head = PageHead(heading=_("How much room is there in your week?"))
    context = {"head": head, "groups": (group,), "errors": error_links(answers.errors)}
    return _step(request, STEPS, context, status=status)


def _step(
    request: MemberRequest, step: int, parts: dict[str, object], *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    last = step == STEPS
    button = Button(label=_("See your week") if last else _("Next"), id="next")
    back = Link(label=_("Back"), url=reverse(PAGES[step - 2]), id="back") if step > 1 else None
    context = {"progress": Progress(step=step, of=STEPS), "button": button, "back": back, **parts}
    return answer(request, "act/welcome", context, status=status)


def _likely(held: Profile) -> frozenset[str]:
    """The occasions to ask about first: what goes with the roles, what was said before, and everyday ones."""
    by_role = {at for role in held.roles for at in GOES_WITH.get(role, ())}
    return frozenset({*by_role, *(each.id for each in held.occasions), *(EVERYDAY if not by_role else ())})


def _occasion(name: str, given: str) -> Occasion | None:
    if given == "varies":
        return Occasion(id=name)
    return Occasion(id=name, weekday=int(given)) if given in {"0", "1", "2", "3", "4", "5", "6"} else None


def _save(request: MemberRequest, profile: Profile) -> None:
    flows.save_profile(request.keeper, profile, id=uuid4(), today=today())
