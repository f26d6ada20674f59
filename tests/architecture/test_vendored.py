"""Files by others lie here unchanged, each with its licence."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from tests.browser.fetched import NotToBeHad, entries, integrity_of

ROOT = Path(__file__).parent.parent.parent
VENDORED = tomllib.loads((ROOT / "vendor.toml").read_text(encoding="utf-8"))
ENTRIES, FETCHED = VENDORED["file"], VENDORED["fetched"]
FOLDERS = (ROOT / "src/alongside/web/static/vendor", ROOT / "tests/browser/vendor")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_a_vendored_file_is_the_one_that_was_fetched(entry):
    assert hashlib.sha256((ROOT / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


def test_every_file_in_a_vendor_folder_is_named():
    lying = {
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert lying == {entry["file"] for entry in ENTRIES}


def test_every_package_comes_with_its_licence_text():
    packages = {entry["package"] for entry in ENTRIES}
    assert packages == {entry["package"] for entry in ENTRIES if "LICENSE" in entry["from"]}


def test_no_script_asks_for_a_source_map():
    # The manifest storage would look for the map and fail.
    scripts = [ROOT / entry["file"] for entry in ENTRIES if entry["file"].endswith(".js")]
    assert not [script for script in scripts if "sourceMappingURL" in script.read_text(encoding="utf-8")]


@pytest.mark.parametrize("entry", FETCHED, ids=lambda entry: entry["package"])
def test_what_a_test_fetches_is_pinned_by_version_and_digest_and_lies_nowhere_here(entry):
    assert re.fullmatch(r"\d+\.\d+\.\d+", entry["version"])
    assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", entry["integrity"])
    assert entry["licence"]
    assert [path for folder in FOLDERS for path in folder.rglob(Path(entry["from"]).name)] == []


def test_an_archive_that_is_not_the_pinned_one_is_thrown_away_and_not_used(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for wanted in entries().values():
        wanted.archive.parent.mkdir(exist_ok=True)
        wanted.archive.write_bytes(b"something else")
        with pytest.raises(NotToBeHad, match=wanted.package):
            wanted.text()
        assert not wanted.archive.exists()


def test_a_digest_is_written_as_npm_writes_it():
    # The SHA-512 of nothing begins cf 83 e1 in hexadecimal, and those three bytes are "z4Ph" in base 64.
    assert integrity_of(b"").startswith("sha512-z4Ph")
