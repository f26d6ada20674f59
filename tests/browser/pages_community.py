"""Every page of a community that answers GET: its address's name, a sample of its path, and who looks at it.

The pages of a slice stand in a module of its own, `pages_of_<slice>.py`, as `PAGES`, a tuple of

    from tests.browser.pages_community import CommunityPage

    CommunityPage(name="act:asks", path="/asks/", role="member")
    CommunityPage(name="include:circle", path="/circles/{circle}/", role="steward")

`role` is signed-out, member (of the hidden circle of `tests/web/world.py`), steward (of that circle), owner,
or any other role of that world (outsider, guest, facilitator, other_steward, moderator, locked). A page that
shows something else to another role has a line for each. `{name}` in a path is filled from `world.ids`, so
what a page needs to show is made in `tests/web/world_<slice>.py`. `key` tells samples of one address and role
apart; `status` is 200 unless it says otherwise. `when` is a function `(tab) -> None` that does something on
the page before it is looked at, such as sending an empty form.

The sweep (`test_sweep_community.py`) opens each line light and dark, wide and at 320 px, left to right and
right to left; `pytest tests/browser/test_sweep_community.py -k include` runs those of one slice.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from playwright.sync_api import Page as Tab


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityPage:
    """One page as one role sees it."""

    name: str
    path: str
    role: str = "member"
    key: str = ""
    status: int = 200
    when: Callable[[Tab], None] | None = None

    @property
    def id(self) -> str:
        parts = (self.name.replace(":", "-"), self.key, self.role)
        return "-".join(part for part in parts if part)


def all_pages() -> tuple[CommunityPage, ...]:
    """The pages of all slices."""
    found = pkgutil.iter_modules([str(Path(__file__).parent)])
    names = sorted(each.name for each in found if each.name.startswith("pages_of_"))
    return tuple(page for name in names for page in import_module(f"tests.browser.{name}").PAGES)
