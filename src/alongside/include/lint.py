"""Rules for charters that a schema cannot say: each subject spoken of once, in few and true words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from alongside.core.content_check import Placed, Problem
from alongside.core.language import gettext as _
from alongside.include.charter import Clause, Key
from alongside.include.charter_templates import Opening, clauses_of

MOST_WORDS: Final[Mapping[str, int]] = {"text": 50, "why": 35}
"""Words of a clause and of its reason at most (our choice): people read a charter standing up."""
HIDDEN: Final = "hidden"
"""The clause that a hidden circle has beside the others."""


def problems(placed: Sequence[Placed]) -> tuple[Problem, ...]:
    """What is wrong with charters, in the order in which they stand."""
    charters = [each for each in placed if each.table == "charter"]
    return tuple(found for each in charters for found in _of_charter(each))


def _of_charter(placed: Placed) -> Iterator[Problem]:
    clauses = clauses_of(placed.entry.get("clauses"))
    yield from _keys(placed, [clause.key for clause in clauses])
    for clause in clauses:
        yield from _lengths(placed, clause)
    yield from _keeping(placed, clauses)


def _keys(placed: Placed, keys: Sequence[str]) -> Iterator[Problem]:
    wanted = [*Key, *([HIDDEN] if placed.entry.get("opening") == Opening.HIDDEN else [])]
    if missing := [str(key) for key in wanted if key not in keys]:
        what = _("no clause speaks of: %(keys)s.") % {"keys": ", ".join(missing)}
        yield _problem(placed, "clauses", what, _("Add one for each, with its reason."))
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        what = _("more than one clause has the key: %(keys)s.") % {"keys": ", ".join(twice)}
        yield _problem(placed, "clauses", what, _("Give each clause a key of its own."))


def _lengths(placed: Placed, clause: Clause) -> Iterator[Problem]:
    for field, text in (("text", clause.text), ("why", clause.why)):
        count = len(text.split())
        if count > MOST_WORDS[field]:
            told = {"key": clause.key, "count": count, "most": MOST_WORDS[field]}
            what = _("“%(key)s” has %(count)d words; at most %(most)d belong here.") % told
            yield _problem(placed, f"clauses.{field}", what, _("Say it shorter."))


def _keeping(placed: Placed, clauses: Sequence[Clause]) -> Iterator[Problem]:
    """The clause that promises an end has to name the days after which the program deletes."""
    days = str(placed.entry.get("retention_days"))
    said = " ".join(clause.text for clause in clauses if clause.key == Key.KEEPING)
    if said and days not in said.split():
        what = _("posts end after %(days)s days, and the clause on keeping does not say so.") % {"days": days}
        yield _problem(placed, "retention_days", what, _("Write the same number in both."))


def _problem(placed: Placed, field: str, what: str, cure: str) -> Problem:
    return Problem(file=placed.file, entry=placed.id, field=field, what=what, cure=cure)
