"""Coming back and reading replies: CPU seconds, medians of five, and a verdict.

Run from the repository root with the package installed: python benchmarks/bench_practise.py. `reschedule`
stands beside the package it is built on, called with cards of its own and nothing kept in between; and beside
the same with the card read from and written to a plain dict each time, which is what keeping it takes.
"""

import platform
import sys
import time
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

import fsrs

from alongside.practise.correction import assess_reply
from alongside.practise.reply_rules import reply_rules
from alongside.practise.schedule import (
    LONGEST_DAYS,
    RETENTION,
    Memory,
    Rating,
    as_body,
    from_body,
    reschedule,
)

RUNS = 5
REVIEWS = 20_000
LEAST_REVIEWS_S = 20_000
MOST_OVERHEAD = 1.25
LEAST_REPLIES_S = 500
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
RATINGS = [Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.HARD, Rating.EASY] * (REVIEWS // 5)
REPLIES = Path(__file__).resolve().parent.parent / "tests" / "practise" / "data" / "replies.toml"


def together(*works: Callable[[], object]) -> list[tuple[float, float]]:
    """Median CPU seconds and spread (largest over smallest) of each, run in turns so that noise meets all."""
    runs: list[list[float]] = [[] for _work in works]
    for _ in range(RUNS):
        for work, seconds in zip(works, runs, strict=True):
            start = time.process_time()
            work()
            seconds.append(time.process_time() - start)
    return [(median(each), max(each) / min(each)) for each in runs]


def ours() -> Memory | None:
    """One skill, reviewed again and again on its day."""
    state, now = None, NOON
    for rating in RATINGS:
        state = reschedule(state, rating, now=now)
        now = state.due
    return state


def ours_kept() -> Memory | None:
    """The same, through the body that is kept."""
    state, now = None, NOON
    for rating in RATINGS:
        after = reschedule(from_body(state) if state else None, rating, now=now)
        state, now = as_body(after), after.due
    return from_body(state) if state else None


def bare() -> fsrs.Card:
    """The package alone, in its own types, with our settings."""
    scheduler, given = _scheduler(), [fsrs.Rating(rating) for rating in RATINGS]
    card, now = fsrs.Card(card_id=0, due=NOON), NOON
    for rating in given:
        card, _log = scheduler.review_card(card, rating, now)
        now = card.due
    return card


def bare_kept() -> fsrs.Card:
    """The package with its own plain dict in between."""
    scheduler, given = _scheduler(), [fsrs.Rating(rating) for rating in RATINGS]
    kept, now = fsrs.Card(card_id=0, due=NOON).to_dict(), NOON
    for rating in given:
        card, _log = scheduler.review_card(fsrs.Card.from_dict(kept), rating, now)
        kept, now = card.to_dict(), card.due
    return fsrs.Card.from_dict(kept)


def _scheduler() -> fsrs.Scheduler:
    return fsrs.Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )


def coming_back() -> None:
    """`reschedule` beside fsrs; both end on the same day."""
    names = ("reschedule", "bare fsrs", "reschedule, kept in between", "bare fsrs, kept in between")
    reschedule(None, Rating.GOOD, now=NOON)  # the import is paid once
    assert ours().due == bare().due == ours_kept().due == bare_kept().due  # noqa: S101
    found = together(ours, bare, ours_kept, bare_kept)
    for name, (seconds, spread) in zip(names, found, strict=True):
        print(f"{name:28} {REVIEWS / seconds:>9,.0f} a second (spread {spread:.2f})")
    (mine, _), (theirs, _), (mine_kept, _), (theirs_kept, _) = found
    print(f"at least {LEAST_REVIEWS_S:,} a second: {verdict(good=REVIEWS / mine >= LEAST_REVIEWS_S)}")
    print(f"ratio to bare fsrs {mine / theirs:.2f}: {verdict(good=mine / theirs <= MOST_OVERHEAD)}")
    print(f"ratio with keeping {mine_kept / theirs_kept:.2f}")


def replies() -> None:
    """Replies read a second, over those labelled by hand."""
    rules = reply_rules("en")
    texts = [each["text"] for each in tomllib.loads(REPLIES.read_text("utf-8"))["reply"]]
    ((seconds, spread),) = together(lambda: [assess_reply(text, rules=rules) for text in texts])
    rate = len(texts) / seconds
    print(f"replies: {rate:,.0f} a second (spread {spread:.2f}): {verdict(good=rate >= LEAST_REPLIES_S)}")


def verdict(*, good: bool) -> str:
    """What is printed beside a budget."""
    return "holds" if good else "DOES NOT HOLD"


if __name__ == "__main__":
    print(f"Python {platform.python_version()}, fsrs {version('fsrs')}, {sys.platform}; medians of {RUNS}")
    coming_back()
    replies()
