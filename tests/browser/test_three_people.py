"""Three people in three browsers on one server: asked, taken up, claimed, confirmed, thanked, told.

Rosa asks under a pseudonym, Bo takes it up, Odile keeps the circle. None of the three sees what another wrote
for themselves, and nobody learns who Fern is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.community_site import CommunitySite
from tests.web.scanner import clothings_found

pytestmark = pytest.mark.browser
WHAT = "A second chair at the talks with the funders"
ANOTHER = "Somebody to read my slides before Thursday"
PLAN = "ask for a second seat when the agenda goes out 5c1e"
DONE = "She sat beside me and showed her figures."
THANKS = "It made the whole day lighter. 81aa"


@pytest.fixture
def three(browser: Browser, community_site: CommunitySite) -> Iterator[tuple[Page, Page, Page]]:
    """Rosa, Bo and Odile, each in a browser of their own; Rosa has no JavaScript."""
    roles = (("outsider", False), ("guest", True), ("other_steward", True))
    windows = [community_site.window(browser, role, java_script_enabled=scripts) for role, scripts in roles]
    tabs = [window.new_page() for window in windows]
    yield tabs[0], tabs[1], tabs[2]
    for window in windows:
        window.close()


def join(tab: Page, *, pseudonym: str = "") -> None:
    """Read the promise of the open circle, and come in."""
    tab.goto("/circles/")
    tab.get_by_role("link", name="Other circle").click()
    tab.locator("#come-in").click()
    if pseudonym:
        tab.locator("input[name=as][value=other]").check()
        tab.locator("input[name=pseudonym]").fill(pseudonym)
    else:
        tab.locator("input[name=as]").first.check()
    tab.locator("#main form button").first.click()
    expect(tab.locator("#main h1")).to_contain_text("Other circle")


def ask(tab: Page, what: str) -> None:
    """Write an ask under the name one has in the circle, look at it, post it."""
    tab.goto("/asks/new/")
    tab.locator("input[name=what]").fill(what)
    tab.locator("select[name=circle]").select_option(label="Other circle")
    tab.locator("#check").click()
    tab.locator("#post").click()


def text_of(tab: Page) -> str:
    return tab.locator("main").inner_text()


def test_the_whole_loop_in_three_browsers(
    three: tuple[Page, Page, Page], community_site: CommunitySite
) -> None:
    rosa, bo, odile = three
    join(rosa, pseudonym="Fern")
    join(bo)
    for what in (WHAT, ANOTHER):
        ask(rosa, what)
    take_up_and_claim(bo)
    confirm(rosa, seen_by=odile)
    wish_for_thanks(bo)
    thank(rosa)
    bo.goto("/asks/thanks/")
    expect(bo.locator("main")).to_contain_text(THANKS)
    check_letter(bo)
    check_database(community_site)


def take_up_and_claim(bo: Page) -> None:
    """Plan it, for oneself alone; do it; say so. Nobody confirms what they did themselves."""
    open_ask(bo)
    assert "Fern" in text_of(bo)
    assert "Outside" not in bo.content()
    bo.get_by_role("link", name="Take this up").click()
    bo.locator("textarea[name=cue]").fill("the agenda goes out")
    bo.locator("textarea[name=act]").fill(PLAN)
    bo.locator("#take").click()
    open_ask(bo)
    bo.locator("input[name=done]").fill(DONE)
    bo.locator("form[action$='/claim/'] button").click()
    expect(bo.locator("main")).to_contain_text("Done, you say:")
    assert "Did it help?" not in text_of(bo)


def confirm(rosa: Page, *, seen_by: Page) -> None:
    """One tap; the circle sees that it is confirmed, and neither the plan nor who Fern is."""
    open_ask(seen_by)
    assert PLAN not in seen_by.content()
    open_ask(rosa)
    rosa.get_by_role("button", name="It helped").click()
    seen_by.reload()
    assert "Confirmed" in text_of(seen_by)
    assert "Outside" not in seen_by.content()


def wish_for_thanks(bo: Page) -> None:
    bo.goto("/asks/thanks/")
    bo.get_by_label("Other circle").check()
    bo.locator("form[action$='/wish/'] button").click()


def check_letter(bo: Page) -> None:
    """What is still open, and that thanks came; no word of the plan or of the thanks."""
    bo.goto("/letters/preview/")
    told = text_of(bo)
    assert ANOTHER in told
    assert "Somebody thanked you" in told
    assert not [words for words in (PLAN, THANKS) if words in told]


def check_database(site: CommunitySite) -> None:
    """Whoever holds the database reads what was shared, and not what was for one person."""
    with closing(sqlite3.connect(site.folder / "alongside.sqlite3")) as database:
        dump = "\n".join(database.iterdump()).encode()
    assert clothings_found(WHAT, dump)
    assert clothings_found(PLAN, dump) == clothings_found(THANKS, dump) == set()


def open_ask(tab: Page) -> None:
    tab.goto("/asks/")
    tab.get_by_role("link", name=WHAT).click()


def thank(tab: Page) -> None:
    """Thank whoever took it up, at once."""
    tab.goto("/asks/thanks/new/")
    tab.locator("select[name=to]").select_option(index=0)
    tab.locator("[name=words]").fill(THANKS)
    tab.locator("input[name=leads][value=no]").check()
    tab.locator("input[name=sending][value=now]").check()
    tab.locator("#check").click()
    tab.locator("#send").click()
