"""What a rule has to say against a scene: where, what, and how to mend it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from alongside.core.content_check import Problem
from alongside.practise.scenes import Scene
from alongside.practise.word_lists import WordLists

Said: TypeAlias = tuple[str, str, str]
"""Place in the file, what is wrong, and the cure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One rule that one place of a scene does not keep."""

    rule: str
    place: str
    what: str
    cure: str

    def as_problem(self, *, file: str, entry: str) -> Problem:
        """The fault as a line of the content check."""
        return Problem(
            file=file, entry=entry, field=self.place, what=f"{self.what} [{self.rule}]", cure=self.cure
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What rules are told beside the scene: the language's lists; ids of resources and cards, if at hand."""

    lists: WordLists
    sources: Collection[str] | None = None
    cards: Collection[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule by its id; `says` is the rule in one sentence."""

    id: str
    says: str
    check: Callable[[Scene, Known], Iterator[Said]]
