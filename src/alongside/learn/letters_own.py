"""Invisible work and the quiz as plain text for the terminal."""

from collections.abc import Sequence

from alongside.core.ids import short
from alongside.core.language import gettext as _
from alongside.core.paragraphs import hanging, wrapped
from alongside.learn.labour import Labour, by_kind, by_month, hours_and_minutes
from alongside.learn.letters import joined
from alongside.learn.quiz import QuizItem


def labour_text(entries: Sequence[Labour]) -> str:
    """The entries with their sums by kind and month; for their owner alone."""
    if not entries:
        example = 'alongside learn labour "Explained captions again" --minutes 20'
        return joined([*wrapped(_("Nothing noted yet. It is for your eyes alone.")), f"   {example}"])
    lines: list[str] = []
    for each in entries:
        what = f"{each.kind.label}: {each.note}" if each.note else each.kind.label
        lines += hanging(
            f"{short(each.id)}  {each.day.isoformat()}  {hours_and_minutes(each.minutes)}  {what}", by=8
        )
    lines += ["", _("By kind of work")]
    lines += [f"   {kind.label}: {hours_and_minutes(sum_)}" for kind, sum_ in by_kind(entries).items()]
    lines += ["", _("By month")]
    lines += [f"   {month}: {hours_and_minutes(sum_)}" for month, sum_ in by_month(entries).items()]
    return joined(lines)


def quiz_question(item: QuizItem) -> str:
    """A question with its options, numbered."""
    lines = hanging(item.question)
    for number, option in enumerate(item.options, start=1):
        lines += hanging(f"  {number}  {option}", by=5)
    return joined(lines)
