"""The pages of circles, for those outside, inside, and those who keep one."""

from playwright.sync_api import Page as Tab
from tests.browser.pages_community import CommunityPage


def send_empty(tab: Tab) -> None:
    """Send the form with nothing in it, and wait for what it says."""
    tab.locator("button.primary").first.click()
    tab.locator("#error-summary").wait_for()


def unfold(tab: Tab) -> None:
    """Open what is folded."""
    tab.locator("summary").first.click()


ONE, OPEN, CHANGED = "/circles/{circle}/", "/circles/{open_circle}/", "/circles/{changed_circle}/"
PAGES = (
    CommunityPage(name="include:circles", path="/circles/"),
    CommunityPage(name="include:circles", path="/circles/", role="outsider"),
    CommunityPage(name="include:circles-found", path="/circles/found/"),
    CommunityPage(name="include:circles-found-from", path="/circles/found/support-circle/"),
    CommunityPage(
        name="include:circles-found-from", path="/circles/found/team/", key="empty", when=send_empty
    ),
    CommunityPage(
        name="include:circles-found-from", path="/circles/found/team/", key="unfolded", when=unfold
    ),
    CommunityPage(name="include:circle", path=ONE),
    CommunityPage(name="include:circle", path=ONE, role="steward"),
    CommunityPage(name="include:circle", path=ONE, role="guest"),
    CommunityPage(name="include:circle", path=ONE, key="hidden", role="owner", status=404),
    CommunityPage(name="include:circle", path=OPEN, key="door", role="outsider"),
    CommunityPage(name="include:circle", path=CHANGED, key="changed", role="asked_again"),
    CommunityPage(name="include:circle-join", path=f"{OPEN}join/", role="outsider"),
    CommunityPage(name="include:circle-leave", path=f"{ONE}leave/"),
    CommunityPage(name="include:circle-charter", path=f"{ONE}charter/"),
    CommunityPage(name="include:circle-charter", path=f"{CHANGED}charter/", role="asked_again"),
    CommunityPage(name="include:circle-charter-change", path=f"{ONE}charter/change/", role="steward"),
    CommunityPage(name="include:circle-chapter", path=f"{OPEN}chapter/", role="other_steward"),
    CommunityPage(
        name="include:circle-chapter-from", path=f"{OPEN}chapter/local-chapter/", role="other_steward"
    ),
    CommunityPage(name="include:circle-people", path=f"{ONE}people/"),
    CommunityPage(name="include:circle-people", path=f"{ONE}people/", role="steward"),
    CommunityPage(name="include:circle-offer", path=f"{ONE}people/{{membership}}/", role="steward"),
    CommunityPage(name="include:circle-invite", path=f"{ONE}invite/", role="steward"),
    CommunityPage(
        name="include:circle-invite", path=f"{ONE}invite/", key="empty", role="steward", when=send_empty
    ),
    CommunityPage(name="include:circle-hand-over", path=f"{ONE}hand-over/", role="steward"),
    CommunityPage(name="include:circle-archive", path=f"{ONE}archive/", role="steward"),
    CommunityPage(name="include:circle-post", path=f"{ONE}post/"),
    CommunityPage(name="include:circle-post", path=f"{ONE}post/", key="empty", when=send_empty),
    CommunityPage(name="include:circle-post-change", path=f"{ONE}posts/{{post}}/"),
    CommunityPage(name="include:circle-round-new", path=f"{ONE}rounds/new/", role="facilitator"),
    CommunityPage(name="include:circle-round", path=f"{ONE}rounds/{{round}}/"),
    CommunityPage(name="include:circle-round", path=f"{ONE}rounds/{{round}}/", role="facilitator"),
    CommunityPage(name="include:circle-round", path=f"{ONE}rounds/{{round}}/", role="guest"),
)
