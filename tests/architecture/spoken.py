"""Every text a person reads in the interface, gathered from where it is written: templates, Python, help."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from tests.reading_grade import plain

from alongside.cli import alongside

SOURCE = Path(__file__).parents[2] / "src" / "alongside"
MARKS = {"_", "gettext", "ngettext", "_later", "gettext_lazy", "gettext_noop"}
_TRANSLATE = re.compile(r"""{%-?\s*translate\s+(?:"([^"]*)"|'([^']*)')""")
_BLOCK = re.compile(r"{%-?\s*blocktranslate\b.*?%}(.*?){%-?\s*endblocktranslate\s*-?%}", re.DOTALL)
_ARGUMENT = re.compile(r"""\b_\((?:"([^"]*)"|'([^']*)')\)""")
_PLURAL = re.compile(r"{%-?\s*plural\s*-?%}")


def in_template(source: str) -> Iterator[str]:
    """The messages of a template, both forms of a plural included."""
    for found in (*_TRANSLATE.finditer(source), *_ARGUMENT.finditer(source)):
        yield found[1] or found[2]
    for found in _BLOCK.finditer(source):
        yield from _PLURAL.split(found[1])


def in_python(source: str) -> Iterator[str]:
    """The messages of a module: every literal that is handed to gettext."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in MARKS:
            yield from (text.value for text in node.args if _is_text(text))


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def in_help(command: click.Command) -> Iterator[str]:
    """What a command says of itself and of its options, paragraph by paragraph, examples left out."""
    for paragraph in re.split(r"\n\s*\n", command.help or ""):
        if not paragraph.startswith("\b"):
            yield paragraph
    yield from (getattr(option, "help", None) or "" for option in command.params)


def _commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for under in command.list_commands(context):
            found = command.get_command(context, under)
            assert found is not None, under
            yield from _commands(found, f"{name} {under}".strip())


def _room(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first if (SOURCE / first).is_dir() else "doors"


def _files(pattern: str, read: Callable[[str], Iterator[str]]) -> Iterator[tuple[str, str, str]]:
    for path in sorted(SOURCE.glob(pattern)):
        for text in read(path.read_text("utf-8")):
            yield _room(path), path.relative_to(SOURCE).as_posix(), text


def everything() -> tuple[tuple[str, str, str], ...]:
    """Room, place (a template, a module, or a command), and text as it is read out; each once a place."""
    helped = (
        (_room(SOURCE / name.partition(" ")[0] / "cli.py"), f"alongside {name}".strip(), text)
        for name, command in _commands(alongside)
        for text in in_help(command)
    )
    found = (*_files("**/templates/**/*.*", in_template), *_files("**/*.py", in_python), *helped)
    return tuple(dict.fromkeys((room, place, plain(text)) for room, place, text in found if plain(text)))


def in_guide(source: str) -> Iterator[str]:
    """The paragraphs, list items and cells of a Markdown page, its examples left out."""
    text = re.sub(r"^ *```.*?^ *```", "\n", source, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^\s*(?:[-*>]|\d+\.|#+) +", "\n\n", text, flags=re.MULTILINE)
    text = re.sub(r"^\|.*\|$", lambda row: row[0].replace("|", "\n\n"), text, flags=re.MULTILINE)
    for part in re.split(r"\n\s*\n", text):
        yield plain(re.sub(r"[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}", "", part))
