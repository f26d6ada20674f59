"""Asks to write: the form, a look at what will be posted, posting, and taking back."""

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.act.acts import Refused
from alongside.act.asking import ask_for
from alongside.act.asks import Ask
from alongside.act.web import flows_asks, pages_asks
from alongside.act.web.models import CircleAsk
from alongside.act.web.queries_asks import Place, ask_for_member, places_to_ask
from alongside.act.web.ties import asked_by
from alongside.core.clock import today
from alongside.core.practices import Practice
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.models import Circle
from alongside.web.parts import Button, Confirm, Link, Notice, NoticeKind, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest

TYPED = ("circle", "what", "more", "rather_not", "practice", "due", "places", "as", "once")


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Write an ask, look at it once more, and post it."""
    places = places_to_ask(request.user)
    if not places:
        raise Http404
    if request.method != "POST":
        return _form(request, places, {"circle": request.GET.get("circle", "")}, {})
    answers = Answers(request.POST)
    read = _read(answers, places)
    if read is None:
        return _form(request, places, answers.values(), answers.errors)
    deed = answers.text("deed")
    if deed == "change":
        return _form(request, places, answers.values(), {})
    ask, place = read
    if deed == "post":
        return _post(request, answers, ask, place)
    return _check(request, answers, ask, place)


@action("ask.steward", community=True)
@require_POST
def post_handed_in(request: MemberRequest, ask: UUID) -> HttpResponse:
    """Post what was handed in."""
    try:
        flows_asks.post_handed_in(request.user, ask, today=today())
    except Refused:
        return go_on("act:asks-steward", done="ask-moved")
    return go_on("act:asks-ask", done="ask-posted", args=(ask,))


@action("ask.read", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: MemberRequest, ask: UUID) -> HttpResponse:
    """Take an ask back, after one more question."""
    asked = asked_by(request)
    shown = ask_for_member(request.user, ask, asked=asked)
    if not shown.can_withdraw:
        raise Http404
    if request.method == "POST":
        flows_asks.withdraw(request.user, ask, asked=asked, today=today())
        return go_on("act:asks", done="ask-withdrawn")
    head = PageHead(where=shown.circle_name, heading=_("Take this ask back?"), lead=shown.ask.what)
    confirm = Confirm(
        heading="",
        goes=(_("The ask, for everybody in the circle."), _("The places of those who took it up.")),
        stays=(_("What they wrote in their own diaries."),),
        button=Button(label=_("Take it back"), id="withdraw", kind="stop"),
        back=Link(label=_("Leave it"), url=reverse("act:asks-ask", args=(ask,)), id="back"),
    )
    return answer(request, "act/ask-withdraw", {"head": head, "confirm": confirm})


def _read(answers: Answers, places: tuple[Place, ...]) -> tuple[Ask, Place] | None:
    """The ask and its circle, None where something does not fit yet: the errors say what."""
    practice = answers.choice("practice", Practice)
    if practice is None:
        answers.errors.setdefault("practice", _("Choose the kind that is closest."))
    place = next((each for each in places if str(each.id) == answers.text("circle")), None)
    if place is None:
        answers.errors["circle"] = _("Choose one of your circles.")
    due, room = answers.day("due"), answers.whole("places")
    try:
        ask = ask_for(
            Ask(
                id=answers.fresh_id(),
                what=answers.text("what"),
                more=answers.text("more"),
                rather_not=answers.text("rather_not"),
                practice=practice or Practice.SPONSOR,
                due=due,
                places=1 if room is None else room,
                written=today(),
            )
        )
    except Refused as refused:
        answers.refused(refused, at="what")
        return None
    return None if answers.errors or place is None else (ask, place)


def _post(request: MemberRequest, answers: Answers, ask: Ask, place: Place) -> HttpResponse:
    if CircleAsk.objects.filter(id=ask.id).exists():
        return go_on("act:asks", done="ask-posted")  # the form was sent twice
    circle = Circle.objects.of(request.user).get(id=place.id)
    if answers.text("as") == pages_asks.AS_STEWARD:
        flows_asks.hand_in(request.user, request.keeper, ask, circle=circle, today=today())
        return go_on("act:asks", done="ask-handed-in")
    flows_asks.post_ask(request.user, ask, circle=circle, today=today())
    return go_on("act:asks-ask", done="ask-posted", args=(ask.id,))


def _check(request: MemberRequest, answers: Answers, ask: Ask, place: Place) -> HttpResponse:
    named = answers.text("as") != pages_asks.AS_STEWARD
    once = answers.values() | {"once": str(ask.id)}
    return answer(
        request,
        "act/ask-check",
        {
            "head": PageHead(where=_("Asks"), heading=_("Read it once more"), lead=_lead(place, named=named)),
            "terms": pages_asks.check_terms(ask, place, named=named, today=today()),
            "hidden": [(name, once.get(name, "")) for name in TYPED],
            "notice": None if named else _about_not_being_seen(),
            "post": Button(
                label=_("Post it") if named else _("Hand it in"), id="post", name="deed", value="post"
            ),
            "change": Button(label=_("Change it"), id="change", kind="quiet", name="deed", value="change"),
        },
    )


def _lead(place: Place, *, named: bool) -> str:
    if named:
        return _("Everybody in %(circle)s can read it, under the name you have there.") % {
            "circle": place.name
        }
    return _("The steward of %(circle)s reads it first. It carries no name.") % {"circle": place.name}


def _about_not_being_seen() -> Notice:
    text = _(
        "Neither the steward nor the database learns that it is yours. Your words may still sound like you, "
        "and whoever controls the running server could watch you write."
    )
    return Notice(kind=NoticeKind.CAREFUL, text=text)


def _form(
    request: MemberRequest, places: tuple[Place, ...], values: dict[str, str], errors: dict[str, str]
) -> HttpResponse:
    return answer(
        request,
        "act/ask-new",
        {
            "head": PageHead(
                where=_("Asks"),
                heading=_("Write an ask"),
                lead=_("Say what would help. Whoever takes it up does it your way."),
            ),
            "questions": pages_asks.ask_questions(places, values, errors),
            "errors": error_links(errors),
            "once": values.get("once") or uuid4(),
            "button": Button(label=_("Look at it first"), id="check"),
            "back": Link(label=_("Back to the asks"), url=reverse("act:asks"), id="back"),
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
    )
