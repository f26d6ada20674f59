"""A rule told whole, line by line, for a terminal."""

from collections.abc import Iterator
from difflib import get_close_matches

from alongside.core.grounds import Ground
from alongside.core.language import gettext as _
from alongside.interrupt.hits import Level
from alongside.interrupt.loading import NoSuchRule
from alongside.interrupt.rules import Book, Rule


def lines_about(name: str, book: Book) -> Iterator[str]:
    """Everything a rule says. Raises NoSuchRule, naming those that are spelt alike."""
    found = next((rule for rule in book.rules if rule.id == name), None)
    if found is None:
        close = ", ".join(get_close_matches(name, [rule.id for rule in book.rules], 3))
        way_out = (
            _("Did you mean: %(names)s?") % {"names": close} if close else _("See: alongside rules list")
        )
        raise NoSuchRule(name, _("there is no such rule."), way_out)
    yield found.id
    yield _weight(found)
    for heading, text in _parts(found):
        if text:
            yield f"{heading}: {text}"
    yield from _sources(found, book)
    yield from _examples(found)


def _weight(rule: Rule) -> str:
    level = _("worth another word") if rule.level is Level.REWORD else _("a hint, never an error")
    grounds = ", ".join(Ground(each).label for each in rule.grounds)
    told = {"level": level, "grounds": grounds, "profiles": ", ".join(rule.profiles)}
    return _("%(level)s · %(grounds)s · on in: %(profiles)s") % told


def _parts(rule: Rule) -> tuple[tuple[str, str], ...]:
    return (
        (_("Looks for"), " · ".join((*rule.forms, *rule.patterns))),
        (_("Why"), rule.why),
        (_("You could say"), rule.call_in),
        (_("Write instead"), " · ".join(rule.alternatives) or rule.no_drop_in),
        (_("Fine"), rule.fine_when),
        (_("People differ"), rule.both_ways),
        (_("Rehearse"), f"alongside practise scene {rule.scene}" if rule.scene else ""),
        (_("Review"), _("reviewed") if rule.review == "reviewed" else _("not reviewed yet")),
    )


def _sources(rule: Rule, book: Book) -> Iterator[str]:
    for name in rule.sources:
        if source := book.sources.get(name):
            yield _("Source: %(title)s, %(url)s") % {"title": source.title, "url": source.url}


def _examples(rule: Rule) -> Iterator[str]:
    for text in rule.examples.flagged:
        yield _("Found: %(text)s") % {"text": text}
    for text in rule.examples.unflagged:
        yield _("Left alone: %(text)s") % {"text": text}
