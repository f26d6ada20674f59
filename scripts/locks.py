#!/usr/bin/env python3
"""Are the lock files in step with pyproject.toml? Names and versions only, so it needs no network."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
EXTRAS_LOCKED = ("elan", "chat")


def locked(lock: Path) -> dict[str, str]:
    """Version by canonical name, for every package that the lock file pins."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", lock.read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def faults(lock: str, declared: list[str]) -> Iterator[str]:
    """A line for each declared package that the lock lacks, or holds in a version that does not fit."""
    pins = locked(ROOT / lock)
    for requirement in map(Requirement, declared):
        version = pins.get(canonicalize_name(requirement.name))
        if version is None:
            yield f"{lock} lacks {requirement.name}, which pyproject.toml declares."
        elif not requirement.specifier.contains(version, prereleases=True):
            wanted = requirement.specifier
            yield f"{lock} holds {requirement.name} {version}; pyproject.toml asks for {wanted}."
    if "://" in (ROOT / lock).read_text("utf-8"):
        yield f"{lock} names an address; only names, versions and hashes belong there."


def main() -> int:
    """Print what is out of step; 1 where something is."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = pyproject["project"]["optional-dependencies"]
    runtime = [
        *pyproject["project"]["dependencies"],
        *(line for name in EXTRAS_LOCKED for line in extras[name]),
    ]
    groups = [line for group in pyproject["dependency-groups"].values() for line in group]
    found = [*faults("requirements.lock", runtime), *faults("requirements-dev.lock", [*runtime, *groups])]
    run, dev = locked(ROOT / "requirements.lock"), locked(ROOT / "requirements-dev.lock")
    found += [
        f"{name} is {version} in requirements.lock and {dev.get(name, 'missing')} in requirements-dev.lock."
        for name, version in run.items()
        if dev.get(name) != version
    ]
    print("\n".join([*found, "Mend it with: scripts/lock"] if found else ["The locks are in step."]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
