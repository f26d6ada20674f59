"""What can I open, and for whom? Rooms, lists, budgets, introductions: each with something to do with it.

It says what lies in somebody's hands. It counts nothing, and asks nothing about who a person is.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alongside.core.language import gettext as _
from alongside.core.practices import Practice


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
    """Something to do with an opening, and the practice it belongs to."""

    opening: Opening
    practice: Practice
    text: str


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
_DO: Mapping[Opening, tuple[tuple[Practice, Callable[[], str]], ...]] = {
    Opening.CHAIR: (
        (Practice.INCLUDE, lambda: _("Leave a minute in which whoever has not spoken can come in first.")),
        (Practice.AMPLIFY, lambda: _("Say aloud whose idea it was, point by point.")),
    ),
    Opening.LISTS: (
        (Practice.AMPLIFY, lambda: _("Look at who is missing from one list, and ask who should be on it.")),
    ),
    Opening.BUDGET: (
        (
            Practice.ADVOCATE,
            lambda: _("Pay people for what they teach, and for being asked again and again."),
        ),
        (Practice.INCLUDE, lambda: _("Set money aside for captions, interpreting, travel or care.")),
    ),
    Opening.INTRODUCE: (
        (
            Practice.SPONSOR,
            lambda: _("Ask one person whom they would like to meet, and write the introduction."),
        ),
    ),
    Opening.HIRING: (
        (Practice.SPONSOR, lambda: _("Agree on what counts before the first name is read.")),
        (Practice.ADVOCATE, lambda: _("Ask where the post was announced, and who would never see it.")),
    ),
    Opening.STAGE: (
        (Practice.SPONSOR, lambda: _("Pass one invitation on to somebody who is seldom asked.")),
        (Practice.ADVOCATE, lambda: _("Ask who else is on the panel before saying yes.")),
    ),
    Opening.REVIEW: (
        (Practice.AMPLIFY, lambda: _("Check whose work is named, and whose is used without a name.")),
        (Practice.SPONSOR, lambda: _("Tell somebody's lead in writing what was good about their work.")),
    ),
    Opening.TASKS: (
        (Practice.SPONSOR, lambda: _("Give one task that is seen to somebody who mostly gets the others.")),
        (Practice.INCLUDE, lambda: _("Let notes, minutes and cleaning up go round.")),
    ),
    Opening.TEACH: (
        (Practice.LEARN, lambda: _("Teach from one work by people who have lived it.")),
        (Practice.INCLUDE, lambda: _("Invite people to say what they need, and say how.")),
    ),
    Opening.RULES: (
        (Practice.ADVOCATE, lambda: _("Take one form, and ask those it fits badly what should change.")),
    ),
    Opening.HOST: (
        (Practice.INCLUDE, lambda: _("Ask what people need in the invitation itself.")),
        (Practice.LISTEN, lambda: _("Ask afterwards who did not come, and why.")),
    ),
    Opening.PUBLISH: (
        (Practice.AMPLIFY, lambda: _("Point to the work of people who have lived it, in their own words.")),
        (Practice.REPAIR, lambda: _("Put a correction where the mistake stood.")),
    ),
}


def suggestions(ticked: Collection[Opening]) -> tuple[Suggestion, ...]:
    """What one could do with what was ticked, in the order of the openings."""
    return tuple(
        Suggestion(opening=opening, practice=practice, text=text())
        for opening in Opening
        if opening in ticked
        for practice, text in _DO[opening]
    )


def practices_opened(ticked: Collection[Opening]) -> tuple[Practice, ...]:
    """The practices that what was ticked gives occasion for, in their order."""
    found = {practice for opening in ticked for practice, _text in _DO[opening]}
    return tuple(practice for practice in Practice if practice in found)
