"""From measures to findings: positive acts first, then moments to look at, each with a sentence to try.

No finding is a charge: no blaming word, no rank, no verdict on a person. Thresholds are our choice. Method:
docs/method/meetings.md
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from alongside.core.findings import Confidence, Evidence, Finding, shorten
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.practices import Practice
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
    made = (finding for maker in makers if (finding := maker(m, me)) is not None)
    return (replace(finding, why=WHYS[finding.id]()) for finding in made)


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
    return Finding(
        id="listen.invitation-taken-up",
        practice=Practice.INCLUDE,
        what=what,
        evidence=tuple(evidence(m, one.at_s, one.by, one.text) for one in taken[:QUOTES]),
        confidence=Confidence.CLEAR,
        source=_method("invitations"),
        try_next=_(
            "Keep it up: at the next pause, say a name, then “How does this look from where you are?”"
        ),
        cue=_("somebody has been quiet for a while in the next meeting"),
        act=_("say their name and ask, “How does this look from where you are?”"),
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
    return Finding(
        id="listen.credit-given",
        practice=Practice.AMPLIFY,
        what=what,
        evidence=tuple(evidence(m, one.at_s, one.by, one.text) for one in m.credits[:QUOTES]),
        confidence=Confidence.CLEAR,
        source=_method("credit"),
        try_next=_(
            "Keep it up: when an idea comes round again, say “%(to)s said this first, and I'd like "
            "to build on it.”"
        )
        % names,
        cue=_("an idea comes round again in the next meeting"),
        act=_("say whose it was before I add to it"),
        positive=True,
    )


def _unanswered(m: Measures, me: str | None) -> Finding | None:
    if not isinstance(m.questions, Questions) or not m.questions.unanswered:
        return None
    open_ones = m.questions.unanswered
    first = open_ones[0]
    asker = m.people[first.asker].label
    mine = all(m.people[one.asker].label == me for one in open_ones)
    count = {"count": in_words(len(open_ones)), "asker": isolated(asker), "quote": shorten(first.text)}
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
    if asker == me:
        try_next = _(
            "Bring it back when the next meeting opens: “I'd like to come back to my question: %(quote)s”"
        )
    else:
        try_next = _(
            "When the next meeting opens, bring it back: “%(asker)s asked, \u2018%(quote)s\u2019 Can "
            "we take a minute for that?”"
        )
    return Finding(
        id="listen.unanswered-questions",
        practice=Practice.LISTEN,
        what=capital(what % count),
        evidence=tuple(evidence(m, one.at_s, one.asker, one.text) for one in open_ones),
        confidence=Confidence.WORTH_A_LOOK,
        source=_method("unanswered-questions"),
        try_next=try_next % count,
        cue=_("the talk moves on and a question is still open"),
        act=_("say, “Before we go on: can we come back to that question?”"),
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
    return Finding(
        id="listen.nobody-invited",
        practice=Practice.INCLUDE,
        what=what,
        evidence=(),
        confidence=Confidence.WORTH_A_LOOK,
        source=_method("invitations"),
        try_next=_("At the next pause, say a name, then “You know this part. What have we missed?”"),
        cue=_("the next meeting of this group reaches a pause"),
        act=_("ask one person who has not spoken yet, by name, what we have missed"),
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
    return Finding(
        id="listen.uneven-floor",
        practice=Practice.LISTEN,
        what=capital((there if isinstance(m.silent, tuple) else heard) % facts),
        evidence=(),
        confidence=Confidence.CLEAR,
        source=_method("effective-speakers"),
        try_next=_(
            "When you have made your point, hand on: “That's my view. I'd like to hear two others "
            "before I speak again.”"
        )
        if much
        else _(
            "When a topic opens, offer a round: “Could we hear one sentence from everybody before we "
            "discuss it?”"
        ),
        cue=_("I have made my point in the next meeting")
        if much
        else _("the next meeting of this group opens a new topic"),
        act=_("say, “I'd like to hear two others before I speak again”")
        if much
        else _("suggest one sentence from everybody before we discuss it"),
    )


def _silent(m: Measures, me: str | None) -> Finding | None:
    if not isinstance(m.silent, tuple) or not m.silent or _nobody_invited(m, me):
        return None  # the finding on invitations names the same number
    quiet = len(m.silent)
    return Finding(
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
        try_next=_(
            "Before the close, open a second way in: “If something comes to mind later, write to me "
            "and I'll bring it next time.”"
        ),
        cue=_("the next meeting of this group comes to its close"),
        act=_("offer to bring in whatever people would rather write than say"),
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
    return Finding(
        id="listen.one-long-stretch",
        practice=Practice.LISTEN,
        what=what % facts,
        evidence=(Evidence(place=f"{clock(longest.start_s)}-{clock(longest.end_s)}"),),
        confidence=Confidence.CLEAR,
        source=_method("longest-stretch"),
        try_next=_(
            "After a few minutes, stop on purpose: “I'll pause here. What would you add, or see another way?”"
        )
        if mine
        else _(
            "When a stretch gets long, make an opening: “Can we stop here for two questions before we go on?”"
        ),
        cue=_("I have spoken for three minutes on end")
        if mine
        else _("one voice has been heard for five minutes"),
        act=_("pause and ask what others would add")
        if mine
        else _("ask whether we can stop for two questions"),
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
        what = (
            _(
                "While you spoke, somebody came in and you stopped %(rate)s times a minute (%(low)s "
                "to %(high)s); for the others it was %(others)s."
            )
            if row.label == me
            else _(
                "While %(name)s spoke, somebody came in and %(name)s stopped %(rate)s times a minute "
                "(%(low)s to %(high)s); for the others it was %(others)s."
            )
        )
        return Finding(
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
            try_next=_(
                "Listen to the moments again. If it was so, hand the floor back next time: “I'd like "
                "to hear the end of that.”"
            ),
            cue=_("somebody stops halfway through a sentence in the next meeting"),
            act=_("say, “I'd like to hear the end of that”"),
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
    return Finding(
        id="listen.broken-off",
        practice=Practice.INTERRUPT,
        what=capital(
            _("%(count)s turns broke off, with somebody else speaking next.")
            % {"count": in_words(len(m.broken_off))}
        ),
        evidence=(),
        confidence=Confidence.WORTH_A_LOOK,
        source=_method("broken-off"),
        try_next=_("When a sentence breaks off, leave room for its end: “You were saying?”"),
        cue=_("a sentence breaks off in the next meeting"),
        act=_("ask, “You were saying?”"),
    )
