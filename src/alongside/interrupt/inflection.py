"""The ending that English words have, taken off one word and put on another: -s, -ed, -ing, and man to men.

Limits: regular endings only. Where spelling does not tell (does the consonant double?) the answer is None,
and a person decides.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

_SIBILANT: Final = re.compile(r"(?:[sxz]|ch|sh)$")
_CONSONANT_Y: Final = re.compile(r"[^aeiou]y$")
_MAY_DOUBLE: Final = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")
"""run, plan, log: their last letter doubles before -ed and -ing where the stress is on it, unseen."""


def in_form_of(words: str, alternative: str, *, is_base: Callable[[str], bool]) -> str | None:
    """The alternative in the grammatical form of `words`; None where that cannot be told.

    `is_base` says whether the same rule knows a word: “whitelisted” is a form of it if “whitelist” is one.
    """
    folded = words.casefold()
    for base, ending in _bases(folded):
        if is_base(base):
            return _with(alternative, ending)
    ending = next((each for each in ("ing", "ed", "s") if folded.endswith(each)), "")
    return alternative if not ending or alternative.casefold().endswith(ending) else None


_ENDINGS: Final = (
    ("men", "man", "s"), ("ies", "y", "s"), ("es", "", "s"), ("s", "", "s"),
    ("ied", "y", "ed"), ("ed", "", "ed"), ("ed", "e", "ed"), ("ing", "", "ing"), ("ing", "e", "ing"),
)  # fmt: skip
"""What a form may end in, what its base ends in instead, and the ending that this is."""


def _bases(words: str) -> Iterator[tuple[str, str]]:
    """What the words may be a form of, and by which ending."""
    for written, instead, ending in _ENDINGS:
        if words.endswith(written):
            stem = words.removesuffix(written)
            yield f"{stem}{instead}", ending
            if ending != "s" and not instead and stem[-1:] == stem[-2:-1]:
                yield stem[:-1], ending


def _with(word: str, ending: str) -> str | None:
    """The word with that ending; the last word of several."""
    if ending == "s":
        return _plural(word)
    if _MAY_DOUBLE.search(word):
        return None
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return f"{word[:-1]}{ending}"
    if ending == "ed" and _CONSONANT_Y.search(word):
        return f"{word[:-1]}ied"
    return f"{word}{ending}"


def _plural(word: str) -> str | None:
    if word.endswith("person"):
        return f"{word.removesuffix('person')}people"
    if _SIBILANT.search(word):
        return f"{word}es"
    return f"{word[:-1]}ies" if _CONSONANT_Y.search(word) else f"{word}s"
