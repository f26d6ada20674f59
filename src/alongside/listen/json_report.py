"""A measured meeting as JSON, in the published schema `meeting-report.schema.json`. Keys keep their meaning.

The same meeting gives the same bytes. `quotes=False` leaves every word of the transcript out.
"""

import json
from collections.abc import Sequence

from alongside.core.findings import Finding, shorten
from alongside.listen.balance import Balance, Monologue
from alongside.listen.credit import Credit
from alongside.listen.findings import FIRST
from alongside.listen.invitations import Invitation
from alongside.listen.measure import Measures, Row
from alongside.listen.metrics import Absent, CannotSay, NotMeasurable, Value
from alongside.listen.moments import clock
from alongside.listen.questions import Question, Questions
from alongside.listen.summary import Report, crossing_moments, purpose_note, shown, warnings
from alongside.listen.takeovers import BrokenOff, Overlaps, accuracy_note

SCHEMA_VERSION = "1"
_DIGITS = 6

Json = dict[str, object]


def as_json(report: Report, *, quotes: bool = True) -> str:
    """The whole report as JSON text, ending in a newline."""
    return json.dumps(_report(report, quotes=quotes), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _report(report: Report, *, quotes: bool) -> Json:
    m = report.measures
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "meeting",
        "title": m.title,
        "format": m.format,
        "capabilities": sorted(m.can),
        "purpose": purpose_note(),
        "warnings": warnings(m),
        "findings": [
            _finding(place, one, quotes=quotes) for place, one in enumerate(report.findings, start=1)
        ],
        "metrics": _metrics(m, quotes=quotes),
        "words": m.words,
        "utterances": m.utterances,
        "unit": m.unit,
        "people_there": len(m.people) if isinstance(m.silent, tuple) else None,
        "people_who_spoke": m.spoke if m.people else None,
        "balance_among": "those there" if isinstance(m.silent, tuple) else "those who spoke",
        "people": [_row(row, me=report.me) for row in shown(m, report.me)],
        "unattributed_share": round(m.unattributed_share, _DIGITS),
        "alias_offers": [list(pair) for pair in m.alias_offers],
        "loss": {
            "read": m.loss.read,
            "skipped": m.loss.skipped,
            "unattributed": m.loss.unattributed,
            "negative": m.loss.negative,
            "overlapping": m.loss.overlapping,
            "estimated": m.loss.estimated,
            "encoding": m.loss.encoding,
            "notes": list(m.loss.notes),
        },
    }


def _metrics(m: Measures, *, quotes: bool) -> Json:
    return {
        "minutes": metric(m.minutes),
        **_balance(m.balance),
        "silent_people": _silent(m),
        "longest_stretch": _longest(m),
        "questions": _questions(m, quotes=quotes),
        "invitations": _invitations(m, quotes=quotes),
        "credits": _credits(m, quotes=quotes),
        "take_overs": _overlap(m),
        "broken_off": _broken_off(m),
    }


def metric(x: Value | Absent) -> Json:
    """A value with its n and interval, or the reason why there is none. Never a bare 0."""
    if not isinstance(x, Value):
        return _absent(x)
    interval = (
        None if x.interval is None else [round(x.interval.low, _DIGITS), round(x.interval.high, _DIGITS)]
    )
    return {
        "value": round(x.x, _DIGITS),
        "n": x.n,
        "interval": interval,
        "method": x.method,
    }


def _absent(x: Absent) -> Json:
    return {"cannot_say" if isinstance(x, CannotSay) else "not_measurable": x.reason}


def _finding(place: int, finding: Finding, *, quotes: bool) -> Json:
    return {
        "number": place,
        "id": finding.id,
        "first": place <= FIRST,
        "positive": finding.positive,
        "practice": finding.practice.value,
        "what": finding.what,
        "why": finding.why,
        "evidence": [
            {"place": one.place, **({"quote": one.quote} if quotes else {})} for one in finding.evidence
        ],
        "confidence": finding.confidence.value,
        "source": finding.source,
        **({"try_next": finding.try_next} if quotes else {}),
        "cue": finding.cue,
        "act": finding.act,
    }


def _row(row: Row, *, me: str | None) -> Json:
    return {
        "label": row.label,
        "you": row.label == me,
        "on_roster": row.on_roster,
        "turns": row.turns,
        "amount": metric(row.amount),
        "share": metric(row.share),
        "even_share": metric(row.even_share),
        "ratio": metric(row.ratio),
        "taken_over": metric(row.taken_over),
        "takes_over": metric(row.takes_over),
    }


def _silent(m: Measures) -> Json:
    if not isinstance(m.silent, tuple):
        return _absent(m.silent)
    listened = sum(1 for index in m.silent if m.people[index].listened)
    return {"count": len(m.silent), "heard_listening": listened}


def _balance(b: Balance | Absent) -> Json:
    names = ("effective_speakers", "evenness", "gini", "gini_corrected", "turn_spread")
    return {name: metric(getattr(b, name)) if isinstance(b, Balance) else _absent(b) for name in names}


def _longest(m: Measures) -> Json:
    if not isinstance(m.longest, Monologue):
        return _absent(m.longest)
    one = m.longest
    return {
        "speaker": m.people[one.speaker].label,
        "start_s": round(one.start_s, 3),
        "end_s": round(one.end_s, 3),
    }


def _moment(m: Measures, moment: Question | Invitation | Credit, by: int, *, quotes: bool) -> Json:
    return {
        "by": m.people[by].label,
        "place": clock(moment.at_s),
        **({"quote": shorten(moment.text)} if quotes else {}),
    }


def _labels(m: Measures, people: Sequence[int]) -> list[str]:
    return [m.people[index].label for index in people]


def _questions(m: Measures, *, quotes: bool) -> Json:
    if not isinstance(m.questions, Questions):
        return _absent(m.questions)
    moments = [_moment(m, one, one.asker, quotes=quotes) for one in m.questions.unanswered]
    return {"asked": m.questions.asked, "unanswered": moments}


def _invitations(m: Measures, *, quotes: bool) -> Json:
    if not isinstance(m.invitations, tuple):
        return _absent(m.invitations)
    moments = [
        _moment(m, one, one.by, quotes=quotes)
        | {"to": _labels(m, one.to), "taken_up": one.taken_up_by is not None}
        for one in m.invitations
    ]
    return {"moments": moments}


def _credits(m: Measures, *, quotes: bool) -> Json:
    if not isinstance(m.credits, tuple):
        return _absent(m.credits)
    moments = [_moment(m, one, one.by, quotes=quotes) | {"to": _labels(m, one.to)} for one in m.credits]
    return {"moments": moments}


def _overlap(m: Measures) -> Json:
    if not isinstance(m.overlaps, Overlaps):
        return _absent(m.overlaps)
    return {
        "tries": len(m.overlaps.tried),
        "moments_to_listen_to": crossing_moments(m),
        "accuracy": accuracy_note(),
    }


def _broken_off(m: Measures) -> Json:
    if isinstance(m.broken_off, (NotMeasurable, CannotSay)):
        return _absent(m.broken_off)
    found: tuple[BrokenOff, ...] = m.broken_off
    return {"count": len(found)}
