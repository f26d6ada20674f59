"""Through the real server: a transcript's words and a member's own are nowhere on the disk and in no output.

What was looked at leaves nothing; what was written lies sealed; what was refused is told nowhere.
"""

import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from tests.processes import Served, serving
from tests.web.scanner import clothings_found

SPOKEN = "the lift was shut again 7d20ff"
WRITTEN = "Žofie asked for the ramp c0ffee41"
CONTROL = "in the clear 99aa01"
CUES = "".join(
    f"\n00:{n:02}:00.000 --> 00:{n:02}:40.000\n{('Bo', 'Zoe', 'Ana')[n % 3]}: Who says that {SPOKEN}?\n"
    for n in range(1, 20)
)
BOUNDARY = "x-alongside-x"


class Visitor:
    """A browser without JavaScript: cookies, forms, and the tokens they need."""

    def __init__(self, served: Served) -> None:
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self._address = served.address
        self.get(served.link)

    def get(self, path: str) -> str:
        return self._open(urllib.request.Request(self._full(path)))  # noqa: S310  # our own server

    def send(self, path: str, fields: dict[str, str], *, form: str) -> str:
        told = {"csrfmiddlewaretoken": self._token(form), **fields}
        body = urllib.parse.urlencode(told).encode()
        return self._open(urllib.request.Request(self._full(path), body))  # noqa: S310  # our own server

    def upload(self, path: str, name: str, data: bytes) -> str:
        part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
        token = part % ("csrfmiddlewaretoken", "") + self._token(path) + "\r\n"
        body = token.encode() + (part % ("file", f'; filename="{name}"')).encode() + data
        body += f"\r\n--{BOUNDARY}--\r\n".encode()
        request = urllib.request.Request(self._full(path), body)  # noqa: S310  # our own server
        request.add_header("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
        return self._open(request)

    def _token(self, form: str) -> str:
        return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(form)).group(1)

    def _full(self, path: str) -> str:
        return path if path.startswith("http") else self._address + path

    def _open(self, request: urllib.request.Request) -> str:
        try:
            with self._opener.open(request, timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.read().decode()


def leaks(needle: str, *places: Path) -> dict[str, set[str]]:
    """Each file below the places in which the words lie, with the forms they lie in."""
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*")))]
    found = {str(file): clothings_found(needle, file.read_bytes()) for file in files if file.is_file()}
    return {file: forms for file, forms in found.items() if forms}


def a_week(visitor: Visitor) -> None:
    """Look, keep the result, plan, log, write too much, look back, set days away, and send nonsense."""
    result = visitor.upload("/look/", f"{SPOKEN}.txt", b"WEBVTT\n" + CUES.encode())
    assert "How it was read" in result
    visitor.upload("/look/", "broken.vtt", SPOKEN.encode() + b"\x00\xff" * 40)
    visitor.send("/log/", {"what": WRITTEN, "practice": "include"}, form="/")
    visitor.send("/log/", {"what": WRITTEN * 4000, "practice": "include"}, form="/")
    plan = {"cue": WRITTEN, "act": WRITTEN, "practice": "listen", "obstacle": WRITTEN, "buddy": WRITTEN}
    visitor.send("/commitments/new/", plan, form="/commitments/new/")
    visitor.send("/commitments/new/", {**plan, "effort": WRITTEN}, form="/commitments/new/")
    visitor.send("/look-back/reflect/", {"answer-1": WRITTEN}, form="/look-back/")
    visitor.send("/look-back/away/", {"first": WRITTEN}, form="/look-back/")
    assert WRITTEN in visitor.get("/look-back/")


def test_nothing_said_or_written_can_be_found_on_the_disk_or_in_the_servers_words(
    ready_folder: Path, tmp_path: Path
) -> None:
    printed = tmp_path / "printed"
    with serving(ready_folder, printed) as served:
        a_week(Visitor(served))
        for needle in (SPOKEN, WRITTEN):
            assert leaks(needle, ready_folder, printed) == {}
    for needle in (SPOKEN, WRITTEN):
        assert leaks(needle, ready_folder, printed) == {}


@pytest.mark.parametrize("place", ["alongside.sqlite3", "cache/x.json"])
def test_the_search_finds_what_is_planted_in_the_clear(tmp_path: Path, place: str) -> None:
    file = tmp_path / place
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"\0" * 100 + CONTROL.encode("utf-16-le"))
    assert "utf-16-le" in leaks(CONTROL, tmp_path)[str(file)]
