"""The fixed words of scenes and drills as people read them: places, roles, skills, minutes."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from alongside.core.practices import Practice

NOTICE = "notice"
CORRECT = "correct"


def places() -> dict[str, str]:
    """Where a scene happens, by id."""
    return {
        "work": _("At work"),
        "school": _("Where people learn"),
        "online": _("Online"),
        "public": _("Out in public"),
        "family": _("With family"),
    }


def roles() -> dict[str, str]:
    """What you are in a scene, by id."""
    return {
        "witness": _("somebody who is there"),
        "peer": _("a peer"),
        "target-friend": _("a friend of the person"),
        "actor": _("the one who did it"),
        "chair": _("the one who leads"),
    }


def place_words(place: str) -> str:
    """The place as people read it."""
    return places().get(place, place)


def role_line(role: str) -> str:
    """One sentence on what you are in a scene."""
    return {
        "witness": _("You are somebody who is there."),
        "peer": _("You are a peer."),
        "target-friend": _("You are a friend of the person it happens to."),
        "actor": _("You are the one who did it, and somebody tells you."),
        "chair": _("You are the one who leads."),
    }.get(role, "")


def skill_words(skill: str) -> str:
    """A skill in plain words: "amplify.credit-aloud" is Amplify: credit aloud."""
    lead, _dot, rest = skill.partition(".")
    if lead == NOTICE:
        return _("Noticing: %(place)s") % {"place": place_words(rest).lower()}
    if lead == CORRECT:
        return _("Being told: %(place)s") % {"place": place_words(rest).lower()}
    named = Practice(lead).label if lead in {each.value for each in Practice} else lead
    return f"{named}: {rest.replace('-', ' ')}"


def about_minutes(minutes: int) -> str:
    """How long it takes, as we estimate it."""
    return ngettext("about %(count)d minute", "about %(count)d minutes", minutes) % {"count": minutes}


def day_words(day: date) -> str:
    """A day as people read it, without its year."""
    return str(format_date(day, "d MMMM", locale=get_language() or "en"))
