"""Where a byte stands: its line and column as a reader counts them, in characters from 1.

A character is a code point; a byte that is no UTF-8 counts as one. A byte order mark counts nothing. Lines
end at a line feed. Editors that speak the language server protocol count UTF-16 units instead.
"""

from typing import Final

_MARK: Final = b"\xef\xbb\xbf"


class Positions:
    """Lines and columns of a text, looked up from front to back at the cost of one pass."""

    __slots__ = ("_begin", "_column", "_data", "_first_line", "_line", "_offset")

    def __init__(self, data: bytes, first_line: int = 1) -> None:
        self._data = data
        self._first_line = first_line
        self._begin = len(_MARK) if data.startswith(_MARK) else 0
        self._restart()

    def _restart(self) -> None:
        self._line, self._column, self._offset = self._first_line, 1, self._begin

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of the byte at `offset`."""
        if offset < self._offset:
            self._restart()
        breaks = self._data.count(b"\n", self._offset, offset)
        if breaks:
            self._line += breaks
            self._column = 1
            self._offset = self._data.rfind(b"\n", 0, offset) + 1
        self._column += len(decoded(self._data[self._offset : offset]))
        self._offset = max(offset, self._offset)
        return self._line, self._column


def end_of(line: int, column: int, words: str) -> tuple[int, int]:
    """Line and column behind words that begin there."""
    breaks = words.count("\n")
    return line + breaks, len(words) - words.rfind("\n") if breaks else column + len(words)


def decoded(data: bytes) -> str:
    """The text, with one character for every byte that is no UTF-8."""
    return data.decode("utf-8", "surrogateescape")


def encoded_length(text: str) -> int:
    """Bytes that a decoded text had."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogateescape"))


def utf16_units(text: str) -> int:
    """The length of a text as the language server protocol counts it."""
    return len(text) + sum(character > "\uffff" for character in text)
