"""Words, sentences, and the language's lists: what counts as a backchannel, an answer, an invitation.

The lists are content (`content/<locale>/speech/*.toml`), because they belong to a language. Without a list,
the metric that needs it is not measured. Words are runs of letters, apostrophes and
hyphens inside them included.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alongside.core import content
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

WORD = re.compile("\\w+(?:['\u2019-]\\w+)*")
_SENTENCE = re.compile(r"[^.?!…。？！؟]+[.?!…。？！؟]*")  # noqa: RUF001 -- other scripts' own marks
_ROOT = 3  # letters a root keeps, and a content word has at least (our choice)
_CLOSING = " \"'\u201d\u2019\u00bb)"
_QUESTION_MARKS = ("?", "？", "؟")  # noqa: RUF001 -- other scripts' own marks


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLists:
    """One language's lists. Single words are sets; phrases are tuples of words; patterns hold `{name}`."""

    locale: str
    backchannels: frozenset[str]
    fillers: frozenset[str]
    function_words: frozenset[str]
    question_words: frozenset[str]
    inversions: frozenset[str]
    tags: tuple[tuple[str, ...], ...]
    checks: tuple[tuple[str, ...], ...]
    acknowledgements: tuple[tuple[str, ...], ...]
    answers: tuple[tuple[str, ...], ...]
    first_reply_openings: tuple[tuple[str, ...], ...]
    departures: tuple[tuple[str, ...], ...]
    links: frozenset[str]
    asked_people: frozenset[str]
    amount_questions: frozenset[str]
    amounts: frozenset[str]
    invitations: tuple[str, ...]
    credits: tuple[str, ...]


def words(text: str) -> list[str]:
    """The words of a text, folded for comparing."""
    return WORD.findall(unicodedata.normalize("NFC", text).casefold().replace("\u2019", "'"))


def sentences(text: str) -> list[str]:
    """The text's sentences with their closing marks, split at full stops, question and exclamation marks."""
    return [part.strip() for part in _SENTENCE.findall(text) if WORD.search(part)]


def ends_as_question(sentence: str) -> bool:
    """Whether a question mark closes it. A mark in brackets is a transcriber's doubt, "[?]"."""
    if sentence.rstrip("?").endswith(("[", "(")):
        return False
    return sentence.rstrip(_CLOSING).endswith(_QUESTION_MARKS)


def opens_with(spoken: Sequence[str], phrases: Iterable[Sequence[str]]) -> bool:
    """Whether the words begin with one of the phrases."""
    return any(tuple(spoken[: len(phrase)]) == tuple(phrase) for phrase in phrases)


def holds(spoken: Sequence[str], phrases: Iterable[Sequence[str]]) -> bool:
    """Whether one of the phrases occurs among the words, side by side."""
    line = f" {' '.join(spoken)} "
    return any(f" {' '.join(phrase)} " in line for phrase in phrases)


def stem(word: str) -> str:
    """A rough root, so that "costs" meets "cost" and "planning" meets "planned". English only, no more."""
    for ending in ("'s", "ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _ROOT:
            return word[: -len(ending)]
    return word


def content_words(spoken: Iterable[str], lists: SpeechLists) -> frozenset[str]:
    """Roots of the words that carry the matter: longer than two letters and no function word or filler."""
    idle = lists.function_words | lists.fillers | lists.backchannels
    return frozenset(stem(word) for word in spoken if len(word) >= _ROOT and word not in idle)


def from_entries(entries: Iterable[Mapping[str, object]], *, locale: str) -> SpeechLists:
    """The lists out of content entries `{id, kind, items}`; a kind that no entry has is empty."""
    by_kind: dict[str, list[str]] = {}
    for entry in entries:
        items = entry.get("items")
        if isinstance(items, Sequence) and not isinstance(items, str):
            by_kind.setdefault(str(entry.get("kind")), []).extend(str(item) for item in items)
    return SpeechLists(
        locale=locale,
        backchannels=_set(by_kind, "backchannels"),
        fillers=_set(by_kind, "fillers"),
        function_words=_set(by_kind, "function-words"),
        question_words=_set(by_kind, "question-words"),
        inversions=_set(by_kind, "inversions"),
        tags=tuple(_phrases(by_kind, "tags")),
        checks=tuple(_phrases(by_kind, "checks")),
        acknowledgements=tuple(_phrases(by_kind, "acknowledgements")),
        answers=tuple(_phrases(by_kind, "answers")),
        first_reply_openings=tuple(_phrases(by_kind, "first-reply-openings")),
        links=_set(by_kind, "links"),
        departures=tuple(_phrases(by_kind, "departures")),
        asked_people=_set(by_kind, "asked-people"),
        amount_questions=_set(by_kind, "amount-questions"),
        amounts=_set(by_kind, "amounts"),
        invitations=tuple(by_kind.get("invitations", ())),
        credits=tuple(by_kind.get("credits", ())),
    )


def _set(by_kind: Mapping[str, list[str]], kind: str) -> frozenset[str]:
    return frozenset(item.casefold() for item in by_kind.get(kind, ()))


def _phrases(by_kind: Mapping[str, list[str]], kind: str) -> Iterator[tuple[str, ...]]:
    return (tuple(words(item)) for item in by_kind.get(kind, ()))


def speech_lists(locale: str, *, also: Sequence[Path] = (), cache: Path | None = None) -> SpeechLists:
    """The lists of a language, ours and those under `also`. Raises Trouble where there are none."""
    loaded = content.load("speech", locale=locale, also=also, cache=cache)
    if not loaded.entries:
        raise Trouble(
            "--lang",
            _("there are no lists of words for “%(locale)s” yet.") % {"locale": locale},
            _("Leave it out for English; talk time is measured in any language."),
        )
    return from_entries(loaded.entries, locale=locale)
