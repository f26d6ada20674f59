"""Marks between words in one way to write them: apostrophes, hyphens, spaces, the breaks of lines."""

import re
from typing import Final

_SAME: Final = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{NO-BREAK SPACE}": " ",
        "\t": " ",
    }
)
ENTITY: Final = r"&(?:[rl]squo|apos|#39|#x27|#8217|nbsp|#160|#xa0|#8209);"
"""A mark between words, or a space, as HTML names it."""
_ENTITIES: Final = re.compile(r"&(?:([rl]squo|apos|#39|#x27|#8217)|(nbsp|#160|#xa0)|#8209);", re.IGNORECASE)
_ENTITY_BYTES: Final = re.compile(ENTITY.encode())
_SPACES: Final = re.compile(r"\s+")
_LINE_BREAK: Final = re.compile(r"\s*\n\s*(?:(?:>+|#+!?|//+!?|\*+(?!\*)|;+|%+|--(?!-)|\|)[ \t]*)*")


def normalised(data: bytes) -> str:
    """Words in one way to write them: lower case, one space, plain apostrophe and hyphen, no line break."""
    text = data.decode("utf-8", "replace")
    return " ".join(same_marks(_LINE_BREAK.sub(" ", text)).lower().split())


def same_marks(text: str) -> str:
    """The text with one kind of apostrophe, hyphen and space, also where HTML names them."""
    if "&" in text:
        text = _ENTITIES.sub(lambda found: "'" if found[1] else " " if found[2] else "-", text)
    return plain_marks(text)


def without_entities(data: bytes) -> bytes:
    """The same bytes with spaces where HTML names a mark or a space; most have none and stay as they are."""
    if not _ENTITY_BYTES.search(data):
        return data
    return _ENTITY_BYTES.sub(lambda found: b" " * len(found[0]), data)


def plain_marks(text: str) -> str:
    """The text with one kind of apostrophe, hyphen and space, character for character."""
    return text if text.isascii() and "\t" not in text else text.translate(_SAME)


def same_length(text: str) -> str:
    """The text in lower case with plain apostrophes and hyphens, character for character."""
    return in_lower_case(plain_marks(text))


def in_lower_case(text: str) -> str:
    """The text in lower case, character for character: the few that would become two stay as they are."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def gap(text: str) -> str | None:
    """What stands between two words, in one way to write it; None where they are of two paragraphs.

    A line may break there, also in a comment or a quotation, where marks begin each line; and words may be
    set off by stars or underscores.
    """
    if text in {" ", "-"}:
        return text
    if text.count("\n") > 1:
        return None
    if "\n" in text:
        text = _LINE_BREAK.sub(" ", text).replace("- ", "-")
    plain = same_marks(text).replace("*", "").replace(" _", " ").replace("_ ", " ")
    return _SPACES.sub(" ", plain)
