"""How well the rules for replies do on replies labelled by hand: python -m tests.practise.reply_scores"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from alongside.core.statistics import wilson
from alongside.practise.correction import assess_reply
from alongside.practise.reply_rules import Sort, reply_rules

DATA = Path(__file__).parent / "data"
REPLIES = [
    reply
    for file in ("replies.toml", "replies_tune.toml")
    for reply in tomllib.loads((DATA / file).read_text("utf-8"))["reply"]
]
RULES = reply_rules("en")
Score = tuple[int, int, int]
"""Found rightly, found, there."""


def wanted(reply: Mapping[str, Sequence[str]]) -> set[Sort]:
    return {Sort(label.replace("_", "-")) for label in reply["labels"]}


def found(text: str) -> set[Sort]:
    seen = assess_reply(text, rules=RULES)
    return {*seen.parts, *seen.habits}


def scores(split: str) -> dict[Sort, Score]:
    pairs = [(found(each["text"]), wanted(each)) for each in REPLIES if each["split"] == split]
    return {
        sort: (
            sum(sort in mine and sort in theirs for mine, theirs in pairs),
            sum(sort in mine for mine, _theirs in pairs),
            sum(sort in theirs for _mine, theirs in pairs),
        )
        for sort in Sort
    }


def pooled(by_sort: Mapping[Sort, Score]) -> Score:
    right, seen, there = (sum(column) for column in zip(*by_sort.values(), strict=True))
    return right, seen, there


def share(hits: int, of: int) -> str:
    bounds = wilson(hits, of=of)
    return f"{hits} of {of}: {hits / of:.2f} ({bounds.low:.2f} to {bounds.high:.2f})"


def table(split: str) -> Iterator[str]:
    by_sort = scores(split)
    yield "| what is marked | of the marks, right (precision) | of those there, found (recall) |"
    yield "|---|---|---|"
    rows = {sort.label: score for sort, score in by_sort.items()} | {"all together": pooled(by_sort)}
    for name, (right, seen, there) in rows.items():
        yield f"| {name} | {share(right, seen)} | {share(right, there)} |"


if __name__ == "__main__":
    print("\n".join(table("held")))  # noqa: T201
