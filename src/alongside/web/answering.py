"""How a view answers: the page, or for htmx the part that changes; after a deed, a redirect that says so."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html
from django.utils.translation import gettext as _

from alongside.web.parts import ErrorLink
from alongside.web.said import said

_OF_FORMS = ("csrfmiddlewaretoken", "once", "deed", "practice", "effort", "place", "action", "step")
_OF_WALKS = ("walk", "wall", "round", "moment", "go", "choose")
HIDDEN = frozenset(_OF_FORMS + _OF_WALKS)
"""Fields that nobody types in."""


<<<<<<< HEAD
=======
def said(code: str) -> str:
    """What a deed says when it is done; "" for a code we do not know."""
    if not code:
        return ""  # most pages come after no deed, and need not translate every sentence
    return {
        "too-late": _("That can no longer be put back. Log it again, in your own words."),
        "put-back": _("Put back."),
        "already": _("You have planned this already; here it is."),
        "logged": _("Logged. It lies sealed in your diary."),
        "forgotten": _("Taken out again."),
        "planned": _("Planned. It waits under Commitments."),
        "changed": _("Changed."),
        "kept": _("Kept, and logged."),
        "dropped": _("Let go. Nothing more to do."),
        "reopened": _("Open again."),
        "swapped": _("Here is another one."),
        "no-other": _("Nothing else fits this week. A higher capacity would open more."),
        "capacity": _("The plan fits that now."),
        "reflected": _("Kept. Only you can read it."),
        "nothing": _("Nothing was written, so nothing was kept."),
        "away": _("Set aside. A week counts as away from four days on; what you do anyway still helps."),
        "settled": _("Your week is noted. Change it whenever it changes."),
        "brought-back": _("Your entries are back."),
        "look-kept": _("Kept, sealed. Not one sentence of the transcript is in it."),
        "look-gone": _("That result is no longer held in memory. Look at the meeting again."),
        "practised": _("Practised. It comes back another day."),
        "easy": _("Noted. It comes back later."),
        "schedule-forgotten": _("Forgotten. Nothing comes back until you practise again."),
        "erased": _("Everything of yours is erased."),
        "marked-read": _("Marked as read."),
        "marked-later": _("Kept for later."),
        "marked-hidden": _("Hidden. It will not be put in your way again."),
        "unmarked": _("The mark is off."),
        "path-minutes": _("The path fits that now."),
        "path-skip": _("Left out, and the next one moved up. You can bring it back below."),
        "path-first": _("It comes first now."),
        "path-back": _("It may come again."),
        "assess-kept": _("Kept."),
        "assess-left": _("Kept. Go on whenever you like."),
        "question-solved": _("Good. Nothing of the question was kept."),
        "question-kept": _("Kept in your box."),
        "question-answered": _("Kept. The next time you ask, it comes first."),
        "labour-noted": _("Noted, for your eyes alone."),
        "openings-kept": _("Noted. Below is what you could do with it."),
        "token-revoked": _("Ended. It opens nothing any more."),
        "pack-on": _("In use again."),
        "pack-off": _("Put aside. What you noted about its entries stays yours."),
    }.get(code) or _said_in_rooms(code)


def _said_in_rooms(code: str) -> str:
    """What a room says after a deed of its own; see `Room.says`."""
    for named in (room.says for room in ROOMS if room.says):
        module, _colon, function = named.partition(":")
        words: str = getattr(import_module(module), function)(code)
        if words:
            return words
    return ""


>>>>>>> accounts
def answer(
    request: HttpRequest,
    page: str,
    context: Mapping[str, object],
    *,
    status: HTTPStatus = HTTPStatus.OK,
    done: str = "",
) -> HttpResponse:
    """The page `<room>/<name>.html`, or for htmx its part `<room>/_<name>.html` and what was said."""
    words = said(done or request.GET.get("done", ""))
    full = {**context, **({"status": words} if words else {}), **_kept(request)}
    if getattr(request, "htmx", False):
        room, _slash, name = page.rpartition("/")
        part = render_to_string(f"{room}/_{name}.html", full, request)
        spoken = render_to_string("parts/status.html", full, request)
        response = HttpResponse(_title(full) + part + spoken, status=status)
    else:
        response = render(request, f"{page}.html", full, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _kept(request: HttpRequest) -> dict[str, object]:
    """What an error page can promise: typed words stay in the form, a chosen file has to be chosen again."""
    if request.method != "POST":
        return {}
    fields = {name: value for name, value in request.POST.items() if name not in HIDDEN}
    typed = any(str(value).strip() for value in fields.values())
    return {"words_kept": typed, "choose_again": bool(request.FILES)}


def _title(context: Mapping[str, object]) -> str:
    """The title of the page as it is after the swap: htmx takes it out of the part and sets it."""
    name = context.get("title") or getattr(context.get("head"), "heading", "")
    if not name:
        return ""
    lead = _("Error:") + " " if context.get("errors") else ""
    return format_html("<title>{}{} · {}</title>\n", lead, name, _("Alongside"))


def go_on(name: str, *, done: str, args: tuple[object, ...] = ()) -> HttpResponseRedirect:
    """To the page `name` after a deed, which says `done` there."""
    response = HttpResponseRedirect(f"{reverse(name, args=args)}?done={done}")
    response.status_code = HTTPStatus.SEE_OTHER
    return response


def error_links(errors: Mapping[str, str]) -> tuple[ErrorLink, ...]:
    """The error summary of a form, from its errors by field."""
    return tuple(ErrorLink(message=message, target=f"id_{name}") for name, message in errors.items())
