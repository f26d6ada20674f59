"""The pages of questions to people, of passing on and of speakers, as those see them whom they concern."""

from playwright.sync_api import Page as Tab
from tests.browser.pages_community import CommunityPage


def ask_something(tab: Tab) -> None:
    """See what is here before a question is sent."""
    tab.fill("#id_text", "Which words do people want for captions?")
    tab.click("#ask-here")
    tab.wait_for_selector("#send-question")


def send_empty(tab: Tab) -> None:
    """Send an empty form: the errors lead to their fields."""
    tab.click("main form button[type=submit]")
    tab.wait_for_selector("#error-summary")


PAGES = (
    CommunityPage(name="learn:questions-people", path="/learn/people/"),
    CommunityPage(name="learn:questions-people", path="/learn/people/", role="outsider"),
    CommunityPage(name="learn:questions-people", path="/learn/people/", key="near", when=ask_something),
    CommunityPage(name="learn:questions-people", path="/learn/people/", key="empty", when=send_empty),
    CommunityPage(name="learn:questions-answers", path="/learn/people/answers/"),
    CommunityPage(name="learn:questions-sent", path="/learn/people/asked/{question}/"),
    CommunityPage(name="learn:questions-sent", path="/learn/people/asked/{shared}/", key="answered"),
    CommunityPage(name="learn:questions-answering", path="/learn/people/answering/"),
    CommunityPage(name="learn:questions-answering", path="/learn/people/answering/", role="facilitator"),
    CommunityPage(
        name="learn:questions-for-me", path="/learn/people/answering/{question}/", role="facilitator"
    ),
    CommunityPage(name="amplify:amplify", path="/amplify/"),
    CommunityPage(name="amplify:amplify", path="/amplify/", role="outsider"),
    CommunityPage(name="amplify:offer", path="/amplify/offer/"),
    CommunityPage(name="amplify:offer", path="/amplify/offer/", key="empty", when=send_empty),
    CommunityPage(name="amplify:ask", path="/amplify/ask/"),
    CommunityPage(name="amplify:ask", path="/amplify/ask/", role="outsider"),
    CommunityPage(name="amplify:mine", path="/amplify/mine/"),
    CommunityPage(name="amplify:mine", path="/amplify/mine/", role="steward"),
    CommunityPage(name="amplify:mine", path="/amplify/mine/", role="outsider"),
    CommunityPage(name="amplify:work", path="/amplify/works/{work}/"),
    CommunityPage(name="amplify:work", path="/amplify/works/{work}/", role="steward"),
    CommunityPage(name="amplify:consent", path="/amplify/works/{work}/consent/"),
    CommunityPage(name="amplify:speakers", path="/amplify/speakers/?topic=captions", role="steward"),
    CommunityPage(name="amplify:speakers", path="/amplify/speakers/"),
    CommunityPage(name="amplify:speaker", path="/amplify/speakers/{speaker}/", role="steward"),
    CommunityPage(name="amplify:my-profile", path="/amplify/speakers/me/"),
    CommunityPage(name="amplify:my-profile", path="/amplify/speakers/me/", role="outsider"),
    CommunityPage(name="amplify:requests", path="/amplify/speakers/requests/", role="outsider"),
    CommunityPage(name="amplify:requests", path="/amplify/speakers/requests/", role="steward"),
)
