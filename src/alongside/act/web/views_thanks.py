"""Thanks: read yours, say where you would like to get some, give some. Nobody is ever asked to."""

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.act import letterbox
from alongside.act.acts import Refused
from alongside.act.thanks import Leads, Sending, Thanks, give_thanks
from alongside.act.web import flows_letters, pages_letters
from alongside.act.web.queries_letters import (
    Letter,
    Someone,
    letters_for,
    memberships_of,
    other_of_mine,
    receivers_to_choose,
)
from alongside.act.web.ties import need_vault
from alongside.core.clock import today
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.parts import Button, Empty, Link, PageHead, Term
from alongside.web.policy import action
from alongside.web.requests import MemberRequest

TYPED = ("to", "leads", "words", "signed", "sending", "once")


@action("own", community=True)
@require_safe
def thanks_page(request: MemberRequest) -> HttpResponse:
    """What has arrived, and where one would like to get thanks."""
    keeper = need_vault(request)
    key = letterbox.read_key(keeper)
    held = memberships_of(request.user)
    return answer(
        request,
        "act/thanks",
        {
            "head": PageHead(
                where=_("Asks"),
                heading=_("Thanks"),
                lead=_("Read them when you need them. They are sealed for you, and nobody counts them."),
            ),
            "letters": [_line(each) for each in letters_for(request.user, key, today=today())],
            "empty": Empty(
                title=_("No thanks here"),
                text=_(
                    "They come from people who felt like it. Doing things well without any is just as good."
                ),
            ),
            "wish": pages_letters.wish_choices(held) if held else None,
            "wish_button": Button(label=_("Note it"), id="wish", kind="plain"),
            "give": Link(label=_("Thank somebody"), url=reverse("act:asks-thanks-new"), id="give-thanks"),
            "back": Link(label=_("Back to the asks"), url=reverse("act:asks"), id="back"),
        },
    )


def _line(letter: Letter) -> dict[str, object]:
    return {
        "id": letter.id,
        "words": letter.words,
        "signed": letter.signed,
        "circle": letter.circle_name,
        "lost": letter.lost,
        "remove": Button(
            label=_("Take out"), id=f"remove-{letter.id}", about=f"about-{letter.id}", kind="quiet"
        ),
    }


@action("own", community=True)
@require_POST
def wish(request: MemberRequest) -> HttpResponse:
    """Where one would like to get thanks."""
    own = {str(each.id): each.id for each in memberships_of(request.user)}
    chosen = [own[value] for value in request.POST.getlist("wish") if value in own]
    flows_letters.wish_for_thanks(request.user, need_vault(request), chosen, today=today())
    return go_on("act:asks-thanks", done="thanks-wished")


@action("thanks.read", community=True)
@require_POST
def remove(request: MemberRequest, letter: UUID) -> HttpResponse:
    """Take thanks out."""
    flows_letters.remove_thanks(request.user, letter, today=today())
    return go_on("act:asks-thanks", done="thanks-removed")


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: MemberRequest) -> HttpResponse:
    """Write thanks, read them once more, send them."""
    people = receivers_to_choose(request.user)
    if request.method != "POST":
        return _form(request, people, {}, {})
    answers = Answers(request.POST)
    read = _read(answers, people)
    deed = answers.text("deed")
    if read is None or deed == "change":
        return _form(request, people, answers.values(), {} if deed == "change" else answers.errors)
    note, someone = read
    if deed != "send":
        return _check(request, answers, note, someone)
    to = other_of_mine(request.user, someone.membership)
    flows_letters.send_thanks(request.user, to, note, id=answers.fresh_id(), today=today())
    return go_on("act:asks-thanks", done="thanks-sent" if note.sending is Sending.NOW else "thanks-pooled")


def _read(answers: Answers, people: tuple[Someone, ...]) -> tuple[Thanks, Someone] | None:
    """What is to be sent, None where something does not fit yet: the errors say what."""
    someone = next((each for each in people if str(each.membership) == answers.text("to")), None)
    if someone is None:
        answers.errors["to"] = _("Choose who it is for.")
    note = Thanks(
        words=answers.text("words"),
        sending=answers.choice("sending", Sending) or Sending.POOLED,
        leads=answers.choice("leads", Leads) or Leads.UNSAID,
        signed=answers.text("signed")[:60],
    )
    try:
        note = give_thanks(note)
    except Refused as refused:
        answers.errors[refused.place] = f"{refused.cause} {refused.way_out}"
    return None if answers.errors or someone is None else (note, someone)


def _check(request: MemberRequest, answers: Answers, note: Thanks, someone: Someone) -> HttpResponse:
    values = answers.values() | {"once": str(answers.fresh_id())}
    sent_now = note.sending is Sending.NOW
    return answer(
        request,
        "act/thanks-check",
        {
            "head": PageHead(
                where=_("Thanks"),
                heading=_("Read it once more"),
                lead=_("Once sent it cannot be taken back: it is sealed, and no copy of it is kept."),
            ),
            "terms": (
                Term(term=_("For"), text=someone.name),
                Term(term=_("Words"), text=note.words),
                Term(term=_("Name below it"), text=note.signed or _("None")),
                Term(term=_("Arrives"), text=_("Now") if sent_now else _("On Monday")),
            ),
            "hidden": [(name, values.get(name, "")) for name in TYPED],
            "send": Button(label=_("Send it"), id="send", name="deed", value="send"),
            "change": Button(label=_("Change it"), id="change", kind="quiet", name="deed", value="change"),
        },
    )


def _form(
    request: MemberRequest, people: tuple[Someone, ...], values: dict[str, str], errors: dict[str, str]
) -> HttpResponse:
    return answer(
        request,
        "act/thanks-new",
        {
            "head": PageHead(
                where=_("Thanks"),
                heading=_("Thank somebody"),
                lead=_("Only if you feel like it. One line is plenty."),
            ),
            "questions": pages_letters.thanks_questions(people, values, errors) if people else (),
            "empty": Empty(
                title=_("Nobody to thank here yet"),
                text=_(
                    "Only people who said that they would like to get thanks stand here. In person works too."
                ),
            ),
            "errors": error_links(errors),
            "once": values.get("once") or uuid4(),
            "button": Button(label=_("Look at it first"), id="check"),
            "back": Link(label=_("Back"), url=reverse("act:asks-thanks"), id="back"),
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
    )
