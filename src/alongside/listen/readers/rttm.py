"""RTTM: who spoke when, without words, from close microphones or a recogniser. Overlap is real."""

import math

from alongside.core.language import gettext as _
from alongside.listen.transcript import Problem, Source, Transcript

_FIELDS = 8  # SPEAKER file channel start duration <NA> <NA> label; the last two may be missing


def read(source: Source) -> Transcript:
    """The segments of an RTTM file. Lines of other types (SPKR-INFO, LEXEME …) are no segments."""
    labels: list[str] = []
    spans: list[tuple[float, float]] = []
    problems: list[Problem] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        fields = line.split()
        if not fields or fields[0] != "SPEAKER":
            continue
        span = _span(fields)
        if span is None:
            problems.append(Problem(line=number, why=_("the times cannot be read")))
        elif span[1] < span[0]:
            problems.append(Problem(line=number, why=_("the end is before the start"), negative=True))
        else:
            spans.append(span)
            labels.append("" if fields[7] == "<NA>" else fields[7])
    return Transcript(
        labels=labels,
        start=[start for start, _end in spans],
        end=[end for _start, end in spans],
        texts=None,
        cues=len(spans),
        problems=problems,
        overlap=True,
    )


def _span(fields: list[str]) -> tuple[float, float] | None:
    if len(fields) < _FIELDS:
        return None
    try:
        start, duration = float(fields[3]), float(fields[4])
    except ValueError:
        return None
    return (
        (start, start + duration) if math.isfinite(start) and math.isfinite(duration) and start >= 0 else None
    )
