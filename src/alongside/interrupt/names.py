"""Names and identifiers: words that stand there because something is called so, and nobody chose them."""

import re
from collections.abc import Sequence
from typing import Final

from alongside.interrupt.context import Word
from alongside.interrupt.mentions import CODE

_SMALL: Final = frozenset({"of", "the", "and", "a", "an", "in", "for", "to", "with", "on"})
"""Words that names write small."""
_NO_NAME: Final = frozenset(
    {
        "one",
        "two",
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "my",
        "your",
        "his",
        "her",
        "its",
        "our",
        "their",
        "some",
        "any",
        "every",
        "each",
        "no",
        "all",
        "both",
        "many",
        "most",
        "few",
        "several",
        "other",
        "another",
        "such",
        "what",
        "which",
        "whose",
        "how",
        "why",
        "when",
        "where",
        "who",
        "if",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "off",
        "over",
        "to",
        "under",
        "up",
        "with",
        "without",
        "and",
        "or",
        "but",
        "nor",
        "so",
        "yet",
        "not",
        "hey",
        "hi",
        "hello",
        "dear",
        "oh",
        "ah",
        "well",
        "yes",
        "please",
        "thanks",
        "thank",
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "there",
        "here",
        "is",
        "are",
        "was",
        "were",
        "be",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
        "can",
        "could",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "let",
        "let's",
        "don't",
        "never",
        "always",
        "only",
        "just",
        "also",
        "even",
        "then",
        "than",
        "because",
        "while",
        "although",
        "though",
        "since",
        "after",
        "before",
        "until",
        "unless",
        "once",
    }
)
"""Words that begin a sentence with a capital and no name."""
_CAMEL: Final = re.compile(r"[a-z][A-Z]|[*]/[*]")
"""Capitals within a word, and two names of a program, each set off: `*parent*/*child*`."""
_LEFT_PARTS: Final = re.compile(r"(?:[^\W_]+-)*$")
_RIGHT_PARTS: Final = re.compile(r"(?:-[^\W_]+)*")
_INNER_DOT: Final = re.compile(r"[^\W_][.][^\W_]|[^\W_]::?[^\W_]|://|@|[*]/[*]")
_BEGINS_CODE: Final = re.compile(
    rf"(?:[$%<{{\\#~&=@|]|^-{{1,2}}(?:[A-Za-z][\w-]*-)?|^[.]{{0,2}}/|^[.]|[^\W_][.]|[^\s\w]?:|{CODE})$"
)
_ENDS_CODE: Final = re.compile(rf"^(?:[(=@]|\[(?!\s)|[.][^\W_]|::|:[^\W\s]|/$|/[\s,;]|-\d|[}}%$>]|{CODE}|\\)")


_WORK: Final = (
    r"album|band|book|brand|cartoon|choir|comedy|comic|company|documentary|drama|film|magazine|memoir|movie|musical|newspaper"
    r"|novel|opera|orchestra|painting|play|podcast|poem|pub|series|show|sitcom|song|story"
    r"|bird|boat|cat|dog|fish|flower|hill|horse|island|moth|mountain|plant|river|route|ship|stream|street|village"
)
_IS_CALLED_SO: Final = re.compile(
    r"^\s+(?:(?:is|was|became|remains)\s+(?:an?|the|one of the|[A-Z][^\W_]+(?:'s|\u2019s)?)\s+"
    rf"(?:[^\W_]+[\s-]+){{0,3}}?(?:{_WORK})s?\b|(?:came out|was published|premiered|aired)\b"
    r"|(?:is|was) the (?:working )?(?:title|name)\b)"
    rf"|^,\s+(?:an?|the)\s+(?:[^\W_]+[\s-]+){{0,3}}?(?:{_WORK}|agency|charity|firm|label|team|club)\b"
)
_SET_OFF: Final = re.compile(r"(?<![^\W_*])[*_]{1,2}(?=[A-Z])([^*_\n]*)$")
_LETTERS: Final = re.compile(r"[^\W_]+")
_SHORT: Final = 3
"""Letters of a word that is often small in a title; a title set off has more words than that (our choice)."""
_IS_SURNAME: Final = re.compile(r",\s+[A-Z][a-z]+\s*(?::|\(eds?\b)")
"""A first name that follows a last one, as in lists of books."""
_IS_BY: Final = re.compile(r"\s+by\s+[A-Z]")
_CALLS: Final = re.compile(
    r"\b(?:titles?|entitled|titled|Operation|(?:album|book|cartoon|comedy|comic|documentary|drama|film|magazine|memoir"
    r"|movie|musical|novel|opera|painting|play|podcast|poem|series|sitcom|song)(?:\s+(?:called|titled|entitled))?)"
    r"\s+(?:[A-Z][^\W_]*\s+(?:(?:of|in|on|among|the|a|and|for)\s+){0,3})*[\"\u201c'\u2018*_]?$"
)
"""What calls something so: its title may begin a few words before what was found."""


def _is_in_set_off_title(before: str, words: str) -> bool:
    """Whether stars or underscores set off a title that holds the words: each but the small has a capital."""
    found = _SET_OFF.search(before[-120:])
    if found is None:
        return False
    parts = _LETTERS.findall(f"{found[1]} {words}")
    return len(parts) > _SHORT and all(part[0].isupper() or len(part) <= _SHORT for part in parts)


def is_title(before: str, words: str, after: str) -> bool:
    """Whether what stands around words with a capital says that they are the name of a work or a place."""
    if _is_in_set_off_title(before, words):
        return True
    if not words[:1].isupper():
        return False
    last = words.rsplit(maxsplit=1)[-1][0]
    return (
        _IS_CALLED_SO.match(after) is not None
        or _IS_SURNAME.match(after) is not None
        or (last.isupper() and _IS_BY.match(after) is not None)
        or (last.isupper() and _CALLS.search(before[-80:]) is not None)
    )


def is_identifier(before: str, words: str, after: str) -> bool:
    """Whether the words are part of a path, an address, an option, or a name out of a program."""
    if _CAMEL.search(words):
        return True
    left = "" if not before or before[-1].isspace() else before[-80:].rsplit(None, 1)[-1]
    right = "" if not after or after[0].isspace() else after[:80].split(None, 1)[0]
    if not left and not right.strip(".,;:!?\"')"):
        return False
    return (
        _INNER_DOT.search(f"{left[-40:]}x{right}") is not None
        or _BEGINS_CODE.search(left) is not None
        or _ENDS_CODE.search(right) is not None
        or (left.count("/") + right.count("/") > 1 and "/" not in words)
        or _is_one_of_many(left, words, right)
    )


def _is_one_of_many(left: str, words: str, right: str) -> bool:
    """Whether a single word is one of three at least that hyphens join, as in `mail-whitelist-file`."""
    if not words.isalpha():
        return False
    before, after = _LEFT_PARTS.search(left), _RIGHT_PARTS.match(right)
    return before is not None and after is not None and f"{before[0]}{after[0]}".count("-") > 1


def is_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are a name or a part of one: capitals in a row, two at least.

    The capital that begins a sentence says nothing; nor do words all in capitals.
    """
    meant = words[start:end]
    if not meant or all(word.written.isupper() for word in meant):
        return False
    if _tells(words, start) and _goes_on_left(words, start):
        return True
    if _has_capital(meant[-1]) and _goes_on_right(words, end):
        return True
    capitals = sum(_tells(words, at) for at in range(start, end))
    whole = all(_has_capital(word) or word.text in _SMALL for word in meant)
    if (
        whole and start == 0 and capitals and meant[0].text in _ARTICLES
    ):  # "The Ravens won", not "The ravens won"
        return True
    return whole and (capitals > 1 or (capitals > 0 and start > 0 and _goes_on_left(words, start)))


def _goes_on_left(words: Sequence[Word], start: int) -> bool:
    """Whether a capital stands before, small words such as “of the” apart."""
    at = start
    while at > 0 and words[at].joined and start - at < _MOST_SMALL:
        at -= 1
        if words[at].text not in _SMALL:
            return _has_capital(words[at]) and (at > 0 or _begins_name(words, start))
    return False


def _begins_name(words: Sequence[Word], start: int) -> bool:
    """Whether the first word of a sentence begins a name, as in “Coalition for the …”, not “Ask the …”."""
    between = {word.text for word in words[1:start]}
    return words[0].text not in _NO_NAME and (not between or not between <= _ARTICLES)


def _goes_on_right(words: Sequence[Word], end: int) -> bool:
    return end < len(words) and words[end].joined and _has_capital(words[end])


def _tells(words: Sequence[Word], at: int) -> bool:
    """Whether a word has a capital that means something: the first of a sentence has one anyway."""
    word = words[at]
    if not _has_capital(word):
        return False
    return at > 0 or (len(word.text) > 1 and word.written.isupper())


def _has_capital(word: Word) -> bool:
    return word.written[0].isupper() and word.text not in _I


_I: Final = frozenset({"i", "i'm", "i've", "i'd", "i'll"})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_MOST_SMALL: Final = 3
"""Small words in a row within a name, at most (our choice)."""
