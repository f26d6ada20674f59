"""What came with a form of Words, a pasted text or a file: in memory only, dropped with the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from alongside.core.problems import Trouble
from alongside.interrupt.documents import CONTAINERS, Document, kind_of, read_passages
from alongside.interrupt.hits import Kind, Passage, Profile

LIMIT: Final = 2**20
"""A text of up to a megabyte is checked in the browser (our choice); the terminal takes more."""
TEXT, FILE, AS, NAME, PROFILE, EMPLOYER = "text", "file", "as", "name", "profile", "employer"
PASTED_AS: Final = (Kind.TEXT, Kind.MARKDOWN, Kind.HTML)
PROFILES: Final = (Profile.DEFAULT, Profile.STRICT)
IN_PARTS: Final = CONTAINERS
"""Kinds of files that are no text by themselves: what is shown again is the text of their parts."""
NAME_LONGEST: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A document that can be checked, or the errors by field; and what the form shows again.

    `text` is put back into the form, with `name` for a file that is text itself, so that its kind is known.
    """

    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    text: str = ""
    name: str = ""
    kind: Kind = Kind.TEXT
    profile: Profile = Profile.DEFAULT
    employer: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)


def read_given(request: HttpRequest) -> Given:
    """What was sent. Whatever cannot be read becomes an error at its field; nothing is stored."""
    upload = request.FILES.get(FILE)
    given = _from_file(upload) if upload else _from_text(request)
    return replace(
        given,
        profile=next((each for each in PROFILES if each == request.POST.get(PROFILE)), Profile.DEFAULT),
        employer=str(request.POST.get(EMPLOYER, "")).strip()[:NAME_LONGEST],
    )


def _from_file(upload: "UploadedFile[bytes]") -> Given:
    if (upload.size or 0) > LIMIT:
        return Given(errors={FILE: _too_large()})
    data, name = upload.read(), str(upload.name)
    kind = kind_of(name, data)
    if kind is None:
        return Given(errors={FILE: _("This file holds no text that we can read. Paste its text instead.")})
    given = _read(Given(name=name, kind=kind), data, at=FILE)
    if kind in IN_PARTS:
        return replace(given, name="", kind=Kind.TEXT)
    return given


def _from_text(request: HttpRequest) -> Given:
    text = str(request.POST.get(TEXT, "")).replace("\r\n", "\n")
    name = str(request.POST.get(NAME, ""))[:NAME_LONGEST]
    data = text.encode("utf-8", "replace")
    told = kind_of(name, data) if name else None
    pasted_as = next((each for each in PASTED_AS if each == request.POST.get(AS)), Kind.TEXT)
    kind = told if told and told not in IN_PARTS else pasted_as
    given = Given(text=text, name=name if kind is told else "", kind=kind)
    if not text.strip():
        return replace(given, errors={TEXT: _("Paste a text, or choose a file.")})
    if len(data) > LIMIT:
        return replace(given, errors={TEXT: _too_large()})
    return _read(given, data, at=TEXT)


def _read(given: Given, data: bytes, *, at: str) -> Given:
    try:
        document = read_passages(data, given.kind, name=given.name)
    except Trouble as trouble:
        return replace(given, errors={at: f"{trouble.cause} {trouble.way_out}"})
    return replace(
        given, passages=document.passages, notes=document.notes, text=given.text or _text_of(document)
    )


def _text_of(document: Document) -> str:
    return "\n\n".join(passage.data.decode("utf-8", "replace") for passage in document.passages)


def _too_large() -> str:
    return _(
        "This is more than 1 MB, and was not read. Cut it in parts. In the terminal, “alongside check”"
        " takes longer ones."
    )
