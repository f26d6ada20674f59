"""What somebody sees who set their machine differently, and proof that the sweep's eyes are open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import Site, signed_in
from tests.browser.pages import PAGES, PLAN, SCENE
from tests.browser.seen import MOVING, TARGET, TOO_SMALL, TOO_WIDE, violations, watch

from alongside.core.deeds import Deed

BAD_PAGE = """<!doctype html><html><head><title></title></head><body><main>
<button></button> <img src="data:,"> <input type="text">
<p style="color: #aaa; background: #fff">Hardly to be read</p>
<a href="#a" style="font-size: 8px">a</a><a href="#b" style="font-size: 8px">b</a>
<div style="inline-size: 200vw">wide</div></main></body></html>"""
BAD_RULES = {"button-name", "color-contrast", "document-title", "html-has-lang", "image-alt", "label"}


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.set_content(BAD_PAGE)
    yield page
    context.close()


def test_axe_finds_what_is_wrong_with_a_page_made_bad_on_purpose(plain):
    assert {rule for rule, *_rest in violations(plain)} >= BAD_RULES | {"target-size"}


def test_a_target_that_is_too_small_and_a_page_that_is_too_wide_are_found(plain):
    assert len(plain.evaluate(TOO_SMALL, TARGET)) == 4  # button, input and the two links
    assert plain.evaluate(TOO_WIDE) != []


@pytest.mark.parametrize("path", ["/", "/open/no-such-token/"])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_closed_door_is_open_to_everybody_too(browser, site, path, locale):
    with browser.new_context(base_url=site.address, locale=locale, reduced_motion="reduce") as context:
        tab = context.new_page()
        seen = watch(tab)
        response = tab.goto(path)
        assert response is not None
        assert response.status == 403
        light = violations(tab)
        tab.set_viewport_size({"width": 320, "height": 256})
        tab.emulate_media(color_scheme="dark")
        assert (light, violations(tab)) == ([], [])
        assert tab.evaluate(TOO_WIDE) == []
        assert tab.evaluate(TOO_SMALL, TARGET) == []
        assert seen.strangers(site.address) == []


def test_signed_out_every_page_is_the_same_closed_door(browser, site):
    with browser.new_context(base_url=site.address) as context:
        door = context.request.get("/nowhere/").body()
        assert {page.path for page in PAGES if context.request.get(page.path).body() != door} == set()


# -- settings of the machine -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def forced(browser: Browser, site: Site, year: Deed) -> Iterator[BrowserContext]:
    site.hold(year)
    context = signed_in(browser, site, forced_colors="active", reduced_motion="reduce")
    yield context
    context.close()


FOCUSED = "#mark, .nav a, #id_action-1, #pick-plan, #pick-swap, #take-offer, #id_what, #id_practice, .side a"
OUTLINE = """(element) => {
  const style = getComputedStyle(element);
  return [style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


def test_in_forced_colours_the_focus_shows_by_outline_and_by_pixels(forced):
    tab = forced.new_page()
    tab.goto("/")
    tab.keyboard.press("Tab")  # from here on the browser shows the focus of a keyboard
    unseen = []
    for element in tab.locator(FOCUSED).all():
        element.scroll_into_view_if_needed()
        box = element.bounding_box()
        assert box is not None
        around = {
            "x": max(box["x"] - 8, 0),
            "y": max(box["y"] - 8, 0),
            "width": box["width"] + 16,
            "height": box["height"] + 16,
        }
        tab.evaluate("document.activeElement.blur()")
        before = tab.screenshot(clip=around)
        element.focus()
        style, width = element.evaluate(OUTLINE)
        if style == "none" or width < 3 or tab.screenshot(clip=around) == before:
            unseen.append(element.get_attribute("id"))
    assert unseen == []
    tab.close()


def test_the_outline_is_there_in_plain_colours_too(browser, site):
    with signed_in(browser, site) as context:
        tab = context.new_page()
        tab.goto("/")
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.id") == "skip"
        tab.locator("#pick-plan").focus()
        assert tab.locator("#pick-plan").evaluate(OUTLINE) == ["solid", 3]


def test_something_moves_unless_somebody_asked_for_stillness(browser, site):
    with signed_in(browser, site, reduced_motion="no-preference") as context:
        tab = context.new_page()
        tab.goto("/")
        assert tab.evaluate(MOVING) != []  # the sweep looks that nothing does for those who asked


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("path", [f"/practise/scenes/{SCENE}/role-play/", PLAN])
def test_a_sheet_prints_whole_and_without_what_belongs_to_the_screen(browser, site, path, paper):
    with signed_in(browser, site) as context:
        tab = context.new_page()
        tab.emulate_media(media="print")
        tab.goto(path)
        assert tab.locator(".nav, .button, .on-screen, .foot").locator("visible=true").count() == 0
        assert tab.locator(".sheet li, .sheet p").locator("visible=true").count() > 30
        assert "Unreviewed" in tab.locator("main").inner_text()
        assert tab.evaluate(TOO_WIDE) == []
        assert tab.pdf(format=paper).count(b"/Type /Page\n") >= 3


def test_the_wall_is_large_and_fits_at_twice_the_size(browser, site):
    with signed_in(browser, site, viewport={"width": 640, "height": 450}) as context:  # 1280 at 200 %
        tab = context.new_page()
        tab.goto(PLAN)
        for button in ("#begin-wall", "#on-0", "#on-1", "#take-0-1"):
            tab.locator(button).click()
        tab.locator("#back-1").wait_for()
        assert tab.evaluate(TOO_WIDE) == []
        size = "parseFloat(getComputedStyle(document.querySelector('.wall .passage p')).fontSize)"
        assert tab.evaluate(size) >= 20


def test_more_contrast_makes_borders_appear(browser, site):
    drawn = {}
    for contrast in ("no-preference", "more"):
        with signed_in(browser, site, contrast=contrast, reduced_motion="reduce") as context:
            tab = context.new_page()
            tab.goto("/")
            style = "getComputedStyle(document.querySelector('.picks .choice'))"
            drawn[contrast] = tab.evaluate(f"[{style}.borderBlockStartWidth, {style}.borderBlockStartColor]")
    assert drawn["no-preference"][0] == "1px"
    assert drawn["more"][0] == "2px"
    assert drawn["more"][1] != drawn["no-preference"][1]


# -- what a screen reader is told --------------------------------------------------------------------------

LEAVE_OUT_THE_THREE = """() => document.querySelectorAll(
    ".picks label, .picks .hint, .next-thing p:not(.where, :has(a)), [aria-labelledby=offers-title] li,"
    + "#learn .next-thing :is(h2, .where, form, p:has([id^=open-])), #result :is(form, p[id^=do-], .caution),"
    + "[aria-labelledby=day-title] li,"
    + "[aria-labelledby=counts-title] :is(dd, details)")
  .forEach((element) => { element.textContent = "one of the three" })"""
"""What is suggested comes from the catalogue, which grows; what the page is made of does not."""

SNAPSHOTS = Path(__file__).parent / "snapshots"
OF_CONTENT = (
    "help",
    "design",
    "act:look-back-explain",
    "practise:practise-scene",  # and the list of scenes
    "practise:practise-roleplay",
    "practise:practise-notice",
    "practise:practise-correct",
    "practise:practise-group",
    "learn:learn-search",
    "learn:learn-work",
    "learn:learn-path",
    "learn:learn-card",  # and the list of cards
    "learn:learn-quiz",
    "interrupt:words-rule",  # and the list of rules
)
"""Beginnings of the names of pages that mostly show content, which grows."""

TOLD = [page for page in PAGES if page.status == 200 and not page.name.startswith(OF_CONTENT)]


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.id)
def test_a_page_tells_a_screen_reader_what_it_told_before(forced, site, page, request):
    """The golden files are read before they are kept: --update-snapshots writes them anew."""
    tab = forced.new_page()
    tab.goto(page.path)
    tab.evaluate(LEAVE_OUT_THE_THREE)
    told = tab.locator("body").aria_snapshot().replace(str(site.folder), "DATA") + "\n"
    tab.close()
    file = SNAPSHOTS / f"{page.id}.yaml"
    if request.config.getoption("update_snapshots"):
        file.write_text(told, "utf-8")
    assert told == file.read_text("utf-8")


DEEDS = """() => [...document.querySelectorAll(".list a[id], .list button")].map((element) => {
  const about = document.getElementById(element.getAttribute("aria-describedby"));
  return [element.textContent, about && about.textContent.trim()];
})"""


def test_deeds_of_one_name_are_told_apart_by_what_they_are_about(forced):
    tab = forced.new_page()
    same = {}
    for path in ("/", "/commitments/", "/look-back/", "/look/"):
        tab.goto(path)
        told = tab.evaluate(DEEDS)
        same[path] = [each for each in told if not each[1] or told.count(each) > 1]
    tab.close()
    assert same == {"/": [], "/commitments/": [], "/look-back/": [], "/look/": []}
