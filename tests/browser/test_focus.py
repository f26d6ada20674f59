"""After a deed somebody with a keyboard stands where they were, never at the top of the page again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.conftest import Site, signed_in
from tests.browser.pages import PLAN, SCENE

from alongside.core.deeds import Deed

FOCUS = "() => document.activeElement.id || document.activeElement.tagName"
LOST = "BODY"


@pytest.fixture(scope="module")
def context(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    opened = signed_in(browser, site, reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture
def tab(context: BrowserContext, site: Site, year: Deed) -> Iterator[Page]:
    site.hold(year)
    opened = context.new_page()
    yield opened
    opened.close()


def press(tab: Page, selector: str, *, says: str, status: str = "#status") -> str:
    """Focus by keyboard, press Enter, wait for what is said; returns where the focus is."""
    tab.locator(selector).focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(status)).to_contain_text(says)
    expect(tab.locator(".htmx-request")).to_have_count(0)
    return str(tab.evaluate(FOCUS))


def test_planning_one_of_the_three_keeps_the_focus(tab):
    tab.goto("/")
    tab.locator("#id_action-2").check()
    assert press(tab, "#pick-plan", says="Planned.") == "pick-plan"


def test_having_done_one_of_the_three_keeps_the_focus(tab):
    tab.goto("/")
    tab.locator("#id_action-1").check()
    assert press(tab, "#pick-did", says="Logged.") == "pick-did"


def test_asking_for_another_keeps_the_focus(tab):
    tab.goto("/")
    tab.locator("#id_action-1").check()
    assert press(tab, "#pick-swap", says="Here is another one.") == "pick-swap"


def test_choosing_none_of_the_three_leads_to_the_error_summary(tab):
    tab.goto("/")
    tab.evaluate("document.querySelectorAll('[name=action]').forEach((pick) => pick.checked = false)")
    where = press(tab, "#pick-plan", says="Choose one of the three first.", status="#error-summary")
    assert where == "error-summary"


def test_logging_keeps_the_focus(tab):
    tab.goto("/")
    tab.locator("#id_what").fill("Gave Ama the floor")
    assert press(tab, "#log-deed", says="Logged.") == "log-deed"
    assert tab.locator("#id_what").input_value() == ""


def test_logging_nothing_leads_to_the_error_summary_and_from_there_to_the_field(tab):
    tab.goto("/")
    tab.locator("#id_effort").select_option("4")
    where = press(tab, "#log-deed", says="nothing to log", status="#error-summary")
    assert where == "error-summary"
    assert tab.locator("#id_effort").input_value() == "4"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate(FOCUS) == "id_what"


def test_keeping_a_plan_that_then_is_gone_leads_to_the_heading(tab):
    tab.goto("/")
    kept = tab.locator('[id^="did-"]').first.get_attribute("id")
    assert press(tab, f"#{kept}", says="Kept, and logged.") == "heading"


def test_taking_an_act_out_that_then_is_gone_leads_to_the_heading(tab):
    tab.goto("/")
    gone = tab.locator('[id^="forget-"]').first.get_attribute("id")
    assert press(tab, f"#{gone}", says="Taken out again.") == "heading"


def test_looking_at_the_sample_leads_to_a_page_of_its_own_that_going_back_finds_again(tab):
    tab.goto("/look/")
    tab.locator("#look-sample").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#keep-look")).to_be_visible()
    tab.locator("#finding-1-source").click()
    tab.go_back()
    expect(tab.locator("#keep-look")).to_be_visible()


def test_looking_at_nothing_leads_to_the_error_summary(tab):
    tab.goto("/look/")
    where = press(tab, "#look-deed", says="Choose a transcript", status="#error-summary")
    assert where == "error-summary"


def test_planning_what_a_finding_suggests_leads_to_what_was_planned(tab):
    tab.goto("/look/")
    tab.locator("#look-sample").click()
    assert press(tab, "#finding-1-plan", says="Planned.") == "finding-1-said"
    tab.keyboard.press("Tab")
    assert tab.evaluate(FOCUS) == "finding-1-change"


def test_a_form_that_grew_stale_leads_to_the_heading_of_what_is_said(tab):
    tab.goto("/")
    tab.locator("#id_what").fill("Gave Ama the floor")
    tab.evaluate("""() => document.querySelectorAll("[name=csrfmiddlewaretoken]")
        .forEach((field) => field.value = "x".repeat(64))""")
    assert press(tab, "#log-deed", says="open for a while", status="h1") == "heading"
    expect(tab.locator("header.head")).to_have_count(1)


def test_without_its_id_a_button_does_lose_the_focus_to_the_heading(tab):
    # The counter-test: what keeps the focus in place is the id, the same before and after.
    tab.goto("/")
    tab.locator("#id_what").fill("Gave Ama the floor")
    tab.evaluate("document.getElementById('log-deed').className += ' nameless'")
    tab.evaluate("document.getElementById('log-deed').removeAttribute('id')")
    assert press(tab, ".nameless", says="Logged.") == "heading"


def test_without_our_module_the_focus_is_lost_when_its_element_goes(browser, site, year):
    # The counter-test of focus.js: htmx alone leaves somebody at the top of the page.
    site.hold(year)
    with signed_in(browser, site) as context:
        tab = context.new_page()
        tab.route("**/focus*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        tab.goto("/")
        gone = tab.locator('[id^="forget-"]').first.get_attribute("id")
        assert press(tab, f"#{gone}", says="Taken out again.") == LOST


def test_the_back_button_shows_the_whole_page_after_a_part_was_swapped(tab):
    tab.goto("/")
    tab.locator("#id_what").fill("Gave Ama the floor")
    press(tab, "#log-deed", says="Logged.")
    tab.goto("/commitments/")
    tab.go_back()
    expect(tab.locator("header.head")).to_be_visible()
    expect(tab.locator("#log-deed")).to_be_visible()


def test_marking_a_work_keeps_the_focus_on_its_button(tab):
    tab.goto("/learn/works/indigenous-ally-toolkit/")
    assert press(tab, "#mark-read", says="Marked as read.") == "mark-read"
    assert press(tab, "#mark-read", says="The mark is off.") == "mark-read"


def test_another_step_instead_leads_to_the_heading_and_a_plan_to_what_was_planned(tab):
    tab.goto("/learn/path/")
    gone = tab.locator("[id^=skip-]").first.get_attribute("id")
    assert press(tab, f"#{gone}", says="Left out") == "heading"
    plan = tab.locator("[id$=-plan]").first.get_attribute("id")
    assert press(tab, f"#{plan}", says="Planned.") == plan.replace("-plan", "-said")


def test_minutes_that_make_no_sense_lead_to_the_error_summary_and_good_ones_keep_the_focus(tab):
    tab.goto("/learn/path/")
    tab.locator("#id_minutes").fill("0")
    where = press(tab, "#fit-minutes", says="Minutes a week are 1 to", status="#error-summary")
    assert where == "error-summary"
    tab.locator("#id_minutes").fill("15")
    assert press(tab, "#fit-minutes", says="The path fits that now.") == "fit-minutes"


def test_every_step_of_a_scene_leads_to_the_heading_of_what_followed(tab):
    tab.goto(f"/practise/scenes/{SCENE}/?power=level&cast=0")
    assert press(tab, "#begin", says="The idea that changed hands", status="h1") == "heading"
    assert press(tab, "#way-0-2", says="What followed", status="h1") == "heading"
    assert press(tab, "#back-1", says="The idea that changed hands", status="h1") == "heading"
    assert press(tab, "#way-0-1", says="What followed", status="h1") == "heading"
    assert press(tab, "#scene-plan", says="Planned.") == "scene-plan-said"


def test_saying_that_it_was_easy_leads_to_what_is_said(tab):
    tab.goto(f"/practise/scenes/{SCENE}/?power=level&cast=0")
    press(tab, "#begin", says="The idea that changed hands", status="h1")
    press(tab, "#way-0-1", says="What followed", status="h1")
    assert press(tab, "#was-easy", says="It comes back later.") == "easy-said"


def test_answering_an_exchange_leads_to_the_heading_of_its_reading(tab):
    tab.goto("/practise/notice/")
    assert press(tab, "#answer-0-1", says="How we read it", status="h1") == "heading"
    assert press(tab, "[id^=next-]", says="Is there something in it?", status="h1") == "heading"


def test_replying_leads_to_the_heading_and_replying_nothing_to_the_error_summary(tab):
    tab.goto("/practise/correct/")
    where = press(tab, "#see-reply", says="Write what you would answer.", status="#error-summary")
    assert where == "error-summary"
    tab.locator("#id_first").fill("Thank you, I will correct it today.")
    assert press(tab, "#see-reply", says="What your answer holds", status="h1") == "heading"
    tab.locator("#id_second").fill("Thank you. I was wrong, and I will correct it today.")
    assert press(tab, "#see-again-1", says="What your answer holds", status="h1") == "heading"


def test_on_the_wall_each_press_leads_to_the_heading_and_the_clock_runs_on(tab):
    tab.goto(PLAN)
    tab.locator("#begin-wall").click()
    tab.locator("#clock").click()
    tab.locator("#on-0").click()
    expect(tab.locator("h1")).to_have_text("The idea that changed hands")
    assert press(tab, "#on-1", says="The idea that changed hands", status="h1") == "heading"
    assert press(tab, "#take-0-1", says="The idea that changed hands", status="h1") == "heading"
    expect(tab.locator(".timer output")).to_contain_text("0:")


def test_without_javascript_a_step_of_a_scene_leads_to_its_heading_too(browser, site, year):
    site.hold(year)
    with signed_in(browser, site, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"/practise/scenes/{SCENE}/?power=level&cast=0")
        tab.locator("#begin").click()
        expect(tab.locator("#heading")).to_be_focused()
        tab.locator("#way-0-2").click()
        expect(tab.locator("#heading")).to_be_focused()


def test_the_last_exchange_leads_to_one_thing_to_take_along_and_says_what_is_kept(tab):
    tab.goto("/practise/notice/?minutes=2")
    for number in range(2):
        tab.locator(f"#answer-{number}-1").click()
        tab.locator("[id^=next-]").click()
    expect(tab.locator("#status")).to_have_text("Practised. It comes back another day.")
    expect(tab.locator("#heading")).to_have_text("Something to take along")
    assert press(tab, "#notice-plan", says="Planned.") == "notice-plan-said"
