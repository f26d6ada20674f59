"""Whether somebody with the experience has read an entry of content as it stands now.

A review names the hash of what was read, so a text that was changed since is unreviewed again.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

_AROUND: Final = frozenset({"review", "reviews", "alias", "schema"})
"""Fields that may change without the text having changed."""


def content_hash(entry: Mapping[str, object]) -> str:
    """32 hexadecimal digits that stand for all an entry says, its reviews apart."""
    said = {name: value for name, value in entry.items() if name not in _AROUND}
    text = json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def is_reviewed(entry: Mapping[str, object]) -> bool:
    """Whether it says so, and holds a review of the text as it stands."""
    held = entry.get("reviews")
    reviews = held if isinstance(held, list) else []
    now = content_hash(entry)
    return entry.get("review") == "reviewed" and any(
        isinstance(each, Mapping) and each.get("content") == now for each in reviews
    )
