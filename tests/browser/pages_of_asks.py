"""The pages of asks, cards and thanks, as those see them who have something to do there."""

from tests.browser.pages_community import CommunityPage

PAGES = (
    CommunityPage(name="act:asks", path="/asks/"),
    CommunityPage(name="act:asks", path="/asks/", role="steward"),
    CommunityPage(name="act:asks", path="/asks/", role="outsider"),
    CommunityPage(name="act:asks-ask", path="/asks/{ask}/"),
    CommunityPage(name="act:asks-ask", path="/asks/{claimed}/", key="to-answer", role="steward"),
    CommunityPage(name="act:asks-ask", path="/asks/{claimed}/", key="claimed", role="facilitator"),
    CommunityPage(name="act:asks-ask", path="/asks/{draft}/", key="handed-in", role="steward"),
    CommunityPage(name="act:asks-new", path="/asks/new/"),
    CommunityPage(name="act:asks-steward", path="/asks/steward/", role="steward"),
    CommunityPage(name="act:asks-take", path="/asks/{ask}/take/", role="guest"),
    CommunityPage(name="act:asks-withdraw", path="/asks/{claimed}/withdraw/"),
    CommunityPage(name="act:asks-cards", path="/asks/cards/"),
    CommunityPage(name="act:asks-cards", path="/asks/cards/", role="steward"),
    CommunityPage(name="act:asks-cards-write", path="/asks/cards/write/"),
    CommunityPage(name="act:asks-cards-read", path="/asks/cards/{copy}/"),
    CommunityPage(name="act:asks-thanks", path="/asks/thanks/"),
    CommunityPage(name="act:asks-thanks", path="/asks/thanks/", role="outsider"),
    CommunityPage(name="act:asks-thanks-new", path="/asks/thanks/new/", role="steward"),
)
