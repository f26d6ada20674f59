"""What came with the form of the page Look: the transcript and what goes with it, in memory only."""

from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from alongside.core.problems import Trouble
from alongside.listen.aliases import read_aliases
from alongside.listen.meeting import SAMPLE, Wish, look_at
from alongside.listen.report import Report

FILE, ROSTER, CHAT, ALIASES, ME, PASTED = "file", "roster", "chat", "aliases", "me", "pasted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A report, or the errors by field."""

    report: Report | None
    errors: dict[str, str]


def look_at_upload(request: HttpRequest) -> Looked:
    """Measure what was sent. Whatever cannot be read becomes an error at its field; nothing is stored."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.UPLOAD_LIMIT:
        return _wrong(FILE, _too_large())
    if request.POST.get("deed") == "sample":
        return Looked(report=look_at(SAMPLE), errors={})
    upload = request.FILES.get(FILE)
    pasted = request.POST.get(PASTED, "")
    if upload is None and not pasted.strip():
        return _wrong(FILE, _("Choose a transcript, or paste one. The sample shows what to expect."))
    name = str(upload.name) if upload else _("pasted text")
    data = upload.read() if upload else pasted.encode()
    try:
        return Looked(report=look_at(data, wish=_wish(request), name=name), errors={})
    except Trouble as trouble:
        return _wrong(
            _field(trouble.place, request), f"{trouble.cause} {trouble.way_out}", place=trouble.place
        )


def _wish(request: HttpRequest) -> Wish:
    aliases = request.FILES.get(ALIASES)
    return Wish(
        chat=_read(request.FILES.get(CHAT)),
        roster=_read(request.FILES.get(ROSTER)),
        aliases=read_aliases(aliases.read(), name=str(aliases.name)) if aliases else None,
        me=request.POST.get(ME, "").strip() or None,
    )


def _read(upload: "UploadedFile[bytes] | None") -> bytes | None:
    return upload.read() if upload else None


def _field(place: str, request: HttpRequest) -> str:
    """The field a trouble belongs to: the engine names a file or an option."""
    if place == "--me":
        return ME
    for name in (ROSTER, CHAT, ALIASES):
        upload = request.FILES.get(name)
        if upload and upload.name and place.startswith(upload.name):
            return name
    return FILE


def _wrong(field: str, message: str, *, place: str = "") -> Looked:
    lead = f"{place}: " if place and not place.startswith("--") else ""
    return Looked(report=None, errors={field: lead + message})


def _too_large() -> str:
    return _(
        "This file is larger than 50 MB, and was not read. A transcript is text: export it without the"
        " recording, or cut it in two."
    )
