"""The first minutes of a community: whoever started the server names it and makes the owner's account."""

from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.core.clock import today
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.community import is_set_up, set_up_community
from alongside.web.links import now_s, peek_link, use_link
from alongside.web.parts import Button, Field, PageHead
from alongside.web.policy import action

LONGEST_NAME = 60


@action("door.open", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, token: str) -> HttpResponse:
    """Name the community and make the owner's account; the link opens this once."""
    if is_set_up() or not peek_link(settings.DATA, token, now_s=now_s()):
        raise Http404
    answers = Answers(request.POST)
    if request.method == "POST" and _fits(answers):
        use_link(settings.DATA, token, now_s=now_s())
        owner = set_up_community(
            name=answers.text("community"),
            email=answers.text("email"),
            password=request.POST.get("password", ""),
            today=today(),
        )
        login(request, owner, backend="django.contrib.auth.backends.ModelBackend")
        return go_on("mfa_index", done="community-ready")
    return _form(request, answers)


def _fits(answers: Answers) -> bool:
    if not answers.text("community"):
        answers.errors["community"] = _("Give your community a name. You can change it later.")
    try:
        validate_email(answers.text("email"))
    except ValidationError:
        answers.errors["email"] = _("This is no e-mail address. Write one like name@example.org.")
    try:
        validate_password(answers.text("password"))
    except ValidationError as error:
        answers.errors["password"] = " ".join(error.messages)
    return not answers.errors


def _form(request: HttpRequest, answers: Answers) -> HttpResponse:
    fields = (
        Field(
            name="community",
            label=_("What is your community called?"),
            value=answers.text("community")[:LONGEST_NAME],
            error=answers.errors.get("community", ""),
        ),
        Field(
            name="email",
            label=_("Your e-mail address"),
            hint=_("You sign in with it. Members do not see it."),
            kind="email",
            autocomplete="email",
            value=answers.text("email"),
            error=answers.errors.get("email", ""),
        ),
        Field(
            name="password",
            label=_("A password"),
            hint=_("At least 12 characters. Next you add a passkey or a code from an app."),
            kind="password",
            autocomplete="new-password",
            error=answers.errors.get("password", ""),
        ),
    )
    context = {
        "head": PageHead(
            heading=_("Set up your community"),
            lead=_("You keep it running. You do not get to read what members write for themselves."),
        ),
        "fields": fields,
        "button": Button(label=_("Set it up"), id="set-up"),
        "errors": error_links(answers.errors),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "setup/begin", context, status=status)
