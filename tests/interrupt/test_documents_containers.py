"""Notebooks and office documents are read cell by cell and paragraph by paragraph, and bombs are refused."""

import io
import json
import random
import zipfile
from contextlib import suppress

import pytest
from tests.interrupt.documents import docx, left, odt, passages, relations, slide, zipped

from alongside.interrupt.documents import Unreadable, read_passages
from alongside.interrupt.hits import Kind


def found(data: bytes, name: str, **options: bool) -> list[tuple[str, str]]:
    return [(passage.place, left(passage)) for passage in passages(data, name, **options)]


def notebook(*cells: dict, **metadata: object) -> bytes:
    return json.dumps({"nbformat": 4, "metadata": metadata, "cells": list(cells)}).encode()


def cell(kind: str, source: str | list[str]) -> dict:
    return {"cell_type": kind, "source": source, "outputs": [{"text": "not read"}]}


def test_cells_of_words_and_the_comments_of_cells_of_code_are_read():
    book = notebook(
        cell("markdown", ["# One\n", "two `x`"]),
        cell("raw", "no"),
        cell("code", "x = 'text' # said"),
        cell("code", ""),
    )

    assert found(book, "a.ipynb") == [("cell 1", "# One\ntwo ·"), ("cell 3", "· # said")]
    assert found(book, "a.ipynb", strict=True)[1] == ("cell 3", "· 'text' # said")


def test_a_notebook_in_another_language_is_read_in_it():
    book = notebook(
        cell("code", "x <- 1 // 2\n"),
        cell("code", "let x = 1; // said"),
        language_info={"name": "javascript"},
    )

    assert found(book, "a.ipynb")[1] == ("cell 2", "· // said")


def test_old_notebooks_hold_their_cells_in_worksheets():
    book = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["# said"]}]}], "nbformat": 3}

    assert found(json.dumps(book).encode(), "a.ipynb") == [("cell 1", "# said")]


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'{"cells": 3}', b"[" * 100_000, b'{"cells": [1, {"source": 3}]}x']
)
def test_what_is_no_notebook_is_refused_with_the_way_out(data):
    with pytest.raises(Unreadable, match="Jupyter"):
        passages(data, "a.ipynb")


def test_cells_that_are_not_what_they_should_be_are_passed_over():
    assert found(
        json.dumps({"cells": [1, {"source": 3}, {"cell_type": "markdown", "source": ["a", 2]}]}).encode(),
        "a.ipynb",
    ) == [("cell 3", "a")]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*parts: str) -> str:
    return "<w:p>" + "".join(parts) + "</w:p>"


def test_runs_of_a_paragraph_are_joined_and_paragraphs_counted():
    body = (
        paragraph(run("One wo"), run("rd &amp; more"))
        + paragraph()
        + paragraph(run("two"), "<w:r><w:tab/><w:br/></w:r>", run("x"))
    )

    assert found(docx(body), "a.docx") == [("paragraph 1", "One word & more"), ("paragraph 2", "two\t\nx")]


def test_deleted_text_and_field_codes_are_not_read():
    body = paragraph(
        run("stays"),
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('gone')}</w:moveFrom>",
        "<w:r><w:instrText>HYPERLINK gone</w:instrText></w:r>",
        f"<w:ins>{run(' too')}</w:ins>",
    )

    assert found(docx(body), "a.docx") == [("paragraph 1", "stays too")]


def test_notes_comments_headers_and_descriptions_are_read_with_their_place():
    body = paragraph(run("text"), '<w:drawing><wp:docPr xmlns:wp="x" descr="what is seen"/></w:drawing>')
    data = docx(
        body,
        footnotes=paragraph(run("note")),
        comments=paragraph(run("remark")),
        header1=paragraph(run("head")),
    )

    assert found(data, "a.docx") == [
        ("description of picture 1", "what is seen"),
        ("paragraph 1", "text"),
        ("footnote 1", "note"),
        ("comment 1", "remark"),
        ("header", "head"),
    ]


def test_a_text_box_is_a_paragraph_of_its_own_and_read_once():
    box = f"<w:txbxContent>{paragraph(run('inside'))}</w:txbxContent>"
    body = paragraph(
        run("out"),
        f"<mc:Choice xmlns:mc='x'>{box}</mc:Choice><mc:Fallback xmlns:mc='x'>{box}</mc:Fallback>",
        run("side"),
    )

    assert found(docx(body), "a.docx") == [("paragraph 1", "inside"), ("paragraph 2", "outside")]


def test_addresses_in_a_paragraph_are_hidden():
    assert found(docx(paragraph(run("see https://x.example/y now"))), "a.docx") == [
        ("paragraph 1", "see · now")
    ]


def test_a_text_document_is_read_without_what_was_deleted():
    body = (
        "<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>"
        "<text:h>Head</text:h><text:p>One <text:span>wo</text:span>rd<text:s text:c='2'/>more"
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>said below</text:p></text:note-body></text:note>"
        "<office:annotation><dc:creator>gone</dc:creator><text:p>remark</text:p></office:annotation> end"
        "</text:p>"
    )

    assert found(odt(body), "a.odt") == [
        ("paragraph 1", "Head"),
        ("footnote 1", "said below"),
        ("comment 1", "remark"),
        ("paragraph 2", "One word  more end"),
    ]


def test_slides_are_read_in_the_order_in_which_they_are_shown_with_their_notes():
    text = "<a:r><a:t>{}</a:t></a:r>"
    data = zipped({
        "ppt/presentation.xml": '<p:presentation xmlns:p="p" xmlns:r="r">'
        '<p:sldId r:id="b"/><p:sldId r:id="a"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relations(a="slides/slide1.xml", b="slides/slide2.xml"),
        "ppt/slides/slide1.xml": slide(text.format("last")),
        "ppt/slides/slide2.xml": slide(text.format("fi") + text.format("rst"), "<a:fld><a:t>7</a:t></a:fld>"),
        "ppt/slides/_rels/slide2.xml.rels": relations(n="../notesSlides/notesSlide9.xml"),
        "ppt/notesSlides/notesSlide9.xml": slide(text.format("say this")),
    })  # fmt: skip

    assert found(data, "a.pptx") == [
        ("slide 1", "first"),
        ("notes of slide 1", "say this"),
        ("slide 2", "last"),
    ]


def test_a_presentation_without_slides_holds_nothing():
    assert found(zipped({"ppt/presentation.xml": "<p:presentation xmlns:p='p'/>"}), "a.pptx") == []


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "cannot be read"),
        (b"words", "cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked with a password"),
        (zipped({"x": "y"}), "cannot be read"),
        (docx("<w:p>"), "word/document.xml"),
        (zipped({"word/document.xml": DOCTYPE + "<x>&b;</x>"}), "entities"),
        (zipped({"word/document.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}), "entities"),
        (docx(" " * 3_000_000), "over 200 times"),
    ],
)
def test_what_is_broken_locked_or_a_bomb_is_refused_with_the_way_out(data, words):
    with pytest.raises(Unreadable, match=words) as caught:
        passages(data, "a.docx")

    assert caught.value.place.startswith("a.docx")
    assert caught.value.way_out


def test_a_package_that_lies_about_its_size_is_refused():
    data = bytearray(docx(" " * 3_000_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    while (place := data.find(size)) >= 0:
        data[place : place + 4] = (1000).to_bytes(4, "little")

    with pytest.raises(Unreadable):
        passages(bytes(data), "a.docx")


WHOLE = {
    Kind.DOCX: docx(paragraph(run("One"), run("two")), footnotes=paragraph(run("note"))),
    Kind.ODT: odt("<text:p>One<text:s text:c='3'/></text:p>"),
    Kind.PPTX: zipped({"ppt/slides/slide1.xml": slide("<a:t>One</a:t>")}),
    Kind.NOTEBOOK: notebook(cell("markdown", "# One"), cell("code", "# two")),
}


@pytest.mark.parametrize("kind", WHOLE)
def test_a_damaged_container_raises_nothing_but_its_own_refusal(kind):
    chance = random.Random(str(kind))  # noqa: S311 - not for secrets
    for _turn in range(400):
        data = bytearray(WHOLE[kind])
        for _place in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(Unreadable):
            for passage in read_passages(
                bytes(data[: chance.randint(1, len(data))]) if chance.random() < 0.2 else bytes(data), kind
            ).passages:
                assert all(0 <= span.start < span.end <= len(passage.data) for span in passage.masked)
