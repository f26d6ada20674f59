"""Every page that answers GET, with a sample of its address; a test compares the table with the resolver."""

from dataclasses import dataclass

from tests.browser.year import OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`name` is the address's name, `path` one sample of it; `key` tells samples of one name apart."""

    name: str
    path: str
    key: str = ""
    status: int = 200
    needs_year: bool = False

    @property
    def id(self) -> str:
        return self.key or self.name.replace(":", "-")


PAGES = (
    Page(name="act:today", path="/"),
    Page(name="act:welcome-roles", path="/welcome/roles/"),
    Page(name="act:welcome-week", path="/welcome/week/"),
    Page(name="act:welcome-capacity", path="/welcome/room/"),
    Page(name="act:commitments", path="/commitments/"),
    Page(name="act:commitments-new", path="/commitments/new/"),
    Page(name="act:commitments-change", path=f"/commitments/{OPEN}/", needs_year=True),
    Page(name="act:look-back", path="/look-back/"),
    Page(name="act:look-back-explain", path="/look-back/how/"),
    Page(name="act:my-data", path="/my-data/"),
    Page(name="act:my-data-erase", path="/my-data/erase/"),
    Page(name="listen:look", path="/look/"),
    Page(name="help", path="/help/"),
    Page(name="help-page", path="/help/guides/writing-actions/"),
    Page(name="help-page", path="/help/method/planner/", key="help-page-method"),
    Page(name="help-page", path="/help/guides/no-such-guide/", key="not-found", status=404),
    Page(name="design", path="/design/"),
)
"""Pages for the owner."""

NOT_PAGES = {
    "healthz": "JSON",
    "readyz": "JSON",
    "open": "the link itself; its refusal is swept signed out",
    "act:my-data-json": "a file",
    "act:my-data-ics": "a file",
}
"""Addresses that answer GET with something else than a page of the owner."""
