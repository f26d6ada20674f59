"""What the documents name exists, and what exists is named: settings, commands, options, command lines."""

import ast
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from alongside.cli import alongside

ROOT = Path(__file__).parents[2]
SETTINGS = (ROOT / "docs" / "guides" / "settings.md").read_text("utf-8")
TERMINAL = (ROOT / "docs" / "guides" / "terminal.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.py")])
READERS = {"email_url", "get", "getenv", "str", "list", "db", "bool", "int", "url", "path", "json"}
COMMAND_LINE = re.compile(r"^(?:[A-Z_]+=\S+ )*(?:scripts/start|alongside)(?: .*)?$")


def variables_read_in(file: Path) -> Iterator[str]:
    """Names of the environment variables that a module reads; what it only sets is not among them."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            if node.func.attr in READERS and ast.unparse(node.func.value) in {"os", "os.environ", "env"}:
                yield _name(node.args[0], file)
        elif _is_lookup(node):
            yield _name(node.slice, file)


def _is_lookup(node: ast.AST) -> bool:
    reads = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
    return reads and ast.unparse(node.value) == "os.environ"


def _name(argument: ast.expr, file: Path) -> str:
    if isinstance(argument, ast.Constant):
        return str(argument.value)
    module = ".".join(file.relative_to(ROOT / "src").with_suffix("").parts)
    return str(getattr(import_module(module), ast.unparse(argument)))


def commands(group: click.Command, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, group
    if isinstance(group, click.Group):
        for name in group.list_commands(click.Context(group)):
            command = group.get_command(click.Context(group), name)
            assert command is not None, name
            yield from commands(command, *path, name)


def command_lines(text: str) -> Iterator[str]:
    """Every `alongside …` in backticks, and every such line of a code block, without its comment."""
    for code in re.findall(r"^ *```[a-z]*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL):
        yield from (line.split("  #")[0].strip() for line in code.splitlines())
    yield from re.findall(r"`([^`\n]+)`", text)


LINES = sorted(
    {
        (file.relative_to(ROOT).as_posix(), line)
        for file in DOCUMENTS
        if file.suffix == ".md"
        for line in command_lines(file.read_text("utf-8"))
        if COMMAND_LINE.match(line) and "…" not in line
    }
)


def fault_of(line: str) -> str:
    """What click has to say against a command line's command and options; nothing where it knows them."""
    words = [word for word in shlex.split(line) if not re.match(r"[A-Z_]+=", word)]
    words = ["serve", *words[1:]] if words[0] == "scripts/start" else words[1:]
    command: click.Command = alongside
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words.pop(0))
        if found is None:
            return "no such command"
        command = found
    known = {name for option in command.params for name in option.opts} | {"--help", "-h"}
    unknown = [
        word for word in words if word.startswith("-") and word != "-" and word.split("=")[0] not in known
    ]
    return f"no such option: {unknown}" if unknown else ""


def test_every_setting_that_is_read_is_in_the_guide_and_every_one_in_the_guide_is_read():
    read = {name for file in (ROOT / "src").rglob("*.py") for name in variables_read_in(file)}
    named = set(re.findall(r"^\| `([A-Z][A-Z_]+)` \|", SETTINGS, re.MULTILINE))

    assert named == read


def test_every_command_is_in_the_guide():
    paths = [" ".join(("alongside", *path)) for path, _command in commands(alongside)]

    assert [path for path in paths if path not in TERMINAL] == []


def test_every_option_is_in_the_guide():
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", TERMINAL))
    missing = {
        f"{' '.join(path)} {option.opts[-1]}"
        for path, command in commands(alongside)
        for option in command.params
        if isinstance(option, click.Option) and option.opts[-1] not in named
    }

    assert missing == set()


def test_every_option_of_the_guide_exists():
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", TERMINAL))
    known = {
        name for _path, command in commands(alongside) for option in command.params for name in option.opts
    }

    assert named - known == {"--help"}


@pytest.mark.parametrize(("document", "line"), LINES)
def test_a_command_line_in_the_documents_is_understood(document, line):
    assert fault_of(line) == "", document


def test_there_are_command_lines_to_look_at():
    assert len(LINES) >= 20


@pytest.mark.parametrize(
    "line",
    ["alongside rank", "alongside act boast", "alongside serve --public", "scripts/start --everywhere"],
)
def test_the_measure_sees_a_command_line_that_does_not_exist(line):
    assert fault_of(line) != ""


def test_links_between_documents_lead_somewhere():
    dead = [
        f"{file.name}: {target}"
        for file in DOCUMENTS
        if file.suffix == ".md"
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", file.read_text("utf-8"))
        if not (file.parent / target).exists()
    ]

    assert dead == []
