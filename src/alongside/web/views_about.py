"""What you say about yourself: optional, in your own words, for one purpose each, sealed in your vault."""

from http import HTTPStatus
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.core.self_description import (
    Purpose,
    SelfDescription,
    described,
    labels_in,
    withdraw,
)
from alongside.core.self_description import describe as deed_of
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.parts import Button, Field, Item, Link, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("own", community=True)
@require_safe
def about(request: MemberRequest) -> HttpResponse:
    """The purposes, and what was said for each."""
    said = described(request.keeper)
    context = {
        "head": PageHead(
            where=_("Your account"),
            heading=_("About you"),
            lead=_("Say as much or as little as you like. Nothing here asks who you are."),
        ),
        "items": tuple(_item(purpose, said.get(purpose)) for purpose in Purpose),
        "back": Link(label=_("Back"), url=reverse("account"), id="back"),
    }
    return answer(request, "you/about", context)


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: MemberRequest, purpose: str) -> HttpResponse:
    """Say something for one purpose, or take it back."""
    try:
        wanted = Purpose(purpose)
    except ValueError as error:
        raise Http404 from error
    kept = described(request.keeper).get(wanted)
    answers = Answers(request.POST)
    if request.method == "POST":
        if answers.text("deed") == "withdraw" or not (answers.text("text") or answers.text("labels")):
            return _withdraw(request, kept)
        try:
            said = SelfDescription(
                id=kept.id if kept else uuid4(),
                purpose=wanted,
                text=answers.text("text"),
                labels=labels_in(answers.text("labels")),
                day=today(),
            )
            request.keeper.carry_out(deed_of(said), today=today())
        except Trouble as trouble:
            answers.refused(trouble, at="text")
        else:
            return go_on("account-about", done="self-kept")
    return _form(request, wanted, kept, answers)


def _withdraw(request: MemberRequest, kept: SelfDescription | None) -> HttpResponse:
    if kept is None:
        return go_on("account-about", done="nothing")
    request.keeper.carry_out(withdraw(kept), today=today())
    return go_on("account-about", done="self-withdrawn")


def _item(purpose: Purpose, said: SelfDescription | None) -> Item:
    title, why = _words(purpose)
    where = reverse("account-describe", args=(purpose.value,))
    label = _("Change or take back") if said else _("Say something")
    return Item(
        title=title, text=_summary(said) or why, actions=(Link(label=label, url=where, id=f"say-{purpose}"),)
    )


def _summary(said: SelfDescription | None) -> str:
    if said is None:
        return ""
    words = " · ".join((*((said.text,) if said.text else ()), *said.labels))
    return _("%(words)s (since %(day)s)") % {"words": words, "day": date_format(said.day, "DATE_FORMAT")}


def _form(
    request: MemberRequest, purpose: Purpose, kept: SelfDescription | None, answers: Answers
) -> HttpResponse:
    typed = request.method == "POST"
    title, why = _words(purpose)
    context = {
        "head": PageHead(where=_("About you"), heading=title, lead=why),
        "areas": (
            Field(
                name="text",
                label=_("In your own words"),
                hint=_("Sealed in your vault: nobody but you can read it."),
                value=answers.text("text") if typed else kept.text if kept else "",
                optional=True,
                error=answers.errors.get("text", ""),
            ),
        ),
        "fields": (
            Field(
                name="labels",
                label=_("Labels"),
                hint=_("Any words that fit you, with commas between them. There is no list to choose from."),
                value=answers.text("labels") if typed else ", ".join(kept.labels) if kept else "",
                optional=True,
                error=answers.errors.get("labels", ""),
            ),
        ),
        "button": Button(label=_("Keep it"), id="keep"),
        "other": Button(label=_("Take it back"), id="withdraw", kind="quiet", name="deed", value="withdraw")
        if kept
        else None,
        "back": Link(label=_("Back"), url=reverse("account-about"), id="back"),
        "errors": error_links(answers.errors),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "you/form", context, status=status)


def _words(purpose: Purpose) -> tuple[str, str]:
    return {
        Purpose.MYSELF: (
            _("For myself"),
            _("To keep in mind what you bring along, and what you have never had to think about."),
        ),
        Purpose.CIRCLES: (
            _("For circles"),
            _("Words you have ready when a circle asks who you are. You copy them there yourself."),
        ),
        Purpose.SUPPORT: (
            _("For when I need support"),
            _("What others should know when you ask for help. You choose whom you tell."),
        ),
    }[purpose]
