"""What one can do with what lies in one's hands: to be read, and as an if-then in one's own voice.

Each act stands in the first person, for it completes "If {cue}, then I will {act}."
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.practices import Practice

_Text = Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing to do; its own `cue` where the moment is another than that of the opening."""

    practice: Practice
    text: _Text
    act: _Text
    cue: _Text | None = None


DEEDS: Final[Mapping[str, tuple[_Text, tuple[Deed, ...]]]] = {
    "chair": (
        lambda: _("I lead the next meeting or talk"),
        (
            Deed(
                practice=Practice.INCLUDE,
                text=lambda: _("Leave a minute in which whoever has not spoken can come in first."),
                act=lambda: _("leave a minute in which whoever has not spoken can come in first"),
            ),
            Deed(
                practice=Practice.AMPLIFY,
                text=lambda: _("Say aloud whose idea it was, point by point."),
                act=lambda: _("say aloud whose idea it was when I sum up"),
            ),
        ),
    ),
    "lists": (
        lambda: _("I open a list that I keep"),
        (
            Deed(
                practice=Practice.AMPLIFY,
                text=lambda: _("Look at who is missing from one list, and ask who should be on it."),
                act=lambda: _("look at who is missing from it, and ask who should be on it"),
            ),
        ),
    ),
    "budget": (
        lambda: _("I decide on money the next time"),
        (
            Deed(
                practice=Practice.ADVOCATE,
                text=lambda: _("Pay people for teaching you, and for being asked again and again."),
                act=lambda: _("pay people for teaching me, and for being asked again and again"),
            ),
            Deed(
                practice=Practice.INCLUDE,
                text=lambda: _("Set money aside for captions, interpreting, travel or care."),
                act=lambda: _("set money aside for captions, interpreting, travel or care"),
            ),
        ),
    ),
    "introduce": (
        lambda: _("I think of two people who should meet"),
        (
            Deed(
                practice=Practice.SPONSOR,
                text=lambda: _("Ask one person whom they would like to meet, and write the introduction."),
                act=lambda: _("ask one of them whether they would like that, and write the introduction"),
            ),
        ),
    ),
    "hiring": (
        lambda: _("somebody is to be chosen"),
        (
            Deed(
                practice=Practice.SPONSOR,
                text=lambda: _("Agree on what counts before the first name is read."),
                act=lambda: _("ask that we agree on what counts before the first name is read"),
            ),
            Deed(
                practice=Practice.ADVOCATE,
                text=lambda: _("Ask where the post was announced, and who would never see it."),
                act=lambda: _("ask where the post was announced, and who would never see it"),
            ),
        ),
    ),
    "stage": (
        lambda: _("I am asked to speak or to write"),
        (
            Deed(
                practice=Practice.SPONSOR,
                text=lambda: _("Pass one invitation on to somebody who is seldom asked."),
                act=lambda: _("pass the invitation on to somebody who is seldom asked"),
            ),
            Deed(
                practice=Practice.ADVOCATE,
                text=lambda: _("Ask who else is on the panel before you say yes."),
                act=lambda: _("ask who else is on the panel before I say yes"),
            ),
        ),
    ),
    "review": (
        lambda: _("I review somebody's work"),
        (
            Deed(
                practice=Practice.AMPLIFY,
                text=lambda: _("Check whose work is named, and whose is used without a name."),
                act=lambda: _("check whose work is named, and whose is used without a name"),
            ),
            Deed(
                practice=Practice.SPONSOR,
                text=lambda: _("Tell somebody's lead in writing what was good about their work."),
                act=lambda: _("tell their lead in writing what was good about it"),
            ),
        ),
    ),
    "tasks": (
        lambda: _("I hand out tasks"),
        (
            Deed(
                practice=Practice.SPONSOR,
                text=lambda: _("Give one task that is seen to somebody who mostly gets the others."),
                act=lambda: _("give one task that is seen to somebody who mostly gets the others"),
            ),
            Deed(
                practice=Practice.INCLUDE,
                text=lambda: _("Let notes, minutes and cleaning up go round."),
                act=lambda: _("let notes, minutes and cleaning up go round"),
            ),
        ),
    ),
    "teach": (
        lambda: _("I prepare what I teach"),
        (
            Deed(
                practice=Practice.LEARN,
                text=lambda: _("Put one work by people who have lived it into what you teach."),
                act=lambda: _("put one work by people who have lived it into it"),
            ),
            Deed(
                practice=Practice.INCLUDE,
                text=lambda: _("Say how people can tell you what they need, and that they may."),
                act=lambda: _("write down how people can tell me what they need, and that they may"),
            ),
        ),
    ),
    "rules": (
        lambda: _("a rule or a form is looked at again"),
        (
            Deed(
                practice=Practice.ADVOCATE,
                text=lambda: _("Take one form, and ask those it fits badly what should change."),
                act=lambda: _("ask those it fits badly what should change"),
            ),
        ),
    ),
    "host": (
        lambda: _("I plan an event or a meal"),
        (
            Deed(
                practice=Practice.INCLUDE,
                text=lambda: _("Ask what people need in the invitation itself."),
                act=lambda: _("ask what people need in the invitation itself"),
            ),
            Deed(
                practice=Practice.LISTEN,
                text=lambda: _("Ask afterwards who did not come, and why."),
                act=lambda: _("ask who did not come, and why"),
                cue=lambda: _("an event of mine is over"),
            ),
        ),
    ),
    "publish": (
        lambda: _("I write something that many will read"),
        (
            Deed(
                practice=Practice.AMPLIFY,
                text=lambda: _("Point to the work of people who have lived it, in their own words."),
                act=lambda: _("point to the work of people who have lived it, in their own words"),
            ),
            Deed(
                practice=Practice.REPAIR,
                text=lambda: _("Put a correction where the mistake stood."),
                act=lambda: _("put a correction where the mistake stood"),
                cue=lambda: _("I find a mistake in something I wrote"),
            ),
        ),
    ),
}
"""By the id of an opening: the moment in which it is used, and what could be done then."""
