"""How right the rules are on labelled sentences: counts, precision and recall for a profile and a split.

A sentence is found where the profile marks anything in it. Precision is the share of found sentences that are
labelled to be found, recall the share of those labelled that are found (van Rijsbergen 1979, chapter 7). The
interval is Wilson's (1927) at 95 %.

    python -m tests.interrupt.labelled.measure [--misses]
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from alongside.interrupt.check import check_passage, load_rules
from alongside.interrupt.hits import Passage, Profile

SENTENCES = Path(__file__).parent / "sentences.jsonl"
Z = 1.959964
SPLITS = ("tune", "held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, what was said of it beforehand, and in which profiles that holds."""

    id: str
    text: str
    is_due: bool
    rules: tuple[str, ...]
    profile: str
    split: str

    def counts_in(self, profile: Profile) -> bool:
        """Whether its label says something about this profile.

        What is due by default is due everywhere, other things in their profile alone. What must be silent in
        strict must be silent by default.
        """
        if self.is_due:
            return self.profile in {Profile.DEFAULT, profile}
        return profile == Profile.DEFAULT or (profile == Profile.STRICT and self.profile == "strict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Sentences found that were due, found that were not, and due but not found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of those found, the share that was due, 0 to 1."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of those due, the share that was found, 0 to 1."""
        return self.right / (self.right + self.missed)


def wilson(share: float, of: int) -> tuple[float, float]:
    """The 95 % interval of a share seen in so many cases (Wilson 1927)."""
    middle = share + Z * Z / (2 * of)
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    return (middle - half) / (1 + Z * Z / of), (middle + half) / (1 + Z * Z / of)


@cache
def sentences() -> tuple[Sentence, ...]:
    """All of them, in the order of the file."""
    rows = [json.loads(line) for line in SENTENCES.read_text("utf-8").splitlines()]
    return tuple(
        Sentence(
            id=row["id"],
            text=row["text"],
            is_due=row["label"] == "flag",
            rules=tuple(row["rules"]),
            profile=row["profile"],
            split=row["split"],
        )
        for row in rows
    )


@cache
def found(profile: Profile) -> dict[str, tuple[str, ...]]:
    """The rules that speak, by the sentence's id."""
    rules = load_rules(profile=profile)
    return {
        each.id: tuple(hit.rule for hit in check_passage(Passage(data=each.text.encode()), rules))
        for each in sentences()
    }


def score(profile: Profile, split: str) -> Score:
    """The counts of one half."""
    due = [each for each in sentences() if each.split == split and each.counts_in(profile)]
    hit = found(profile)
    if profile is Profile.JOB_AD:  # its own rules alone: texts that are no adverts say nothing about it
        due = [each for each in due if each.profile == "job-ad"]
    return Score(
        right=sum(each.is_due and bool(hit[each.id]) for each in due),
        wrong=sum(not each.is_due and bool(hit[each.id]) for each in due),
        missed=sum(each.is_due and not hit[each.id] for each in due),
    )


def row(profile: Profile, split: str) -> str:
    """A line of the table in the docs."""
    told = score(profile, split)
    shares = []
    for share, of in (
        (told.precision, told.right + told.wrong),
        (told.recall, told.right + told.missed),
    ):
        low, high = wilson(share, of)
        shares.append(f"{share:.3f} ({low:.2f}\u2013{high:.2f})")
    cells = (profile.value, split, told.right, told.wrong, told.missed, *shares)
    return f"| {' | '.join(map(str, cells))} |"


def misses(profile: Profile) -> Iterator[str]:
    """What is found though it should not be, and the other way round, in the half for tuning."""
    hit = found(profile)
    for each in sentences():
        if each.split == "tune" and each.counts_in(profile) and each.is_due != bool(hit[each.id]):
            told = "not found" if each.is_due else f"found by {', '.join(hit[each.id])}"
            yield f"{each.id} [{', '.join(each.rules)}] {told}: {each.text}"


if __name__ == "__main__":
    for a_profile in (Profile.DEFAULT, Profile.STRICT, Profile.JOB_AD):
        for a_split in SPLITS:
            sys.stdout.write(f"{row(a_profile, a_split)}\n")
    if "--misses" in sys.argv:
        for a_profile in (Profile.DEFAULT, Profile.STRICT):
            sys.stdout.writelines(f"{each}\n" for each in misses(a_profile))
