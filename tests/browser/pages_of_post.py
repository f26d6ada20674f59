"""The pages of letters, of what circles tell outside, and of what could not be sent."""

from playwright.sync_api import Page as Tab
from tests.browser.pages_community import CommunityPage


def _send_empty(tab: Tab) -> None:
    tab.locator("main form button").first.click()
    tab.locator("#error-summary").wait_for()


def _preview(tab: Tab) -> None:
    tab.fill("#id_note", "Dear all,\n\nwe meet in the library.")
    tab.click("#preview")
    tab.locator("#preview-title").wait_for()


def _set_up(tab: Tab) -> None:
    tab.select_option("#id_service", "webhook")
    tab.fill("#id_url", "https://hooks.example.org/new")
    tab.click("#add")
    tab.locator("#key").wait_for()


PAGES = (
    CommunityPage(name="include:letters", path="/letters/", role="member"),
    CommunityPage(name="include:letters-preview", path="/letters/preview/", role="member"),
    CommunityPage(name="include:letters-confirm", path="/letters/confirm/{asked_letter}/", role="signed-out"),
    CommunityPage(
        name="include:letters-confirm", path="/letters/confirm/{kept}/", role="signed-out", key="done"
    ),
    CommunityPage(name="include:letters-end", path="/letters/end/{kept}/", role="signed-out"),
    CommunityPage(name="include:letters-end", path="/letters/end/none/", role="signed-out", key="done"),
    CommunityPage(name="include:letters-ask", path="/letters/of/{open-circle}/", role="signed-out"),
    CommunityPage(
        name="include:letters-ask",
        path="/letters/of/{open-circle}/",
        role="signed-out",
        key="empty",
        when=_send_empty,
    ),
    CommunityPage(name="include:letters-archive", path="/circles/{circle}/letters/", role="member"),
    CommunityPage(name="include:letters-archive", path="/circles/{circle}/letters/", role="steward"),
    CommunityPage(
        name="include:letters-archive",
        path="/circles/{open-circle}/letters/",
        role="other_steward",
        key="open",
    ),
    CommunityPage(name="include:letters-issue", path="/circles/{circle}/letters/{issue}/", role="member"),
    CommunityPage(
        name="include:letters-write", path="/circles/{open-circle}/letters/write/", role="other_steward"
    ),
    CommunityPage(
        name="include:letters-write",
        path="/circles/{open-circle}/letters/write/",
        role="other_steward",
        key="preview",
        when=_preview,
    ),
    CommunityPage(name="include:telling", path="/circles/{circle}/telling/", role="steward"),
    CommunityPage(
        name="include:telling", path="/circles/{open-circle}/telling/", role="other_steward", key="open"
    ),
    CommunityPage(
        name="include:telling",
        path="/circles/{open-circle}/telling/",
        role="other_steward",
        key="set-up",
        when=_set_up,
    ),
    CommunityPage(name="include:post", path="/post/", role="owner"),
)
