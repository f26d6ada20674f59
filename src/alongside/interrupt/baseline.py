"""The backlog that a house lets be: fingerprints of the hits that stood when it began to check.

A fingerprint is made from the rule, the sentence and its running number among equal sentences, so that it
stays the same when lines move, and changes when the sentence does. The file holds hashes, no words.
"""

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from alongside.core.files import write_whole
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt.hits import Hit
from alongside.interrupt.results import FileResult, SetAside, Suppressed

VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Known hits: the digest of the rules they were found with, and fingerprints by path below `folder`."""

    folder: Path
    digest: str = ""
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Results with the known hits set aside, and the entries that nothing answers to any more."""

    files: tuple[FileResult, ...]
    stale: tuple[str, ...]


def read_baseline(file: Path) -> Baseline:
    """The baseline kept in `file`. Raises Trouble where it is missing or not one."""
    try:
        held = json.loads(file.read_bytes())
        if held["version"] != VERSION:
            raise _trouble(file, _("it is of another version (%(version)s).") % {"version": held["version"]})
        known = {str(path): tuple(map(str, prints)) for path, prints in held["known"].items()}
        return Baseline(folder=_folder(file), digest=str(held["rules"]), known=known)
    except OSError as error:
        cause = _("cannot be read (%(why)s).") % {"why": error.strerror or error}
        raise _trouble(file, cause) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _trouble(file, _("this is not a baseline.")) from error


def _trouble(file: Path, cause: str) -> Trouble:
    way_out = _("Write it anew: alongside check --baseline %(file)s --update-baseline") % {"file": file}
    return Trouble(str(file), cause, way_out)


def _folder(file: Path) -> Path:
    return Path(os.path.abspath(file)).parent  # noqa: PTH100  # as paths of a walk are made: links stay links


def write_baseline(file: Path, baseline: Baseline) -> None:
    """Write it whole or not at all; one path a line, so that a change reads well in a diff."""
    rows = ",\n".join(
        f"    {json.dumps(path, ensure_ascii=False)}: {json.dumps(prints)}"
        for path, prints in sorted(baseline.known.items())
        if prints
    )
    known = f"{{\n{rows}\n  }}" if rows else "{}"
    digest = json.dumps(baseline.digest)
    text = f'{{\n  "version": {VERSION},\n  "rules": {digest},\n  "known": {known}\n}}\n'
    write_whole(file, text.encode("utf-8", "surrogateescape"))


def made_from(
    results: Sequence[FileResult], *, file: Path, digest: str, before: Baseline | None = None
) -> Baseline:
    """A baseline of what these results hold; of files not looked at it keeps what was known `before`."""
    folder = _folder(file)
    looked = {_key(result.path, folder) for result in results if not result.unread}
    kept = {
        path: prints
        for path, prints in (before.known if before else {}).items()
        if path not in looked and (folder / path).exists()
    }
    found = {_key(result.path, folder): tuple(hit.fingerprint for hit in result.hits) for result in results}
    return Baseline(folder=folder, digest=digest, known=kept | found)


def compare(results: Sequence[FileResult], baseline: Baseline) -> Compared:
    """Set aside what is known; an entry whose file is gone answers for an equal hit in a file not known."""
    looked = {_key(result.path, baseline.folder) for result in results if not result.unread}
    left = {path: Counter(prints) for path, prints in baseline.known.items()}
    gone: Counter[str] = Counter()
    for path in [path for path in left if path not in looked and not (baseline.folder / path).exists()]:
        gone += left.pop(path)
    files = tuple(_compared(result, left.get(_key(result.path, baseline.folder)), gone) for result in results)
    stale = [
        f"{path}: {mark}"
        for path, prints in sorted(left.items())
        if path in looked
        for mark in prints.elements()
    ]
    return Compared(files=files, stale=(*stale, *gone.elements()))


def _compared(result: FileResult, known: Counter[str] | None, gone: Counter[str]) -> FileResult:
    if result.unread:
        return result
    source = gone if known is None else known
    kept: list[Hit] = []
    aside = list(result.suppressed)
    for hit in result.hits:
        if source[hit.fingerprint] > 0:
            source[hit.fingerprint] -= 1
            aside.append(Suppressed(hit=hit, by=SetAside.BASELINE))
        else:
            kept.append(hit)
    return replace(result, hits=tuple(kept), suppressed=tuple(aside))


def _key(path: str, folder: Path) -> str:
    """The path as a baseline in `folder` names it."""
    return os.path.relpath(path, folder).replace(os.sep, "/")
