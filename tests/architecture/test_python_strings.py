"""Every sentence that Python shows to a person goes through gettext: in every door and engine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from alongside.cli import COMMANDS, alongside
from alongside.core import language
from alongside.core.terminal import translate_help

SOURCE = Path(__file__).parent.parent.parent / "src/alongside"
FILES = [file for file in sorted(SOURCE.rglob("*.py")) if "migrations" not in file.parts]
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,} ")
MARKS = {"_", "gettext", "ngettext", "_later", "gettext_lazy"}
FOR_PROGRAMMERS = {"compile", "ValueError", "TypeError", "RuntimeError", "AttributeError", "exception"}
TYPED = re.compile(r"\s*(alongside |SELECT |DELETE |INSERT |UPDATE |CREATE |FROM )")
"""What one types, and what databases are told, stays as it is in every language."""
STORED = {
    ("act/words.py", "steady and broad"),
    ("core/findings.py", "no clear difference"),
    ("listen/json_report.py", "those who spoke"),
}
"""Values of files and of the published JSON, which stay as they are; what people read stands beside them."""


def untranslated(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.search(node.value):
            chain = list(chain_of(node, above))
            if not (TYPED.match(node.value) or is_fine(chain)):
                yield node.value


def chain_of(node: ast.AST, above: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in above:
        node = above[node]
        yield node


def is_fine(chain: list[ast.AST]) -> bool:
    """A docstring; within a mark; a help text, which is translated where it is shown; or for programmers."""
    calls = {name_of(node.func) for node in chain if isinstance(node, ast.Call)}
    keywords = {node.arg for node in chain if isinstance(node, ast.keyword)}
    message = any(isinstance(node, ast.Assign) and name_of(node.targets[0]) == "message" for node in chain)
    return (
        isinstance(chain[0], ast.Expr)
        or bool(calls & (MARKS | FOR_PROGRAMMERS))
        or "help" in keywords
        or message
    )


def name_of(node: ast.AST) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


def test_the_check_finds_a_bare_sentence_and_a_formatted_one():
    source = 'echo("You can go on now.")\necho(f"Please name {one} of the files here.")'

    assert list(untranslated(source)) == ["You can go on now.", "Please name ", " of the files here."]


def test_the_check_leaves_marked_sentences_docstrings_and_what_one_types_alone():
    source = (
        '"""A module of some sort."""\n'
        'echo(_("You can go on now."))\n'
        'run("alongside act commit this")\n'
        'raise ValueError("a count is never below zero")\n'
    )

    assert list(untranslated(source)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_sentence_is_bare(file):
    place = str(file.relative_to(SOURCE))

    bare = [text for text in untranslated(file.read_text("utf-8")) if (place, text.strip()) not in STORED]

    assert bare == []


class Marked:
    """A language in which every word is one sign, so that what was not translated stands out."""

    def gettext(self, message):
        return "⟦" + re.sub(r"\w", "x", message) + "⟧"

    def ngettext(self, singular, plural, count):
        return self.gettext(singular if count == 1 else plural)


def commands_under(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    for under, each in command.commands.items() if isinstance(command, click.Group) else ():
        yield from commands_under(f"{name} {under}", each)


def every_command() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(alongside)
    for name in COMMANDS:
        command = alongside.get_command(context, name)
        assert command is not None
        yield from commands_under(name, command)


@pytest.mark.parametrize(("name", "command"), [pytest.param(*each, id=each[0]) for each in every_command()])
def test_every_help_text_speaks_the_readers_language(monkeypatch, name, command):
    held = command.help, [getattr(option, "help", None) for option in command.params]
    monkeypatch.setattr(language, "_catalogue", lambda _language: Marked())
    try:
        translate_help(command)
        texts = [
            command.help,
            *(option.help for option in command.params if isinstance(option, click.Option)),
        ]
    finally:
        command.help = held[0]
        for option, text in zip(command.params, held[1], strict=True):
            if isinstance(option, click.Option):
                option.help = text

    assert command.help, f"{name} has no help"
    assert [text for text in texts if text and not text.startswith("⟦")] == []


def test_the_list_of_commands_speaks_the_readers_language(monkeypatch):
    monkeypatch.setattr(language, "_catalogue", lambda _language: Marked())
    context = click.Context(alongside)
    formatter = context.make_formatter()

    alongside.format_commands(context, formatter)

    lines = formatter.getvalue().splitlines()
    assert lines[0].startswith("⟦")
    assert re.findall(r"[A-Z]\w* \w+", formatter.getvalue().replace("x", "")) == []


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de_AT"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "fr_FR@euro"}, "fr_FR"),
        ({"LANGUAGE": "pt_BR:pt", "LANG": "de_DE.UTF-8"}, "pt_BR"),
    ],
)
def test_the_terminals_language_is_the_one_its_variables_name(environment, expected):
    assert language.language_of(environment) == expected
