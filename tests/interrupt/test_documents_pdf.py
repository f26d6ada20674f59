"""PDF files are read page by page where the extra is installed, and refused with its name where not."""

import random
import sys
from contextlib import suppress

import pytest
from tests.interrupt.documents import left, passages

from alongside.interrupt.documents import Unreadable

pypdf = pytest.importorskip("pypdf")


def pdf(*pages: str) -> bytes:
    """The smallest PDF with these lines of text, a page each, written by hand after ISO 32000-1, 7.5."""
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for number, text in enumerate(pages):
        page = f"/Parent 2 0 R /MediaBox [0 0 300 300] /Resources {font} /Contents {4 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page {page} >>")
        stream = f"BT /F 12 Tf 20 200 Td ({text}) Tj ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}"
    trailer = f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return f"{data}{table}{trailer}".encode()


def test_words_are_read_page_by_page():
    read = passages(pdf("One word", "", "See https://x.example now"), "a.pdf")

    assert [(passage.place, left(passage).strip()) for passage in read] == [
        ("page 1", "One word"),
        ("page 3", "See · now"),
    ]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"words", pdf("One")[:200]])
def test_a_broken_file_is_refused_with_the_way_out(data):
    with pytest.raises(Unreadable) as caught:
        passages(data, "a.pdf")

    assert caught.value.place == "a.pdf"
    assert caught.value.way_out


def test_a_damaged_file_raises_nothing_but_its_own_refusal():
    chance, whole = random.Random(3), pdf("One word", "two")  # noqa: S311 - not for secrets
    for _turn in range(200):
        data = bytearray(whole)
        for _place in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(Unreadable):
            assert isinstance(passages(bytes(data), "a.pdf"), tuple)


def test_without_the_extra_the_refusal_names_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)

    with pytest.raises(Unreadable, match=r"pip install 'alongside\[pdf\]'"):
        passages(pdf("One"), "a.pdf")
