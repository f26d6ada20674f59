"""Content as data: TOML entries, checked against a published JSON Schema, compiled to a cache.

A broken entry is left out and named; it never takes the program down. Content ships in
`alongside/content/<locale>`; a person's own entries lie in `content/<locale>` inside the data folder and are
read beside it. Limits: ids are unique within a kind and a locale; there is no fallback from one locale to
another.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from alongside.core.content_check import KINDS, SCHEMAS, SHARED, Loaded, Problem, check
from alongside.core.language import gettext as _
from alongside.core.review import review_problems

SHIPPED: Final = Path(__file__).parent.parent / "content"


def load(kind: str, *, locale: str = "en", also: Sequence[Path] = (), cache: Path | None = None) -> Loaded:
    """The entries of a kind (a key of `KINDS`), shipped ones first, then those under `also`.

    `cache` is a folder for the compiled form; where it cannot be written, nothing is cached and nothing
    breaks.
    """
    roots = (SHIPPED, *also)
    files = [file for root in roots for file in sorted((root / locale / kind).glob("*.toml"))]
    sources, unreadable = _read_files(files)
    compiled = cache / f"{kind}-{locale}-{_fingerprint(sources, kind)}.json" if cache else None
    loaded = _from_cache(compiled) if compiled and not unreadable else None
    if loaded is None:
        loaded = check(sources, kind=kind)
        if compiled and not unreadable:
            _to_cache(compiled, loaded, kind=kind, locale=locale)
    return Loaded(entries=loaded.entries, problems=(*unreadable, *loaded.problems))


def lint(path: Path) -> Loaded:
    """Every entry of a TOML file, or of all under a folder, checked; its table tells the kind."""
    files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    if not files:
        nothing = Problem(
            file=str(path),
            entry="",
            field="",
            what=_("there is no TOML file here."),
            cure=_("Name a .toml file or a folder that holds some."),
        )
        return Loaded(entries=(), problems=(nothing,))
    sources, unreadable = _read_files(files)
    loaded = check(sources, kind=None)
    problems = (*unreadable, *loaded.problems, *review_problems(loaded.placed))
    return Loaded(entries=loaded.entries, problems=problems, placed=loaded.placed)


def _read_files(files: Iterable[Path]) -> tuple[dict[Path, bytes], tuple[Problem, ...]]:
    sources: dict[Path, bytes] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            sources[file] = file.read_bytes()
        except OSError as error:
            what = _("the file cannot be read (%(reason)s).") % {"reason": error.strerror}
            cure = _("Check that it exists and that you may read it.")
            problems.append(Problem(file=str(file), entry="", field="", what=what, cure=cure))
    return sources, tuple(problems)


def _fingerprint(sources: Mapping[Path, bytes], kind: str) -> str:
    digest = hashlib.blake2b(digest_size=16)
    digest.update((SCHEMAS / f"{KINDS[kind]}.schema.json").read_bytes())
    digest.update(SHARED.read_bytes())
    for file, data in sources.items():
        digest.update(f"{file}\0{len(data)}\0".encode("utf-8", "surrogateescape"))  # problems name the path
        digest.update(data)
    return digest.hexdigest()


def _from_cache(file: Path) -> Loaded | None:
    try:
        held = json.loads(file.read_bytes())
        return Loaded(entries=tuple(held["entries"]), problems=tuple(Problem(**p) for p in held["problems"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # absent, or cut short by a full disk: it is made again from the source


def _to_cache(file: Path, loaded: Loaded, *, kind: str, locale: str) -> None:
    held = {"entries": loaded.entries, "problems": [asdict(problem) for problem in loaded.problems]}
    beside = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
        for older in file.parent.glob(f"{kind}-{locale}-*.json"):
            older.unlink(missing_ok=True)
        beside.replace(file)
    except OSError:  # a read-only folder: reading the source again is slower, nothing worse
        with contextlib.suppress(OSError):
            beside.unlink()
