"""The pictures of README and docs: a made-up week, seen in light, in the dark, and on a phone."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, StorageState, sync_playwright
from tests.processes import alongside, serving

TODAY: Final = "2026-04-23"
PICTURES: Final = Path(__file__).parents[1] / "docs" / "pictures"
LARGEST_BYTES: Final = 150_000
"""Pictures are looked at on slow lines too (our choice)."""

LIVED: Final = (
    ("2026-03-31", "amplify", "1", "Said in the review that the table was Priya's idea"),
    ("2026-04-02", "listen", "2", "Asked Leif what the new shift plan means for him, and wrote it down"),
    ("2026-04-07", "include", "2", "Sent the agenda two days early"),
    ("2026-04-08", "learn", "2", "Read the first chapter of the book from the library's list"),
    ("2026-04-09", "advocate", "3", "Asked the council in writing to plan the ramp first"),
    ("2026-04-14", "interrupt", "3", "Said “I'd like to hear the end of that” when Mina was talked over"),
    ("2026-04-16", "sponsor", "4", "Put Yusuf's name forward for the talk, once he had said yes"),
    ("2026-04-21", "include", "1", "Read the chat out loud before we moved on"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture: which page, how wide, how much of it, and in which scheme.

    `press` are the places to press first, in turn, and `until` is what is there once the last was.
    """

    name: str
    path: str
    scheme: Literal["light", "dark"] = "light"
    wide: int = 1100
    high: int = 706
    press: tuple[str, ...] = ()
    until: str = ""


SHOTS: Final = (
    Shot(name="today-light", path="/"),
    Shot(name="today-dark", path="/", scheme="dark"),
    Shot(name="today-phone", path="/", wide=320, high=640),
    Shot(name="look-light", path="/look/", press=("#look-sample",), until="#keep-look", high=724),
    Shot(
        name="practise-light",
        path="/practise/scenes/credit-standup-01/",
        press=("#begin", "[value=ask]"),
        until=".said",
        high=724,
    ),
    Shot(name="learn-light", path="/learn/cards/matchwomen-strike-1888/", high=724),
)


def main() -> None:
    """Fill a folder, serve it, take the pictures, and say how large they are."""
    os.environ["ALONGSIDE_TODAY"] = TODAY
    with tempfile.TemporaryDirectory(prefix="alongside-pictures-") as place:
        folder = Path(place) / "data"
        _live(folder)
        with serving(folder, Path(place) / "printed.txt") as served, _chromium() as browser:
            cookies = _come_in(browser, served.link)
            for shot in SHOTS:
                _take(browser, shot, address=served.address, cookies=cookies)


def _live(folder: Path) -> None:
    """A few weeks as somebody might have lived them, told through the terminal."""
    _run(folder, "setup", "--role", "chair", "--role", "review", "--occasion", "meeting:tue")
    for day, practice, effort, what in LIVED:
        _run(folder, "log", what, "--practice", practice, "--effort", effort, "--day", day)
    _run(folder, "commit", "--finding", "2", "--look", "sample", "--due", "2026-04-28")


def _run(folder: Path, *words: str) -> None:
    done = alongside("act", *words, folder=folder)
    if done.returncode:
        raise SystemExit(done.stderr)


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


def _come_in(browser: Browser, link: str) -> StorageState:
    """Open the one-time link; the cookie it leaves serves every picture."""
    context = browser.new_context()
    context.new_page().goto(link)
    state = context.storage_state()
    context.close()
    return state


def _take(browser: Browser, shot: Shot, *, address: str, cookies: StorageState) -> None:
    context = browser.new_context(
        viewport={"width": shot.wide, "height": shot.high},
        color_scheme=shot.scheme,
        reduced_motion="reduce",
        storage_state=cookies,
    )
    page = context.new_page()
    page.goto(address + shot.path)
    for place in shot.press:
        page.click(place)
    if shot.until:
        page.wait_for_selector(shot.until)
    file = PICTURES / f"{shot.name}.png"
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=file)
    context.close()
    size = file.stat().st_size
    print(
        f"{file.name}: {size // 1000} KB" + (", too large: make it less high" if size > LARGEST_BYTES else "")
    )


if __name__ == "__main__":
    main()
