"""The first loop, from link to erased diary: without JavaScript, by keyboard alone, on a small screen."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site

MOST_TABS = 120
REACHED = "(selector) => document.activeElement.matches(selector)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mouse:
    """A hand that clicks."""

    tab: Page

    def press(self, selector: str) -> None:
        self.tab.locator(selector).first.click()

    def tick(self, selector: str) -> None:
        self.tab.locator(selector).first.check()

    def write(self, selector: str, words: str) -> None:
        self.tab.locator(selector).fill(words)

    def pick(self, selector: str, label: str) -> None:
        self.tab.locator(selector).select_option(label=label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyboard:
    """A hand that knows Tab, Enter, Space and letters, and goes where the order of the page leads."""

    tab: Page

    def press(self, selector: str) -> None:
        self._reach(selector)
        self.tab.keyboard.press("Enter")

    def tick(self, selector: str) -> None:
        self._reach(selector)
        self.tab.keyboard.press("Space")

    def write(self, selector: str, words: str) -> None:
        self._reach(selector)
        self.tab.keyboard.type(words)

    def pick(self, selector: str, label: str) -> None:
        self._reach(selector)
        self.tab.keyboard.type(label)

    def _reach(self, selector: str) -> None:
        for _step in range(MOST_TABS):
            if self.tab.evaluate(REACHED, selector):
                return
            self.tab.keyboard.press("Tab")
        pytest.fail(f"{selector} is not reached with Tab on {self.tab.url}")


Hand = Mouse | Keyboard
SMALL = {"width": 320, "height": 640}
WAYS = {
    "mouse, no JavaScript, small": (Mouse, {"java_script_enabled": False, "viewport": SMALL}),
    "mouse, small": (Mouse, {"viewport": SMALL}),
    "keyboard": (Keyboard, {}),
    "keyboard, no JavaScript, small": (Keyboard, {"java_script_enabled": False, "viewport": SMALL}),
}


def says(tab: Page, words: str) -> None:
    """Wait until the page has said it."""
    expect(tab.locator("#status")).to_contain_text(words)


def heads(tab: Page, words: str) -> None:
    """Wait until the page with that heading is there."""
    expect(tab.locator("h1")).to_have_text(words)


@pytest.mark.parametrize("way", WAYS)
def test_the_first_loop_can_be_gone_from_start_to_end(browser: Browser, site: Site, tmp_path: Path, way: str):
    kind, options = WAYS[way]
    site.hold(None)
    with browser.new_context(base_url=site.address, locale="en-GB", **options) as context:
        tab = context.new_page()
        hand = kind(tab=tab)
        tab.goto(site.link())
        first_run(tab, hand)
        a_plan_is_kept(tab, hand)
        a_meeting_is_looked_at(tab, hand)
        something_is_learnt(tab, hand)
        a_scene_is_played(tab, hand)
        the_week_is_looked_back_on(tab, hand)
        file = everything_is_taken_along(tab, hand, tmp_path)
        everything_is_erased(tab, hand, site)
    kinds = sorted(entry["kind"] for entry in json.loads(file.read_text("utf-8"))["entries"])
    assert kinds == [
        "act",
        "commitment",
        "commitment",
        "commitment",
        "mark",
        "profile",
        "reflection",
        "round",
        "skill",
    ]


def test_without_javascript_an_error_summary_has_the_focus_and_leads_to_the_field(
    browser: Browser, site: Site
):
    site.hold(None)
    with browser.new_context(base_url=site.address, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(site.link())
        Keyboard(tab=tab).press("#log-deed")
        expect(tab).to_have_title("Error: Today · Alongside")
        expect(tab.locator("#error-summary")).to_be_focused()
        Keyboard(tab=tab).press("#error-summary a")
        expect(tab.locator("#id_what")).to_be_focused()


def first_run(tab: Page, hand: Hand) -> None:
    hand.press("#to-welcome")
    heads(tab, "Begin with your own week")
    hand.tick("#id_roles-1")
    hand.press("#next")
    heads(tab, "What comes round every week?")
    hand.pick("#id_meeting", "Tuesday")
    hand.press("#next")
    heads(tab, "How much room is there in your week?")
    hand.tick("[name=capacity]")
    hand.press("#next")
    says(tab, "Your week is noted.")


def a_plan_is_kept(tab: Page, hand: Hand) -> None:
    hand.tick("[name=action]")
    hand.press("#pick-plan")
    says(tab, "Planned.")
    hand.press("nav a[href='/commitments/']")
    heads(tab, "Commitments")
    hand.press("[id^=did-]")
    says(tab, "Kept, and logged.")
    expect(tab.locator("[id^=forget-]")).to_have_count(1)


def a_meeting_is_looked_at(tab: Page, hand: Hand) -> None:
    hand.press("nav a[href='/look/']")
    heads(tab, "Look at a meeting")
    hand.press("#look-sample")
    expect(tab.locator("#keep-look")).to_be_visible()
    hand.press("#finding-1-plan")
    says(tab, "Planned.")
    hand.press("nav a[href='/commitments/']")
    heads(tab, "Commitments")
    expect(tab.locator("[id^=did-]")).to_have_count(1)


def a_scene_is_played(tab: Page, hand: Hand) -> None:
    hand.press("nav a[href='/practise/']")
    heads(tab, "Practise")
    hand.press("#next-thing")
    heads(tab, "All hands on the sixth")
    hand.press("#begin")
    expect(tab.locator("#way-0-2")).to_be_visible()
    hand.press("#way-0-2")
    heads(tab, "What followed")
    hand.press("#back-1")
    for step in range(12):  # a linter holds every scene to an end within twelve choices
        expect(tab.locator(f"#way-{step}-1, #scene-plan").first).to_be_visible()
        if tab.locator("#scene-plan").is_visible():
            break
        hand.press(f"#way-{step}-1")
    expect(tab.locator("#scene-plan")).to_be_visible()
    hand.press("#scene-plan")
    says(tab, "Planned.")


def something_is_learnt(tab: Page, hand: Hand) -> None:
    hand.press("nav a[href='/learn/']")
    heads(tab, "Learn a little, then use it")
    hand.write("#id_q", "accents")
    hand.press("#search-deed")
    heads(tab, "Search the library")
    hand.press("#work-accent-bias-in-britain")
    expect(tab.locator("#go-there")).to_be_visible()
    hand.press("#mark-read")
    says(tab, "Marked as read.")
    hand.press("#back")
    heads(tab, "Learn a little, then use it")
    hand.press("#to-assess")
    heads(tab, "What comes up for you?")
    hand.press("#begin")
    expect(tab.locator("#id_occasions-1")).to_be_visible()
    hand.tick("#id_occasions-1")
    hand.press("#keep-leave")
    says(tab, "Kept. Go on whenever you like.")


def the_week_is_looked_back_on(tab: Page, hand: Hand) -> None:
    hand.press("nav a[href='/look-back/']")
    heads(tab, "Look back")
    hand.write("#id_answer-1", "They were glad of it.")
    hand.press("#keep-reflection")
    says(tab, "Kept. Only you can read it.")


def everything_is_taken_along(tab: Page, hand: Hand, folder: Path) -> Path:
    hand.press("nav a[href='/my-data/']")
    heads(tab, "My data")
    with tab.expect_download() as begun:
        hand.press("#export-json")
    file = folder / begun.value.suggested_filename
    begun.value.save_as(file)
    return file


def everything_is_erased(tab: Page, hand: Hand, site: Site) -> None:
    hand.press("#to-erase")
    heads(tab, "Erase everything of yours?")
    hand.press("#erase")
    says(tab, "Everything of yours is erased.")
    with closing(sqlite3.connect(site.folder / "alongside.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM web_sealedentry").fetchone() == (0,)
