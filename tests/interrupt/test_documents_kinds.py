"""A file's kind is told by its name, then its content; text is read by its mark, as UTF-8, or guessed."""

import subprocess
import sys
from pathlib import PurePath

import pytest
from tests.interrupt.documents import docx, left, odt

from alongside.interrupt.documents import kind_of, may_search, read_passages
from alongside.interrupt.hits import Kind


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("README", b"words", Kind.TEXT),
        ("a.txt", b"words", Kind.TEXT),
        ("a.unheard-of", b"words", Kind.TEXT),
        ("", b"words", Kind.TEXT),
        ("A.MD", b"", Kind.MARKDOWN),
        ("a.mdx", b"", Kind.MARKDOWN),
        ("a.html", b"", Kind.HTML),
        ("index", b"<!DOCTYPE html><p>", Kind.HTML),
        ("a.ts", b"<?xml version='1.0'?><TS>", Kind.HTML),
        ("a.ts", b"let x = 1", Kind.CODE),
        ("a.rst", b"", Kind.REST),
        ("index.rst.txt", b"", Kind.REST),
        ("a.txt", b"Title\n=====\n\n.. note::\n\n   words", Kind.REST),
        ("git-add.txt", b"git-add(1)\n==========\n\n[verse]\nwords", Kind.ASCIIDOC),
        ("a.adoc", b"", Kind.ASCIIDOC),
        ("a.tex", b"", Kind.LATEX),
        ("a.pod", b"", Kind.POD),
        (".git/COMMIT_EDITMSG", b"", Kind.MESSAGE),
        ("a.py", b"", Kind.CODE),
        ("src/Makefile", b"", Kind.CODE),
        ("run", b"#!/bin/sh\n", Kind.CODE),
        ("a.json", b"", Kind.DATA),
        ("a.yml", b"", Kind.DATA),
        ("a.po", b"", Kind.DATA),
        ("a.ipynb", b"{", Kind.NOTEBOOK),
        ("a", b'{"cells": [], "nbformat": 4}', Kind.NOTEBOOK),
        ("a.docx", b"PK\x03\x04", Kind.DOCX),
        ("upload", docx("")[:8192], Kind.DOCX),
        ("upload", odt("")[:8192], Kind.ODT),
        ("a.odt", b"", Kind.ODT),
        ("a.pptx", b"", Kind.PPTX),
        ("a.pdf", b"%PDF-1.7", Kind.PDF),
        ("upload", b"%PDF-1.7", Kind.PDF),
        ("a.txt", "\ufeffwords".encode("utf-16"), Kind.TEXT),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", None),
        ("a.txt", b"words\0words", None),
        ("a.zip", b"PK\x03\x04\x14\0", None),
        ("a.rtf", b"{\\rtf1 words}", None),
        ("a.md", b"\0", None),
    ],
)
def test_a_name_tells_the_kind_and_then_the_content(name, head, kind):
    assert kind_of(PurePath(name), head) is kind


@pytest.mark.parametrize(
    ("data", "words", "encoding"),
    [
        ("é words".encode(), "é words", "utf-8"),
        ("é words".encode("utf-8-sig"), "é words", "utf-8-sig"),
        ("\ufeffé words".encode("utf-16-le"), "é words", ""),
        ("\ufeffé words".encode("utf-16-be"), "é words", ""),
        ("é words €".encode("cp1252"), "é words €", ""),
        (b"", "", "utf-8"),
    ],
)
def test_text_is_read_as_utf_8_however_it_was_written(data, words, encoding):
    document = read_passages(data, Kind.TEXT)

    assert left(document.passages[0]) == words
    assert document.encoding == encoding


def test_bytes_that_are_not_utf_8_are_guessed_one_by_one_and_said_aloud():
    document = read_passages("é ".encode() + "é words".encode("cp1252"), Kind.TEXT)

    assert left(document.passages[0]) == "é é words"
    assert document.notes == (
        "Some bytes are not UTF-8; they were read as Windows-1252, so look whether accents are right.",
    )


def test_what_was_written_back_is_what_was_read():
    data = "é\r\nwords".encode("utf-8-sig")
    document = read_passages(data, Kind.TEXT)

    assert document.passages[0].data.decode().encode(document.encoding) == data


def test_a_plain_file_is_one_passage_without_a_place():
    (passage,) = read_passages(b"# one\n\ntwo\n", Kind.MARKDOWN, name="a.md").passages

    assert (passage.data, passage.place, passage.first_line) == (b"# one\n\ntwo\n", "", 1)


def test_containers_and_utf_16_are_opened_before_anything_is_looked_for_in_them():
    assert may_search(Kind.MARKDOWN, b"words")
    assert not may_search(Kind.DOCX, b"PK")
    assert not may_search(Kind.TEXT, "\ufeffwords".encode("utf-16"))


def test_addresses_in_plain_text_are_hidden():
    (passage,) = read_passages(
        b"See https://a.example/x, (www.b.example), me@c.example, src/x/y_1.py and he/she/they.", Kind.TEXT
    ).passages

    assert left(passage) == "See ·, (·), ·, · and he/she/they."


def test_no_mask_and_no_reader_is_imported_before_a_document_needs_it():
    code = (
        "import sys; from alongside.interrupt.documents import kind_of; kind_of('a.md', b''); "
        "print([name for name in ('zipfile', 'json', 'numpy', 'rich', 'tomllib', 'pypdf', 'django', "
        "'alongside.interrupt.office', 'alongside.interrupt.masks.code_names', "
        "'alongside.interrupt.masks.markdown') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code

    assert done.stdout.strip() == "[]"
