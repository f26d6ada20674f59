"""Files of others that a test needs and this repository does not hold: pinned, fetched once, checked always.

`python -m tests.browser.fetched` fetches all of them beforehand.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

VENDOR = Path(__file__).parents[2] / "vendor.toml"
LONGEST_S = 120


class NotToBeHad(Exception):
    """The package cannot be fetched here, or is another than the pinned one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One entry of vendor.toml: a file of a package of npm."""

    package: str
    version: str
    licence: str
    path: str
    integrity: str

    @property
    def archive(self) -> Path:
        """Where its archive lies between two runs."""
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return cache / "alongside-tests" / f"{self.package}-{self.version}.tgz"

    def text(self) -> str:
        """The file. Raises NotToBeHad."""
        if not self.archive.is_file():
            fetch(self)
        held = self.archive.read_bytes()
        if integrity_of(held) != self.integrity:
            self.archive.unlink()
            raise NotToBeHad(f"{self.package}@{self.version} is not the archive that vendor.toml names")
        with tarfile.open(fileobj=BytesIO(held)) as archive:
            file = archive.extractfile(f"package/{self.path}")
            assert file is not None, self.path
            return file.read().decode()


def entries() -> dict[str, Fetched]:
    """What vendor.toml names, by package."""
    listed = tomllib.loads(VENDOR.read_text("utf-8"))["fetched"]
    return {each["package"]: Fetched(path=each.pop("from"), **each) for each in listed}


def integrity_of(data: bytes) -> str:
    """The digest as npm writes it."""
    return f"sha512-{base64.b64encode(hashlib.sha512(data).digest()).decode()}"


def fetch(wanted: Fetched) -> None:
    """Bring the archive into the cache, from the registry that npm is set to. Raises NotToBeHad."""
    npm = shutil.which("npm")
    if npm is None:
        raise NotToBeHad("needs npm on the path: apt install npm")
    wanted.archive.parent.mkdir(parents=True, exist_ok=True)
    name = f"{wanted.package}@{wanted.version}"
    with tempfile.TemporaryDirectory(dir=wanted.archive.parent) as folder:
        command = [npm, "pack", "--silent", "--ignore-scripts", name]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=LONGEST_S)  # noqa: S603  # a pinned name
        except subprocess.SubprocessError as error:
            raise NotToBeHad(f"npm could not fetch {name}; is there a network?") from error
        (made,) = Path(folder).glob("*.tgz")
        made.replace(wanted.archive)


if __name__ == "__main__":
    for each in entries().values():
        each.text()
