"""What writers set aside: comments beside the words, phrases their house allows.

A directive is `alongside:` and a verb, in any comment syntax or alone on a line of plain text:

    alongside: ignore[rule-id] reason             this line
    alongside: ignore-next-line[rule-id] reason   the next line
    alongside: off[rule-id] … alongside: on[rule-id]
    alongside: ignore-file                        in the first 10 lines

Several ids stand with commas between them; none at all means every rule. Directives are read from masked text
too, and what they say is never checked itself.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from alongside.interrupt.hits import Hit, Passage
from alongside.interrupt.results import SetAside, Suppressed, Unused

HEAD_LINES: Final = 10
"""`ignore-file` counts in so many first lines (our choice: where a reader of the file would look)."""
_ROOM: Final = 200
"""Bytes on each side of a hit in which an allowed phrase may begin and end (our choice)."""
_DIRECTIVE: Final = re.compile(
    rb"(?<![\w`/.-])alongside:[ \t]*(ignore-next-line|ignore-file|ignore|off|on)\b(?!-)[ \t]*"
    rb"(?:\[([^\]\r\n]*)\])?[ \t]*([^\r\n]*)"
)
_CLOSERS: Final = re.compile(rb"[ \t]*(?:--+!?>|\*/|\*\)|-\}|#\}|%>|\}\}|\]\]|=#|#>).*$")
"""Where the comment ends on the same line: what follows is text again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One directive: where it stands, for which rules (none: for all), and the reason given.

    `passage` counts from 0, `line` from 1 within the document; `start` and `end` are bytes in the passage.
    """

    verb: str
    rules: tuple[str, ...]
    reason: str
    passage: int
    line: int
    start: int
    end: int

    @property
    def says(self) -> str:
        """The directive as it is written, without its reason."""
        ids = f"[{', '.join(self.rules)}]" if self.rules else ""
        return f"{self.verb}{ids}"

    def names(self, rule: str) -> bool:
        """Whether it speaks of this rule."""
        return not self.rules or rule in self.rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """The hits that stay, those set aside, and the directives that set nothing aside."""

    hits: tuple[Hit, ...]
    suppressed: tuple[Suppressed, ...]
    unused: tuple[Unused, ...]


def read_directives(passages: Sequence[Passage]) -> tuple[Directive, ...]:
    """Every directive of a document, in order."""
    return tuple(
        directive
        for number, passage in enumerate(passages)
        if b"alongside:" in passage.data
        for directive in _directives_in(passage, number)
    )


def _directives_in(passage: Passage, number: int) -> Iterator[Directive]:
    line, counted = passage.first_line, 0
    for found in _DIRECTIVE.finditer(passage.data):
        line += passage.data.count(b"\n", counted, found.start())
        counted = found.start()
        reason = _CLOSERS.sub(b"", found[3])
        ids = (found[2] or b"").decode("utf-8", "replace").split(",")
        yield Directive(
            verb=found[1].decode(),
            rules=tuple(name.strip() for name in ids if name.strip()),
            reason=reason.decode("utf-8", "replace").strip(),
            passage=number,
            line=line,
            start=found.start(),
            end=found.start(3) + len(reason),
        )


def sift(passages: Sequence[Passage], hits: Sequence[Sequence[Hit]], *, allow: Sequence[str] = ()) -> Sifted:
    """Set aside what directives and allowed phrases say; `hits` are those of each passage, in order."""
    directives = read_directives(passages)
    index, phrases = _Index(directives), _patterns(allow)
    kept: list[Hit] = []
    aside: list[Suppressed] = []
    used: set[Directive] = set()
    for number, found in enumerate(hits):
        for hit in found:
            index.go_to((number, hit.start))
            if index.is_within(hit, number):
                continue
            if by := index.sets_aside(hit, number):
                used.add(by)
                aside.append(Suppressed(hit=hit, by=SetAside.COMMENT, reason=by.reason))
            elif phrases and is_allowed(passages[number], hit, phrases):
                aside.append(Suppressed(hit=hit, by=SetAside.SETTINGS))
            else:
                kept.append(hit)
    unused = (each for each in directives if each not in used and each.verb != "on")
    told = tuple(Unused(line=each.line, says=each.says) for each in unused)
    return Sifted(hits=tuple(kept), suppressed=tuple(aside), unused=told)


_EVERY: Final = ""
"""Stands for every rule among names of rules."""


class _Index:
    """Directives by the lines they speak of, and the blocks that are open while hits are gone through.

    Each question costs the same however many directives there are: a text may be made to hold very many.
    """

    def __init__(self, directives: Sequence[Directive]) -> None:
        self._at: dict[tuple[int, int, str], Directive] = {}
        self._file: dict[str, Directive] = {}
        self._blocks = [each for each in directives if each.verb in {"on", "off"}]
        self._starts = [(each.passage, each.start) for each in directives]
        self._all = directives
        self._next = 0
        self._off: dict[str, Directive] = {}
        self._on_again: set[str] = set()
        for each in directives:
            self._note(each)

    def _note(self, each: Directive) -> None:
        step = {"ignore": 0, "ignore-next-line": 1}.get(each.verb)
        for rule in each.rules or (_EVERY,):
            if step is not None:
                self._at.setdefault((each.passage, each.line + step, rule), each)
            elif each.verb == "ignore-file" and each.passage == 0 and each.line <= HEAD_LINES:
                self._file.setdefault(rule, each)

    def go_to(self, place: tuple[int, int]) -> None:
        """Open and close the blocks that begin and end before this place; places come in order."""
        while self._next < len(self._blocks):
            block = self._blocks[self._next]
            if (block.passage, block.start) > place:
                return
            self._next += 1
            if block.verb == "off":
                self._open(block)
            else:
                self._close(block)

    def _open(self, block: Directive) -> None:
        for rule in block.rules or (_EVERY,):
            self._off[rule] = block
        self._on_again -= set(block.rules or self._on_again)

    def _close(self, block: Directive) -> None:
        if not block.rules:
            self._off.clear()
        for rule in block.rules:
            self._off.pop(rule, None)
            self._on_again.add(rule)

    def is_within(self, hit: Hit, passage: int) -> bool:
        """Whether the hit lies within the words of a directive."""
        last = bisect_left(self._starts, (passage, hit.end)) - 1
        return last >= 0 and self._all[last].passage == passage and hit.start < self._all[last].end

    def sets_aside(self, hit: Hit, passage: int) -> Directive | None:
        """The directive that sets the hit aside, if any: the nearest kind first."""
        for line in range(hit.line, hit.end_line + 1):
            for rule in (hit.rule, _EVERY):
                if by := self._at.get((passage, line, rule)):
                    return by
        everything = None if hit.rule in self._on_again else self._off.get(_EVERY)
        return self._off.get(hit.rule) or everything or self._file.get(hit.rule) or self._file.get(_EVERY)


def _patterns(allow: Sequence[str]) -> tuple["re.Pattern[str]", ...]:
    """Allowed phrases as expressions: whole words, in any case, across line breaks."""
    spoken = [r"\s+".join(map(re.escape, phrase.split())) for phrase in allow if phrase.strip()]
    return tuple(re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE) for words in spoken)


def is_allowed(passage: Passage, hit: Hit, phrases: Sequence["re.Pattern[str]"]) -> bool:
    """Whether the hit lies within one of these phrases."""
    before = passage.data[max(0, hit.start - _ROOM) : hit.start].decode("utf-8", "ignore")
    words = passage.data[hit.start : hit.end].decode("utf-8", "ignore")
    after = passage.data[hit.end : hit.end + _ROOM].decode("utf-8", "ignore")
    start, end = len(before), len(before) + len(words)
    return any(
        found.start() <= start and end <= found.end()
        for phrase in phrases
        for found in phrase.finditer(before + words + after)
    )
