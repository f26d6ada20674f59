"""From measures to findings: positive acts first, then moments to look at, each with a sentence to try.

No finding is a charge: no blaming word, no rank, no verdict on a person. Thresholds are our choice. Method:
docs/method/meetings.md
"""

from collections.abc import Callable, Iterable

from alongside.core.findings import Confidence, Evidence, Finding, shorten
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.practices import Practice
from alongside.listen import steps
from alongside.listen.balance import Balance, Monologue
from alongside.listen.measure import Measures
from alongside.listen.metrics import Value
from alongside.listen.moments import capital, clock, evidence, in_words, isolated, length, who
from alongside.listen.questions import Questions
from alongside.listen.takeovers import Overlaps, accuracy_note
from alongside.listen.whys import WHYS

FIRST = 3
"""Our choice: at most this many findings are shown first."""
UNEVEN = 0.5
"""Our choice: as if at most half of those there had spoken."""
LONG_S = 300.0
"""Our choice: a stretch of one voice from five minutes on …"""
LONG_SHARE = 0.25
"""… that fills at least a quarter of the meeting."""
MIN_TAKEN = 5
"""Our choice: a rate rests on at least five take-overs before it becomes a finding."""
QUOTES = 3
"""Our choice: at most three moments stand under a finding."""
METHOD = "docs/method/meetings.md"


def findings(m: Measures, *, me: str | None) -> tuple[Finding, ...]:
    """Everything worth keeping up or looking at. The first `FIRST` are the ones to show first.

    One positive act leads, then what to look at; further positive acts follow. `me` is the label of the
    reader, who is then spoken to as "you".
    """
    kept = list(_present(m, me, (_invited, _credited)))
    open_ones = list(
        _present(m, me, (_unanswered, _nobody_invited, _taken_over, _uneven, _silent, _long, _broken_off))
    )
    ahead = FIRST - 1 if kept else FIRST
    return (*kept[:1], *open_ones[:ahead], *kept[1:], *open_ones[ahead:])


def to_act_on(found: Iterable[Finding]) -> bool:
    """Whether any finding asks for something, rather than being an act to keep up."""
    return any(not finding.positive for finding in found)


def _present(
    m: Measures, me: str | None, makers: Iterable[Callable[[Measures, str | None], Finding | None]]
) -> Iterable[Finding]:
    return (finding for maker in makers if (finding := maker(m, me)) is not None)


def _finding(  # noqa: PLR0913 - the parts of a finding, each by name
    *,
    id: str,
    practice: Practice,
    what: str,
    evidence: tuple[Evidence, ...],
    confidence: Confidence,
    source: str,
    step: steps.Step,
    positive: bool = False,
) -> Finding:
    """A finding with its reason and its step."""
    return Finding(
        id=id,
        practice=practice,
        what=what,
        why=WHYS[id](),
        evidence=evidence,
        confidence=confidence,
        source=source,
        try_next=step.try_next,
        cue=step.cue,
        act=step.act,
        positive=positive,
    )


def _method(metric: str) -> str:
    return f"{METHOD}#{metric}"


def _invited(m: Measures, me: str | None) -> Finding | None:
    if not isinstance(m.invitations, tuple):
        return None
    taken = [one for one in m.invitations if one.taken_up_by is not None]
    if not taken:
        return None
    first = taken[0]
    names = {"by": isolated(m.people[first.by].label), "to": who(m, (first.taken_up_by or 0,))}
    if len(taken) > 1:
        what = capital(
            _("%(times)s times somebody was asked in by name, and came in.") % {"times": in_words(len(taken))}
        )
    elif m.people[first.by].label == me:
        what = _("You asked %(to)s in by name, and %(to)s came in.") % names
    else:
        what = _("%(by)s asked %(to)s in by name, and %(to)s came in.") % names
    return _finding(
        id="listen.invitation-taken-up",
        practice=Practice.INCLUDE,
        what=what,
        evidence=tuple(evidence(m, one.at_s, one.by, one.text) for one in taken[:QUOTES]),
        confidence=Confidence.CLEAR,
        source=_method("invitations"),
        step=steps.ask_in_again(),
        positive=True,
    )


def _credited(m: Measures, me: str | None) -> Finding | None:
    if not isinstance(m.credits, tuple) or not m.credits:
        return None
    first = m.credits[0]
    names = {"by": isolated(m.people[first.by].label), "to": who(m, first.to)}
    if len(m.credits) > 1:
        what = capital(
            _("%(times)s times somebody said aloud whose idea or work it was.")
            % {"times": in_words(len(m.credits))}
        )
    elif m.people[first.by].label == me:
        what = _("You said aloud what came from %(to)s.") % names
    else:
        what = _("%(by)s said aloud what came from %(to)s.") % names
    return _finding(
        id="listen.credit-given",
        practice=Practice.AMPLIFY,
        what=what,
        evidence=tuple(evidence(m, one.at_s, one.by, one.text) for one in m.credits[:QUOTES]),
        confidence=Confidence.CLEAR,
        source=_method("credit"),
        step=steps.credit_again(),
        positive=True,
    )


def _unanswered(m: Measures, me: str | None) -> Finding | None:
    if not isinstance(m.questions, Questions) or not m.questions.unanswered:
        return None
    open_ones = m.questions.unanswered
    first = open_ones[0]
    asker = m.people[first.asker].label
    mine = all(m.people[one.asker].label == me for one in open_ones)
    count = {"count": in_words(len(open_ones))}
    if mine:
        what = ngettext(
            "Your question stayed without an answer.",
            "%(count)s of your questions stayed without an answer.",
            len(open_ones),
        )
    else:
        what = ngettext(
            "One question stayed without an answer.",
            "%(count)s questions stayed without an answer.",
            len(open_ones),
        )
    return _finding(
        id="listen.unanswered-questions",
        practice=Practice.LISTEN,
        what=capital(what % count),
        evidence=tuple(evidence(m, one.at_s, one.asker, one.text) for one in open_ones),
        confidence=Confidence.WORTH_A_LOOK,
        source=_method("unanswered-questions"),
        step=steps.bring_back(asker=isolated(asker), quote=shorten(first.text), mine=asker == me),
    )


def _nobody_invited(m: Measures, me: str | None) -> Finding | None:
    del me
    quiet = len(m.silent) if isinstance(m.silent, tuple) else 0
    if not isinstance(m.invitations, tuple) or m.invitations or not (quiet or _is_uneven(m)):
        return None
    what = _("Nobody was asked in by name.")
    if quiet:
        what = ngettext(
            "Nobody was asked in by name, and one person there had no turn.",
            "Nobody was asked in by name, and %(count)s of the %(all)s people there had no turn.",
            quiet,
        ) % {"count": in_words(quiet), "all": in_words(len(m.people))}
    return _finding(
        id="listen.nobody-invited",
        practice=Practice.INCLUDE,
        what=what,
        evidence=(),
        confidence=Confidence.WORTH_A_LOOK,
        source=_method("invitations"),
        step=steps.ask_somebody_in(),
    )


def _is_uneven(m: Measures) -> bool:
    return isinstance(m.balance, Balance) and m.balance.effective_speakers.x <= UNEVEN * len(m.people)


def _uneven(m: Measures, me: str | None) -> Finding | None:
    if not isinstance(m.balance, Balance) or not _is_uneven(m):
        return None
    facts = {"all": in_words(len(m.people)), "effective": f"{m.balance.effective_speakers.x:.1f}"}
    there = _("%(all)s people were there; by talking time it was as if %(effective)s spoke.")
    heard = _("%(all)s people spoke; by talking time it was as if %(effective)s did.")
    own = next((row for row in m.people if row.label == me), None)
    much = own is not None and isinstance(own.ratio, Value) and own.ratio.x > 1
    return _finding(
        id="listen.uneven-floor",
        practice=Practice.LISTEN,
        what=capital((there if isinstance(m.silent, tuple) else heard) % facts),
        evidence=(),
        confidence=Confidence.CLEAR,
        source=_method("effective-speakers"),
        step=steps.hand_on() if much else steps.offer_a_round(),
    )


def _silent(m: Measures, me: str | None) -> Finding | None:
    if not isinstance(m.silent, tuple) or not m.silent or _nobody_invited(m, me):
        return None  # the finding on invitations names the same number
    quiet = len(m.silent)
    return _finding(
        id="listen.not-heard",
        practice=Practice.INCLUDE,
        what=capital(
            ngettext(
                "One person there had no turn.", "%(count)s of the %(all)s people there had no turn.", quiet
            )
            % {"count": in_words(quiet), "all": in_words(len(m.people))}
        ),
        evidence=(),
        confidence=Confidence.CLEAR,
        source=_method("silent-people"),
        step=steps.second_way_in(),
    )


def _long(m: Measures, me: str | None) -> Finding | None:
    longest = m.longest
    if not isinstance(longest, Monologue) or not isinstance(m.minutes, Value):
        return None
    if longest.length_s < max(LONG_S, LONG_SHARE * m.minutes.x * 60):
        return None
    mine = m.people[longest.speaker].label == me
    facts = {"at": clock(longest.start_s), "length": length(longest.length_s)}
    what = (
        _("From %(at)s on, yours was the one voice for %(length)s.")
        if mine
        else _("From %(at)s on, there was one voice for %(length)s.")
    )
    return _finding(
        id="listen.one-long-stretch",
        practice=Practice.LISTEN,
        what=what % facts,
        evidence=(Evidence(place=f"{clock(longest.start_s)}-{clock(longest.end_s)}"),),
        confidence=Confidence.CLEAR,
        source=_method("longest-stretch"),
        step=steps.stop_on_purpose() if mine else steps.make_an_opening(),
    )


def _taken_over(m: Measures, me: str | None) -> Finding | None:
    """The first person whose take-overs a minute lie clearly above those of all others together."""
    if not isinstance(m.overlaps, Overlaps):
        return None
    for index in m.order:
        row = m.people[index]
        rate = row.taken_over
        if not isinstance(rate, Value) or rate.interval is None or rate.n < MIN_TAKEN:
            continue
        others = _others_rate(m, index)
        if others is None or rate.interval.low <= others:
            continue
        facts = {
            "name": isolated(row.label),
            "rate": f"{rate.x:.1f}",
            "low": f"{rate.interval.low:.1f}",
            "high": f"{rate.interval.high:.1f}",
            "others": f"{others:.1f}",
        }
        mine = row.label == me
        what = (
            _(
                "While you spoke, somebody came in and you stopped %(rate)s times a minute (%(low)s "
                "to %(high)s); for the others it was %(others)s."
            )
            if mine
            else _(
                "While %(name)s spoke, somebody came in and %(name)s stopped %(rate)s times a minute "
                "(%(low)s to %(high)s); for the others it was %(others)s."
            )
        )
        return _finding(
            id="listen.floor-taken-over",
            practice=Practice.INTERRUPT,
            what=what % facts,
            evidence=tuple(
                Evidence(place=clock(float(at)))
                for at, holder in zip(m.overlaps.at_s, m.overlaps.holder, strict=True)
                if int(holder) == index
            )[:QUOTES],
            confidence=Confidence.WORTH_A_LOOK,
            source=f"{_method('taken-over')}. {accuracy_note()}",
            step=steps.finish_the_thought() if mine else steps.hand_back(),
        )
    return None


def _others_rate(m: Measures, index: int) -> float | None:
    """Take-overs a minute of everybody else together."""
    events, minutes = 0, 0.0
    for other, row in enumerate(m.people):
        if other != index and isinstance(row.taken_over, Value) and isinstance(row.amount, Value):
            events += row.taken_over.n
            minutes += row.amount.x / 60
    return events / minutes if minutes else None


def _broken_off(m: Measures, me: str | None) -> Finding | None:
    del me
    if not isinstance(m.broken_off, tuple) or not m.broken_off:
        return None
    return _finding(
        id="listen.broken-off",
        practice=Practice.INTERRUPT,
        what=capital(
            _("%(count)s turns broke off, with somebody else speaking next.")
            % {"count": in_words(len(m.broken_off))}
        ),
        evidence=(),
        confidence=Confidence.WORTH_A_LOOK,
        source=_method("broken-off"),
        step=steps.leave_room(),
    )
