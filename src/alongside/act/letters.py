"""The room's results as plain text for the terminal: 80 columns, short enough to read aloud."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from alongside.act.acts import Act
from alongside.act.bodies import Reflection, prompts
from alongside.act.commitments import Commitment, in_one_sentence
from alongside.act.explain import Line
from alongside.act.lines import act_line
from alongside.act.plan import Step, WeekPlan
from alongside.act.rhythm import Rhythm
from alongside.core.ids import short
from alongside.core.language import gettext as _
from alongside.core.paragraphs import hanging, indented, wrapped

_BARS: Final = "·▁▂▃▄▅▆▇█"
_DRAWN: Final = 8


def plan_text(plan: WeekPlan, *, heading: str, first_time: bool) -> str:
    """The week's three, each with its reasons and the line that plans it."""
    lines = [heading, ""]
    for number, step in enumerate(plan.steps, start=1):
        lines += _step(number, step)
    if not plan.steps:
        lines.append(
            _("Nothing fits the room you gave this week. Give it more: alongside act setup --capacity 6")
        )
    lines += wrapped(plan.note) if plan.note else []
    lines += (
        wrapped(f"{plan.offer.sentence} alongside act setup --capacity {plan.offer.capacity}")
        if plan.offer
        else []
    )
    lines += [_("Another in place of number 2: alongside act plan --swap 2")]
    if first_time:
        lines += [
            "",
            *wrapped(_("To fit this to your own week, answer three questions: alongside act setup")),
        ]
    return "\n".join(lines) + "\n"


def _step(number: int, step: Step) -> Iterator[str]:
    sentence = in_one_sentence(step.action.cue, step.action.act)
    yield from hanging(f"{number}  {sentence}")
    yield from indented(f"{step.practice.label}. {' '.join(step.reasons)}")
    if step.action.safety:
        yield from indented(step.action.safety)
    command = f"alongside act commit --action {step.action.id}"
    yield f"   {_('Planned already.') if step.taken else _('Plan it:') + ' ' + command}"
    yield ""


def week_text(  # noqa: PLR0913  # one for each part of the page
    rhythm: Rhythm | None,
    *,
    done: Sequence[Act],
    due: Sequence[Commitment],
    talk: str,
    reflection: Reflection | None = None,
    today: date,
) -> str:
    """The week looking back: the word, four small bars, what was done, what is planned, what was written."""
    lines: list[str] = []
    if rhythm is None:
        lines += wrapped(_("Your week will be here. Log one thing you did, however small:"))
        lines.append('   alongside act log "Thanked Mina by name in stand-up"')
    else:
        lines.append(_("Your rhythm: %(word)s") % {"word": rhythm.word.words})
        bars = " ".join(_bar(value) for value in rhythm.weeks)
        lines.append(_("The last four weeks, oldest first: %(bars)s") % {"bars": bars})
        lines += wrapped(rhythm.moved_by)
    lines += wrapped(talk) if talk else []
    if done:
        lines += ["", _("This week")]
        lines += [line for act in done for line in hanging("  " + act_line(act, today=today), by=10)]
    if due:
        lines += ["", _("Planned")]
        lines += [line for each in due for line in hanging(_commitment(each), by=10)]
        lines += ["", _("Did one of them? alongside act log --commitment ID")]
    lines += ["", _("You looked back"), *_answers(reflection)] if reflection else []
    return "\n".join(lines) + "\n"


def _answers(reflection: Reflection) -> Iterator[str]:
    for prompt, answer in zip(prompts(), reflection.answers, strict=True):
        if answer:
            yield from hanging(f"  {prompt} {answer}", by=4)


def _bar(value: float) -> str:
    return _BARS[min(_DRAWN, round(value * _DRAWN))]


def _commitment(commitment: Commitment) -> str:
    when = _("every week") if commitment.weekly else commitment.due.isoformat() if commitment.due else ""
    return f"  {short(commitment.id)}  {commitment.sentence()}" + (f" ({when})" if when else "")


def explain_text(lines: Iterable[Line]) -> str:
    """The formula with the person's own numbers."""
    out: list[str] = []
    for line in lines:
        out += wrapped(line.text)
        if line.working:
            out += indented(f"{line.working} = {line.value}")
    return "\n".join(out) + "\n"
