"""The pages of events, calendars and budgets."""

from playwright.sync_api import Page as Tab
from tests.browser.pages_community import CommunityPage


def send_empty(tab: Tab) -> None:
    """Send the form as it is, and wait for what it says."""
    tab.locator("main form .button:not(.plain):not(.quiet)").last.click()
    tab.locator("#error-summary").wait_for()


EVENT = "/events/{event}/"
LINE = "/budgets/lines/{line}/"
PAGES = (
    CommunityPage(name="include:events", path="/events/"),
    CommunityPage(name="include:events", path="/events/", role="outsider"),
    CommunityPage(name="include:events", path="/events/", role="owner"),
    CommunityPage(name="include:events-propose", path="/events/new/", role="outsider"),
    CommunityPage(name="include:events-new", path="/events/new/{circle}/"),
    CommunityPage(name="include:events-new", path="/events/new/{circle}/", key="empty", when=send_empty),
    CommunityPage(name="include:events-event", path=EVENT),
    CommunityPage(name="include:events-event", path=EVENT, role="guest"),
    CommunityPage(name="include:events-event", path="/events/{proposed}/", key="proposed", role="steward"),
    CommunityPage(name="include:events-event", path="/events/{called_off}/", key="cancelled", role="guest"),
    CommunityPage(name="include:events-event", path="/events/{event_told}/", key="told"),
    CommunityPage(name="include:events-attend", path=f"{EVENT}come/", role="guest"),
    CommunityPage(name="include:events-feedback", path="/events/{event_over}/how-it-was/", role="guest"),
    CommunityPage(
        name="include:events-feedback",
        path="/events/{event_over}/how-it-was/",
        role="guest",
        key="empty",
        when=send_empty,
    ),
    CommunityPage(name="include:events-change", path=f"{EVENT}change/"),
    CommunityPage(name="include:events-access", path=f"{EVENT}access/"),
    CommunityPage(name="include:events-hand-back", path="/events/{proposed}/hand-back/", role="steward"),
    CommunityPage(name="include:events-take-back", path="/events/{proposed}/take-back/"),
    CommunityPage(name="include:events-cancel", path=f"{EVENT}cancel/"),
    CommunityPage(name="include:events-host", path=f"{EVENT}needs/"),
    CommunityPage(name="include:feeds", path="/calendars/"),
    CommunityPage(name="include:budget", path="/circles/{circle}/budget/", role="steward"),
    CommunityPage(name="include:budget", path="/circles/{circle}/budget/"),
    CommunityPage(name="include:budget-open", path="/circles/{circle}/budget/open/", role="steward"),
    CommunityPage(name="include:budget-plan", path="/budgets/{budget}/plan/"),
    CommunityPage(name="include:budget-plan", path="/budgets/{budget}/plan/", key="empty", when=send_empty),
    CommunityPage(name="include:budget-spent", path=f"{LINE}spent/", role="steward"),
)
