"""Documentation that Debian ships, as a tree of files for the benchmark of wording.

The packages are downloaded and unpacked, not installed: containers often drop documentation at installation.
Kept are the pages as their writers wrote them (reStructuredText, AsciiDoc, POD, Markdown), and HTML where
there is nothing else.
"""

import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

WANTED: Final[Mapping[str, tuple[str, ...]]] = {
    r"linux-doc-\d+\.\d+": ("**/_sources/**/*.txt",),
    r"python3\.\d+-doc": ("**/_sources/**/*.txt",),
    r"perl-doc": ("**/*.pod",),
    r"git-doc": ("**/*.txt",),
    r"nodejs-doc": ("**/*.md.gz",),
    r"apache2-doc": ("**/*.html",),
    r"postgresql-doc-\d+": ("**/*.html",),
    r"python-django-doc": ("**/*.html",),
}
"""Packages, by a pattern for the name since versions differ, and which of their files are pages."""
RIPGREP: Final = "ripgrep"
_LISTED: Final = "packages.txt"


class Missing(Exception):
    """Something has to be installed first; the message says what."""


def build(tree: Path, work: Path) -> dict[str, str]:
    """Fill `tree` with pages, unless it holds some; the packages and their versions."""
    listed = tree.parent / f"{tree.name}-{_LISTED}"
    if tree.exists() and any(tree.iterdir()):
        told = listed.read_text().splitlines() if listed.exists() else []
        return dict(line.split("\t") for line in told)
    versions = {}
    for package, patterns in _offered().items():
        unpacked = work / package
        versions[package] = unpack(package, unpacked)
        for page in _pages(unpacked, patterns):
            _copy(page, tree / package / page.relative_to(unpacked / "usr" / "share"))
        shutil.rmtree(unpacked)
    listed.write_text("".join(f"{name}\t{found}\n" for name, found in versions.items()))
    return versions


def _offered() -> dict[str, tuple[str, ...]]:
    """The packages that this system's apt knows."""
    known = _run("apt-cache", "pkgnames").split()
    found = {}
    for pattern, files in WANTED.items():
        if names := sorted(name for name in known if re.fullmatch(pattern, name)):
            found[names[0]] = files
    if not found:
        raise Missing(
            "apt knows no documentation packages: run apt-get update, or name a folder with --tree."
        )
    return found


def unpack(package: str, into: Path) -> str:
    """Download a package and unpack it; its version."""
    into.mkdir(parents=True)
    _run("apt-get", "download", package, folder=into)
    (file,) = into.glob("*.deb")
    _run("dpkg-deb", "-x", str(file), str(into))
    version = _run("dpkg-deb", "-f", str(file), "Version").strip()
    file.unlink()
    return version


def _run(*command: str, folder: Path | None = None) -> str:
    if shutil.which(command[0]) is None:
        raise Missing(f"{command[0]} is not here: run this on Debian, or name a folder with --tree.")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"{' '.join(command)} failed: {done.stderr.strip()[-200:]}")
    return done.stdout


def _pages(unpacked: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    for pattern in patterns:
        yield from (page for page in unpacked.glob(pattern) if page.is_file() and not page.is_symlink())


def _copy(page: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    if page.suffix == ".gz":
        to.with_suffix("").write_bytes(gzip.decompress(page.read_bytes()))
    else:
        shutil.copyfile(page, to)
