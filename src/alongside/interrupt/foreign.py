"""Sentences in another language: rules for English words have nothing to say there.

Told by small words that most sentences of a language have and English has not, and by letters beyond Latin.
Limits: a sentence without small words passes for English.
"""

from collections.abc import Sequence
from typing import Final

from alongside.interrupt.context import Word

_BAR: Final = "|"
_OF_OTHERS: Final = (
    "le|les|des|une|dans|pour|vous|votre|est|avec|qui|que|sur|et|du|ces|cette|sont"
    "|der|das|und|ist|nicht|eine|einen|einer|eines|mit|von|für|auf|dem|den|wird|zu|sich"
    "|el|los|las|para|una|con|por|del|como|y"
    "|il|gli|della|di|per|che|sono|nel"
    "|os|uma|não|com|em"
    "|het|een|van|voor|niet|zijn|met"
)
"""French, German, Spanish, Italian, Portuguese, Dutch, a line each."""
_OF_ENGLISH: Final = (
    "the|of|and|to|is|in|that|for|it|with|as|are|on|this|be|you|have|not|or|by|from|at|was|we|they"
)
_OTHER: Final = frozenset(_OF_OTHERS.split(_BAR))
_ENGLISH: Final = frozenset(_OF_ENGLISH.split(_BAR))
_ENOUGH: Final = 2
"""Small words of another language from which a sentence may be in it (our choice)."""
_LATIN_ENDS: Final = "\u024f"


def is_foreign(words: Sequence[Word]) -> bool:
    """Whether a sentence is in another language than English."""
    letters = "".join(word.text for word in words)
    beyond = sum(letter > _LATIN_ENDS for letter in letters if letter.isalpha())
    if beyond * 2 > len(letters):
        return True
    other = sum(word.text in _OTHER for word in words)
    return other >= _ENOUGH and other > 2 * sum(word.text in _ENGLISH for word in words)
