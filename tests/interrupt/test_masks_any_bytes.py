"""Whatever bytes come: spans lie within, in order and apart, and twice the bytes take twice the steps."""

import sys
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.interrupt.documents import CONTAINERS, kind_of, read_passages
from alongside.interrupt.hits import Kind
from alongside.interrupt.masks.code_languages import LANGUAGES

NAMES = [
    *("a.txt", "a.md", "a.mdx", "a.html", "a.rst", "a.adoc", "a.tex", "a.pod", "COMMIT_EDITMSG"),
    *("a.json", "a.yaml", "a.toml", "a.po", "a.pot"),
    *("a." + language.endings.split(",")[0] for language in LANGUAGES if language.endings),
]
SIGNS = [
    *(
        "`",
        "```\n",
        "~~~",
        "<",
        ">",
        "<a ",
        "<pre>",
        "</pre>",
        "<script>",
        "<!--",
        "-->",
        "<?php",
        "?>",
        "{{",
        "}}",
        "{%",
    ),
    *(
        "[",
        "](",
        "][",
        "]: ",
        "[^",
        "{",
        "}",
        "\\",
        "\\begin{verbatim}",
        "\\end{",
        "\\verb|",
        "$",
        "%",
        "#",
        "//",
        "/*",
        "*/",
    ),
    *(
        "'",
        '"',
        '"""',
        "'''",
        "--",
        "--[[",
        "{-",
        "-}",
        "(*",
        "*)",
        "#=",
        "=#",
        "=begin\n",
        "=cut\n",
        "=pod\n\n",
        "C<",
        "L<<",
    ),
    *(
        ":",
        "::\n",
        ".. ",
        ".. note::",
        "|",
        ">>> ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "----\n",
        "....\n",
    ),
    *(
        "---\n",
        "title: ",
        "key: ",
        "run: |\n",
        "msgid ",
        "msgstr ",
        "<<EOF\n",
        "EOF\n",
        "q{",
        "s/",
        "%w(",
        "@",
        "://",
        "www.",
    ),
    *("word", " ", "é", "☺", "\0", "/", "he/she"),
]
BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from(SIGNS), max_size=40).map(lambda parts: "".join(parts).encode()),
)


def read(data: bytes, name: str, *, strict: bool = False) -> None:
    kind = kind_of(name, b"x") or Kind.TEXT
    (passage,) = read_passages(data, kind, name=name, strict=strict).passages
    end = -1
    for span in passage.masked:
        assert end < span.start < span.end <= len(passage.data)
        end = span.end


@settings(max_examples=600)
@given(name=st.sampled_from(NAMES), data=BYTES, strict=st.booleans())
def test_spans_lie_within_the_text_in_order_and_apart(name, data, strict):
    read(data, name, strict=strict)


@given(data=st.binary(max_size=300), kind=st.sampled_from(sorted(CONTAINERS - {Kind.PDF})))
def test_bytes_that_are_no_container_are_refused(data, kind):
    with pytest.raises(Exception, match=r"\.") as caught:
        read_passages(data, kind, name="x")

    assert type(caught.value).__name__ == "Unreadable"


@given(data=st.binary(max_size=100))
def test_a_kind_is_told_of_any_bytes(data):
    assert kind_of("a", data) in {*Kind, None}


def steps(work: Callable[[], None]) -> int:
    """How many lines of Python the work runs through."""
    count = 0

    def trace(_frame, event, _arg):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "name", ["a.txt", "a.md", "a.html", "a.rst", "a.adoc", "a.tex", "a.pod", "a.py", "a.pl", "a.yaml", "a.po"]
)
def test_twice_the_bytes_take_about_twice_the_steps(name):
    for sign in SIGNS:
        few, many = (steps(partial(read, ("x " + sign * size).encode(), name)) for size in (300, 600))
        assert many <= 2.2 * few + 200, sign


@pytest.mark.parametrize("name", NAMES)
def test_a_line_of_twenty_thousand_signs_is_read(name):
    # Where a sign made an expression go back over the line, this would take minutes.
    for sign in SIGNS:
        read(("x" + sign * (20_000 // len(sign))).encode(), name)
