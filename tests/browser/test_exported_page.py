"""The exported page: the note first, choices, back, leave, the end in its order; by keyboard, and offline."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from tests.browser.seen import Seen, watch, wrong_on
from tests.practise.builders import example

from alongside.practise.player import page

SCENE = example()
WAYS = "button.way"
FOCUS = "() => document.activeElement.tagName + ' ' + document.activeElement.textContent"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("exported") / "scene.html"
    file.write_text(page(SCENE), "utf-8")
    return file.as_uri()


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Tab]:
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


def press(tab: Tab, name: str) -> None:
    """Reach a button by keyboard, and press it."""
    tab.get_by_role("button", name=name).focus()
    tab.keyboard.press("Enter")


def choose(tab: Tab, begins: str) -> None:
    tab.locator(WAYS, has_text=begins).focus()
    tab.keyboard.press("Enter")


def headings(tab: Tab) -> list[str]:
    return tab.locator("#play h2:visible").all_inner_texts()


def test_the_note_comes_first_and_no_choice_is_there_yet(tab):
    text = tab.locator("main").inner_text()

    assert "A colleague's idea is taken over. Nobody is insulted." in text
    assert "Tom is a peer. Mina is new to the team." in text
    assert "What you choose here is not kept." in text
    assert "Unreviewed: nobody with this experience has checked this scene yet." in text
    expect(tab.locator(WAYS)).to_have_count(0)
    assert tab.locator("#whole").is_hidden()


def test_the_focus_lands_on_the_heading_of_what_is_new_at_every_step(tab):
    press(tab, "Begin the scene")
    assert tab.evaluate(FOCUS) == "H1 The idea that changed hands"
    choose(tab, "Good plan.")
    assert tab.evaluate(FOCUS) == "H1 What followed"
    press(tab, "Go back one step")
    assert tab.evaluate(FOCUS) == "H1 The idea that changed hands"
    press(tab, "Leave it")
    assert tab.evaluate(FOCUS) == "H1 You left the scene"
    press(tab, "Begin it again")
    assert tab.evaluate(FOCUS) == "H1 The idea that changed hands"


def test_what_followed_begins_with_the_person_concerned(tab):
    press(tab, "Begin the scene")
    choose(tab, "Tom, that idea")
    parts = tab.locator("#play > blockquote, #play > blockquote + p").all_inner_texts()

    assert "You called out: you named it in front of everybody." in tab.locator(".said").inner_text()
    assert " ".join(parts[0].split()) == "Now I am what they argue about. Mina"
    assert parts[1].startswith("Tom goes red")


def test_the_end_speaks_in_the_order_of_the_feedback_and_without_a_mark(tab):
    press(tab, "Begin the scene")
    choose(tab, "Good plan.")

    assert headings(tab) == [
        "One thing you did",
        "Another way",
        "For this week",
        "Stay a little",
    ]
    text = tab.locator("#play").inner_text()
    assert "If someone's idea comes back under another name, then I will say whose it was" in text
    assert not re.search(r"\d ?%|score|correct|wrong answer", text)


def test_it_plays_again_with_other_people_and_with_another_standing(tab):
    press(tab, "Begin the scene")
    choose(tab, "Good plan.")
    press(tab, "Play it with other people")
    assert "Ines is a peer. Kofi is new to the team." in tab.locator("#play").inner_text()
    tab.get_by_text("Change who plays").click()
    tab.get_by_label("Ines is the team lead. Kofi is on probation.").check()
    press(tab, "Begin the scene")
    assert "On Monday Kofi's caching idea met silence." in tab.locator("#play").inner_text()
    assert "Ines is the team lead." in tab.locator("#play .where").inner_text()


def test_own_words_come_first_where_asked_and_stay_on_the_page_for_one_step(tab):
    tab.get_by_label("In my own words first").check()
    press(tab, "Begin the scene")
    expect(tab.locator(WAYS)).to_have_count(0)
    tab.get_by_role("textbox").fill("xylophone-7391")
    press(tab, "Show what is listed")
    assert "xylophone-7391" in tab.locator(".said").inner_text()
    choose(tab, "Good plan.")
    assert "xylophone-7391" not in tab.content()


def test_nothing_of_the_way_is_in_address_history_or_store(tab, address):
    before = tab.evaluate("history.length")
    press(tab, "Begin the scene")
    choose(tab, "(say nothing)")
    choose(tab, "(in the minutes)")

    assert tab.url == address
    assert tab.evaluate("[history.length, history.state]") == [before, None]
    assert tab.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    tab.reload()
    expect(tab.get_by_role("button", name="Begin the scene")).to_be_visible()


def test_the_page_asks_for_nothing_and_says_nothing_on_its_console(browser, address):
    with browser.new_context() as context:
        tab = context.new_page()
        seen: Seen = watch(tab)
        tab.goto(address)
        press(tab, "Begin the scene")
        choose(tab, "Good plan.")
        assert (seen.asked, seen.said) == ([address], [])


def test_the_policy_of_the_page_lets_no_other_script_run(tab):
    # The counter-test of the hashes: the same page refuses what was not in it when it was made.
    tab.evaluate("""() => { const more = document.createElement("script");
        more.textContent = "document.body.dataset.intruder = 'yes'"; document.body.append(more); }""")
    assert tab.evaluate("document.body.dataset.intruder") is None


@pytest.mark.parametrize(
    "steps", [(), ("Begin",), ("Begin", "Tom, that"), ("Begin", "Good plan."), ("The whole",)]
)
def test_every_view_is_open_to_everybody(tab, steps):
    for step in steps:
        tab.get_by_role("button", name=step).first.click()
    assert wrong_on(tab) == {}


def test_without_javascript_the_whole_scene_is_there_and_its_choices_are_links(browser, address):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(address)
        tab.get_by_role("link", name="Tom, that idea was stolen from Mina.").click()
        target = tab.locator(f"[id='{tab.url.partition('#')[2]}'] ~ blockquote").first
        expect(target).to_contain_text("Now I am what they argue about.")
        expect(target).to_be_in_viewport()
        assert tab.locator("#play").is_hidden()


def test_on_paper_the_controls_are_gone_and_the_numbers_say_where_a_choice_leads(tab):
    press(tab, "The whole scene as text, to read or print")
    tab.emulate_media(media="print")

    assert tab.locator("button:visible").count() == 0
    first = tab.locator("a.way").first
    assert first.get_attribute("data-to") == "2"
    assert tab.locator("#n2").inner_text() == "Moment 2"
    assert first.evaluate("(way) => getComputedStyle(way, '::after').content") == '" → 2"'
