"""Words that are spoken about, not used: in quotation marks, after “the word”, in lists of what to avoid.

Limits: quotation marks are looked for in the same paragraph, within the stretch around the words; a quotation
over several paragraphs, and one set off by its layout alone, is not seen.
"""

import re
from enum import StrEnum
from typing import Final


class Mention(StrEnum):
    """What becomes of words that are quoted or spoken about: silence, a hint, or the same as anywhere."""

    SKIP = "skip"
    CONSIDER = "consider"
    FLAG = "flag"


CODE: Final = "\x1a"
"""Stands for each byte of code or an address; a run of them counts as one word, for a thing."""
_PAIRS: Final = (("\u201c\u201e", "\u201d"), ("\u201e", "\u201c"), ("\u00ab", "\u00bb"))
"""What opens and what closes a quotation, where the two are not alike."""
_OPENS_ITALICS: Final = re.compile(r"(?<![^\W_])[_*]+[\"\u201c]")
_CLOSES_ITALICS: Final = re.compile(r"(?<=\S)[\"\u201d][_*]+(?![^\W_])")
"""What opens and closes a quotation in italics: quotation marks within it are others."""
_BEGINS_QUOTED: Final = re.compile(r"\s*[_*]*[\"\u201c\u201e]")
_CLOSES_ANY: Final = re.compile(r"(?<=\S)[\"\u201d]")
_BESIDE: Final = r"(?:^|(?<=[\s(\[{<>*_=\u201c\u2014\u2013/-]))"
_OPENS_DOUBLE: Final = re.compile(rf"{_BESIDE}\"{{1,2}}(?=[^\s\"])")
_CLOSES_DOUBLE: Final = re.compile(r"(?<=\S)\"")
_OPENS_SINGLE: Final = re.compile(rf"(?:{_BESIDE}|(?<=\"))['\u2018`]+(?=[^\W_])")
_SINGLE: Final = re.compile("['\u2018`]")
_CLOSES_SINGLE: Final = re.compile(r"(?<=[\w.,!?\u2026;:)*])['\u2019`]+(?![^\W_])")
_WORD: Final = (
    r"words?|terms?|phrases?|expressions?|labels?|names?|nouns?|verbs?|adjectives?|pronouns?|synonyms?|slurs?"
    r"|insults?|idioms?|spellings?"
)
_NAMED: Final = re.compile(
    rf"\b(?:{_WORD}|labell?ed|named|referred to|synonymous (?:to|with)|so-called|spell(?:ed|ing|s)?|termed)"
    r"(?:\s+(?:as|is|was|are|like|such as))?[\s:,(]*[\W_]{0,3}$"
)
_SAID: Final = re.compile(
    r"\b(?<!let's )(?:say|says|saying|said|calls?|called|calling|wrote|written|typed|shouted)"
    r"[\s:,]+[\W_]{0,3}$"
)
_BEGINS_SPEECH: Final = re.compile(
    r"(?:the|an?|this|that|these|those|my|your|his|her|our|their|i|you|he|she|it|we|they|who|what|where|how|no|all|every|such)\b"
)
_GOES_ON: Final = re.compile(
    r"\s+(?:are|aren't|were|weren't|have|do|don't|can|can't|cannot|could|will|won't|would|should|must|always|never|take|get|come)\b"
)
"""What makes words after “say” the beginning of what is said: “they say foreigners are …”."""
_AVOID: Final = re.compile(
    r"\b(?:avoid(?:s|ed|ing)?|instead of|rather than|in place of|replac(?:e|es|ed|ing)|renam(?:e|es|ed|ing)"
    r"|(?:do not|don't|not|never|stop|no longer) (?:use|say|write|using|saying|writing))"
    rf"(?: (?:using|saying|writing|words? like|terms? like|the (?:{_WORD})))?\b"
)
_LISTED: Final = re.compile(
    r"\b(?<!other )(?:words|terms|phrases|expressions|adjectives|nouns|pronouns|slurs|insults|synonyms)"
    r"(?: (?:(?:to|we|you) avoid|not to use|such as|like|including|include|are|were)(?=[ :])|(?=[:(]))"
    r"[^.;!?]{0,120}$"
)
_SPOKEN_OF: Final = re.compile(
    rf"^[\W_]{{0,3}}(?:is|was|are|were|has been|have been|can be|may be|remains?|sounds?|became|becomes)"
    rf"\s+(?:[^\W_]+[\s-]+){{0,4}}(?:{_WORD})\b|^\s*(?:->|=>|\u2192|\u21d2)"
)
_STUDY_WORD: Final = (
    r"(?:essay|thesis|paper|chapter|article|linguist|researcher|dictionar(?:y|ies)|glossary|style guide"
    r"|guide|handbook|manual|census|remark|slogan|headline|caption|phrase|word|term|slur|noun|question|line"
    r"|coined|spread|history of|proverb|saying|idiom|leaflet|hashtag|memoir|novel|film|episode|textbook"
    r"|lesson|workshop|transcript|editorial|quiz|court|inquest|inquiry|tribunal|hearing|referee|witness(?:es)?"
    r"|survey|interviewee|anthology|petition|historian|campaign)s?"
)
_STUDIED: Final = re.compile(rf"\b{_STUDY_WORD}\b[^.!?;]*$", re.IGNORECASE)
_TOLD_LATER: Final = re.compile(
    r"\bhad\s+(?:only\s+|once\s+)?(?:told|asked|said|shouted|heard|answered)\b", re.IGNORECASE
)
"""Somebody tells of it long after: what was said then is not said here."""
_STUDIED_AFTER: Final = re.compile(
    r"^[\W_]{0,3}(?:is|was|are|were)\s+(?:not\s+)?(?:an?|the|one)\s+(?:[^\W_]+[\s-]+){0,3}?"
    rf"{_STUDY_WORD}\b",
    re.IGNORECASE,
)
_HURLED: Final = re.compile(
    r"\b(?:paint|spray|scrawl|scratch|daub|shout|yell|scream|chant)(?:s|ed|ing)?\s+(?:the|a)\s+(?:word|slur)[\W_]*$",
    re.IGNORECASE,
)
"""Words that somebody threw at people, though “the word” stands before them."""
_STUDY: Final = 70
"""Characters before quoted words in which stands who writes about them (our choice)."""
_PLAIN: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_NEAR: Final = 40
"""Characters before words in which one that names them stands (our choice)."""
_FAR: Final = 160
"""Characters before words in which a list of words begins (our choice)."""
_BEFORE_STRING: Final = (CODE, '"', "'")
_AFTER_STRING: Final = (CODE, "", "\n", '"', "'")
_JOINS: Final = frozenset({"and", "or", "nor"})
_LONGEST_ITEM: Final = 3
"""Words of an item in a list of what to avoid (our choice)."""


def is_mentioned(before: str, words: str, after: str) -> bool:
    """Whether words are quoted or spoken about, from what stands before and after them in a paragraph."""
    return is_quoted(before, after) or is_spoken_about(before.lower(), words.lower(), after.lower())


def is_studied(before: str, after: str) -> bool:
    """Whether somebody writes about words that are quoted: a paper, a dictionary, a style guide."""
    near = before[-_STUDY:]
    if _HURLED.search(near) is not None:
        return False
    told = _TOLD_LATER.search(near) or _TOLD_LATER.search(after[:_STUDY])
    return told is not None or _STUDIED.search(near) is not None or _STUDIED_AFTER.match(after) is not None


def is_quoted(before: str, after: str) -> bool:
    """Whether a quotation opens before and closes after."""
    if _SINGLE.search(before) is not None and _within(before, after, _OPENS_SINGLE, _CLOSES_SINGLE):
        return True
    return is_in_long_quotation(before, after)


def is_in_long_quotation(before: str, after: str) -> bool:
    """The same, but for single marks: far away, one of them is more often an apostrophe."""
    return (
        ('"' in before and _within(before, after, _OPENS_DOUBLE, _CLOSES_DOUBLE))
        or any(_in_pair(before, after, opening, closing) for opening, closing in _PAIRS)
        or _in_italics(before, after)
        or _goes_on(before)
    )


def _goes_on(before: str) -> bool:
    """Whether a paragraph begins with a mark that it does not close: a quotation goes on in the next one."""
    opened = _BEGINS_QUOTED.match(before)
    return opened is not None and _CLOSES_ANY.search(before, opened.end()) is None


def _in_italics(before: str, after: str) -> bool:
    if '"' not in before and "\u201c" not in before:
        return False
    opened = max((found.end() for found in _OPENS_ITALICS.finditer(before)), default=0)
    if not opened or _CLOSES_ITALICS.search(before, opened):
        return False
    return _CLOSES_ITALICS.search(f"x{after}", 1) is not None


def _in_pair(before: str, after: str, opening: str, closing: str) -> bool:
    opened = max(before.rfind(mark) for mark in opening)
    return opened > before.rfind(closing) and closing in after


def _within(before: str, after: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> bool:
    """The same for marks that look alike at both ends: which end it is, the space beside it tells."""
    text, start, end = f"{before}x", 0, -1
    for found in opens.finditer(text):
        start, end = found.span()
    if end < 0 or closes.search(text, end) is not None:
        return False
    closed = closes.search(f"x{after}", 1)
    return closed is not None and not _is_string(before[:start], after[closed.end() - 1 :])


def _is_string(before: str, after: str) -> bool:
    """Whether marks begin and end a string of a program or of data: code or a string is beside them."""
    return before.rstrip(" ")[-1:] in _BEFORE_STRING and after.lstrip(" ")[:1] in _AFTER_STRING


def is_spoken_about(before: str, words: str, after: str) -> bool:
    """Whether a word such as “the term” or “avoid” says that words follow. All in lower case."""
    near = before[-_NEAR:]
    if _SAID.search(near) and not _is_speech(words, after):
        return True
    if _NAMED.search(near) or _SPOKEN_OF.match(after):
        return True
    before = before[-_FAR:]
    if _LISTED.search(before):
        return True
    rest = None
    for found in _AVOID.finditer(before):
        rest = before[found.end() :]
    return rest is not None and _is_list(rest)


def _is_speech(words: str, after: str) -> bool:
    """Whether the words begin what somebody said: “they say the poor” is of people, not of a word."""
    return _BEGINS_SPEECH.match(words) is not None or (
        words.endswith("s") and _GOES_ON.match(after) is not None
    )


def _is_list(rest: str) -> bool:
    """Whether only short items, parted by commas, stand there, so that the words are one of them."""
    *items, last = rest.split(",")
    words = _PLAIN.findall(last)
    if words and words[-1] in _JOINS:
        items.append(" ".join(words[:-1]))
        words = []
    return not words and all(len(item.split()) <= _LONGEST_ITEM for item in items)
