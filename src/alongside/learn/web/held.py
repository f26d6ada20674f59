"""The library as the pages use it: read once a process, and again when own entries or packs change.

Nothing of a person is held here. Each part is read when a page first asks for it.
"""

from functools import cached_property

from django.conf import settings

from alongside.core.content import load
from alongside.core.content_check import Entry
from alongside.core.folder import content_roots
from alongside.core.intentions import Intention
from alongside.core.practices import Practice
from alongside.learn.assess import Item
from alongside.learn.fields import one, text, whole
from alongside.learn.gaps import Thin, thin_places
from alongside.learn.search import Index
from alongside.learn.shelf import Shelf, read_doings, read_items, read_shelf
from alongside.learn.small_deeds import Doing
from alongside.learn.web.plans import ActionPlan
from alongside.web.content import WhileContentLasts


class Held:
    """What ships, and the person's own and installed packs beside it."""

    @cached_property
    def shelf(self) -> Shelf:
        """Library, cards and words."""
        return read_shelf(settings.DATA)

    @cached_property
    def index(self) -> Index:
        """Library and cards made ready to be searched."""
        return self.shelf.index()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of the self-assessment, in order."""
        return read_items(settings.DATA)

    @cached_property
    def doings(self) -> tuple[Doing, ...]:
        """The scenes and actions that a path can hold."""
        return read_doings(settings.DATA)

    @cached_property
    def thin(self) -> tuple[Thin, ...]:
        """Where the library is thin."""
        return thin_places(self.shelf.library, self.shelf.cards)

    @cached_property
    def plans(self) -> dict[str, ActionPlan]:
        """What a step of the path needs to become a plan, by the id of its action."""
        also, cache = content_roots(settings.DATA), settings.DATA / "cache"
        return {text(entry, "id"): _plan(entry) for entry in load("actions", also=also, cache=cache).entries}


def _plan(entry: Entry) -> ActionPlan:
    intention = Intention(
        cue=text(entry, "cue"),
        act=text(entry, "act"),
        practice=one(entry, "practice", Practice),
        effort=whole(entry, "effort"),
    )
    return ActionPlan(intention=intention, why=text(entry, "why"), caution=text(entry, "safety"))


@WhileContentLasts
def held() -> Held:
    """The library as it is now."""
    return Held()
