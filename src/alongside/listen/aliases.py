"""aliases.toml: which labels are one person, as the people who were there say. Nothing is merged unasked.

    [people."Mina Kovac"]
    labels = ["Mina K.", "mina", "SPEAKER_02"]

A file with one wrong entry changes nothing: half an answer would give one person two shares.
"""

import tomllib
from collections.abc import Mapping

from alongside.core.language import gettext as _
from alongside.listen.names import tidy
from alongside.listen.source import Unreadable, words_beside


def read_aliases(data: bytes, *, name: str) -> Mapping[str, str]:
    """Label → the name to use. Raises Unreadable naming the entry that is wrong.

    Names and labels are in NFC with single spaces. A label of two people is refused, and so is a name that is
    itself another person's label, since that would end in a circle or in a chain.
    """
    text = words_beside(data, name=name, no_text=_("This is not a list of aliases."), way_out=_way_out())
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _wrong(name, _("This is no valid TOML (%(why)s).") % {"why": error}) from error
    people = tables.get("people")
    if not isinstance(people, dict):
        raise _wrong(name, _("There is no [people.…] table in the file."))
    found: dict[str, str] = {}
    for person, entry in people.items():
        for label in _labels(entry, person=person, name=name):
            if found.setdefault(label, tidy(person)) != tidy(person):
                cause = _("“%(label)s” stands under both “%(one)s” and “%(other)s”.")
                raise _wrong(name, cause % {"label": label, "one": found[label], "other": person})
    _refuse_circles(found, name=name)
    return found


def _labels(entry: object, *, person: str, name: str) -> list[str]:
    labels = entry.get("labels") if isinstance(entry, dict) else None
    if not tidy(person) or not isinstance(labels, list) or not labels:
        raise _wrong(name, _("The entry “%(person)s” has no list of labels.") % {"person": person})
    if any(not isinstance(label, str) or not tidy(label) for label in labels):
        raise _wrong(name, _("A label of “%(person)s” is no text in quotes.") % {"person": person})
    return [tidy(label) for label in labels if tidy(label) != tidy(person)]


def _refuse_circles(found: Mapping[str, str], *, name: str) -> None:
    for label, person in found.items():
        if person in found:
            cause = _("“%(label)s” leads to “%(person)s”, which leads on to “%(next)s”.")
            raise _wrong(name, cause % {"label": label, "person": person, "next": found[person]})


def _wrong(name: str, cause: str) -> Unreadable:
    return Unreadable(name, cause, _way_out())


def _way_out() -> str:
    return _(
        'No alias was applied. Write each person once: [people."Full Name"], then labels = ["in the file"].'
    )
