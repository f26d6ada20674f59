"""Every page that answers GET, with a sample of its address; a test compares the table with the resolver."""

from dataclasses import dataclass

from tests.browser.year import ASKED, OPEN, ROUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`name` is the address's name, `path` one sample of it; `key` tells samples of one name apart.

    `when` names the one state of the diary to see it in; empty means that both make a difference.
    """

    name: str
    path: str
    key: str = ""
    status: int = 200
    when: str = ""

    @property
    def id(self) -> str:
        return self.key or self.name.replace(":", "-")


SCENE = "credit-standup-01"
PLAN = f"/practise/group/plan/?scene={SCENE}&scene=clinic-desk-01&scene=dinner-relative-01&people=9"

PAGES = (
    Page(name="act:today", path="/"),
    Page(name="act:welcome-roles", path="/welcome/roles/"),
    Page(name="act:welcome-week", path="/welcome/week/"),
    Page(name="act:welcome-capacity", path="/welcome/room/"),
    Page(name="act:commitments", path="/commitments/"),
    Page(name="act:commitments-new", path="/commitments/new/", when="nothing"),
    Page(name="act:commitments-change", path=f"/commitments/{OPEN}/", when="a year"),
    Page(name="act:look-back", path="/look-back/"),
    Page(name="act:look-back-explain", path="/look-back/how/"),
    Page(name="act:my-data", path="/my-data/"),
    Page(name="act:my-data-erase", path="/my-data/erase/", when="nothing"),
    Page(name="listen:look", path="/look/"),
    Page(name="interrupt:words", path="/check/", when="nothing"),
    Page(name="interrupt:words-job-ad", path="/check/job-ad/", when="nothing"),
    Page(name="interrupt:words-rules", path="/check/rules/?ground=disability", when="nothing"),
    Page(name="interrupt:words-rule", path="/check/rules/wheelchair-bound/", when="nothing"),
    Page(name="practise:practise", path="/practise/"),
    Page(name="practise:practise-scenes", path="/practise/scenes/", when="nothing"),
    Page(name="practise:practise-scene", path=f"/practise/scenes/{SCENE}/?power=steep", when="nothing"),
    Page(name="practise:practise-roleplay", path=f"/practise/scenes/{SCENE}/role-play/", when="nothing"),
    Page(name="practise:practise-notice", path="/practise/notice/", when="nothing"),
    Page(name="practise:practise-correct", path="/practise/correct/", when="nothing"),
    Page(name="practise:practise-due", path="/practise/due/"),
    Page(name="practise:practise-group", path="/practise/group/", when="nothing"),
    Page(name="practise:practise-group-plan", path=PLAN, when="nothing"),
    Page(name="learn:learn", path="/learn/"),
    Page(name="learn:learn-search", path="/learn/search/?q=accents&type=paper", when="a year"),
    Page(
        name="learn:learn-search", path="/learn/search/?q=zebrafish", key="learn-search-empty", when="nothing"
    ),
    Page(name="learn:learn-work", path="/learn/works/accent-bias-in-britain/"),
    Page(name="learn:learn-marked", path="/learn/marks/"),
    Page(name="learn:learn-path", path="/learn/path/"),
    Page(name="learn:learn-assess", path="/learn/assess/"),
    Page(name="learn:learn-assess-item", path="/learn/assess/9/", when="nothing"),
    Page(name="learn:learn-assess-stall", path="/learn/assess/stall/"),
    Page(name="learn:learn-assess-result", path="/learn/assess/result/"),
    Page(name="learn:learn-assess-forget", path=f"/learn/assess/rounds/{ROUND}/forget/", when="a year"),
    Page(name="learn:learn-cards", path="/learn/cards/?topic=gender", when="nothing"),
    Page(name="learn:learn-card", path="/learn/cards/alta-dam-1979/", when="nothing"),
    Page(name="learn:learn-quiz", path="/learn/quiz/?topic=gender&answer=1", when="nothing"),
    Page(name="learn:learn-questions", path="/learn/questions/"),
    Page(name="learn:learn-question", path=f"/learn/questions/{ASKED}/", when="a year"),
    Page(name="learn:learn-labour", path="/learn/labour/"),
    Page(name="learn:learn-influence", path="/learn/influence/"),
    Page(name="learn:learn-packs", path="/learn/packs/", when="nothing"),
    Page(name="help", path="/help/", when="a year"),
    Page(name="help-page", path="/help/guides/writing-actions/", when="a year"),
    Page(name="help-page", path="/help/method/planner/", key="help-page-method", when="a year"),
    Page(name="help-page", path="/help/guides/no-such-guide/", key="not-found", status=404, when="nothing"),
    Page(name="design", path="/design/", when="a year"),
)
"""Pages for the owner."""

NOT_PAGES = {
    "healthz": "JSON",
    "readyz": "JSON",
    "open": "the link itself; its refusal is swept signed out",
    "listen:look-result": "held in memory after a look; swept then",
    "practise:practise-play": "a scene as it is played takes a form; swept then",
    "practise:practise-group-wall": "a session as it goes takes a form; swept then",
    "learn:learn-labour-csv": "a file",
    "act:my-data-json": "a file",
    "practise:practise-scene-page": "a file",
    "practise:practise-scene-package": "a file",
    "act:my-data-ics": "a file",
}
"""Addresses that answer GET with something else than a page of the owner."""
