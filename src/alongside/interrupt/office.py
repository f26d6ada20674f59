"""Office documents: docx, odt and pptx, paragraph by paragraph, with the words of a paragraph joined.

A word may be split over several runs, so runs are joined before anything is looked for. Footnotes, comments,
headers, notes of speakers and descriptions of pictures are read too. Deleted text and field codes are not.
Sources: ECMA-376 part 1 (WordprocessingML, PresentationML, DrawingML); OpenDocument 1.3 part 3.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.interrupt.hits import Kind, Passage
from alongside.interrupt.masks.addresses import mask
from alongside.interrupt.office_package import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class _Markup:
    """The elements of a format, by their names without namespace."""

    paragraphs: frozenset[str]
    words: frozenset[str]
    """Elements whose text is words; empty where all text in a paragraph is."""
    skipped: frozenset[str]
    spaces: Mapping[str, str]
    parts: Mapping[str, str]
    """Elements that change what a paragraph is called while they are open."""
    described: Mapping[str, str]
    """Elements with a description for people who do not see the picture, and its attribute."""


_BODY, _NOTE, _COMMENT = (
    _later("paragraph %(number)d"),
    _later("footnote %(number)d"),
    _later("comment %(number)d"),
)
_HEADER, _FOOTER, _PICTURE = _later("header"), _later("footer"), _later("description of picture %(number)d")

_DOCX: Final = _Markup(
    paragraphs=frozenset({"p"}),
    words=frozenset({"t"}),
    skipped=frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr"}),
    spaces={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"},
    parts={},
    described={"docPr": "descr"},
)
_ODT: Final = _Markup(
    paragraphs=frozenset({"p", "h"}),
    words=frozenset(),
    skipped=frozenset({"tracked-changes", "note-citation", "creator", "date", "forms", "bibliography-mark"}),
    spaces={"s": " ", "tab": "\t", "line-break": "\n", "soft-page-break": ""},
    parts={"note": _NOTE, "annotation": _COMMENT},
    described={},
)
_PPTX: Final = _Markup(
    paragraphs=frozenset({"p"}),
    words=frozenset({"t"}),
    skipped=frozenset({"fld", "Fallback", "rPr", "pPr"}),
    spaces={"tab": "\t", "br": "\n"},
    parts={},
    described={"cNvPr": "descr"},
)
_DOCX_PARTS: Final = (
    (re.compile(r"word/document\d*\.xml"), _BODY),
    (re.compile(r"word/(?:foot|end)notes\d*\.xml"), _NOTE),
    (re.compile(r"word/comments\d*\.xml"), _COMMENT),
    (re.compile(r"word/header\d*\.xml"), _HEADER),
    (re.compile(r"word/footer\d*\.xml"), _FOOTER),
)
_SLIDE: Final = re.compile(r"ppt/slides/slide(\d+)\.xml")


@dataclass(slots=True)
class _Reading:
    """Paragraphs being gathered; one may hold others, as a text box within a paragraph does."""

    markup: _Markup
    called: str
    counts: Counter[str] = field(default_factory=Counter)
    open: list[list[str]] = field(default_factory=list)
    skipping: int = 0
    within: int = 0
    parts: list[str] = field(default_factory=list)
    found: list[tuple[str, str]] = field(default_factory=list)

    def start(self, tag: str, about: Mapping[str, str]) -> None:
        """An element begins."""
        markup = self.markup
        if tag in markup.described and about.get(markup.described[tag], "").strip():
            self._keep(_PICTURE, about[markup.described[tag]])
        if tag in markup.skipped:
            self.skipping += 1
        if tag in markup.parts:
            self.parts.append(markup.parts[tag])
        if tag in markup.paragraphs:
            self.open.append([])
        elif tag in markup.words:
            self.within += 1
        elif tag in markup.spaces and self.open and not self.skipping:
            self.open[-1].append(markup.spaces[tag] * _times(about))

    def end(self, tag: str) -> None:
        """An element ends."""
        markup = self.markup
        if tag in markup.skipped:
            self.skipping -= 1
        if tag in markup.words:
            self.within -= 1
        if tag in markup.paragraphs and self.open:
            self._keep(self.parts[-1] if self.parts else self.called, "".join(self.open.pop()))
        if tag in markup.parts:
            self.parts.pop()

    def words(self, text: str) -> None:
        """Text within the element begun last."""
        if self.open and not self.skipping and (self.within or not self.markup.words):
            self.open[-1].append(text)

    def _keep(self, called: str, text: str) -> None:
        if text.strip():
            self.counts[called] += 1
            self.found.append((_(called) % {"number": self.counts[called]}, text))


_MOST_SPACES: Final = 1000  # own choice: more in a row are no layout


def _times(about: Mapping[str, str]) -> int:
    """How many spaces an element of OpenDocument stands for."""
    count = about.get("text:c", "1")
    return (
        min(int(count), _MOST_SPACES)
        if count.isascii() and count.isdigit() and len(count) < len("10000")
        else 1
    )


def read(data: bytes, *, kind: Kind, name: str = "", strict: bool = False) -> tuple[Passage, ...]:  # noqa: ARG001 - no strings
    """The paragraphs with words in them, each with its place.

    Raises Unreadable for a package that is broken, locked, a bomb, or not of its kind.
    """
    package = Package(data, name=name or _("the document"))
    paragraphs = {Kind.DOCX: _docx, Kind.ODT: _odt, Kind.PPTX: _pptx}[kind]
    return tuple(
        Passage(data=words, masked=mask(words), place=place)
        for place, text in paragraphs(package)
        if (words := text.encode("utf-8", "replace"))
    )


def _read_part(package: Package, part: str, reading: _Reading) -> None:
    package.parse(part, start=reading.start, end=reading.end, words=reading.words)


def _docx(package: Package) -> Iterator[tuple[str, str]]:
    parts = package.parts()
    if "word/document.xml" not in parts and not any(_DOCX_PARTS[0][0].fullmatch(part) for part in parts):
        package.refuse()
    counts: Counter[str] = Counter()
    for pattern, called in _DOCX_PARTS:
        for part in sorted(filter(pattern.fullmatch, parts)):
            reading = _Reading(markup=_DOCX, called=called, counts=counts)
            _read_part(package, part, reading)
            yield from reading.found


def _odt(package: Package) -> Iterator[tuple[str, str]]:
    if "content.xml" not in package.parts():
        package.refuse()
    reading = _Reading(markup=_ODT, called=_BODY)
    _read_part(package, "content.xml", reading)
    yield from reading.found


def _pptx(package: Package) -> Iterator[tuple[str, str]]:
    parts = package.parts()
    numbers = {int(found[1]): part for part in parts if (found := _SLIDE.fullmatch(part))}
    if not numbers and "ppt/presentation.xml" not in parts:  # a template may hold no slide
        package.refuse()
    order = _slide_order(package, parts) or [numbers[key] for key in sorted(numbers)]
    for number, part in enumerate(order, start=1):
        yield from _at(package, part, _("slide %(number)d") % {"number": number})
        for notes in _related(package, parts, part, "notesSlide"):
            yield from _at(package, notes, _("notes of slide %(number)d") % {"number": number})


def _at(package: Package, part: str, place: str) -> Iterator[tuple[str, str]]:
    reading = _Reading(markup=_PPTX, called=_BODY)
    _read_part(package, part, reading)
    yield from ((place, text) for _called, text in reading.found)


def _slide_order(package: Package, parts: tuple[str, ...]) -> list[str]:
    """The slides as they are shown, which is not the order of their file names."""
    if "ppt/presentation.xml" not in parts:
        return []
    ids: list[str] = []

    def start(tag: str, about: Mapping[str, str]) -> None:
        if tag == "sldId":
            ids.append(about.get("r:id", ""))

    package.parse("ppt/presentation.xml", start=start, end=_nothing, words=_nothing)
    targets = _relations(package, parts, "ppt/presentation.xml")
    return [targets[each][1] for each in ids if each in targets and targets[each][1] in parts]


def _related(package: Package, parts: tuple[str, ...], part: str, kind: str) -> Iterator[str]:
    for type_, target in _relations(package, parts, part).values():
        if type_.endswith("/" + kind) and target in parts:
            yield target


def _relations(package: Package, parts: tuple[str, ...], part: str) -> dict[str, tuple[str, str]]:
    """What a file of the package points to: id → kind and name of the file."""
    folder, _slash, file = part.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    found: dict[str, tuple[str, str]] = {}
    if relations not in parts:
        return found

    def start(tag: str, about: Mapping[str, str]) -> None:
        if tag == "Relationship":
            target = about.get("Target", "")
            found[about.get("Id", "")] = (about.get("Type", ""), _resolved(folder, target))

    package.parse(relations, start=start, end=_nothing, words=_nothing)
    return found


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        else:
            steps.append(step)
    return "/".join(steps)


def _nothing(_text: str) -> None:
    """What is of no interest here."""
