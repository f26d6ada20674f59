"""The words of the engines in the reader's language: standard gettext, with the language set by the door.

A door calls `use_language` once per command or request; without it the source language (English) is spoken.
Catalogues lie in `alongside/locale/<language>/LC_MESSAGES/django.mo`, the same that pages are read from; a
missing one falls back to English.
"""

import gettext as _gettext
from collections.abc import Mapping
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "locale"
_language: ContextVar[str] = ContextVar("alongside_language", default="en")


@lru_cache(maxsize=16)
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation("django", str(_FOLDER), languages=[language], fallback=True)


def use_language(language: str) -> None:
    """Speak `language` (an IETF tag such as "de") in this context from now on."""
    _language.set(language)


def language() -> str:
    """The language spoken in this context."""
    return _language.get()


def language_of(environment: Mapping[str, str]) -> str:
    """The language a terminal asks for, by the variables of POSIX in their order; "en" where none does."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    given = next((environment[name] for name in names if environment.get(name)), "")
    spoken = given.split(":")[0].split(".")[0].split("@")[0]
    return "en" if spoken in {"", "C", "POSIX"} else spoken


def gettext_noop(message: str) -> str:
    """The message itself: a mark for those who collect what is to be translated where it is shown."""
    return message


def gettext(message: str) -> str:
    """The message in the language of this context."""
    return _catalogue(_language.get()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in the right plural form for `count`."""
    return _catalogue(_language.get()).ngettext(singular, plural, count)
