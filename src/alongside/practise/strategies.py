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
    def label(self) -> str:
        """The name of the strategy as people read it."""
        return _LABELS[self]()

    @property
    def meaning(self) -> str:
        """One sentence in plain words: what somebody does who uses it."""
        return _MEANINGS[self]()


_LABELS = {
    Strategy.DISTRACT: lambda: _("Distract"),
    Strategy.DELEGATE: lambda: _("Delegate"),
    Strategy.DOCUMENT: lambda: _("Document"),
    Strategy.DELAY: lambda: _("Check in later"),
    Strategy.DIRECT: lambda: _("Speak up"),
    Strategy.CALL_IN: lambda: _("Call in"),
    Strategy.CALL_OUT: lambda: _("Call out"),
    Strategy.ASK_FIRST: lambda: _("Ask first"),
    Strategy.AMPLIFY: lambda: _("Amplify"),
    Strategy.MAKE_ROOM: lambda: _("Make room"),
    Strategy.LOOK_UP: lambda: _("Look it up"),
    Strategy.REPAIR: lambda: _("Repair"),
    Strategy.DEFEND: lambda: _("Defend yourself"),
    Strategy.NONE: lambda: _("Say nothing"),
}

_MEANINGS = {
    Strategy.DISTRACT: lambda: _("You turn the moment another way, so that the pressure goes off."),
    Strategy.DELEGATE: lambda: _("You bring in somebody who can do more here than you."),
    Strategy.DOCUMENT: lambda: _("You keep a record, and leave its use to the person concerned."),
    Strategy.DELAY: lambda: _("You go to the person afterwards and ask how they are."),
    Strategy.DIRECT: lambda: _("You say calmly what you saw or what you want, there and then."),
    Strategy.CALL_IN: lambda: _("You talk to the person who did it, with curiosity and without a crowd."),
    Strategy.CALL_OUT: lambda: _("You name it in front of everybody."),
    Strategy.ASK_FIRST: lambda: _("You ask the person concerned what they would like, before you act."),
    Strategy.AMPLIFY: lambda: _("You pass on somebody's idea or words, with their name on them."),
    Strategy.MAKE_ROOM: lambda: _("You step aside, so that somebody else can speak or lead."),
    Strategy.LOOK_UP: lambda: _("You find it out yourself, instead of asking them."),
    Strategy.REPAIR: lambda: _("You own your part, and mend what can be mended."),
    Strategy.DEFEND: lambda: _("You explain yourself, and the talk turns to you."),
    Strategy.NONE: lambda: _("You let the moment pass."),
}
