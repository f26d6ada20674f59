"""The pages of moderation, for those who report, are reported, or decide."""

from playwright.sync_api import Page as Tab
from tests.browser.pages_community import CommunityPage


def send_empty(tab: Tab) -> None:
    """Send the form with nothing in it, and wait for what it says."""
    tab.locator("#check-report, #check-decision, #ask, #appeal").first.click()
    tab.locator("#error-summary").wait_for()


def look_once_more(tab: Tab) -> None:
    """Fill in a report and look at it before it is sent."""
    tab.locator("#id_words").fill("They said it again, after I had asked them to stop.")
    tab.locator("#check-report").click()
    tab.locator("#report-check").wait_for()


def look_at_decision(tab: Tab) -> None:
    """Choose a private word and look at it before it is sent."""
    tab.get_by_label("A private word").check()
    tab.locator("#id_to_reported").fill("Please stop when somebody asks you to.")
    tab.locator("#check-decision").click()
    tab.locator("#decision").wait_for()


POST = "/circles/{circle}/posts/{reported_post}/report/"
PAGES = (
    CommunityPage(name="include:report", path="/circles/{circle}/report/"),
    CommunityPage(name="include:report", path="/circles/{circle}/report/", key="empty", when=send_empty),
    CommunityPage(name="include:report-post", path=POST, role="guest"),
    CommunityPage(name="include:report-post", path=POST, role="guest", key="check", when=look_once_more),
    CommunityPage(name="include:report-followed", path="/reports/{report}/"),
    CommunityPage(name="include:report-followed", path="/reports/{report_decided}/", key="decided"),
    CommunityPage(name="include:report-followed", path="/reports/{report_decided}/", role="facilitator"),
    CommunityPage(name="include:notices", path="/notices/"),
    CommunityPage(name="include:notices", path="/notices/", role="outsider"),
    CommunityPage(name="include:unmasked", path="/notices/names/{unmasking_agreed}/"),
    CommunityPage(name="include:moderation", path="/moderation/", role="steward"),
    CommunityPage(name="include:moderation", path="/moderation/", role="outsider"),
    CommunityPage(name="include:moderation-counts", path="/moderation/counts/", role="outsider"),
    CommunityPage(name="include:case", path="/moderation/reports/{report}/", role="steward"),
    CommunityPage(name="include:case", path="/moderation/reports/{report_seen}/", key="seen", role="steward"),
    CommunityPage(
        name="include:case",
        path="/moderation/reports/{report_seen}/",
        key="check",
        role="steward",
        when=look_at_decision,
    ),
    CommunityPage(name="include:unmask-ask", path="/moderation/people/{pseudonymous}/name/", role="steward"),
    CommunityPage(name="include:unmask", path="/moderation/names/{unmasking}/", role="steward"),
)
