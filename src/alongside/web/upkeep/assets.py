"""`doctor --verify-assets`: are the files that browsers get, and the program, those of the release?

The program's files are compared with the list of SHA-256 sums that every installed package carries (RECORD,
PyPA's “Recording installed projects”). The served copies are made once more from them and compared.
Limits: who can change the program can change its list as well; compare with another machine's.
"""

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from alongside.core.folder import VARIABLE
from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.web.upkeep.archive import sha256_of
from alongside.web.upkeep.checks import Check, attend, fine, stop

_MAKE: Final = (
    "import pathlib,sys\n"
    "import alongside.web.set_up\n"
    "alongside.web.set_up.collect_static(pathlib.Path(sys.argv[1]))"
)
_ANEW: Final = _later("Install it anew: pip install --force-reinstall --no-deps alongside")


def assets(folder: Path) -> Iterator[Check]:
    """The program's own files, then the copies that are served."""
    yield program(listed())
    yield served(folder / "static")


def listed() -> Mapping[Path, str]:
    """The files of the installed package with their SHA-256; empty where it runs from a source tree."""
    try:
        files = distribution("alongside").files or []
    except PackageNotFoundError:
        return {}
    return {
        Path(str(file.locate())): file.hash.value
        for file in files
        if file.hash and file.hash.mode == "sha256" and file.parts[0] == "alongside"
    }


def program(wanted: Mapping[Path, str]) -> Check:
    """Every file of the package is as it was released."""
    about = _("Program")
    if not wanted:
        why = _("it runs from a source tree, which carries no list of sums.")
        return attend(about, why, _("See what you changed with: git status"))
    changed = [file for file, told in wanted.items() if not file.exists() or _record_sum(file) != told]
    if changed:
        why = _("%(file)s is not as released, nor are %(more)d more.")
        return stop(about, why % {"file": changed[0], "more": len(changed) - 1}, _(_ANEW))
    return fine(about, _("%(count)d files, each as released.") % {"count": len(wanted)})


def _record_sum(file: Path) -> str:
    """A sum as RECORD writes it: base64 for addresses, without padding."""
    return base64.urlsafe_b64encode(bytes.fromhex(sha256_of(file))).rstrip(b"=").decode()


def served(folder: Path) -> Check:
    """The copies that browsers get are those that the program makes."""
    about = _("Served files")
    if not (folder / "staticfiles.json").exists():
        return fine(about, _("none were made yet; the first start does."))
    with tempfile.TemporaryDirectory(prefix="alongside-doctor-") as made:
        words = [sys.executable, "-c", _MAKE, made]
        subprocess.run(words, env={**os.environ, VARIABLE: made}, check=True, capture_output=True)  # noqa: S603
        wanted, found = _sums(Path(made) / "static"), _sums(folder)
    wrong = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
    if wrong:
        why = _("%(file)s differs from what the program makes, and so do %(more)d more.")
        cure = _("Remove the folder %(folder)s and start again: alongside serve") % {"folder": folder}
        return stop(about, why % {"file": wrong[0], "more": len(wrong) - 1}, cure)
    return fine(about, _("%(count)d files, each as the program makes it.") % {"count": len(found)})


def _sums(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): sha256_of(file) for file in folder.rglob("*") if file.is_file()
    }
