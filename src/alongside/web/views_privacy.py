"""What is kept about me, all of it as one archive, and leaving with everything erased."""

import json
from collections.abc import Mapping
from typing import Final, cast

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from alongside.core.clock import today
from alongside.web import privacy
from alongside.web.answering import answer
from alongside.web.exports import entries_of
from alongside.web.models import Member, Vault
from alongside.web.parts import Button, Confirm, Link, PageHead, Term
from alongside.web.policy import action
from alongside.web.requests import MemberRequest
from alongside.web.vault import forget, opened_vault

MOST_SHOWN: Final = 10
"""Values of one field on the page; the archive holds them all."""


@action("own", community=True)
@require_safe
def kept(request: MemberRequest) -> HttpResponse:
    """Every kind of thing that is kept about me: how many, what for, who reads it, for how long."""
    head = PageHead(
        where=_("My data"),
        heading=_("What is kept about me"),
        lead=_("Everything outside your vault. What is in the vault only you can open."),
    )
    shown = [_shown(table, rows) for table, rows in privacy.everything(request.user)]
    is_open = not Vault.objects.filter(member=request.user).exists() or opened_vault(request, request.user)
    context = {
        "head": head,
        "kinds": shown,
        "is_open": bool(is_open),
        "take": Link(label=_("Take all of it along (ZIP)"), url=reverse("kept-archive"), id="take"),
        "leave": Link(label=_("Leave, and erase everything"), url=reverse("leave"), id="leave"),
    }
    return answer(request, "privacy/kept", context)


@action("own", community=True)
@require_safe
def archive(request: MemberRequest) -> HttpResponse:
    """All of it as one ZIP; what is in the vault only while it is open."""
    entries = entries_of(request.keeper) if opened_vault(request, request.user) else None
    response = HttpResponse(privacy.as_archive(request.user, entries=entries), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="alongside-about-me.zip"'
    return response


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: MemberRequest) -> HttpResponse:
    """Ask once, then erase the account and everything that is its own."""
    member = Member.objects.get(pk=request.user.pk)
    if request.method == "POST" and request.POST.get("deed") == "erase" and not member.is_owner:
        logout(request)
        privacy.erase(member, today=today())
        response = redirect("account_login")
        forget(response)
        return response
    if request.method == "POST" and not member.is_owner:
        return redirect("kept")
    confirm = Confirm(
        heading=_("Leave, and erase everything?"),
        goes=(
            _("What opens your vault, and then every entry in it"),
            _("Your account, your place in circles, and what you posted under it"),
        ),
        stays=(
            _("The audit trail: that something was done on a day, by a random number that leads nowhere now"),
            _("Older backups, until they are dropped; putting one back erases you again"),
        ),
        button=Button(
            label=_("Erase everything and leave"), id="erase", kind="stop", name="deed", value="erase"
        ),
        back=Link(label=_("Stay"), url=reverse("kept"), id="back"),
    )
    head = PageHead(where=_("My data"), heading=confirm.heading, lead=_("This cannot be undone."))
    context = {"head": head, "confirm": confirm, "is_owner": member.is_owner}
    return answer(request, "privacy/leave", context)


def _shown(table: privacy.Table, rows: list[dict[str, object]]) -> dict[str, object]:
    """One kind of thing: how many, who reads it, for how long, and what stands in it."""
    of = next(row for row in table.fields if "of" in row)
    readers = {reader for row in table.fields for reader in cast("list[str]", row["readers"])}
    return {
        "title": table.title,
        "count": ngettext("%(count)d entry", "%(count)d entries", len(rows)) % {"count": len(rows)},
        "readers": ", ".join(words for reader, words in _reader_words().items() if reader in readers),
        "retention": of["retention"],
        "terms": tuple(
            Term(term=str(row["purpose"]), text=_held(str(row["name"]).rpartition(".")[2], row, rows))
            for row in table.fields
        ),
    }


def _held(name: str, row: Mapping[str, object], rows: list[dict[str, object]]) -> str:
    """What one field says about the member, or why it is not shown."""
    reason = str(row["export"]).removeprefix("skip: ")
    if row["export"] != "include":
        return _("Not shown: %(reason)s.") % {"reason": reason}
    said = dict.fromkeys(_said(each[name]) for each in rows)
    said.pop("", None)
    return "; ".join(list(said)[:MOST_SHOWN]) or _("Nothing.")


def _said(value: object) -> str:
    """A value as one reads it, "" where there is none."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else str(value)


def _reader_words() -> dict[str, str]:
    return {
        "member": _("you, and whoever it is meant for"),
        "lead": _("who hosts or keeps the circle"),
        "moderator": _("moderators"),
        "operator": _("whoever runs the server"),
        "nobody": _("for some of it nobody"),
    }
