"""How many words of a job advert a study counted as masculine or feminine, each with its place.

The score is of the text. Limits: it says nothing about who applies; later studies disagree on whether it
matters (Castilla and Rho 2023 found next to nothing, He and Kang that neutral words help). Under 100 words
it says nothing at all. Method: docs/method/job-adverts.md
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.interrupt.job_ad_parts import LeftOut, parts_nobody_can_reword
from alongside.interrupt.stems import Coding, Stem, Stems, read_stems
from alongside.interrupt.word_places import Place, places

FEWEST: Final = 100
"""Words under which nothing is said (taste: one word of a shorter text moves the share by a point)."""
STRONGLY: Final = 3
"""A difference beyond it is strong, as the public Gender Decoder labels (K. Matfield, 2016, models.py)."""
_STRAIGHT: Final = str.maketrans("\u2019\u02bc\u2010\u2011", "''--")
"""Apostrophes and hyphens as people and programs set them, and as the list writes them."""


class Lean(StrEnum):
    """Which way the count leans, or that it cannot be said."""

    CANNOT_SAY = "cannot-say"
    NO_WORDS = "no-coded-words"
    BALANCED = "balanced"
    MASCULINE = "masculine"
    STRONGLY_MASCULINE = "strongly-masculine"
    FEMININE = "feminine"
    STRONGLY_FEMININE = "strongly-feminine"

    @property
    def words(self) -> str:
        """The lean as people read it."""
        return {
            Lean.CANNOT_SAY: _("cannot say: under %(count)d words") % {"count": FEWEST},
            Lean.NO_WORDS: _("no coded words"),
            Lean.BALANCED: _("balanced"),
            Lean.MASCULINE: _("leans masculine"),
            Lean.STRONGLY_MASCULINE: _("leans strongly masculine"),
            Lean.FEMININE: _("leans feminine"),
            Lean.STRONGLY_FEMININE: _("leans strongly feminine"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedWord:
    """A counted word with its place; `left_out` says why nobody can reword it, or is None."""

    word: str
    stem: Stem
    place: Place
    left_out: LeftOut | None = None

    @property
    def coding(self) -> Coding:
        """How the study counted it."""
        return self.stem.coding


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count over some words: `words` in all, of them `masculine` and `feminine`."""

    words: int
    masculine: int
    feminine: int

    @property
    def masculine_share(self) -> float:
        """Masculine words in a hundred, m = 100 · M / W; 0 where there is no word."""
        return 100 * self.masculine / self.words if self.words else 0.0

    @property
    def feminine_share(self) -> float:
        """Feminine words in a hundred, f = 100 · F / W; 0 where there is no word."""
        return 100 * self.feminine / self.words if self.words else 0.0

    @property
    def difference(self) -> float:
        """Masculine less feminine, in words of a hundred."""
        return self.masculine_share - self.feminine_share

    @property
    def lean(self) -> Lean:
        """The label: by F less M, as the public Gender Decoder does it; cannot say under 100 words."""
        if self.words < FEWEST:
            return Lean.CANNOT_SAY
        if not self.masculine and not self.feminine:
            return Lean.NO_WORDS
        return _lean(self.feminine - self.masculine)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobAdScore:
    """The published count, beside it the one over what can be edited, and every counted word in order."""

    published: Count
    editable: Count
    counted: tuple[CodedWord, ...]


def score_job_ad(text: str, stems: Stems | None = None, *, employer: str = "") -> JobAdScore:
    """Count the coded words of an advert.

    `employer` is the employer's name, where known: its words are counted, but not among the editable ones.
    """
    stems = stems or read_stems()
    plain = text.translate(_STRAIGHT)
    parts = parts_nobody_can_reword(plain, employer=employer)
    spans = [found.span() for found in stems.words().finditer(plain)]
    found = [(span, stems.of_word(plain[slice(*span)].lower())) for span in spans]
    where = places(text, [span for span, stem in found if stem])
    counted = tuple(
        CodedWord(word=text[slice(*span)], stem=stem, place=place, left_out=parts.why(span[0]))
        for (span, stem), place in zip(((s, t) for s, t in found if t), where, strict=True)
    )
    editable = sum(parts.why(start) is None for start, _end in spans)
    return JobAdScore(
        published=_count(len(spans), counted),
        editable=_count(editable, (each for each in counted if each.left_out is None)),
        counted=counted,
    )


def balance_lines(text: str, *, employer: str = "") -> tuple[str, ...]:
    """The balance of an advert in a few lines, for a door that prints."""
    score = score_job_ad(text, employer=employer)
    return (
        _("Words that a study of job adverts counted: %(line)s") % {"line": count_line(score.published)},
        _("Of what you can reword: %(line)s") % {"line": count_line(score.editable)},
        _("The studies disagree on whether this matters. Pay, hours and who to ask for adjustments do more."),
    )


def count_line(count: Count) -> str:
    """One count in one line."""
    said = {
        "masculine": count.masculine,
        "feminine": count.feminine,
        "words": count.words,
        "m": f"{count.masculine_share:.1f}",
        "f": f"{count.feminine_share:.1f}",
    }
    words = _("of %(words)d words, %(masculine)d masculine (%(m)s %%), %(feminine)d feminine (%(f)s %%)")
    return f"{words % said}: {count.lean.words}."


def _count(words: int, counted: Iterable[CodedWord]) -> Count:
    codings = [each.coding for each in counted]
    return Count(
        words=words,
        masculine=codings.count(Coding.MASCULINE),
        feminine=codings.count(Coding.FEMININE),
    )


def _lean(difference: int) -> Lean:
    if difference == 0:
        return Lean.BALANCED
    strongly = abs(difference) > STRONGLY
    if difference < 0:
        return Lean.STRONGLY_MASCULINE if strongly else Lean.MASCULINE
    return Lean.STRONGLY_FEMININE if strongly else Lean.FEMININE
