"""The fixed words of rules as people read them: how much they weigh, what about, when they are on."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from alongside.core.grounds import Ground
from alongside.interrupt.hits import Kind, Level, Profile


def level_words(level: Level) -> str:
    """How much a finding weighs."""
    return {Level.REWORD: _("worth another word"), Level.CONSIDER: _("worth a thought")}[level]


def grounds_words(grounds: Iterable[str]) -> str:
    """What a rule is about."""
    known = {each.value for each in Ground}
    return ", ".join(Ground(each).label for each in grounds if each in known)


def profile_words(profile: Profile) -> str:
    """When a rule is on."""
    return {
        Profile.DEFAULT: _("What is nearly always worth another word"),
        Profile.STRICT: _("Also what depends on the sentence"),
        Profile.JOB_AD: _("For job adverts"),
    }[profile]


def kind_words(kind: Kind) -> str:
    """What a pasted text is written in."""
    return {
        Kind.TEXT: _("Plain text"),
        Kind.MARKDOWN: _("Markdown"),
        Kind.HTML: _("HTML, the source of a web page"),
    }.get(kind, kind.value)
