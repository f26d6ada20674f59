"""Days, minutes and lines of facts as the pages of this room say them, in the reader's language."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from alongside.core.practices import Practice
from alongside.learn.cards import Card, Precision, Span
from alongside.learn.library import EVERYWHERE, Filterable, Resource
from alongside.web.parts import Choice, Link, ShownWork

LONG = 120
"""Minutes from which hours are said (taste)."""


def url(name: str, *args: object) -> str:
    """The address of a page of this room."""
    return reverse(f"learn:{name}", args=args)


def day_in_words(day: date) -> str:
    """The day as "3 March 2026"."""
    return str(format_date(day, "d MMMM y", locale=_locale()))


def seen_on(day: date | None) -> str:
    """When we looked at a page, and what that does not say."""
    if day is None:
        return ""
    said = {"day": day_in_words(day)}
    return _("We saw a stored copy on %(day)s; the live page may differ.") % said


def short_day(day: date) -> str:
    """The day as "3 Mar"."""
    return str(format_date(day, "d MMM", locale=_locale()))


def span_in_words(span: Span) -> str:
    """From when to when, as exactly as it is known: "5 December 1955", "July 1888", "1979 to 1982"."""
    form = {Precision.DAY: "d MMMM y", Precision.MONTH: "LLLL y", Precision.YEAR: "y"}[span.precision]
    first = str(format_date(span.first, form, locale=_locale()))
    last = str(format_date(span.last, form, locale=_locale())) if span.last else first
    return first if last == first else _("%(first)s to %(last)s") % {"first": first, "last": last}


def month_in_words(month: str) -> str:
    """A month such as 2026-03 as "March 2026"."""
    return str(format_date(date.fromisoformat(f"{month}-01"), "LLLL y", locale=_locale()))


def language_name(code: str) -> str:
    """A language by its name, or its code where nobody has named it."""
    try:
        return Locale.parse(code, sep="-").get_display_name(_locale()) or code
    except (ValueError, UnknownLocaleError):
        return code


def region_name(code: str) -> str:
    """A country by its name, or the code."""
    if code == EVERYWHERE:
        return _("everywhere")
    return str(Locale.parse(_locale()).territories.get(code.upper(), code))


def minutes_in_words(minutes: int) -> str:
    """Such as "10 minutes", or "about 5 hours" for a book."""
    if minutes >= LONG:
        hours = round(minutes / 60)
        return ngettext("about %(count)d hour", "about %(count)d hours", hours) % {"count": hours}
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}


def level_in_words(level: int) -> str:
    """What a level asks of a reader."""
    return {
        1: _("1 of 3: a first step"),
        2: _("2 of 3: when you know the basics"),
        3: _("3 of 3: for those who know the field"),
    }.get(level, str(level))


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def host_of(url: str) -> str:
    """Whose page an address leads to."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def facts(resource: Resource) -> str:
    """Type, authors, year, minutes and cost in a line."""
    authors = ", ".join(resource.authors)
    year = str(resource.year or "")
    parts = (capital(resource.type.label), authors, year, minutes_in_words(resource.minutes))
    return " · ".join(part for part in (*parts, resource.cost_label) if part)


def card_facts(card: Card) -> str:
    """When and where."""
    return " · ".join((_("History card"), span_in_words(card.date), ", ".join(card.places)))


def url_of(thing: Filterable | None) -> str:
    """The page of a work or a card."""
    if isinstance(thing, Resource):
        return reverse("learn:learn-work", args=(thing.id,))
    return reverse("learn:learn-card", args=(thing.id,)) if isinstance(thing, Card) else ""


def shown_work(resource: Resource, *, text: str = "", about: str = "", id: str = "") -> ShownWork:
    """A work as a line of a list."""
    return ShownWork(
        link=Link(label=resource.title, url=url_of(resource), id=id or f"work-{resource.id}"),
        facts=facts(resource),
        text=text,
        about=about,
        standing=reviewed(resource),
        language=foreign(resource.language),
    )


def shown_card(card: Card, *, text: str = "", about: str = "", id: str = "") -> ShownWork:
    """A card as a line of a list."""
    return ShownWork(
        link=Link(label=card.title, url=url_of(card), id=id or f"card-{card.id}"),
        facts=card_facts(card),
        text=text,
        about=about,
        standing=reviewed(card),
    )


def reviewed(thing: Resource | Card) -> str:
    """When our text about it was reviewed; that most are not yet is said once, above the list."""
    return f"{thing.standing.label}." if thing.standing.reviewed_on else ""


def standing_of_list(things: Sequence[object]) -> str:
    """That the texts of a list are unreviewed, said once; nothing where all are reviewed."""
    ours = [each for each in things if isinstance(each, Resource | Card)]
    if not any(each.standing.reviewed_on is None for each in ours):
        return ""
    return _("Our texts here are unreviewed, unless a line says when they were reviewed.")


def foreign(language: str) -> str:
    """The language where it is not the one of the page."""
    return "" if language.split("-", maxsplit=1)[0] == _locale().split("-")[0] else language


def practice_choices(chosen: str = "") -> tuple[Choice, ...]:
    """The eight practices to choose from."""
    return tuple(Choice(value=each.value, label=each.label, chosen=each.value == chosen) for each in Practice)


def _locale() -> str:
    return get_language() or "en"
