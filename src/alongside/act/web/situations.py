"""Roles and weekly occasions as people read them."""

from babel.dates import get_day_names
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.web.parts import Choice


def role_words(role: str) -> str:
    """What somebody does who has this role."""
    return {
        "chair": _("I chair meetings"),
        "interview": _("I interview people for jobs or places"),
        "review": _("I review work, papers or code"),
        "teach": _("I teach or train"),
        "moderate": _("I moderate a group or a forum"),
        "parent": _("I look after children"),
        "organise": _("I organise a group or a team"),
        "manage": _("I manage people"),
        "volunteer": _("I volunteer"),
        "write": _("I write for others to read"),
        "event": _("I put on events"),
    }.get(role, role)


def occasion_words(occasion: str) -> str:
    """What comes round."""
    return {
        "meeting": _("A meeting"),
        "one-to-one": _("A one-to-one talk"),
        "review": _("A review of somebody's work"),
        "hiring": _("Interviews or choosing people"),
        "class": _("A class or training"),
        "chat": _("A group chat"),
        "social": _("Time with friends or colleagues"),
        "family-meal": _("A meal with family"),
        "event": _("An event"),
        "commute": _("A way to work or school"),
        "email": _("Time for e-mail"),
        "news": _("Reading the news"),
        "budget": _("A look at a budget"),
        "planning": _("Planning ahead"),
    }.get(occasion, occasion)


def day_choices(mine: bool, weekday: int | None) -> tuple[Choice, ...]:
    """Not weekly, a day of the week, or any of them."""
    names = get_day_names("wide", locale=get_language() or "en")
    days = tuple(Choice(value=str(n), label=str(names[n]), chosen=mine and weekday == n) for n in range(7))
    return (
        Choice(value="", label=_("Not every week"), chosen=not mine),
        *days,
        Choice(value="varies", label=_("Every week, the day varies"), chosen=mine and weekday is None),
    )
