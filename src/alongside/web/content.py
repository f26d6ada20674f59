"""Which content there is right now, told cheaply: what a room holds of it in memory is keyed by this.

What ships does not change while the program runs. A person's own entries and packs may, and then what was
held is read again.
"""

from pathlib import Path

from alongside.core.folder import content_roots

ContentState = tuple[tuple[str, int, int], ...]


def content_state(folder: Path) -> ContentState:
    """Every file of content in the data folder that is switched on: its name, when it changed, its size."""
    files = sorted(file for root in content_roots(folder) for file in root.rglob("*.toml"))
    told = ((str(file), file.stat()) for file in files)
    return tuple((name, about.st_mtime_ns, about.st_size) for name, about in told)
