"""Coming in: an invitation's page, and the page of somebody who waits to be let in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.core.clock import today
from alongside.web.answering import answer
from alongside.web.community import community_name
from alongside.web.joining import INVITED, hash_of, opens
from alongside.web.parts import Button, Link, PageHead
from alongside.web.policy import action


@action("door.open", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """An invitation. Looking at it changes nothing, since programs that check mail look at links too."""
    if not opens(hash_of(token), today=today()):
        context: dict[str, object] = {
            "head": PageHead(
                heading=_("This invitation has run out"),
                lead=_("It was used, or it is older than two weeks. Ask whoever sent it for another one."),
            ),
            "link": Link(label=_("Sign in"), url=reverse("account_login"), id="sign-in"),
        }
        return answer(request, "you/join", context)
    if request.method == "POST":
        request.session[INVITED] = hash_of(token)
        return redirect("account_signup")
    context = {
        "head": PageHead(
            heading=_("You are invited to %(community)s") % {"community": community_name()},
            lead=_("All you need is an e-mail address. Nobody asks who you are."),
        ),
        "button": Button(label=_("Make my account"), id="accept"),
        "link": Link(label=_("I have an account"), url=reverse("account_login"), id="sign-in"),
    }
    return answer(request, "you/join", context)


@action("door.open", community=True)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """What happens now, for somebody who asked to join."""
    context = {
        "head": PageHead(
            heading=_("Thank you. Somebody looks at it soon"),
            lead=_("Your address is confirmed. When an admin lets you in, we write to you."),
        ),
    }
    return answer(request, "you/join", context)
