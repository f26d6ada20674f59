"""A running community for browsers, and windows in which somebody of a role is signed in."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext
from tests.processes import in_django

DAY = "2026-03-04"
"""The day on which `tests/web/community.py` makes things."""
SETTINGS = {
    "ALONGSIDE_COMMUNITY": "1",
    "ALONGSIDE_TODAY": DAY,
    "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
}
MAKE = "from tests.browser.community_world import make; make(folder)"
COOKIES = """
from tests.browser.community_world import cookies
print(json.dumps(cookies(folder, sys.argv[1])))
"""


@dataclass(frozen=True, kw_only=True)
class CommunitySite:
    """Where it answers, where its data lie, and how to come in."""

    address: str
    folder: Path

    @cached_property
    def ids(self) -> dict[str, str]:
        """What the paths of pages name."""
        kept: dict[str, str] = json.loads((self.folder / "world.json").read_text("utf-8"))["ids"]
        return kept

    @cached_property
    def mail(self) -> Path:
        """Where the mail that it sends is laid down, one file a message."""
        return self.folder / "mail"

    def window(self, browser: Browser, role: str, **options: object) -> BrowserContext:
        """A window of somebody of that role, signed in with their vault open; `signed-out` is nobody."""
        context = browser.new_context(base_url=self.address, **options)  # type: ignore[arg-type]
        if role != "signed-out":
            held = json.loads(in_django(self.folder, COOKIES, role, **SETTINGS))
            context.add_cookies([{"name": name, "value": held[name], "url": self.address} for name in held])
        return context


def make_world(folder: Path) -> None:
    """Fill the folder, before the server starts."""
    in_django(folder, MAKE, **SETTINGS)
