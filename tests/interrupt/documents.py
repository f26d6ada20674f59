"""Documents to read in tests, and what of them is left to be read."""

import io
import zipfile
from collections.abc import Mapping

from alongside.interrupt.documents import kind_of, read_passages
from alongside.interrupt.hits import Passage


def passages(data: bytes, name: str, *, strict: bool = False) -> tuple[Passage, ...]:
    kind = kind_of(name, data[:8192])
    assert kind is not None
    return read_passages(data, kind, name=name, strict=strict).passages


def left(passage: Passage) -> str:
    """What of a passage is for readers; each stretch that is hidden is one sign."""
    at, parts = 0, []
    for span in passage.masked:
        parts += [passage.data[at : span.start], "·".encode()]
        at = span.end
    return b"".join([*parts, passage.data[at:]]).decode()


def shown(text: str, name: str, *, strict: bool = False) -> str:
    """What of a plain file is for readers."""
    (passage,) = passages(text.encode(), name, strict=strict)
    return left(passage)


def words(text: str, name: str, *, strict: bool = False) -> list[str]:
    """The same as words, without signs."""
    return [
        word.strip(".,:;()[]{}\"'*_=~#>-/<|!\\&$%+")
        for word in shown(text, name, strict=strict).replace("·", " ").split()
    ]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            way = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED  # as OpenDocument asks
            archive.writestr(name, part, way)
    return held.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body; other parts by name without folder and ending."""
    whole = {"word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>"}
    whole |= {f"word/{name}.xml": f"<w:part {_W}>{part}</w:part>" for name, part in parts.items()}
    return zipped(whole)


def odt(body: str) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:dc="d">'
            f"<office:body>{body}</office:body></office:document-content>",
        }
    )


def slide(*paragraphs: str) -> str:
    return (
        '<p:sld xmlns:p="p" xmlns:a="a">' + "".join(f"<a:p>{each}</a:p>" for each in paragraphs) + "</p:sld>"
    )


def relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="http://x/{target.split("/")[-2].rstrip("s")}" Target="{target}"/>'
        for key, target in targets.items()
    )
    return f"<Relationships>{rows}</Relationships>"
