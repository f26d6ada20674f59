"""Asks to read: those of one's circles, one of them, and what a steward looks after."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.act.asks import State
from alongside.act.web import pages_asks
from alongside.act.web.queries_asks import (
    ShownAsk,
    ask_for_member,
    asks_for,
    asks_to_steward,
    is_steward,
    may_ask_somewhere,
)
from alongside.act.web.ties import asked_by, is_open, plan_of
from alongside.core.clock import today
from alongside.web.answering import answer, error_links
from alongside.web.models import Circle
from alongside.web.parts import Button, Empty, Link, Notice, NoticeKind, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest

Section = tuple[str, str, Callable[[ShownAsk], bool]]


@action("own", community=True)
@require_safe
def asks_page(request: MemberRequest) -> HttpResponse:
    """What people in one's circles say would help."""
    circle = _circle_in(request)
    asked = asked_by(request)
    shown = asks_for(request.user, today=today(), asked=asked, circle=circle.pk if circle else None)
    return answer(
        request,
        "act/asks",
        {
            "head": PageHead(
                where=circle.name if circle else "",
                heading=_("Asks"),
                lead=_(
                    "What people in your circles say would help. They also say, afterwards, whether it did."
                ),
            ),
            "sections": _sections(shown),
            "write": _write_link(request, circle),
            "steward": is_steward(request.user),
            "empty": None if shown else _nothing_yet(in_circle=Circle.objects.of(request.user).exists()),
        },
    )


def _sections(shown: Sequence[ShownAsk]) -> list[dict[str, object]]:
    """Each ask once, in the first section it fits: one's own promises before anything else."""
    named: tuple[Section, ...] = (
        ("taken", _("You took these up"), lambda s: s.my_take is not None and not s.ask.is_closed),
        ("open", _("Open for somebody"), lambda s: s.can_take),
        ("answer", _("Did it help?"), lambda s: bool(s.to_answer)),
        ("mine", _("Yours"), lambda s: s.mine),
        ("going", _("In good hands"), lambda s: not s.ask.is_closed),
        ("helped", _("It helped"), lambda s: s.ask.state is State.CONFIRMED),
    )
    left, found = list(shown), []
    for id_, title, fits in named:
        here = [each for each in left if fits(each)]
        left = [each for each in left if each not in here]
        found.append(_section(id_, title, here))
    return [each for each in found if each["lines"]]


def _section(id_: str, title: str, shown: Sequence[ShownAsk]) -> dict[str, object]:
    return {"id": id_, "title": title, "lines": [pages_asks.line(each) for each in shown]}


def _circle_in(request: MemberRequest) -> Circle | None:
    """The one circle of theirs that the address names, None where it names none; 404 for a foreign one."""
    given = request.GET.get("circle", "")
    if not given:
        return None
    try:
        return Circle.objects.of(request.user).get(id=UUID(given))
    except (ValueError, Circle.DoesNotExist) as error:
        raise Http404 from error


def _write_link(request: MemberRequest, circle: Circle | None) -> Link | None:
    if not may_ask_somewhere(request.user):
        return None
    here = f"?circle={circle.pk}" if circle else ""
    return Link(label=_("Write an ask"), url=reverse("act:asks-new") + here, id="write-ask")


def _nothing_yet(*, in_circle: bool) -> Empty:
    """An ask is read by one circle: whoever is in none comes into one first."""
    find = Link(label=_("Find a circle first"), url=reverse("include:circles"), id="find")
    return Empty(
        title=_("No asks yet"),
        text=_("An ask says what would help, in the words of whoever needs it. It comes before any deed."),
        example=_("“Somebody to bring me along to the budget meeting. Please do not speak for me.”"),
        action=None if in_circle else find,
    )


@action("ask.read", community=True)
@require_safe
def ask_page(request: MemberRequest, ask: UUID) -> HttpResponse:
    """One ask, and the one thing the reader can do about it."""
    shown = ask_for_member(request.user, ask, asked=asked_by(request))
    return show_ask(request, shown, values={}, errors={})


def show_ask(
    request: MemberRequest, shown: ShownAsk, *, values: dict[str, str], errors: dict[str, str]
) -> HttpResponse:
    """The page of one ask, with what was typed in its forms."""
    mine = shown.my_take
    plan = plan_of(request, mine.take.id) if mine else None
    return answer(
        request,
        "act/ask",
        {
            "head": PageHead(where=shown.circle_name, heading=shown.ask.what),
            "ask": shown.ask,
            "facts": pages_asks.facts(shown),
            "takes": [pages_asks.take_line(take, values, errors) for take in shown.takes],
            "errors": error_links(errors),
            "take_up": _take_up_link(shown),
            "my_take": mine.take if mine else None,
            "can_claim": bool(mine and mine.take.state in {State.TAKEN, State.NOT_YET}),
            "claim_questions": pages_asks.claim_questions(values, errors),
            "claim_button": Button(label=_("Say that it is done"), id="claim"),
            "let_go": Button(label=_("Give it back"), id="let-go", kind="quiet") if mine else None,
            "plan_url": reverse("act:commitments-change", args=(plan,)) if plan else "",
            "withdraw_url": _withdraw_url(shown),
            "handed_in_hint": shown.handed_in and not is_open(request) and bool(shown.to_answer),
            "draft": _draft_notice(shown),
            "post_button": Button(label=_("Post it"), id="post") if _can_post(shown) else None,
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
    )


def _take_up_link(shown: ShownAsk) -> Link | None:
    if not shown.can_take:
        return None
    return Link(label=_("Take this up"), url=reverse("act:asks-take", args=(shown.ask.id,)), id="take-up")


def _withdraw_url(shown: ShownAsk) -> str:
    return reverse("act:asks-withdraw", args=(shown.ask.id,)) if shown.can_withdraw else ""


def _can_post(shown: ShownAsk) -> bool:
    return shown.steward and shown.ask.state is State.DRAFT


def _draft_notice(shown: ShownAsk) -> Notice | None:
    if shown.ask.state is not State.DRAFT or not shown.steward:
        return None
    text = _(
        "It was handed in without a name. Post it as it stands, or leave it out; do not guess whose it is."
    )
    return Notice(kind=NoticeKind.INFO, text=text)


@action("own", community=True)
@require_safe
def steward_page(request: MemberRequest) -> HttpResponse:
    """What a steward looks after: handed in, only claimed, and without a taker. 404 for everybody else."""
    shown = asks_to_steward(request.user)
    named: tuple[Section, ...] = (
        ("handed-in", _("Handed in, not yet posted"), lambda s: s.ask.state is State.DRAFT),
        ("claimed", _("Claimed, and nobody has said so yet"), lambda s: bool(s.to_answer)),
        ("waiting", _("Two weeks without a taker"), lambda s: s.is_told),
    )
    sections = [_section(id_, title, [s for s in shown if fits(s)]) for id_, title, fits in named]
    return answer(
        request,
        "act/asks-steward",
        {
            "head": PageHead(
                where=_("Asks"),
                heading=_("For the steward"),
                lead=_("What waits for a hand or a word from you. There is no hurry in it."),
            ),
            "sections": [each for each in sections if each["lines"]],
            "empty": Empty(
                title=_("Nothing waits for you"),
                text=_("Asks handed in to you, and asks that nobody takes up, will stand here."),
            ),
            "back": Link(label=_("Back to the asks"), url=reverse("act:asks"), id="back"),
        },
    )
