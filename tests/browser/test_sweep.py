"""Every page, light and dark, left to right and right to left, with nothing kept and with a year kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Tab
from tests.browser.conftest import Site, signed_in
from tests.browser.pages import PAGES, PLAN, SCENE, Page
from tests.browser.seen import UNTRANSLATED, watch, wrong_on

from alongside.core.deeds import Deed

WIDE = {"width": 1280, "height": 900}
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
    if window.direction == "rtl" and page.name != "design":  # its samples stay English
        assert tab.evaluate(UNTRANSLATED) == []

    if page.status == 200:
        assert seen.said == []
    assert seen.strangers(site.address) == []
    assert seen.total() <= FIRST_VIEW
    assert 0 < seen.total("Script") <= SCRIPTS
    assert wrong_on(tab) == {}
    tab.close()


def look_at_the_sample(tab: Tab) -> None:
    tab.goto("/look/")
    tab.locator("#look-sample").click()
    tab.locator("#keep-look").wait_for()
    for line in tab.locator("summary").all():
        line.click()


def plan_what_it_suggests(tab: Tab) -> None:
    look_at_the_sample(tab)
    tab.locator("#finding-1-plan").click()
    tab.locator("#finding-1-said").wait_for()


def look_at_nothing(tab: Tab) -> None:
    tab.goto("/look/")
    tab.locator("#more").click()
    tab.locator("#look-deed").click()
    tab.locator("#error-summary").wait_for()


def check_some_words(tab: Tab) -> None:
    tab.goto("/check/")
    tab.locator("#id_text").fill("A ramp for wheelchair-bound guests.\nWheelchair-bound guests come, too.")
    tab.locator("#check-deed").click()
    tab.locator("#finding-1").wait_for()
    for line in tab.locator("summary").all():
        line.click()
    tab.locator("mark a").first.focus()


def hide_a_rule(tab: Tab) -> None:
    check_some_words(tab)
    tab.locator("#hide-1").click()
    tab.locator("#undo").wait_for()
    tab.locator("#undo").click()
    tab.locator("#finding-1").wait_for()


def check_an_advert(tab: Tab) -> None:
    tab.goto("/check/job-ad/")
    tab.locator("#id_text").fill("You lead and support a team. " * 20 + "No wheelchair-bound applicants.")
    tab.locator("#check-deed").click()
    tab.locator("#balance").wait_for()


def check_nothing(tab: Tab) -> None:
    tab.goto("/check/")
    tab.locator("#more").click()
    tab.locator("#check-deed").click()
    tab.locator("#error-summary").wait_for()


def log_nothing(tab: Tab) -> None:
    tab.goto("/")
    tab.locator("#log-deed").click()
    tab.locator("#error-summary").wait_for()


def commit_to_nothing(tab: Tab) -> None:
    tab.goto("/commitments/new/")
    tab.locator("#save").click()
    tab.locator("#error-summary").wait_for()


def be_away_backwards(tab: Tab) -> None:
    tab.goto("/look-back/")
    tab.locator("#id_first").fill("2026-03-04")
    tab.locator("#id_last").fill("2026-03-01")
    tab.locator("#set-away").click()
    tab.locator("#error-summary").wait_for()


def begin_a_scene(tab: Tab) -> None:
    tab.goto(f"/practise/scenes/{SCENE}/?power=level&cast=0")
    for line in tab.locator("summary").all():
        line.click()
    tab.locator("#id_own-2").check()
    tab.locator("#begin").click()
    tab.locator("#show-0").wait_for()


def compare_own_words(tab: Tab) -> None:
    begin_a_scene(tab)
    tab.locator("#id_own").fill("Wait: that was Mina's idea, and I would like to hear the rest of it.")
    tab.locator("#show-0").click()
    tab.locator("#way-0-1").wait_for()


def come_to_the_end(tab: Tab) -> None:
    compare_own_words(tab)
    tab.locator("#way-0-1").click()
    tab.locator("#scene-plan").wait_for()
    for line in tab.locator("summary").all():
        line.click()


def plan_what_the_scene_suggests(tab: Tab) -> None:
    come_to_the_end(tab)
    tab.locator("#scene-plan").click()
    tab.locator("#scene-plan-said").wait_for()


def read_an_exchange(tab: Tab) -> None:
    tab.goto("/practise/notice/")
    tab.locator("#answer-0-3").click()
    tab.locator("[id^=next-]").wait_for()


def write_a_reply_again(tab: Tab) -> None:
    tab.goto("/practise/correct/")
    tab.locator("#id_first").fill("I'm so, so sorry, I feel terrible. I didn't mean it that way.")
    tab.locator("#see-reply").click()
    tab.locator("#id_second").fill("Thank you for telling me. I will mend it today.")
    tab.locator("#see-again-1").click()
    tab.locator("#see-again-2").wait_for()


def answer_nothing(tab: Tab) -> None:
    tab.goto("/practise/correct/")
    tab.locator("#see-reply").click()
    tab.locator("#error-summary").wait_for()


def lead_a_session(tab: Tab) -> None:
    tab.goto(PLAN)
    tab.locator("#begin-wall").click()
    tab.locator("#on-0").click()
    tab.locator("#on-1").click()
    tab.locator("#most-0").wait_for()


def count_no_hands(tab: Tab) -> None:
    lead_a_session(tab)
    tab.locator("#most-0").click()
    tab.locator("#error-summary").wait_for()


def begin_again(tab: Tab) -> None:
    begin_a_scene(tab)
    tab.evaluate("document.querySelector('[name=walk]').value = 'x'")
    tab.locator("#show-0").click()
    tab.locator("#again").wait_for()


def ask_the_library(tab: Tab) -> None:
    tab.goto("/learn/questions/")
    tab.locator("#quota").click()
    tab.locator("#id_text").fill("How do accents count when somebody is hired?")
    tab.locator("#ask-library").click()
    tab.locator("#keep-question").wait_for()


def ask_nothing(tab: Tab) -> None:
    tab.goto("/learn/questions/")
    tab.locator("#ask-library").click()
    tab.locator("#error-summary").wait_for()


def answer_half_an_item(tab: Tab) -> None:
    tab.goto("/learn/assess/3/")
    tab.locator("#id_occasions-3").check()
    tab.locator("#id_acted-1").evaluate("(each) => { each.checked = false; }")
    for each in tab.locator("[name=acted]").all():
        each.evaluate("(input) => { input.checked = false; }")
    tab.locator("#keep-item").click()
    tab.locator("#error-summary").wait_for()


def narrow_a_search_down(tab: Tab) -> None:
    tab.goto("/learn/search/?practice=include")
    tab.locator("#more-hits").click()
    tab.locator("#search .list").wait_for()


def see_every_number(tab: Tab) -> None:
    tab.goto("/learn/assess/result/")
    tab.locator("#profile-numbers").click()


def note_nothing(tab: Tab) -> None:
    tab.goto("/learn/labour/")
    tab.locator("#note-labour").click()
    tab.locator("#error-summary").wait_for()


def plan_a_step_and_have_another(tab: Tab) -> None:
    tab.goto("/learn/path/")
    tab.locator("[id$=-plan]").first.click()
    tab.locator("[id$=-said]").wait_for()
    tab.locator("[id^=skip-]").first.click()
    tab.locator("#aside").click()


STATES = (
    ask_the_library,
    ask_nothing,
    answer_half_an_item,
    narrow_a_search_down,
    see_every_number,
    note_nothing,
    plan_a_step_and_have_another,
    begin_a_scene,
    compare_own_words,
    come_to_the_end,
    plan_what_the_scene_suggests,
    read_an_exchange,
    write_a_reply_again,
    answer_nothing,
    lead_a_session,
    count_no_hands,
    begin_again,
    look_at_the_sample,
    plan_what_it_suggests,
    look_at_nothing,
    check_some_words,
    hide_a_rule,
    check_an_advert,
    check_nothing,
    log_nothing,
    commit_to_nothing,
    be_away_backwards,
)


@pytest.mark.parametrize("window", [("a year", "ltr"), ("a year", "rtl")], indirect=True, ids=LOCALES)
@pytest.mark.parametrize("reach", STATES)
def test_what_comes_after_a_deed_is_open_to_everybody(window: Window, reach: Callable[[Tab], None]):
    tab = window.context.new_page()
    reach(tab)
    assert wrong_on(tab) == {}
    tab.close()
