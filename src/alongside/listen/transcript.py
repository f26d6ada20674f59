"""What a reader hands over before people, words and chat join it, and the cues it had to leave out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from alongside.core.language import gettext as _
from alongside.core.language import ngettext

NAMED_PROBLEMS = 3  # Own choice: the first few are named by line, the rest are counted.


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A cue that was left out: its line in the file and why, as a clause ("the end is before the start")."""

    line: int
    why: str
    negative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a reader is given: text, the file's name for messages, labels known for people."""

    text: str
    name: str = ""
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """Rows as a reader found them, one for each voice of each cue.

    labels: who, "" for nobody. start, end: seconds, NaN where the source has none. texts: None where the
    source holds no words. `cues` counts the cues that were read, which is not the number of rows: a cue with
    two voices is two rows, and split cues are merged. `estimated` marks rows whose times we worked out.
    """

    labels: Sequence[str]
    start: Sequence[float]
    end: Sequence[float]
    texts: Sequence[str] | None
    cues: int
    problems: Sequence[Problem] = ()
    estimated: int = 0
    names_speakers: bool = True
    times: bool = True
    ends: bool = True
    overlap: bool | None = None
    attendees: Sequence[str] = ()
    notes: tuple[str, ...] = field(default=())


def problem_notes(problems: Sequence[Problem], *, cues: int, name: str) -> Iterable[str]:
    """The first problems by line, then how many more, as whole sentences."""
    found = cues + len(problems)
    for place, problem in enumerate(problems[:NAMED_PROBLEMS]):
        sentence = _("%(name)s, line %(line)d: %(why)s.") % {
            "name": name,
            "line": problem.line,
            "why": problem.why,
        }
        if not place:
            count = ngettext(
                "%(left)d of %(found)d pieces was left out.",
                "%(left)d of %(found)d pieces were left out.",
                len(problems),
            )
            sentence += " " + count % {"left": len(problems), "found": found}
        yield sentence
    more = len(problems) - NAMED_PROBLEMS
    if more > 0:
        yield ngettext("%(more)d more like this.", "%(more)d more like these.", more) % {"more": more}
