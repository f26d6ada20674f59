"""What can I open, and for whom? Rooms, lists, budgets, introductions: each with something to do with it.

It says what lies in somebody's hands. It counts nothing, and asks nothing about who a person is.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.learn.influence_deeds import DEEDS


class Opening(StrEnum):
    """Something that a person can open for others. The value is the id that is kept."""

    CHAIR = "chair"
    LISTS = "lists"
    BUDGET = "budget"
    INTRODUCE = "introduce"
    HIRING = "hiring"
    STAGE = "stage"
    REVIEW = "review"
    TASKS = "tasks"
    TEACH = "teach"
    RULES = "rules"
    HOST = "host"
    PUBLISH = "publish"

    @property
    def label(self) -> str:
        """What somebody ticks."""
        return _LABELS[self]()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Something to do with an opening, and the practice it belongs to.

    `text` says it to somebody; `cue` and `act` complete "If {cue}, then I will {act}."
    """

    opening: Opening
    practice: Practice
    text: str
    cue: str
    act: str


_LABELS: Mapping[Opening, Callable[[], str]] = {
    Opening.CHAIR: lambda: _("I lead meetings or talks"),
    Opening.LISTS: lambda: _("I keep lists: of speakers, suppliers, readings, guests"),
    Opening.BUDGET: lambda: _("I decide on some money"),
    Opening.INTRODUCE: lambda: _("I know people whom others would like to meet"),
    Opening.HIRING: lambda: _("I have a say in who is chosen"),
    Opening.STAGE: lambda: _("I am asked to speak or to write"),
    Opening.REVIEW: lambda: _("I review work, papers or code"),
    Opening.TASKS: lambda: _("I hand out tasks"),
    Opening.TEACH: lambda: _("I teach or train"),
    Opening.RULES: lambda: _("I have a say in rules or forms"),
    Opening.HOST: lambda: _("I put on events, meals or gatherings"),
    Opening.PUBLISH: lambda: _("I write or post where many read"),
}


def suggestions(ticked: Collection[Opening]) -> tuple[Suggestion, ...]:
    """What one could do with what was ticked, in the order of the openings."""
    return tuple(
        Suggestion(
            opening=opening,
            practice=deed.practice,
            text=deed.text(),
            cue=(deed.cue or cue)(),
            act=deed.act(),
        )
        for opening in Opening
        if opening in ticked
        for cue, deeds in (DEEDS[opening.value],)
        for deed in deeds
    )


def practices_opened(ticked: Collection[Opening]) -> tuple[Practice, ...]:
    """The practices that what was ticked gives occasion for, in their order."""
    found = {deed.practice for opening in ticked for deed in DEEDS[opening.value][1]}
    return tuple(practice for practice in Practice if practice in found)
