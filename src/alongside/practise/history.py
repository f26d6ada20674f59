"""The history behind a scene: the cards it names, by title.

Limits: what a card says is shown by the room that keeps the cards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from alongside.core import content


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A history card by id and title."""

    id: str
    title: str


def behind(
    ids: Sequence[str], *, locale: str = "en", also: Sequence[Path] = (), cache: Path | None = None
) -> tuple[Behind, ...]:
    """The cards of these ids, in their order; one that is not there is left out."""
    if not ids:
        return ()
    entries = content.load("cards", locale=locale, also=also, cache=cache).entries
    titles = {str(entry.get("id")): str(entry.get("title", "")) for entry in entries}
    return tuple(Behind(id=each, title=titles[each]) for each in ids if each in titles)
