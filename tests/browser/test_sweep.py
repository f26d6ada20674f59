"""Every page, light and dark, left to right and right to left, with nothing kept and with a year kept."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Tab
from tests.browser.conftest import Site, signed_in
from tests.browser.pages import PAGES, Page
from tests.browser.seen import LARGE_TEXT, MOVING, TARGET, TOO_SMALL, TOO_WIDE, violations, watch

from alongside.core.deeds import Deed

WIDE = {"width": 1280, "height": 900}
SMALL = {"width": 320, "height": 256}
FIRST_VIEW = 60 * 1024
SCRIPTS = 20 * 1024
HELD = ("nothing", "a year")
LOCALES = {"ltr": "en", "rtl": "ar"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A window of the owner's: what is kept, and which way it reads."""

    context: BrowserContext
    held: str
    direction: str


VISITS = [
    pytest.param((held, direction), page, id=f"{held}-{direction}-{page.id}".replace(" ", "-"))
    for held in HELD
    for direction in LOCALES
    for page in PAGES
    if page.when in {"", held}
]


@pytest.fixture(scope="module")
def window(request: pytest.FixtureRequest, browser: Browser, site: Site, year: Deed) -> Iterator[Window]:
    held, direction = request.param
    site.hold(year if held == "a year" else None)
    context = signed_in(browser, site, locale=LOCALES[direction], viewport=WIDE, reduced_motion="reduce")
    yield Window(context=context, held=held, direction=direction)
    context.close()


@pytest.mark.parametrize(("window", "page"), VISITS, indirect=["window"])
def test_a_page_is_open_to_everybody(window: Window, site: Site, page: Page):
    tab = window.context.new_page()
    seen = watch(tab)
    response = tab.goto(page.path, wait_until="load")
    assert response is not None
    assert response.status == page.status
    assert tab.evaluate("document.documentElement.dir") == window.direction

    if page.status == 200:
        assert seen.said == []
    assert seen.strangers(site.address) == []
    assert seen.total() <= FIRST_VIEW
    assert 0 < seen.total("Script") <= SCRIPTS
    assert _wrong_on(tab) == {}
    tab.close()


def _wrong_on(tab: Tab) -> dict[str, object]:
    """Everything that is wrong on the page, so that one visit tells it all."""
    found: dict[str, object] = {"axe, wide and light": violations(tab), "moving": tab.evaluate(MOVING)}
    tab.set_viewport_size(SMALL)
    tab.emulate_media(color_scheme="dark")
    found["axe, small and dark"] = violations(tab)
    found["targets, small"] = tab.evaluate(TOO_SMALL, TARGET)
    found["too wide, small"] = tab.evaluate(TOO_WIDE)
    tab.evaluate(LARGE_TEXT)
    found["too wide, large text"] = tab.evaluate(TOO_WIDE)
    return {name: each for name, each in found.items() if each}
