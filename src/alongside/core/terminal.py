"""What every terminal door needs: the data folder option, one-line errors, and the person's own store.

Imports click and nothing heavier: `alongside --help` reads this.
"""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import NoReturn, TextIO, TypeVar

import click

from alongside.core.deeds import Keeper
from alongside.core.findings import Finding
from alongside.core.folder import VARIABLE
from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

USAGE_ERROR = 2
_Command = TypeVar("_Command", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What the outer door hands the rooms' doors: the person's own store, findings, and a way to commit."""

    open_keeper: Callable[[], AbstractContextManager[Keeper]]
    find: Callable[[int, str | None], Finding]
    commit: Callable[[Intention], tuple[str, ...]]


def _use_folder(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        os.environ[VARIABLE] = value  # settings, and every process we start, read the same variable


def data_option(command: _Command) -> _Command:
    """Add `--data DIR`, the folder where everything of a person lies."""
    return click.option(
        "--data",
        metavar="DIR",
        expose_value=False,
        is_eager=True,
        callback=_use_folder,
        help=f"Folder for everything of yours (or {VARIABLE}).",
    )(command)


def keeper() -> AbstractContextManager[Keeper]:
    """The person's own store, made on first use."""
    return _house().open_keeper()


def finding_of(number: int, look: str | None) -> Finding:
    """Finding `number` (from 1) of the file `look`, or of the look saved last. Raises Trouble."""
    return _house().find(number, look)


def commit_to(intention: Intention) -> tuple[str, ...]:
    """Keep an if-then as a commitment; the lines that say so. Raises Trouble."""
    return _house().commit(intention)


def _house() -> House:
    house = click.get_current_context().find_object(House)
    if house is None:
        message = "rooms' commands run under `alongside`, which brings the house"
        raise RuntimeError(message)
    return house


def on_terminal() -> bool:
    """True where questions may be asked: both standard input and output are there, and a terminal."""
    # Python has None for a stream that was closed before it began (`<&-`), whatever its types say.
    streams: tuple[TextIO | None, ...] = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams)


def translate_help(command: click.Command) -> click.Command:
    """The command, and all under it, with their help in the language of this context."""
    if command.help:
        command.help = _(command.help)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = _(parameter.help)
    for under in command.commands.values() if isinstance(command, click.Group) else ():
        translate_help(under)
    return command


def standard_input() -> bytes:
    """Everything on standard input; nothing where it is closed."""
    stream: TextIO | None = sys.stdin
    return b"" if stream is None else stream.buffer.read()


def refuse(trouble: Trouble) -> NoReturn:
    """Say on standard error, in one line, what cannot be done and what to do instead; exit 2."""
    click.echo(str(trouble), err=True)
    sys.exit(USAGE_ERROR)
