"""The rhythm's formula with the person's own numbers, line by line, for the explain page and nowhere else.

Each `working` can be worked out again with a pocket calculator: it uses + - * / ( ) and exp, and only numbers
printed on a line above it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from math import exp

from alongside.act.rhythm import BEST_PRACTICES, WEEKS, Rhythm, weights
from alongside.act.words import BORDERS, Word
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.practices import Practice

PLACES = 3
"""Decimals printed on the way. The last line then errs by less than 0.005 for the rhythm, which is printed in
hundredths to two, 0.025 for breadth and 0.015 for follow-through: right to one decimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: what it is, how it is worked out, and what comes out. A plain remark has the text alone."""

    text: str
    working: str = ""
    value: str = ""


def explain(r: Rhythm) -> tuple[Line, ...]:
    """The steps from the acts to the number, and the honest limit."""
    if not r.cells:
        return (Line(text=_("No act yet, so there is nothing to work out.")), *_limits())
    return (
        *_weeks(r),
        _rhythm(r),
        *_practices(r),
        _breadth(r),
        _follow_through(r),
        _consistency(r),
        _word(r),
        *_limits(),
    )


def _number(value: float) -> str:
    return f"{value:.{PLACES}f}"


def _hundredths(value: float) -> str:
    return f"{100 * value:.2f}"


def _weeks(r: Rhythm) -> Iterator[Line]:
    for week, cells in groupby(r.cells, key=lambda cell: cell[0]):
        last = r.today - timedelta(weeks=week)
        first = last - timedelta(days=6)
        parts = [_deed(r, practice, credit) for _week, practice, credit in cells]
        names = {"first": first.isoformat(), "last": last.isoformat(), "what": _count(r, week, len(parts))}
        yield Line(
            text=_("The week from %(first)s to %(last)s: %(what)s.") % names,
            working=f"1 - exp(-({' + '.join(parts)}))",
            value=_number(r.window[week]),
        )
    yield Line(text=_("Of several acts in one practice on one day, the one that took most makes the credit."))
    if r.set_aside:
        text = ngettext(
            "%(count)s week away is set aside.", "%(count)s weeks away are set aside.", len(r.set_aside)
        )
        yield Line(text=text % {"count": len(r.set_aside)})


def _count(r: Rhythm, week: int, practices: int) -> str:
    acts = ngettext("%(count)s act", "%(count)s acts", r.counted[week]) % {"count": r.counted[week]}
    kinds = ngettext("%(count)s practice", "%(count)s practices", practices) % {"count": practices}
    return _("%(acts)s in %(practices)s") % {"acts": acts, "practices": kinds}


def _deed(r: Rhythm, practice: Practice, credit: float) -> str:
    share = f"{r.method.learn_weight:g} * " if practice is Practice.LEARN else ""
    return f"{share}(1 - exp(-{_number(credit)}))"


def _rhythm(r: Rhythm) -> Line:
    weight = weights(r.method.half_life_weeks)
    counted = [week for week in range(WEEKS) if week not in r.set_aside]
    above = [f"{_number(weight[w])} * {_number(r.window[w])}" for w in counted if r.window[w]]
    below = sum(weight[week] for week in counted)
    return Line(
        text=_(
            "Rhythm, in hundredths: the weeks that count, each older one a little lighter, half after eight"
        ),
        working=f"100 * ({' + '.join(above) or '0'}) / {_number(below)}",
        value=_hundredths(r.rhythm),
    )


def _practices(r: Rhythm) -> Iterator[Line]:
    for practice, gathered in _best(r):
        yield Line(
            text=_("What %(practice)s gathered over the weeks") % {"practice": practice.label},
            working=" + ".join(_share(r, week, practice, credit) for week, credit in _cells(r, practice)),
            value=_number(gathered),
        )


def _share(r: Rhythm, week: int, practice: Practice, credit: float) -> str:
    return f"{_number(weights(r.method.half_life_weeks)[week])} * {_deed(r, practice, credit)}"


def _cells(r: Rhythm, practice: Practice) -> list[tuple[int, float]]:
    return [(week, credit) for week, each, credit in r.cells if each is practice]


def _best(r: Rhythm) -> list[tuple[Practice, float]]:
    weight = weights(r.method.half_life_weeks)
    total: dict[Practice, float] = {}
    for week, practice, credit in r.cells:
        share = r.method.learn_weight if practice is Practice.LEARN else 1.0
        total[practice] = total.get(practice, 0.0) + weight[week] * share * (1 - exp(-credit))
    return sorted(total.items(), key=lambda pair: -pair[1])[:BEST_PRACTICES]


def _breadth(r: Rhythm) -> Line:
    parts = [f"(1 - exp(-{_number(gathered)} / 2))" for _practice, gathered in _best(r)]
    return Line(
        text=_("Breadth: the four practices you use most"),
        working=f"({' + '.join(parts)}) / {BEST_PRACTICES}",
        value=_number(r.breadth),
    )


def _follow_through(r: Rhythm) -> Line:
    return Line(
        text=_(
            "Follow-through: plans kept and plans due, older ones lighter, with one of two assumed. "
            "Plans without a day are not weighed."
        ),
        working=f"(1 + {_number(r.kept)}) / (2 + {_number(r.due)})",
        value=_number(r.follow_through),
    )


def _consistency(r: Rhythm) -> Line:
    rhythm, breadth, follow = _hundredths(r.rhythm), _number(r.breadth), _number(r.follow_through)
    return Line(
        text=_("All together: a product, so that nothing stands in for the rest"),
        working=f"{rhythm} * (0.5 + 0.5 * {breadth}) * (0.7 + 0.3 * {follow})",
        value=f"{r.consistency:.1f}",
    )


def _word(r: Rhythm) -> Line:
    finding, steady, broad = BORDERS
    at = {
        "number": f"{r.consistency:.1f}",
        "breadth": _number(r.breadth),
        "finding": f"{finding:g}",
        "steady": f"{steady:g}",
        "broad": f"{broad / 100:g}",
        "word": r.word.words,
    }
    if r.word is not _by_the_borders(r):
        return Line(
            text=_(
                "The word is “%(word)s”. It is looked at on Mondays, and changes only when a border "
                "(%(finding)s, %(steady)s, or %(broad)s of breadth) is clearly passed."
            )
            % at
        )
    return Line(text=_BY_BORDER[r.word]() % at)


def _by_the_borders(r: Rhythm) -> Word:
    finding, steady, broad = BORDERS
    if r.consistency < finding:
        return Word.STARTING
    if r.consistency < steady:
        return Word.FINDING
    return Word.STEADY if 100 * r.breadth < broad else Word.BROAD


_BY_BORDER = {
    Word.STARTING: lambda: _("%(number)s is below %(finding)s, so the word is “%(word)s”."),
    Word.FINDING: lambda: _("%(number)s is from %(finding)s to %(steady)s, so the word is “%(word)s”."),
    Word.STEADY: lambda: _(
        "%(number)s is at least %(steady)s and breadth is below %(broad)s, so the word is “%(word)s”."
    ),
    Word.BROAD: lambda: _(
        "%(number)s is at least %(steady)s and breadth at least %(broad)s, so the word is “%(word)s”."
    ),
}


def _limits() -> tuple[Line, ...]:
    return (
        Line(
            text=_(
                "We tried this on made-up people only. It behaves as designed; nobody has shown that it is "
                "true."
            )
        ),
        Line(text=_("Nobody can tell an invented act from a real one. That is why nothing depends on this.")),
        Line(text=_("It is yours to look at; it was not made to be shown.")),
    )
