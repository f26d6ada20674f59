"""Whether a text of ours has been reviewed, and how it was made, in words that every door shows alike.

A review holds for the text that was reviewed: its hash is in the review, and a text that was changed since is
unreviewed again. What a review or a check of a link writes beside the text does not change the text. Limits:
a review says that somebody read an entry, never that it is right.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Final

from alongside.core.content_check import Entry, Placed, Problem
from alongside.core.language import gettext as _

HASH_BYTES: Final = 16
BESIDE_THE_TEXT: Final = frozenset({"review", "reviews", "checked_on", "alias", "schema"})
"""Fields that change without the text: state, reviews, former ids, the day a link was last seen to work."""
KEPT: Final = "keep"

_READ = {
    "abstract": lambda: _("We read its abstract only."),
    "record": lambda: _("We read its catalogue record only, not the work."),
    "excerpt": lambda: _("We read a part of it."),
    "whole": lambda: _("We read it whole."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an entry stands: the day of its last review that still holds, or None; and how it was made.

    `names` are the reviewers who agreed to be named; `withheld` counts the others.
    """

    reviewed_on: date | None = None
    names: tuple[str, ...] = ()
    withheld: int = 0
    made: str = ""

    @property
    def label(self) -> str:
        """Unreviewed, or the day of the last review."""
        if self.reviewed_on is None:
            return _("Unreviewed")
        return _("Reviewed on %(day)s") % {"day": self.reviewed_on.isoformat()}

    @property
    def sentence(self) -> str:
        """The label with who reviewed it and how it was made, as it stands beside the entry everywhere."""
        by = [*self.names, *([_("name withheld")] if self.withheld else [])]
        lead = f"{self.label} ({', '.join(by)})." if by else f"{self.label}."
        return f"{lead} {self.made}".strip()


def content_hash(entry: Entry) -> str:
    """The hash of an entry's text, the same for any order of its fields."""
    text = {name: value for name, value in entry.items() if name not in BESIDE_THE_TEXT}
    told = json.dumps(text, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return blake2b(told.encode(), digest_size=HASH_BYTES).hexdigest()


def standing(entry: Entry) -> Standing:
    """Where the entry stands now."""
    held = _reviews_that_hold(entry) if is_reviewed(entry) else []
    last = max((str(each["date"]) for each in held), default="")
    named = {str(each["name"]) for each in held if each.get("consent") is True and each.get("name")}
    withheld = sum(each.get("consent") is not True or not each.get("name") for each in held)
    return Standing(
        reviewed_on=date.fromisoformat(last) if last else None,
        names=tuple(sorted(named)),
        withheld=withheld,
        made=made(entry.get("provenance")),
    )


def is_reviewed(entry: Entry) -> bool:
    """Whether it says so, and holds a review of the text as it stands."""
    return entry.get("review") == "reviewed" and bool(_reviews_that_hold(entry))


def _reviews_that_hold(entry: Entry) -> list[Mapping[str, object]]:
    given = entry.get("reviews")
    reviews = [each for each in given if isinstance(each, Mapping)] if isinstance(given, list) else []
    now = content_hash(entry) if reviews else ""
    return [each for each in reviews if each.get("content") == now and each.get("verdict") == KEPT]


def made(provenance: object) -> str:
    """How a text came to be, in a sentence or two; nothing where it does not say."""
    if isinstance(provenance, str):
        return _("How it was made: %(method)s.") % {"method": provenance.rstrip(". ")} if provenance else ""
    if not isinstance(provenance, Mapping):
        return ""
    by, method = str(provenance.get("made_by", "")), str(provenance.get("method", "")).rstrip(". ")
    parts = [_("How it was made: %(method)s.") % {"method": method}] if method else []
    if by and by != "project":
        parts.insert(0, _("Made by %(name)s.") % {"name": by.rstrip(". ")})
    read = _READ.get(str(provenance.get("read", "")))
    return " ".join([*parts, read()] if read else parts)


def review_problems(placed: Sequence[Placed]) -> Iterator[Problem]:
    """What is wrong with reviews: none where one is claimed, or a name that may not be shown."""
    for each in placed:
        given = each.entry.get("reviews")
        reviews = [one for one in given if isinstance(one, Mapping)] if isinstance(given, list) else []
        if each.entry.get("review") == "reviewed" and not reviews:
            yield Problem(
                file=each.file,
                entry=each.id,
                field="review",
                what=_("it says reviewed, and no review stands beside it."),
                cure=_("Write unreviewed, or add the review with its day and its hash."),
            )
        if any(one.get("name") and one.get("consent") is not True for one in reviews):
            yield Problem(
                file=each.file,
                entry=each.id,
                field="reviews",
                what=_("a reviewer is named without having agreed to it."),
                cure=_("Take the name out; the review counts without it."),
            )
