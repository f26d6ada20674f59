"""What a receipt may be: a PDF or a picture, known by what is in it and never by its name."""

from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.budget import NotSo

LARGEST: Final = 5_000_000
"""Most octets of a receipt (our choice: a scanned page has a tenth of it)."""

_WEBP_KIND: Final = slice(8, 12)


class ReceiptKind(StrEnum):
    """What a receipt is; the value is its ending."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"

    @property
    def media_type(self) -> str:
        """How the web names it."""
        return {
            ReceiptKind.PDF: "application/pdf",
            ReceiptKind.PNG: "image/png",
            ReceiptKind.JPEG: "image/jpeg",
            ReceiptKind.WEBP: "image/webp",
        }[self]


def kind_of(data: bytes) -> ReceiptKind:
    """What a file is by its first octets. Raises NotSo where it is too large, or nothing we take."""
    if len(data) > LARGEST:
        raise NotSo("receipt", _("This file is larger than 5 MB."), _("Choose a smaller scan."))
    if data.startswith(b"%PDF-"):
        return ReceiptKind.PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ReceiptKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return ReceiptKind.JPEG
    if data.startswith(b"RIFF") and data[_WEBP_KIND] == b"WEBP":
        return ReceiptKind.WEBP
    raise NotSo(
        "receipt", _("This is neither a PDF nor a picture."), _("Choose a PDF, PNG, JPEG or WebP file.")
    )
