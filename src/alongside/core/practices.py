"""The eight practices: the one taxonomy that every room, file and page uses."""

from enum import StrEnum

from alongside.core.language import gettext as _


class Practice(StrEnum):
    """What an ally does. The value is the id used in files, JSON and addresses; it never changes."""

    LEARN = "learn"
    LISTEN = "listen"
    AMPLIFY = "amplify"
    INTERRUPT = "interrupt"
    INCLUDE = "include"
    SPONSOR = "sponsor"
    ADVOCATE = "advocate"
    REPAIR = "repair"

    @property
    def label(self) -> str:
        """The practice's name as people read it."""
        return _TITLES[self]()

    @property
    def meaning(self) -> str:
        """One sentence: what doing it looks like."""
        return _MEANINGS[self]()


_TITLES = {
    Practice.LEARN: lambda: _("Learn"),
    Practice.LISTEN: lambda: _("Listen"),
    Practice.AMPLIFY: lambda: _("Amplify"),
    Practice.INTERRUPT: lambda: _("Interrupt"),
    Practice.INCLUDE: lambda: _("Include"),
    Practice.SPONSOR: lambda: _("Sponsor"),
    Practice.ADVOCATE: lambda: _("Advocate"),
    Practice.REPAIR: lambda: _("Repair"),
}

_MEANINGS = {
    Practice.LEARN: lambda: _("Find out for yourself, from people who have lived it and wrote it down."),
    Practice.LISTEN: lambda: _("Hear people out, and let what they need steer what you do."),
    Practice.AMPLIFY: lambda: _("Pass on somebody's idea, work or story, with their name on it."),
    Practice.INTERRUPT: lambda: _("Speak up when a remark or a rule does harm, and call in."),
    Practice.INCLUDE: lambda: _("Make room, so that people can take part as they are."),
    Practice.SPONSOR: lambda: _("Use what you can open to pass on a real chance."),
    Practice.ADVOCATE: lambda: _("Change the rule, the policy or the practice itself."),
    Practice.REPAIR: lambda: _("When you got it wrong: thank, own it, mend it, follow up."),
}
