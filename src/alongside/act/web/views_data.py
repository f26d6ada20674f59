"""My data: what is kept and where, take it along, bring it back, erase it."""

from collections import Counter
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.act import diary, flows
from alongside.act.calendar import to_calendar
from alongside.act.interchange import export_diary
from alongside.core.clock import today
from alongside.core.folder import database_file
from alongside.core.problems import Trouble
from alongside.web.answering import answer, error_links, go_on
from alongside.web.held import HELD
from alongside.web.parts import Button, Confirm, Field, Link, PageHead, Term
from alongside.web.requests import MemberRequest

EXPORT_LIMIT: Final = 20 * 2**20
"""An export larger than this is not one of ours: it would hold about 20,000 entries (our choice)."""


@require_safe
def my_data(request: MemberRequest) -> HttpResponse:
    """What is kept about me, and what I can do with it."""
    return _page(request, {})


@require_safe
def export_json(request: MemberRequest) -> HttpResponse:
    """Every entry, readable, as one file."""
    return _download(export_diary(request.keeper), "application/json", "alongside.json")


@require_safe
def export_calendar(request: MemberRequest) -> HttpResponse:
    """Open commitments for a calendar; `?words=no` leaves what they say out."""
    held = diary.read_commitments(request.keeper)
    neutral = request.GET.get("words") == "no"
    return _download(to_calendar(held, neutral=neutral, today=today()), "text/calendar", "commitments.ics")


@require_POST
def bring_back(request: MemberRequest) -> HttpResponse:
    """Put an earlier export back."""
    upload = request.FILES.get("file")
    if upload is None:
        return _page(request, {"file": _("Choose the file you exported: alongside.json.")})
    if (upload.size or 0) > EXPORT_LIMIT:
        return _page(request, {"file": _("This file is too large to be an export. Choose alongside.json.")})
    try:
        flows.bring_back(request.keeper, upload.read(), today=today())
    except Trouble as trouble:
        return _page(request, {"file": f"{trouble.cause} {trouble.way_out}"})
    return go_on("act:my-data", done="brought-back")


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: MemberRequest) -> HttpResponse:
    """Ask once, then erase everything, the key included. In a community one leaves with it."""
    if settings.COMMUNITY:
        return redirect("leave")
    if request.method == "POST" and request.POST.get("deed") == "erase":
        flows.erase(request.keeper, folder=settings.DATA, today=today())
        HELD.forget_all(owner=request.user.id)
        return go_on("act:my-data", done="erased")
    if request.method == "POST":
        return redirect("act:my-data-erase")
    confirm = Confirm(
        heading=_("Erase everything of yours?"),
        goes=(
            _("Every act, commitment, look back, day away and look you kept"),
            _("Your roles, your week and your capacity"),
            _("The key itself: older copies of the database stay closed for good"),
        ),
        stays=(
            _("The audit trail: that something was done on a day, and not what"),
            _("Files you exported or saved elsewhere: erase those yourself"),
        ),
        button=Button(label=_("Erase everything"), id="erase", kind="stop", name="deed", value="erase"),
        back=Link(label=_("Keep it all"), url=reverse("act:my-data"), id="back"),
    )
    head = PageHead(where=_("My data"), heading=confirm.heading, lead=_("This cannot be undone."))
    return answer(request, "act/erase", {"head": head, "confirm": confirm})


def _page(request: MemberRequest, errors: dict[str, str]) -> HttpResponse:
    upload = Field(
        name="file",
        label=_("Bring an export back"),
        hint=_("A file alongside.json from here or from another machine."),
        kind="file",
        accept=".json",
        error=errors.get("file", ""),
    )
    return answer(
        request,
        "act/my-data",
        {
            "head": PageHead(
                heading=_("My data"),
                lead=_("What is kept about you, where it lies, and how you take it away."),
            ),
            "terms": _terms(request),
            "upload": upload,
            "in_community": settings.COMMUNITY,
            "bring": Button(label=_("Bring it back"), id="bring-back", kind="plain"),
            "errors": error_links(errors),
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
    )


def _terms(request: MemberRequest) -> tuple[Term, ...]:
    held = diary.count_entries(request.keeper)
    others = Counter(each.entry.kind for each in diary.of_other_rooms(request.keeper))
    counted = (
        (_("Acts"), held[diary.ACT], _("one line, a day, a practice, an effort")),
        (_("Commitments"), held[diary.COMMITMENT], _("moment, act, obstacle, day, who might join")),
        (_("Reflections"), held[diary.REFLECTION], _("what you answered")),
        (_("Days away"), held[diary.AWAY], _("first and last day")),
        (_("Your week"), int(held[diary.PROFILE] > 0), _("roles, weekly occasions, how much room")),
        (_("Suggestions passed over"), held[diary.CHOICE], _("which ones, week by week")),
        (_("Looks at meetings"), others["look"], _("numbers, verdicts and names, never the text")),
        (
            _("Rules for wording you hid"),
            others["hidden-rule"],
            _("which ones, and since when; never a text"),
        ),
        (_("Skills you practise"), others["skill"], _("when each comes back and what was shown, no choice")),
        (_("Self-assessments"), others["round"], _("your answers, each with its day")),
        (_("Works and cards marked"), others["mark"], _("read, kept for later, or hidden")),
        (_("Questions you asked"), others["question"], _("the question, and what you found out")),
        (_("Invisible work"), others["labour"], _("minutes, kind, a note")),
        (
            _("Your path"),
            others["path"] + others["openings"],
            _("minutes a week, steps set aside, doors you can open"),
        ),
    )
    lines = tuple(Term(term=name, text=_many(count, what)) for name, count, what in counted)
    return (*lines, *(_in_a_community() if settings.COMMUNITY else _at_home()))


def _in_a_community() -> tuple[Term, ...]:
    return (
        Term(
            term=_("Who can read it"),
            text=_(
                "Your entries are unreadable in the database, its backups and the logs. While you are"
                " using them, the running server can read them. Somebody who controls the running server"
                " and changes it could record your passphrase."
            ),
        ),
        _trail(),
        Term(
            term=_("The key"),
            text=_(
                "It opens with your passphrase, or with your recovery code."
                " Lose both, and the entries are lost."
            ),
        ),
    )


def _trail() -> Term:
    return Term(
        term=_("The trail"),
        text=_("That something was done on a day, such as “act.log”; never what. It cannot be changed."),
    )


def _at_home() -> tuple[Term, ...]:
    return (
        Term(term=_("Where it lies"), text=str(database_file() if settings.ON_SQLITE else settings.DATA)),
        Term(
            term=_("Who can read it"),
            text=_(
                "Your entries are unreadable in the database, its backups and the logs. While you are"
                " using them, the running server can read them. Somebody who controls the running server"
                " and changes it could record your passphrase. (At home there is no passphrase; the key"
                " lies in a file.)"
            ),
        ),
        _trail(),
        Term(
            term=_("The key"),
            text=_(
                "It lies in the file vault.key beside the database, readable for your user alone. It does not"
                " protect you against somebody who is signed in as you. Lose it, and the entries are lost."
            ),
        ),
    )


def _many(count: int, what: str) -> str:
    if not count:
        return _("Nothing yet. It would hold: %(what)s.") % {"what": what}
    return ngettext("%(count)d entry: %(what)s.", "%(count)d entries: %(what)s.", count) % {
        "count": count,
        "what": what,
    }


def _download(data: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
