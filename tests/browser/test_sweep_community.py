"""A community's pages, for everybody who may see them: light and dark, both directions, wide and small."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from tests.browser.community_site import CommunitySite
from tests.browser.pages_community import CommunityPage, all_pages
from tests.browser.seen import UNTRANSLATED, watch, wrong_on
from tests.browser.test_sweep import FIRST_VIEW, LOCALES, SCRIPTS, WIDE

PAGES = all_pages()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A window of somebody's, and which way it reads."""

    context: BrowserContext
    direction: str


ROLES = sorted({page.role for page in PAGES})
ONCE = tuple({page.name: page for page in reversed(PAGES)}.values())
"""Right to left each address is seen once: which way a page reads does not hang on who looks at it."""
VISITS = [
    pytest.param((role, direction), page, id=f"{direction}-{page.id}")
    for role in ROLES
    for direction in LOCALES
    for page in (PAGES if direction == "ltr" else ONCE)
    if page.role == role
]


@pytest.fixture(scope="module")
def window(
    request: pytest.FixtureRequest, browser: Browser, community_site: CommunitySite
) -> Iterator[Window]:
    role, direction = request.param
    context = community_site.window(
        browser, role, locale=LOCALES[direction], viewport=WIDE, reduced_motion="reduce"
    )
    yield Window(context=context, direction=direction)
    context.close()


@pytest.mark.parametrize(("window", "page"), VISITS, indirect=["window"])
def test_a_page_of_a_community_is_open_to_everybody(
    window: Window, community_site: CommunitySite, page: CommunityPage
):
    tab = window.context.new_page()
    seen = watch(tab)
    path = page.path.format_map(community_site.ids)
    response = tab.goto(path, wait_until="load")
    assert response is not None
    assert response.status == page.status
    assert tab.url == community_site.address + path, "another page was answered than the one that was asked"
    assert tab.evaluate("document.documentElement.dir") == window.direction
    if window.direction == "rtl":
        assert tab.evaluate(UNTRANSLATED) == []

    if page.status == 200:
        assert seen.said == []
    assert seen.strangers(community_site.address) == []
    assert seen.total() <= FIRST_VIEW
    assert 0 < seen.total("Script") <= SCRIPTS
    if page.when:
        page.when(tab)
    expect(tab.locator("h1")).to_have_count(1)
    expect(tab.locator("main")).to_have_count(1)
    assert wrong_on(tab, axe=window.direction == "ltr") == {}
    tab.close()
