"""What a choice does, by name: people who had learnt named strategies objected more later (Forscher 2017).

The five Ds (distract, delegate, document, delay, direct) are those of Right To Be; the explanations are ours.
"""

from enum import StrEnum

from alongside.core.language import gettext as _


class Strategy(StrEnum):
    """A way of acting, or of not acting. The value is the id used in content files."""

    DISTRACT = "distract"
    DELEGATE = "delegate"
    DOCUMENT = "document"
    DELAY = "delay"
    DIRECT = "direct"
    CALL_IN = "call-in"
    CALL_OUT = "call-out"
    ASK_FIRST = "ask-first"
    AMPLIFY = "amplify"
    MAKE_ROOM = "make-room"
    LOOK_UP = "look-up"
    REPAIR = "repair"
    DEFEND = "defend"
    NONE = "none"

    @property
    def told(self) -> str:
        """What somebody did who used it, in plain words: its name first, then what that came to."""
        return _TOLD[self]()


_TOLD = {
    Strategy.DISTRACT: lambda: _("You distracted: you turned the moment another way."),
    Strategy.DELEGATE: lambda: _("You delegated: you brought in somebody who could do more here."),
    Strategy.DOCUMENT: lambda: _("You documented it: you kept a record."),
    Strategy.DELAY: lambda: _("You delayed: you waited for a later moment."),
    Strategy.DIRECT: lambda: _("You spoke up: you said what you saw, or what you wanted."),
    Strategy.CALL_IN: lambda: _("You called in: you talked to the person who did it, without a crowd."),
    Strategy.CALL_OUT: lambda: _("You called out: you named it in front of everybody."),
    Strategy.ASK_FIRST: lambda: _("You asked first, and left the say to the person concerned."),
    Strategy.AMPLIFY: lambda: _("You amplified: you said whose words or work it was."),
    Strategy.MAKE_ROOM: lambda: _("You made room, so that somebody else could speak or lead."),
    Strategy.LOOK_UP: lambda: _("You looked it up, instead of asking them."),
    Strategy.REPAIR: lambda: _("You repaired: you did something to put your part right."),
    Strategy.DEFEND: lambda: _("You defended yourself. The talk turned to you."),
    Strategy.NONE: lambda: _("You let it stand. The moment passed."),
}
