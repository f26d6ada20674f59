"""What came with the form of the page Look: the transcript and what goes with it, in memory only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from alongside.core.problems import Trouble
from alongside.listen.aliases import read_aliases
from alongside.listen.chat import read_chat
from alongside.listen.meeting import SAMPLE, Wish, look_at
from alongside.listen.report import Report
from alongside.listen.roster import read_roster

FILE, ROSTER, CHAT, ALIASES, ME, PASTED = "file", "roster", "chat", "aliases", "me", "pasted"


_READERS: Final[Mapping[str, Callable[..., object]]] = {
    ROSTER: read_roster,
    CHAT: read_chat,
    ALIASES: read_aliases,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A report, or the errors by field."""

    report: Report | None
    errors: dict[str, str]


def look_at_upload(request: HttpRequest) -> Looked:
    """Measure what was sent. Whatever cannot be read becomes an error at its field; nothing is stored."""
    if _length(request) > settings.UPLOAD_LIMIT:
        return _wrong(FILE, _too_large())
    if request.POST.get("deed") == "sample":
        return Looked(report=look_at(SAMPLE), errors={})
    wrong = _extras_wrong(request)
    if wrong:
        return Looked(report=None, errors=wrong)
    upload = request.FILES.get(FILE)
    pasted = request.POST.get(PASTED, "")
    if upload is None and not pasted.strip():
        return _wrong(FILE, _("Choose a transcript, or paste one. The sample shows what to expect."))
    name = str(upload.name) if upload else _("pasted text")
    data = upload.read() if upload else pasted.encode()
    try:
        return Looked(report=look_at(data, wish=_wish(request), name=name), errors={})
    except Trouble as trouble:
        field = ME if trouble.place == "--me" else FILE
        return _wrong(field, f"{trouble.cause} {trouble.way_out}", place=trouble.place)


def _length(request: HttpRequest) -> int:
    """How many bytes the browser says it sends; 0 where it says nothing that makes sense."""
    given = str(request.META.get("CONTENT_LENGTH") or "")
    return int(given) if given.isascii() and given.isdigit() else 0


def _extras_wrong(request: HttpRequest) -> dict[str, str]:
    """What goes with the transcript and cannot be read, by field: each file is tried on its own first."""
    errors = {}
    for field, reader in _READERS.items():
        upload = request.FILES.get(field)
        if upload is None:
            continue
        name = str(upload.name)
        try:
            reader(upload.read(), name=name)
        except Trouble as trouble:
            errors[field] = f"{trouble.cause} {trouble.way_out}"
        upload.seek(0)
    return errors


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


def _wrong(field: str, message: str, *, place: str = "") -> Looked:
    lead = f"{place}: " if place and not place.startswith("--") else ""
    return Looked(report=None, errors={field: lead + message})


def _too_large() -> str:
    return _(
        "This file is larger than 50 MB, and was not read. A transcript is text: export it without the"
        " recording, or cut it in two."
    )
