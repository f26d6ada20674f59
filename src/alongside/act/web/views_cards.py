"""The support card: write it, choose who may read it, take it back, read those shown to oneself."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.act import letterbox
from alongside.act.cards import Card
from alongside.act.web import flows_letters, pages_letters
from alongside.act.web.queries_letters import (
    can_read,
    other_of_mine,
    read_copy,
    readers_to_choose,
    shown_by,
    shown_to,
)
from alongside.act.web.ties import need_vault
from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.parts import Button, ChoiceGroup, Empty, Link, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("own", community=True)
@require_safe
def cards_page(request: MemberRequest) -> HttpResponse:
    """One's own card, who may read it, and the cards one may read."""
    keeper = need_vault(request)
    _id, card = letterbox.read_card(keeper)
    return answer(
        request,
        "act/cards",
        {
            "head": PageHead(
                where=_("Asks"),
                heading=_("Support cards"),
                lead=_("Say once what helps you and what does not. Only people you choose can read it."),
            ),
            "card": None if card.is_blank else pages_letters.card_terms(card),
            "note": card.note,
            "write": Link(label=_write_label(card), url=reverse("act:asks-cards-write"), id="write-card"),
            "empty": _no_card(),
            "readers": [pages_letters.reader_line(each) for each in shown_to(request.user)],
            "choose": None if card.is_blank else _choose(request),
            "show": Button(label=_("Show it to them"), id="show", kind="plain"),
            "ready": None if can_read(request.user, letterbox.read_key(keeper)) else _ready_button(),
            "shown": [pages_letters.shown_line(each) for each in shown_by(request.user)],
            "back": Link(label=_("Back to the asks"), url=reverse("act:asks"), id="back"),
        },
    )


def _write_label(card: Card) -> str:
    return _("Write your card") if card.is_blank else _("Change your card")


def _no_card() -> Empty:
    return Empty(
        title=_("You have no card yet"),
        text=_(
            "Without one, people guess. A card tells them before it matters, and leaves the say with you."
        ),
        example=_("“When I am talked over: in the moment. When somebody makes a remark: ask me first.”"),
    )


def _ready_button() -> Button:
    return Button(label=_("I am ready to read cards"), id="ready", kind="plain")


def _choose(request: MemberRequest) -> ChoiceGroup | None:
    people = readers_to_choose(request.user)
    if not people:
        return None
    return ChoiceGroup(
        name="reader",
        legend=_("Show it to"),
        hint=_(
            "They read it under the name you have in that circle. Here are those who are ready to read cards."
        ),
        choices=pages_letters.someone_choices(people),
        many=True,
    )


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: MemberRequest) -> HttpResponse:
    """Write or change one's card."""
    keeper = need_vault(request)
    if request.method != "POST":
        _id, card = letterbox.read_card(keeper)
        return _form(request, card, {})
    answers = Answers(request.POST)
    card = pages_letters.read_card_form(answers)
    if not answers.errors:
        try:
            flows_letters.keep_card(request.user, keeper, card, today=today())
            return go_on("act:asks-cards", done="card-kept")
        except Trouble as trouble:
            answers.refused(trouble, at="note")
    return _form(request, card, answers.errors)


def _form(request: MemberRequest, card: Card, errors: dict[str, str]) -> HttpResponse:
    return answer(
        request,
        "act/card-write",
        {
            "head": PageHead(
                where=_("Support cards"),
                heading=_("Your support card"),
                lead=_("Answer what you like, and leave the rest open. You can change it at any time."),
            ),
            "lines": pages_letters.card_questions(card, errors),
            "field": pages_letters.note_question(card, errors),
            "errors": error_links(errors),
            "button": Button(label=_("Keep your card"), id="keep"),
            "back": Link(label=_("Back to the cards"), url=reverse("act:asks-cards"), id="back"),
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
    )


@action("own", community=True)
@require_POST
def ready(request: MemberRequest) -> HttpResponse:
    """Let people show the reader their cards."""
    flows_letters.letter_key(request.user, need_vault(request), today=today())
    return go_on("act:asks-cards", done="card-ready")


@action("own", community=True)
@require_POST
def show(request: MemberRequest) -> HttpResponse:
    """Show one's card to the people chosen."""
    keeper = need_vault(request)
    chosen = {UUID(value) for value in request.POST.getlist("reader") if _is_id(value)}
    if not chosen:
        return go_on("act:asks-cards", done="nothing-chosen")
    readers = [other_of_mine(request.user, each) for each in chosen]
    flows_letters.show_card(request.user, keeper, readers, today=today())
    return go_on("act:asks-cards", done="card-shown")


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True


@action("card.revoke", community=True)
@require_POST
def revoke(request: MemberRequest, copy: UUID) -> HttpResponse:
    """Take one's card back from somebody."""
    flows_letters.revoke_card(request.user, copy, today=today())
    return go_on("act:asks-cards", done="card-revoked")


@action("card.read", community=True)
@require_safe
def read(request: MemberRequest, copy: UUID) -> HttpResponse:
    """A card that somebody showed to the reader."""
    someone, card = read_copy(request.user, copy, letterbox.read_key(need_vault(request)))
    return answer(
        request,
        "act/card-read",
        {
            "head": PageHead(
                where=someone.circle_name,
                heading=_("What helps %(name)s") % {"name": someone.name},
                lead=_("Said to you in trust. It can be taken back at any time."),
            ),
            "terms": pages_letters.card_terms(card),
            "note": card.note,
            "back": Link(label=_("Back to the cards"), url=reverse("act:asks-cards"), id="back"),
        },
    )
