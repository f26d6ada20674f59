"""Tokens for one's own programs: make one, see which there are, end one."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.api import tokens as api_tokens
from alongside.web.api.tokens import Scope
from alongside.web.models import ApiToken
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest
from alongside.web.vault import opened_vault


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: MemberRequest) -> HttpResponse:
    """The tokens there are, and a form for another; its words are on the answer, once."""
    answers, words = Answers(request.POST), ""
    chosen = [scope for scope in Scope if scope.value in request.POST.getlist("scopes")]
    if request.method == "POST":
        opened = opened_vault(request, request.user)
        try:
            _token, words = api_tokens.make(
                request.user,
                name=answers.text("name"),
                scopes=chosen,
                vault=opened.vault if opened else None,
                today=today(),
            )
        except Trouble as trouble:
            answers.refused(trouble, at=trouble.place)
            answers.errors[trouble.place] = f"{trouble.cause} {trouble.way_out}"
    context = {**_parts(request, answers, () if words else chosen), "words": words}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "tokens/tokens", context, status=status)


@action("own", community=True)
@require_POST
def revoke(request: MemberRequest, token: UUID) -> HttpResponse:
    """End one at once."""
    if not api_tokens.revoke(request.user, token, today=today()):
        raise Http404
    return go_on("tokens", done="token-revoked")


def _parts(request: MemberRequest, answers: Answers, chosen: "list[Scope] | tuple[()]") -> dict[str, object]:
    words = {
        Scope.ME: _("Who I am here, and what the token may do"),
        Scope.CIRCLES: _("Read my circles"),
        Scope.ASKS: _("Read the asks of my circles"),
        Scope.ASKS_WRITE: _("Post and take up asks (the plan goes into my vault)"),
        Scope.EVENTS: _("Read the events I can attend"),
        Scope.ACTS: _("Read what I did (from my vault)"),
        Scope.ACTS_WRITE: _("Log what I did (into my vault)"),
    }
    held = ApiToken.objects.filter(member=request.user).order_by("made", "name")
    return {
        "head": PageHead(
            heading=_("Tokens for your programs"),
            lead=_("A token lets a program of yours do a few things in your name. End it whenever you like."),
        ),
        "held": [
            {
                "name": each.name,
                "id": each.pk,
                "scopes": ", ".join(each.scopes),
                "ends": each.ends,
                "button": Button(
                    label=_("End it"), id=f"end-{each.pk}", kind="quiet", about=f"about-{each.pk}"
                ),
            }
            for each in held
        ],
        "field": Field(
            name="name",
            label=_("What will use it?"),
            value=answers.text("name"),
            error=answers.errors.get("name", ""),
        ),
        "group": ChoiceGroup(
            name="scopes",
            legend=_("What may it do?"),
            many=True,
            error=answers.errors.get("scopes", ""),
            choices=tuple(
                Choice(value=scope.value, label=label, chosen=scope in chosen)
                for scope, label in words.items()
            ),
        ),
        "button": Button(label=_("Make the token"), id="make"),
        "errors": error_links(answers.errors),
    }
