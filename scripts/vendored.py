#!/usr/bin/env python3
"""Are vendored files exactly those we took in? Each static/vendor folder carries a SHA256SUMS over its files.

After taking in a new version: scripts/vendored.py --write
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def sums(folder: Path) -> dict[str, str]:
    """Hash by name, for every vendored file that lies in the folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != "SHA256SUMS")
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def faults(folder: Path) -> Iterator[str]:
    """A line for each file that was changed, added or removed since its hash was written."""
    listed = folder / "SHA256SUMS"
    lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
    held = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = sums(folder)
    for name in sorted(held.keys() | found.keys()):
        if held.get(name) != found.get(name):
            yield f"{folder.relative_to(ROOT)}/{name} is not the file whose hash was written down."


def main() -> int:
    """Print the faults, or with --write write the hashes; 1 where there are faults."""
    folders = sorted((ROOT / "src").rglob("static/vendor"))
    if "--write" in sys.argv[1:]:
        for folder in folders:
            text = "".join(f"{digest}  {name}\n" for name, digest in sums(folder).items())
            (folder / "SHA256SUMS").write_text(text, encoding="utf-8")
    found = [line for folder in folders for line in faults(folder)]
    print("\n".join(found or [f"{len(folders)} vendored folders are as they were taken in."]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
