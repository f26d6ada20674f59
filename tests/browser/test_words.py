"""Words in the browser: without JavaScript, by keyboard, on a small screen; and a file that is dropped."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site, signed_in
from tests.browser.test_journeys import WAYS, Hand, says

TEXT = "A ramp for wheelchair-bound guests."
DROP = """(form) => {
  const data = new DataTransfer();
  data.items.add(new File(["A ramp for wheelchair-bound guests."], "note.md", {type: "text/markdown"}));
  for (const name of ["dragenter", "dragover", "drop"])
    form.dispatchEvent(new DragEvent(name, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def tab(browser: Browser, site: Site) -> Iterator[Page]:
    site.hold(None)
    context = signed_in(browser, site, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("way", WAYS)
def test_a_text_is_checked_a_rule_hidden_and_shown_and_a_plan_made(browser: Browser, site: Site, way: str):
    kind, options = WAYS[way]
    site.hold(None)
    context = signed_in(browser, site, reduced_motion="reduce", **options)
    tab = context.new_page()
    hand: Hand = kind(tab=tab)
    tab.goto("/check/")
    hand.write("#id_text", TEXT)
    hand.press("#check-deed")
    expect(tab.locator("mark")).to_have_text("wheelchair-bound1")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    hand.press("#hide-1")
    says(tab, "Hidden for you.")
    expect(tab.locator("mark")).to_have_count(0)
    hand.press("#undo")
    says(tab, "It counts again for you.")
    expect(tab.locator("#id_text")).to_have_value(TEXT)
    hand.press("#finding-1-plan")
    says(tab, "Planned.")
    context.close()


def test_the_reason_opens_below_the_words_that_have_the_focus(tab: Page):
    tab.goto("/check/")
    tab.locator("#id_text").fill(TEXT)
    tab.locator("#check-deed").click()
    expect(tab.locator(".reason")).to_be_hidden()
    tab.locator("mark a").focus()
    expect(tab.locator(".reason")).to_be_visible()
    tab.keyboard.press("Enter")
    expect(tab.locator("#finding-1")).to_be_in_viewport()


def test_a_file_dropped_on_the_form_is_chosen_and_not_sent_by_itself(tab: Page):
    tab.goto("/check/")
    tab.locator("#words-form").evaluate(DROP)
    assert tab.locator("#id_file").evaluate("(field) => field.files[0].name") == "note.md"
    assert tab.evaluate("document.activeElement.id") == "id_file"
    expect(tab.locator("mark")).to_have_count(0)
    tab.locator("#check-deed").click()
    expect(tab.locator("mark")).to_have_count(1)


def test_of_two_dropped_files_none_is_chosen(tab: Page):
    tab.goto("/check/")
    twice = DROP.replace("for (const name", 'data.items.add(new File(["x"], "b.md"));\n  for (const name')
    tab.locator("#words-form").evaluate(twice)
    assert tab.locator("#id_file").evaluate("(field) => field.files.length") == 0
