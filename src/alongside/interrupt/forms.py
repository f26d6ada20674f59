"""Spellings: what a form of a rule stands for.

A form is written as people read it: `(a|b)` is either, `(a|)` may be missing, `-` is a hyphen or a space,
`{name}` any word of that list, `word[n]` the word with its plural, `word[v]` with its -s, -ed and -ing.
Limits: English endings by rule; doubled consonants and irregular verbs are written out by the author.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt.marks import plain_marks

MOST_SPELLINGS: Final = 400
"""Spellings that one form may stand for (our choice): what stands for more is not one form."""
_PIECES: Final = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}|\[([nv])\]|([()|])|([^\W_]+)|(.)", re.DOTALL)
_SIBILANT: Final = ("s", "x", "z", "ch", "sh")
_NO_MEN: Final = ("human", "german", "roman", "norman", "shaman", "talisman", "ottoman", "caiman", "ataman")
"""Words in -man whose plural is not -men."""
_VOWELS: Final = "aeiou"
_WORD: Final = re.compile(r"[^\W_]+")


class FormRefused(Trouble):
    """A form that says nothing we can look for."""


def expand(form: str, lists: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Every spelling a form stands for, in order, a hyphen for “hyphen or space”. Raises FormRefused."""
    text = " ".join(plain_marks(form).split())
    pieces = list(_PIECES.finditer(text))
    spellings, rest = _either(pieces, 0, lists, form)
    if rest < len(pieces):
        raise _refused(form, _("a bracket closes that was never opened."))
    tidy = dict.fromkeys(" ".join(spelling.split()) for spelling in spellings)
    tidy.pop("", None)
    if not all(map(first_word, tidy)) or not tidy:
        raise _refused(form, _("it begins with no letter or figure."))
    return tuple(tidy)


def _either(
    pieces: Sequence[re.Match[str]], at: int, lists: Mapping[str, Sequence[str]], form: str
) -> tuple[list[str], int]:
    """The spellings of branches parted by bars, up to a closing bracket or the end, and where that is."""
    found: list[str] = []
    branch = [""]
    last: list[str] | None = None
    while at < len(pieces) and pieces[at].group() != ")":
        piece = pieces[at]
        if piece.group() == "|":
            found.extend(_joined(branch, last, form))
            branch, last, at = [""], None, at + 1
        elif piece.group(2):
            last, at = _inflected(last, piece.group(2), form), at + 1
        else:
            branch = _joined(branch, last, form)
            last, at = _part(pieces, at, lists, form)
    found.extend(_joined(branch, last, form))
    return found, at


def _part(
    pieces: Sequence[re.Match[str]], at: int, lists: Mapping[str, Sequence[str]], form: str
) -> tuple[list[str], int]:
    """The spellings of a word, a list or a bracket, and where the next part begins."""
    piece = pieces[at]
    if piece.group(1):
        if piece.group(1) not in lists:
            raise _refused(form, _("there is no word list “%(name)s”.") % {"name": piece.group(1)})
        return list(lists[piece.group(1)]), at + 1
    if piece.group() != "(":
        return [piece.group()], at + 1
    within, end = _either(pieces, at + 1, lists, form)
    if end == len(pieces):
        raise _refused(form, _("a bracket is opened and never closed."))
    return within, end + 1


def _joined(branch: list[str], last: list[str] | None, form: str) -> list[str]:
    if last is None:
        return branch
    if len(branch) * len(last) > MOST_SPELLINGS:
        cause = _("it stands for more than %(most)d spellings.") % {"most": MOST_SPELLINGS}
        raise _refused(form, cause)
    return [first + end for first in branch for end in last]


def _inflected(last: list[str] | None, ending: str, form: str) -> list[str]:
    if last is None:
        raise _refused(form, _("[%(ending)s] follows no word.") % {"ending": ending})
    forms = plural if ending == "n" else verb
    return list(dict.fromkeys(each for word in last for each in forms(word)))


def plural(word: str) -> tuple[str, ...]:
    """The word and its plural."""
    if word.endswith("man") and not word.endswith(_NO_MEN):
        return word, f"{word[:-3]}men"
    if word.endswith("o") and word[-2:-1] not in _VOWELS:
        return word, f"{word}s", f"{word}es"
    return word, _with_s(word)


def verb(word: str) -> tuple[str, ...]:
    """The word with -s, -ed and -ing; `e` is dropped and `y` after a consonant becomes `ie`."""
    if word.endswith("e"):
        ing = f"{word}ing" if word.endswith(("ee", "oe", "ye")) else f"{word[:-1]}ing"
        return word, f"{word}s", f"{word}d", ing
    past = f"{word[:-1]}ied" if _y_after_consonant(word) else f"{word}ed"
    return word, _with_s(word), past, f"{word}ing"


def _with_s(word: str) -> str:
    if _y_after_consonant(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANT) else f"{word}s"


def _y_after_consonant(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in _VOWELS


def keys(spelling: str) -> Iterator[str]:
    """How a spelling is looked up: each hyphen as it is and as a space."""
    parts = spelling.split("-")
    found = [parts[0]]
    for part in parts[1:]:
        found = [first + mark + part for first in found for mark in "- "]
    for key in found:
        yield " ".join(key.split())


def first_word(spelling: str) -> str:
    """The letters and figures that a spelling begins with; empty where it begins with a mark."""
    found = _WORD.match(spelling)
    return found.group() if found else ""


def words_of(spelling: str) -> list[str]:
    """Its stretches of letters and figures."""
    return _WORD.findall(spelling)


def _refused(form: str, cause: str) -> FormRefused:
    return FormRefused(f"“{form}”", cause, _("Write it another way, or as several forms."))
