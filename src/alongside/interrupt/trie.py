r"""Many spellings as one expression: what they begin with is written once, and one pass finds them all.

The expression is a sieve. It says where a spelling may begin, in time linear in the text; whether one stands
there is looked up afterwards. So a long phrase is cut where it is rare enough: a shorter expression is a
faster start. It is valid for RE2 and for Python's `re`, over bytes; capitals are not told apart.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

GAP: Final = r"[\W_]+"
"""Between two words, or the parts of one: spaces, a line's end, marks that begin the lines of a comment, the
bytes of an apostrophe. What HTML names there is made blank before this is asked."""
FIGURE: Final = "[0-9]"
OTHER_LETTER: Final = r"[\x80-\xff]+"
"""Figures, and the bytes of letters beyond ASCII, are not told apart: the fewer kinds of bytes there are, the
smaller are the engine's tables, and the faster it runs."""
WORD_END: Final = r"\b"
_END_OR_ON: Final = rf"(?:{WORD_END}|_)"
"""Where a spelling ends and others go on, perhaps with a word between underscores."""
_ENOUGH: Final = ""
"""Where nothing more is looked for."""
CUT: Final = 14
"""Characters of a phrase that are looked for (our choice): more of them cost more than they keep away."""
_TWO_WORDS: Final = re.compile(r"[^\W_]+[\W_]+[^\W_]{1,2}")
"""What is looked for in any case: a long word alone would be found in every second line."""


class _Node(dict[str, "_Node"]):
    """What may come next, each with what may follow it; empty where a spelling ends."""


def expression(spellings: Iterable[str]) -> str:
    """One expression for all spellings, empty for none."""
    ordered = sorted(set(spellings))
    plain = [each for each in ordered if _is_plain(each[0])]
    other = [each for each in ordered if not _is_plain(each[0])]
    written = [rf"\b{_written(_tree(plain))}"] if plain else []
    return "|".join([*written, _written(_tree(other))] if other else written)


def words(some: Iterable[str]) -> str:
    """One expression for words by themselves, also where underscores set them off; empty for none."""
    tree = _tree(sorted(set(some)), end=rf"_?{WORD_END}")
    return rf"\b_?{_written(tree)}" if tree else ""


def _is_plain(character: str) -> bool:
    """Whether the engines see a letter or figure in it, so that words end beside it."""
    return character.isascii() and character.isalnum()


def _tree(spellings: Iterable[str], *, end: str = WORD_END) -> _Node:
    root = _Node()
    for beginning, is_whole in dict.fromkeys(map(_beginning, spellings)):
        node = root
        for character in beginning:
            node = node.setdefault(_atom(character), _Node())
        node[end if is_whole and _is_plain(beginning[-1]) else _ENOUGH] = _Node()
    return root


def _beginning(spelling: str) -> tuple[str, bool]:
    """As much of a spelling as is looked for, and whether that is all of it."""
    two_words = _TWO_WORDS.match(spelling)
    if two_words is None:
        return spelling, True
    cut = max(CUT, two_words.end())
    return spelling[:cut].replace("-", " "), len(spelling) <= cut


@cache
def _atom(character: str) -> str:
    if character in " -'":
        return GAP
    if not character.isascii():
        return OTHER_LETTER
    return FIGURE if character.isdigit() else re.escape(character)


def _written(node: _Node) -> str:
    """The expression of a tree. Atoms that go on alike share what follows.

    Where a spelling ends or is cut, all that is longer is found already.
    """
    if _ENOUGH in node:
        return ""
    by_rest: dict[str, list[str]] = {}
    goes_on = WORD_END in node and GAP in node
    for atom, below in node.items():
        if goes_on and atom in {WORD_END, GAP}:
            continue
        by_rest.setdefault(_written(below), []).append(atom)
    if goes_on:
        by_rest.setdefault("", []).append(_END_OR_ON)
    parts = [f"{_one_of(atoms)}{rest}" for rest, atoms in by_rest.items()]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})" if parts else ""


def _one_of(atoms: list[str]) -> str:
    letters = [atom for atom in atoms if len(atom) == 1]
    others = [atom for atom in atoms if len(atom) > 1]
    if len(letters) > 1:
        letters = [f"[{''.join(letters)}]"]
    parts = [*letters, *others]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
