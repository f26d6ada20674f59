"""What kind of document a file is, and the passages in it that are checked.

A name decides before the content does, because a README's first lines say little; a file with a NUL byte in
its first 8 KiB is binary and no document, unless its byte order mark says that it is UTF-16. Text is read by
its byte order mark, else as UTF-8; single bytes that are not UTF-8 are read as Windows-1252, which a note
says aloud.
"""

import codecs
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Final, cast

from alongside.core.language import gettext as _
from alongside.interrupt.hits import Kind, Passage, Span
from alongside.interrupt.refusals import Unreadable

__all__ = ["CONTAINERS", "HEAD_BYTES", "Document", "Unreadable", "kind_of", "may_search", "read_passages"]

HEAD_BYTES: Final = 8 * 1024
CONTAINERS: Final = frozenset({Kind.NOTEBOOK, Kind.DOCX, Kind.ODT, Kind.PPTX, Kind.PDF})
"""Kinds whose words do not stand in the file as they are: they are unpacked first, searched then."""

_ENDINGS: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "txt,text,csv,tsv,log,srt,vtt,eml,rtx,nfo,1,2,3,4,5,6,7,8,9,man,ms,me,mdoc,roff,texi,texinfo",
    Kind.MARKDOWN: "md,mdx,markdown,mdown,mkd,mkdn,mdwn,qmd,rmd,rmarkdown,livemd,gmi",
    Kind.HTML: "html,htm,xhtml,xml,svg,vue,svelte,astro,jinja,j2,jinja2,njk,hbs,handlebars,mustache,liquid,"
    "ejs,erb,haml,dbk,docbook,xsl,xslt,dita,ditamap,resx,xaml,xlf,xliff,rss,atom,opml,tei,fodt,page",
    Kind.REST: "rst,rest",
    Kind.ASCIIDOC: "adoc,asciidoc,asc,ad",
    Kind.LATEX: "tex,latex,ltx,sty,cls,dtx,bib",
    Kind.POD: "pod",
    Kind.DATA: "json,jsonc,json5,jsonl,ndjson,geojson,webmanifest,arb,xcstrings,yaml,yml,toml,po,pot",
    Kind.NOTEBOOK: "ipynb",
    Kind.DOCX: "docx,docm,dotx",
    Kind.ODT: "odt,ott,odp,otp",
    Kind.PPTX: "pptx,pptm,potx,ppsx",
    Kind.PDF: "pdf",
}
_BY_ENDING: Final = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split(",")}
_GUESS: Final = "alongside-windows-1252"
_MESSAGES: Final = frozenset({"COMMIT_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "TAG_EDITMSG"})
_WIDE: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LANGUAGES: Final = "alongside.interrupt.masks.code_names"
_SIGNS: Final = (
    (Kind.REST, rb"^\.\. (?:_[^\n:]{1,80}:|[a-z-]{2,30}::)(?:[ \r\n]|\Z)|:(?:ref|doc|class|func):`"),
    (
        Kind.ASCIIDOC,
        rb"^(?:include|ifn?def)::[^\s\[]*\[|^\[(?:verse|source|listing|horizontal)[^\]\n]*\]\r?$|linkgit:",
    ),
)
"""What only pages of that kind have in their first lines, whatever they are called."""
_MASKS: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "plain",
    Kind.HTML: "html",
    Kind.REST: "rest",
    Kind.ASCIIDOC: "asciidoc",
    Kind.LATEX: "latex",
    Kind.POD: "pod",
    Kind.MESSAGE: "message",
}
_READERS: Final[Mapping[Kind, str]] = {
    Kind.NOTEBOOK: "alongside.interrupt.notebooks",
    Kind.DOCX: "alongside.interrupt.office",
    Kind.ODT: "alongside.interrupt.office",
    Kind.PPTX: "alongside.interrupt.office",
    Kind.PDF: "alongside.interrupt.pdf",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The passages of a document, what a person should know of how it was read, and how to write it back.

    `encoding` is Python's name for how a plain file is encoded: its passage is always UTF-8 without a byte
    order mark. It is empty where the passages cannot be written back: in a container, and where bytes were
    guessed.
    """

    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()
    encoding: str = ""


def kind_of(path: PurePath | str, head: bytes) -> Kind | None:
    """What a file is, by its name and then by its first bytes (8 KiB are enough); None for a binary file."""
    name = os.path.basename(path)  # noqa: PTH119  # asked for thousands of files
    if name in _MESSAGES:
        return Kind.MESSAGE
    kind = _BY_ENDING.get(_ending(name))
    if kind in CONTAINERS:
        return kind
    if _is_binary(head):
        return _container(head)
    if kind is Kind.TEXT or kind is None:
        return _by_content(name, head)
    return kind


def _ending(name: str) -> str:
    """What the name ends with; Sphinx publishes its sources as `.rst.txt`, which are no plain text."""
    *_stem, before, last = ["", *name.lower().split(".")]
    return before if last in {"txt", "in"} and before in _BY_ENDING else last if "." in name else ""


def _is_binary(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    return b"\0" in head[:HEAD_BYTES] or head.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf"))


def _container(head: bytes) -> Kind | None:
    """A container of ours by its first bytes, under whatever name it comes."""
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith(b"PK\x03\x04"):
        inner = ((b"word/", Kind.DOCX), (b"ppt/", Kind.PPTX), (b"opendocument.text", Kind.ODT))
        return next((kind for sign, kind in inner if sign in head), None)
    return None


def _by_content(name: str, head: bytes) -> Kind:
    start = head[:1024].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith(b"<?xml"):
        return Kind.HTML
    if import_module(_LANGUAGES).language_of(name, head):
        return Kind.CODE
    if start.startswith((b"<!doctype html", b"<html")):
        return Kind.HTML
    if start.startswith(b"{") and b'"nbformat"' in head and b'"cells"' in head:
        return Kind.NOTEBOOK
    return next((kind for kind, signs in _SIGNS if re.search(signs, head, re.MULTILINE)), Kind.TEXT)


def may_search(kind: Kind, head: bytes) -> bool:
    """Whether searching the file's own bytes finds what its passages hold, so that reading can wait."""
    return kind not in CONTAINERS and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def read_passages(data: bytes, kind: Kind, *, name: str = "", strict: bool = False) -> Document:
    """What is to be checked of a document. `name` tells a program's language; `strict` reads all its strings.

    Raises Unreadable for a container that is broken, locked, or unpacks to far more than it should.
    """
    if kind in CONTAINERS:
        read = cast("Callable[..., tuple[Passage, ...]]", import_module(_READERS[kind]).read)
        return Document(passages=read(data, kind=kind, name=name, strict=strict))
    text, encoding, notes = _as_utf8(data)
    masked = _masked(text, kind, name=name, strict=strict)
    return Document(passages=(Passage(data=text, masked=masked),), notes=notes, encoding=encoding)


def _masked(data: bytes, kind: Kind, *, name: str, strict: bool) -> tuple[Span, ...]:
    """The mask of a kind; each is imported when the first document of its kind is read."""
    masks = "alongside.interrupt.masks."
    if kind is Kind.CODE:
        language = import_module(_LANGUAGES).language_or_any(name, data[:HEAD_BYTES])
        return cast(
            "tuple[Span, ...]", import_module(f"{masks}code").mask(data, language=language, strict=strict)
        )
    if kind is Kind.MARKDOWN:
        return cast(
            "tuple[Span, ...]", import_module(f"{masks}markdown").mask(data, mdx=_ending(name) == "mdx")
        )
    if kind is Kind.DATA:
        return cast("tuple[Span, ...]", import_module(f"{masks}data_files").mask(data, ending=_ending(name)))
    return cast("tuple[Span, ...]", import_module(masks + _MASKS[kind]).mask(data))


def _as_utf8(data: bytes) -> tuple[bytes, str, tuple[str, ...]]:
    """The text in UTF-8, how it was encoded, and a note where that was guessed."""
    for bom, encoding in _WIDE:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace").encode(), "", ()
    encoding = "utf-8"
    if data.startswith(codecs.BOM_UTF8):
        data, encoding = data[len(codecs.BOM_UTF8) :], "utf-8-sig"
    try:
        data.decode()
    except UnicodeDecodeError:
        text = data.decode(errors=_GUESS)
        note = _(
            "Some bytes are not UTF-8; they were read as Windows-1252, so look whether accents are right."
        )
        return text.encode(), "", (note,)
    return data, encoding, ()


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """What bytes that are not UTF-8 mean in Windows-1252: a page in both is read right either way."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_GUESS, _as_windows)
