"""Which content there is right now, told cheaply: what a room holds of it in memory is keyed by this.

What ships does not change while the program runs. A person's own entries and packs may, and then what was
held is read again, by the next page at the latest: while one page is read, the files are looked at once.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from django.conf import settings

from alongside.core.folder import OWN, PACKS, content_roots
from alongside.web.asked import once

_T = TypeVar("_T")
ContentState = tuple[tuple[str, int, int], ...]


def content_state(folder: Path) -> ContentState:
    """Every file of content in the data folder that is switched on: its name, when it changed, its size."""
    if not any(os.path.isdir(f"{folder}{os.sep}{name}") for name in (OWN, PACKS)):  # noqa: PTH112
        return ()  # the usual, asked several times a page: a path of its own would cost four times as much
    roots = (root for root in content_roots(folder) if root.is_dir())
    files = sorted(file for root in roots for file in root.rglob("*.toml"))
    told = ((str(file), file.stat()) for file in files)
    return tuple((name, about.st_mtime_ns, about.st_size) for name, about in told)


class WhileContentLasts(Generic[_T]):
    """Decorates a function without arguments: it is called anew only when content has changed since."""

    def __init__(self, make: Callable[[], _T]) -> None:
        self._make = make
        self._made: tuple[ContentState, _T] | None = None

    def __call__(self) -> _T:
        """What was made of the content as it is now."""
        state = once(content_state, lambda: content_state(settings.DATA))
        made = self._made
        if made is None or made[0] != state:
            made = self._made = (state, self._make())
        return made[1]

    def cache_clear(self) -> None:
        """Make it anew at the next call."""
        self._made = None
