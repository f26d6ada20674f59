#!/usr/bin/env python3
"""Do the changelog fragments fit? changelog.d/<slug>.<added|changed|fixed|security>.md, one sentence each."""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def fault(fragment: Path, kinds: list[str]) -> str:
    """What does not fit about this fragment, or nothing."""
    if not re.fullmatch(rf"[a-z0-9-]+\.({'|'.join(kinds)})\.md", fragment.name):
        return f"{fragment.name}: a fragment is named <slug>.<{'|'.join(kinds)}>.md"
    text = fragment.read_text("utf-8").strip()
    if not text.endswith(".") or "\n\n" in text:
        return f"{fragment.name}: a fragment is one whole sentence for users, in one paragraph"
    return ""


def main() -> int:
    """Print the faults; 1 where there are some."""
    kinds = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]["type"]
    names = [kind["directory"] for kind in kinds]
    fragments = sorted(file for file in (ROOT / "changelog.d").glob("*") if file.name != ".gitkeep")
    faults = [line for fragment in fragments if (line := fault(fragment, names))]
    print("\n".join(faults or [f"{len(fragments)} fragments fit."]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
