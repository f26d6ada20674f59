"""Search over the library, the cards and earlier answers: what fits the words best, and why.

SQLite's FTS5 in memory, from the standard library: `unicode61 remove_diacritics 2`, BM25 (Robertson &
Zaragoza 2009) with weights for title, why, authors, topics and body. What people type is never query syntax:
every word is quoted. Where SQLite was built without FTS5, a plain count of the words takes its place, with
the same results in a coarser order.

One index in the process serves an installation on SQLite and one on PostgreSQL alike: what is searched is
content that nobody changes while the server runs, it lies in memory anyway, and so results cannot depend on
the database. Full text in PostgreSQL would only add a second ranking to explain. Method: docs/method/learn.md
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from alongside.core.language import gettext as _
from alongside.learn.library import Filterable, Filters
from alongside.learn.ranking import FIELDS, Document, Folded, Phrase, Ranking, Wanted, fold_all, rank_by
from alongside.learn.words import root, typed_words, without, words_of

MOST_WORDS: Final = 32
"""Words of one search that count (our choice)."""
SHORTEST_BEGINNING: Final = 2
"""Letters that the last word needs to stand for all words that begin with it (our choice)."""
LONGEST_TERM: Final = 4
"""Words of the longest term that other terms can stand for."""
EVERYDAY: Final = 0.15
"""How much a word counts that stands in all sorts of questions, such as colleague (our choice)."""
OTHER_LANGUAGE: Final = 0.5
"""How much less a work in another language than the question's counts (our choice)."""
NEAREST: Final = 3
REASONS: Final = 2
SNIPPET: Final = 160
SHORT: Final = 280
"""Characters of the text shown beside a hit, and up to which it is shown whole (taste)."""

_IN_FIELD: Mapping[str, Callable[[], str]] = {
    "title": lambda: _("“%(word)s” is in the title."),
    "topics": lambda: _("“%(word)s” is one of its topics."),
    "authors": lambda: _("“%(word)s” is among its authors."),
    "why": lambda: _("“%(word)s” is in what we say about it."),
    "body": lambda: _("“%(word)s” is in its text."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: `kind` is resource, card or answer; `reasons` say where the words stand."""

    kind: str
    id: str
    title: str
    snippet: str
    reasons: tuple[str, ...]
    thing: Filterable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best hits, how many there are in all, other words searched too, and near ones where none fits."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    also: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Documents made ready to be searched. One index may be asked by several threads at once."""

    documents: tuple[Document, ...]
    folded: tuple[Folded, ...]
    ranking: Ranking
    synonyms: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    stop_words: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    less: Mapping[int, float] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()
    vocabulary: tuple[str, ...] = ()
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def index(  # noqa: PLR0913  # what a language brings with it
    documents: Sequence[Document],
    *,
    synonyms: Sequence[Sequence[str]] = (),
    stop_words: Sequence[str] = (),
    everyday: Sequence[str] = (),
    language: str = "",
    fts5: bool = True,
) -> Index:
    """Make documents ready to be searched. `synonyms` are groups of terms; `fts5=False` counts words.

    `everyday` words say little about what is meant; `language` is the reader's own, or "" for any.
    """
    folded = fold_all(documents)
    words = (word for each in folded for name in ("title", "topics") for word in each[name])
    telling = {word for word in words if len(word) >= NEAREST}
    others = [
        place for place, each in enumerate(documents) if language and each.language not in {"", language}
    ]
    return Index(
        documents=tuple(documents),
        folded=folded,
        ranking=rank_by(folded, fts5=fts5),
        synonyms=_other_terms(synonyms),
        stop_words=frozenset(word for each in stop_words for word in words_of(each)),
        everyday=frozenset(root(word) for each in everyday for word in words_of(each)),
        less=dict.fromkeys(others, OTHER_LANGUAGE),
        foreign=_foreign(folded, others),
        vocabulary=tuple(sorted(telling)),
        families=_families(folded),
    )


def _foreign(folded: Sequence[Folded], others: Sequence[int]) -> frozenset[str]:
    """Words that stand in the titles of works in other languages and nowhere else."""
    titles = {word for place in others for word in folded[place]["title"]}
    elsewhere = set(others)
    ours = (
        word
        for place, each in enumerate(folded)
        for name in FIELDS
        if name != "title" or place not in elsewhere
        for word in each[name]
    )
    return frozenset(titles.difference(ours))


def _families(folded: Sequence[Folded]) -> dict[str, tuple[str, ...]]:
    """Every word that stands somewhere, under its root."""
    families: dict[str, list[str]] = {}
    for word in sorted({word for each in folded for words in each.values() for word in words}):
        families.setdefault(root(word), []).append(word)
    return {each: tuple(words) for each, words in families.items()}


def _other_terms(groups: Sequence[Sequence[str]]) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The other terms of a group, under the roots of a term's words."""
    others: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
    for group in groups:
        terms = [tuple(words_of(term)) for term in group]
        for term in terms:
            akin = {other: None for other in terms if _roots(other) != _roots(term)}
            others.setdefault(_roots(term), {}).update(akin)
    return {term: tuple(found) for term, found in others.items()}


def _roots(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(root, words))


def search(index: Index, words: str, *, filters: Filters | None = None, limit: int = 10) -> Found:
    """What fits the words best, among what the filters allow; nothing for words that say nothing."""
    wanted = _wanted(index, words)
    if not wanted:
        return Found()
    abroad = any(each.said in index.foreign for each in wanted)
    places = index.ranking.best(wanted, less={} if abroad else index.less)
    if filters is not None and filters.any_set:
        places = [place for place in places if _allowed(index.documents[place], filters)]
    return Found(
        hits=tuple(_hit(index, place, wanted) for place in places[:limit]),
        total=len(places),
        also=_also(wanted),
        nearest=() if places else _nearest(index, wanted),
    )


def _allowed(document: Document, filters: Filters) -> bool:
    return document.thing is not None and filters.allow(document.thing)


def _wanted(index: Index, text: str) -> tuple[Wanted, ...]:
    """Every telling word, and words side by side for which there is another term."""
    typed = typed_words(text)
    telling = list(dict.fromkeys(without(typed, index.stop_words)))[:MOST_WORDS]
    wanted = [
        Wanted(
            said=word,
            forms=_forms(index, word, last=word == typed[-1]),
            others=_others(index, (word,)),
            weight=EVERYDAY if root(word) in index.everyday else 1.0,
        )
        for word in telling
    ]
    for first in range(min(len(typed), MOST_WORDS)):
        for length in range(2, LONGEST_TERM + 1):
            term = tuple(typed[first : first + length])
            if len(term) == length and (others := _others(index, term)):
                wanted.append(Wanted(said=" ".join(term), others=others))
    return tuple(wanted)


def _others(index: Index, term: tuple[str, ...]) -> tuple[Phrase, ...]:
    """What means the same as the words, in every form, and the words as one: anti-racism, antiracism."""
    others = [*index.synonyms.get(_roots(term), ()), *([("".join(term),)] if len(term) > 1 else [])]
    phrases: list[Phrase] = []
    for other in others:
        if len(other) > 1:
            phrases.append(Phrase(words=other))
        else:
            phrases += [Phrase(words=(word,)) for word in index.families.get(root(other[0]), ())]
    return tuple(dict.fromkeys(phrases))


def _forms(index: Index, word: str, *, last: bool) -> tuple[Phrase, ...]:
    """The word, and its other forms that stand somewhere."""
    begins = last and len(word) >= SHORTEST_BEGINNING
    family = (each for each in index.families.get(root(word), ()) if each != word)
    forms = [Phrase(words=(each,)) for each in family if not (begins and each.startswith(word))]
    return (Phrase(words=(word,), begins=begins), *forms)


def _also(wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """The other terms that were searched, one form of each, without other forms of what was typed."""
    said = {root(each.said) for each in wanted}
    found: dict[str, str] = {}
    for term in (" ".join(phrase.words) for each in wanted for phrase in each.phrases):
        if root(term) not in said:
            found.setdefault(root(term), term)
    return tuple(found.values())


def _hit(index: Index, place: int, wanted: Sequence[Wanted]) -> Hit:
    document, reasons = index.documents[place], dict[str, None]()
    for each in wanted:
        if len(reasons) == REASONS:
            break
        where, word = _found_in(index.folded[place], each)
        if where:
            reasons[_IN_FIELD[where]() % {"word": word}] = None
    return Hit(
        kind=document.kind,
        id=document.id,
        title=document.title,
        snippet=_snippet(document, wanted),
        reasons=tuple(reasons),
        thing=document.thing,
    )


def _found_in(folded: Folded, wanted: Wanted) -> tuple[str, str]:
    """The first field, in order of weight, in which one of the phrases stands, and that phrase."""
    for name in FIELDS:
        for phrase in wanted.phrases:
            if said := phrase.found_in(folded[name]):
                return name, said
    return "", ""


def _snippet(document: Document, wanted: Sequence[Wanted]) -> str:
    """What we say about it where that is short; else the sentence in which a word stands."""
    if len(document.why) <= SHORT:
        return document.why
    phrases = [phrase for each in wanted for phrase in each.phrases]
    for text in (document.why, document.body):
        for sentence in text.replace("? ", "?\n").replace(". ", ".\n").splitlines():
            words = words_of(sentence)
            if any(phrase.found_in(words) for phrase in phrases):
                return _cut(sentence)
    return _cut(document.why or document.body)


def _cut(text: str) -> str:
    return text if len(text) <= SNIPPET else text[:SNIPPET].rsplit(" ", 1)[0] + " …"


def _nearest(index: Index, wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """Words of titles and topics that look like those typed: same first letter, about as long."""
    near: dict[str, None] = {}
    for each in wanted:
        word = each.said
        alike = [w for w in index.vocabulary if w[0] == word[0] and abs(len(w) - len(word)) <= NEAREST]
        near.update(dict.fromkeys(get_close_matches(word, alike, NEAREST)))
    return tuple(near)[:NEAREST]
