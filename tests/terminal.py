"""The terminal door in this process: what somebody types goes through `alongside.cli.main`, as in life."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest.mock import patch

from alongside.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A standard stream in memory; on a terminal or not."""

    def __init__(self, *, text: str = "", terminal: bool = False) -> None:
        super().__init__(io.BytesIO(text.encode()), encoding="utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def read_back(self) -> str:
        self.flush()
        self.seek(0)
        return self.read()


def typed(*words: object, text: str = "", terminal: bool = False) -> Said:
    """Run `alongside …`; `text` is standard input, and on a terminal the answers to its questions."""
    given, out, err = (Stream(text=t, terminal=terminal) for t in (text, "", ""))
    code: object = 0
    with (
        patch.object(sys, "argv", ["alongside", *(str(word) for word in words)]),
        patch.object(sys, "stdin", given),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
    assert isinstance(code, int), code
    return Said(code=code, out=out.read_back(), err=err.read_back())


def refused(said: Said) -> str:
    """The one line with which a command was refused: exit code 2, nothing on standard output."""
    assert (said.code, said.out) == (2, ""), said
    (line,) = said.err.splitlines()
    return line
