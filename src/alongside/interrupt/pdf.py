"""PDF, page by page, with pypdf, which is an extra. Pictures of text hold no words.

pypdf is plain Python, kept up, and under the BSD licence. Limits: columns and tables may be read across, and
a word divided at a line's end stays divided.
"""

import logging
from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BytesIO
from typing import Protocol

from alongside.core.language import gettext as _
from alongside.interrupt.hits import Kind, Passage
from alongside.interrupt.masks.addresses import mask
from alongside.interrupt.refusals import Unreadable


class _Page(Protocol):
    """As much of a page of pypdf as is used."""

    def extract_text(self) -> str:
        """The words on it."""


def read(data: bytes, *, kind: Kind, name: str = "", strict: bool = False) -> tuple[Passage, ...]:  # noqa: ARG001 - one kind, no strings
    """The pages with words. Raises Unreadable where the extra is missing, or the file broken or locked."""
    place = name or _("the document")
    try:
        pypdf = import_module("pypdf")
    except ModuleNotFoundError as error:
        cause, way_out = _("PDF files need one more package;"), _("run pip install 'alongside[pdf]'.")
        raise Unreadable(place, cause, way_out) from error
    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # it reports every oddity of a file; we report the file
    try:
        return tuple(_pages(pypdf.PdfReader(BytesIO(data)).pages))
    except Exception as error:  # pypdf raises errors of many kinds for broken files
        cause = _("The PDF file is broken, locked, or cut off.")
        raise Unreadable(place, cause, _("Open it and save it again without a password.")) from error


def _pages(pages: Iterable[_Page]) -> Iterator[Passage]:
    for number, page in enumerate(pages, start=1):
        words = page.extract_text().encode("utf-8", "replace")
        if words.strip():
            yield Passage(data=words, masked=mask(words), place=_("page %(number)d") % {"number": number})
