"""What one's own answers say, as text for the terminal: bars with intervals, gaps, path, openings."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.paragraphs import hanging, indented, wrapped
from alongside.core.practices import Practice
from alongside.learn.assess import Change, Estimate, Profile, compare
from alongside.learn.gaps import Thin
from alongside.learn.influence import Opening, suggestions
from alongside.learn.keeping import Kept
from alongside.learn.letters import joined
from alongside.learn.path import READ, Step, gap
from alongside.learn.small_deeds import ACTION

BAR: Final = 20
"""Signs from none to all."""


def profile_text(kept: Kept) -> str:
    """The eight estimates of the last round, and what changed since the one before."""
    if kept.last_round is None or not kept.last_round.answers:
        return joined(wrapped(_("Nothing answered yet. Begin in a terminal with: alongside learn assess")))
    lines = [_("Where you acted when it came up (from none to all)"), ""]
    for estimate in kept.profile.estimates:
        lines += _estimate(estimate)
    lines += _changes(kept)
    lines += [""]
    lines += wrapped(
        _("The marks show where the share most likely lies. Bars that overlap do not differ. Not validated.")
    )
    lines += [_("What could come next: alongside learn path")]
    return joined(lines)


def _estimate(estimate: Estimate) -> Iterator[str]:
    name = estimate.practice.label
    yield (
        f"{name:<10} {bar(estimate)}  {estimate.sentence}"
        if estimate.had_occasion
        else (f"{name:<10} {'':{BAR + 2}}  {estimate.sentence}")
    )


def bar(estimate: Estimate) -> str:
    """The interval between none and all, with a mark at the mean."""
    first, last = int(estimate.low * (BAR - 1)), int(estimate.high * (BAR - 1))
    mean = round(estimate.mean * (BAR - 1))
    signs = ["●" if n == mean else "─" if first <= n <= last else " " for n in range(BAR)]
    return f"[{''.join(signs)}]"


def _changes(kept: Kept) -> Iterator[str]:
    if len(kept.rounds) < 2:  # noqa: PLR2004  # it takes two to compare
        return
    before, now = kept.rounds[-2], kept.rounds[-1]
    yield ""
    yield from wrapped(_("Beside the round of %(day)s:") % {"day": before.begun.isoformat()})
    for practice in Practice:
        change = compare(before.profile.of(practice), now.profile.of(practice))
        if change is not Change.CANNOT_SAY:
            yield from indented(f"{practice.label}: {change.label}")


def gaps_text(profile: Profile, thin: Sequence[Thin]) -> str:
    """Where one acts least, then where the library is thin."""
    lines = [_("Where there is most room for you")]
    known = [each for each in profile.estimates if each.had_occasion]
    for each in sorted(known, key=lambda estimate: -gap(estimate)):
        lines += hanging(f"   {each.practice.label}: {each.sentence}", by=6)
        if stall := profile.stalls.get(each.practice):
            lines += indented(
                _("You said: “%(stall)s.” %(remedy)s") % {"stall": stall.label, "remedy": stall.remedy}, by=6
            )
    if not known:
        lines += indented(_("Nothing to say yet. Begin with: alongside learn assess"))
    resting = [e.practice.label for e in profile.estimates if e.answered and not e.had_occasion]
    if resting:
        lines += indented(_("You had no occasion for: %(names)s.") % {"names": ", ".join(resting)})
    lines += ["", *wrapped(_("Where the library is thin (a wish list for whoever knows more)"))]
    lines += _thin([each for each in thin if not each.of_cards])
    lines += ["", *wrapped(_("Where the history cards are thin"))]
    lines += _thin([each for each in thin if each.of_cards])
    return joined(lines)


def _thin(places: Sequence[Thin]) -> list[str]:
    said = [line for each in places for line in indented(each.sentence)]
    return said or indented(_("Nowhere."))


def path_text(steps: Sequence[Step], *, minutes: int, answered: bool) -> str:
    """The steps, each with its reasons and the command that opens it."""
    told = ngettext("%(count)d minute a week", "%(count)d minutes a week", minutes) % {"count": minutes}
    lines = [_("A path for you, %(minutes)s") % {"minutes": told}, ""]
    for number, step in enumerate(steps, start=1):
        lines += hanging(f"{number}  {step.title}")
        lines += indented(_facts(step))
        lines += indented(" ".join(step.reasons))
        lines += [f"   {_command(step)}", ""]
    if not steps:
        lines += wrapped(
            _("Nothing new fits these minutes. Give it more with --minutes, or search the library.")
        )
    if not answered:
        lines += wrapped(_("It fits you better when you have answered: alongside learn assess"))
    if steps:
        lines += [_("Leave a step out: alongside learn path --skip ID")]
        lines += [_("Put a work first: alongside learn path --first ID")]
    return joined(lines)


def _facts(step: Step) -> str:
    minutes = ngettext("%(count)d minute", "%(count)d minutes", step.minutes) % {"count": step.minutes}
    week = _("week of %(day)s") % {"day": step.week.isoformat()}
    return f"{step.practice.label} · {minutes} · {week}"


def _command(step: Step) -> str:
    if step.kind == READ:
        return f"alongside learn show {step.id}"
    if step.kind == ACTION:
        return f"alongside act commit --action {step.id}"
    return f"alongside practise {step.kind} {step.id}"


def openings_text(ticked: Collection[Opening]) -> str:
    """What can be ticked, and what one could do with what was."""
    lines = [_("What can you open, and for whom?"), ""]
    lines += [f"   [{'x' if each in ticked else ' '}] {each.value:<10} {each.label}" for each in Opening]
    found = suggestions(ticked)
    if found:
        lines += ["", _("What you could do with it")]
    for one in found:
        lines += hanging(f"   {one.practice.label}: {one.text}", by=6)
    if not found:
        lines += ["", *wrapped(_("Tick what is yours: alongside learn influence chair lists"))]
    return joined(lines)
