"""In programs comments and docstrings are read, strings where asked for, and code never."""

import ast
import io
import sysconfig
import tokenize
from pathlib import Path

import pytest
from tests.interrupt.documents import shown

from alongside.interrupt.masks.code_languages import LANGUAGES
from alongside.interrupt.masks.code_names import language_of
from alongside.interrupt.masks.code_scan import Part, tokens

SLASHES = "hidden(); // shown\nhidden(\"text // text\"); /* shown\n shown */ hidden();\nhidden('t'); // shown"
HASH = "hidden()  # shown\nhidden(\"text # text\")\nhidden('text # text')  # shown\n"
PROGRAMS = {
    "a.py": (
        '"""shown"""\n'
        'hidden = {"text":\n'
        '  "text"}\n'
        'def hidden(hidden="text"):\n'
        "    r'''shown\n"
        "    shown'''\n"
        '    return "text"  # shown\n'
    ),
    "a.js": (
        SLASHES + "\n"
        "let hidden = `text ${'x'} // text`; // shown\n"
        "hidden.replace(/[\"'/]/g, '') // shown\n"
        "hidden = a / b // shown"
    ),
    "a.ts": SLASHES,
    "a.tsx": SLASHES + "\nconst hidden = (x) => <p>hidden</p>; // shown",
    "a.go": SLASHES + "\nhidden := `text // text` // shown\nhidden := '\"' // shown",
    "a.rs": (
        "/// shown\n"
        "fn hidden<'a>(x: &'a str) -> char { '\"' } // shown\n"
        "/* shown /* shown */ shown */\n"
        'let hidden = r#"text " // text"#; // shown'
    ),
    "a.c": SLASHES + "\n#include <hidden.h> // shown\nchar hidden = '\"'; /* shown */ ",
    "a.cpp": SLASHES + '\nauto hidden = R"(text " // text)"; // shown\nint hidden = 1\'000\'000; // shown',
    "a.cs": SLASHES + '\nvar hidden = @"text "" // text"; // shown\n/// <summary>shown</summary>',
    "a.java": ('/** shown {@code hidden} */\n\nString hidden = """\n text // text " """; // shown'),
    "a.kt": SLASHES + '\nval hidden = """text " // text""" // shown',
    "a.swift": SLASHES + "\n/* shown /* shown */ shown */",
    "a.scala": SLASHES + '\nval hidden = """text " // text""" // shown',
    "a.dart": SLASHES + "\nvar hidden = '''text ' // text'''; // shown",
    "a.rb": (
        HASH + "=begin\n"
        "shown\n"
        "=end\n"
        "hidden = %w(text # text)\n"
        "hidden = <<~TEXT\n"
        "  don't # text\n"
        "TEXT\n"
        "hidden # shown"
    ),
    "a.php": (
        "<p class='hidden'>shown</p>\n"
        '<?php hidden("text # text"); // shown\n'
        "# shown\n"
        "/* shown */ ?>\n"
        "<b>shown</b> <?= hidden // shown ?> shown"
    ),
    "a.pl": (
        HASH + "my $hidden = $#hidden; # shown\n"
        "s/#'//; # shown\n"
        "hidden(q{text ' text}); # shown\n"
        "=head1 shown\n"
        "\n"
        "C<hidden>\n"
        "\n"
        "=cut\n"
        "\n"
        "hidden; # shown"
    ),
    "a.sh": (
        "hidden ${#hidden} \"text # text\" 'text # text' # shown\n"
        "hidden <<EOF\n"
        "don't # text\n"
        "EOF\n"
        "hidden # shown\n"
    ),
    "a.ps1": 'hidden "text `" # text" # shown\n<# shown\nshown #>\nhidden @"\ntext " # text\n"@ # shown',
    "a.css": (
        '.hidden { content: "text /* text */"; } /* shown */ .hidden { background: url(//hidden/hidden.png) }'
    ),
    "a.scss": ".hidden { background: url(http://hidden.example) } // shown\n/* shown */",
    "a.sql": "SELECT hidden -- shown\nFROM \"hidden\" WHERE x = 'text '' -- text' /* shown */",
    "a.lua": (
        "hidden() -- shown\nhidden('text -- text') --[[ shown\nshown ]] hidden [[text -- text]] -- shown"
    ),
    "a.r": HASH,
    "a.jl": (
        '"""\nshown\n"""\nhidden(x) = x\' # shown\n#= shown #= shown =# shown =#\nhidden("text # text")'
    ),
    "a.hs": (
        "hidden = 'x' -- shown\n"
        "{- shown {- shown -} shown -}\n"
        'hidden\' = "text -- text" --> hidden\n'
        "-- | shown"
    ),
    "a.ex": HASH + '@doc """\nshown\n"""\n@moduledoc "shown"\nhidden = """\ntext # text\n"""',
    "a.clj": '(hidden "text ; text") ; shown\n;; shown',
    "a.erl": 'hidden("text % text"). % shown',
    "a.ml": 'let hidden = "text (* text" (* shown (* shown *) *)',
    "a.f90": "hidden = 'text ! text' ! shown",
    "a.tf": 'hidden = "text # text" # shown\n/* shown */',
    "Makefile": "hidden: hidden # shown\n\thidden",
    "Dockerfile": "# shown\nRUN hidden",
    "a.ini": "; shown\n# shown\nhidden = hidden",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_comments_are_read_and_code_is_not(name):
    left = shown(PROGRAMS[name], name)

    assert "hidden" not in left
    assert "text" not in left
    assert left.count("shown") == PROGRAMS[name].count("shown")


@pytest.mark.parametrize(
    "name", ["a.py", "a.js", "a.go", "a.rs", "a.c", "a.java", "a.rb", "a.sh", "a.sql", "a.lua", "a.kt"]
)
def test_strings_are_read_where_they_are_asked_for(name):
    left = shown(PROGRAMS[name], name, strict=True)

    assert "text" in left
    assert "hidden" not in left
    assert left.count("shown") == PROGRAMS[name].count("shown")


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("words `hidden` ``hidden`` words", "words · · words"),
        ("words https://hidden.example/hidden words", "words · words"),
        ("@param hidden words", "· words"),
        (":param hidden: words", "· words"),
        ("see :class:`Hidden` words", "see · words"),
        ("{@code hidden} words", "· words"),
        ("<p>words <code>hidden</code> words", "·words · words"),
        ("GNU's `quotes' and `words'", "GNU's `quotes' and `words'"),
    ],
)
def test_code_within_a_comment_is_hidden(comment, left):
    assert shown(f"/* {comment} */", "a.java") == f"/* {left} */"


def test_a_phrase_over_several_comment_lines_stays_in_one_piece():
    assert shown("    // two\n    // words\n", "a.js").strip() == "// two\n    // words"


def test_examples_in_a_docstring_are_code():
    assert shown('"""Words.\n\n>>> hidden()\n... hidden\n"""\n', "a.py").count("hidden") == 0


def test_fenced_code_in_a_doc_comment_is_hidden():
    assert "hidden" not in shown("/// words\n/// ```\n/// hidden\n/// ```\n/// words\n", "a.rs")


@pytest.mark.parametrize(
    ("head", "id"),
    [
        (b"#!/usr/bin/env python3.11\n", "python"),
        (b"#!/bin/sh\n", "shell"),
        (b"#!/usr/bin/perl -w\n", "perl"),
        (b"#!/usr/bin/env node\n", "javascript"),
        (b"#!/usr/bin/env -S ruby -w\n", "ruby"),
    ],
)
def test_the_first_line_names_the_language(head, id):
    language = language_of("run", head)

    assert language is not None
    assert language.id == id


def test_there_are_at_least_twenty_languages_and_no_name_twice():
    ids = [language.id for language in LANGUAGES]

    assert len(ids) >= 20
    assert len(ids) == len(set(ids))


PYTHON = LANGUAGES[0]
LIBRARY = sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py"))
SAMPLE = [file for file in LIBRARY if "lib2to3" not in file.parts and "bad" not in file.name][::4]


def oracle(text: str) -> set[tuple[str, int, int]]:
    """Comments and strings by the standard library's own tokenizer, as places of characters."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in {tokenize.COMMENT, tokenize.STRING}:
            start = starts[token.start[0] - 1] + token.start[1]
            prefix = (
                0
                if token.type == tokenize.COMMENT
                else len(token.string) - len(token.string.lstrip("rRbBuUfF"))
            )
            kind = "comment" if token.type == tokenize.COMMENT else "string"
            found.add((kind, start + prefix, starts[token.end[0] - 1] + token.end[1]))
    return found


def scanned(text: str) -> set[tuple[str, int, int]]:
    return {
        (token.part.value, token.start, token.end)
        for token in tokens(text.encode(), PYTHON)
        if token.part is not Part.SKIPPED
    }


def read(file: Path) -> str | None:
    """An ASCII file, so that bytes and characters are the same; None for files that are wrong on purpose."""
    try:
        text = file.read_bytes().decode("ascii")
        ast.parse(text)
    except (UnicodeDecodeError, SyntaxError, ValueError):
        return None
    return None if "\f" in text or "\r" in text else text


def test_comments_and_strings_are_those_that_python_sees_in_its_own_library():
    texts = {file: text for file in SAMPLE if (text := read(file)) is not None}

    different = [str(file) for file, text in texts.items() if scanned(text) != oracle(text)]

    assert len(texts) >= 100
    assert len(different) <= len(texts) / 1000, different


def documents(tree: ast.AST) -> list[int]:
    """The lines on which docstrings of modules, classes and functions start."""
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, kinds) and node.body]
    return [
        body[0].lineno
        for body in bodies
        if isinstance(body[0], ast.Expr)
        and isinstance(body[0].value, ast.Constant)
        and isinstance(body[0].value.value, str)
    ]


def test_every_docstring_of_the_library_is_read():
    missed = []
    for file in SAMPLE[::4]:
        text = read(file)
        lines = text.splitlines() if text else []
        left = shown(text, "a.py") if text else ""
        for number in documents(ast.parse(text)) if text else ():
            opening = lines[number - 1].strip().lstrip("rRuU")
            if not set("`:/<@").intersection(opening) and len(opening) > 30 and opening[:30] not in left:
                missed.append((file.name, number, opening))

    assert missed == []
