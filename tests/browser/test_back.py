"""The browser's Back and Forward in a scene and on the wall: one step, and no choice in an address."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import signed_in
from tests.browser.pages import PLAN, SCENE

NOTE = f"/practise/scenes/{SCENE}/?power=level&cast=0"


@pytest.fixture
def tab(browser, site):
    with signed_in(browser, site) as context:
        yield context.new_page()


def at(tab, step):
    expect(tab.locator(f"[data-step='{step}']")).to_be_visible()


def two_steps_in(tab):
    tab.goto("/practise/scenes/")
    tab.goto(NOTE)
    tab.locator("#begin").click()
    at(tab, 1)
    tab.locator("#way-0-1").click()
    at(tab, 2)


def test_back_goes_back_one_step_and_then_to_the_note_and_then_out(tab):
    two_steps_in(tab)
    tab.evaluate("history.back()")
    at(tab, 1)
    expect(tab.locator("#way-0-1")).to_be_visible()
    tab.evaluate("history.back()")
    expect(tab.locator("#begin")).to_be_visible()
    tab.evaluate("history.back()")
    tab.wait_for_url("**/practise/scenes/")


def test_the_button_on_the_page_and_back_agree(tab):
    two_steps_in(tab)
    tab.locator("#back-1").click()
    at(tab, 1)
    tab.locator("#way-0-2").click()
    at(tab, 2)
    tab.evaluate("history.back()")
    at(tab, 1)


def test_two_steps_at_once_and_forward_stay_in_the_scene(tab):
    two_steps_in(tab)
    tab.evaluate("history.go(-2)")
    expect(tab.locator("#begin")).to_be_visible()
    tab.evaluate("history.forward()")
    tab.wait_for_timeout(300)
    expect(tab.locator("#begin")).to_be_visible()


def test_the_address_stays_that_of_the_note(tab):
    two_steps_in(tab)
    assert tab.url.endswith(NOTE)
    tab.reload()
    expect(tab.locator("#begin")).to_be_visible()


def test_an_entry_that_bears_the_number_of_another_does_not_lead_out_of_the_scene(tab):
    tab.goto("/practise/scenes/")
    tab.goto(NOTE)
    tab.locator("#begin").click()
    at(tab, 1)
    tab.wait_for_timeout(300)
    tab.evaluate("history.replaceState({...history.state, step: 2}, '')")
    tab.reload()
    tab.wait_for_timeout(300)
    assert tab.url.endswith(NOTE)
    expect(tab.locator("#begin")).to_be_visible()
    tab.evaluate("history.back()")
    tab.wait_for_url("**/practise/scenes/")


def test_on_the_wall_back_and_reload_keep_the_session(tab):
    tab.goto(PLAN)
    tab.locator("#begin-wall").click()
    tab.locator("#clock").click()
    tab.locator("#on-0").click()
    tab.locator("#on-1").click()
    at(tab, 1)
    tab.locator("#take-0-1").click()
    at(tab, 2)
    tab.evaluate("history.back()")
    at(tab, 1)
    tab.reload()
    expect(tab.locator("#on-1")).to_be_visible()
    expect(tab.locator(".timer output")).to_contain_text("gone")
    tab.evaluate("history.back()")
    expect(tab.locator("h1")).to_have_text("Opening")


def test_ending_the_session_is_asked_about_and_one_can_go_on(tab):
    tab.goto(PLAN)
    tab.locator("#begin-wall").click()
    tab.locator("#end-session").click()
    expect(tab.locator("#ending")).to_be_visible()
    tab.locator("#go-on").click()
    expect(tab.locator("#ending")).to_be_hidden()
    tab.locator("#end-session").click()
    tab.locator("#leave").click()
    tab.wait_for_url("**/practise/group/")
