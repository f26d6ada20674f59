"""The catalogue as the pages use it: read once, and again when a person's own entries or packs change."""

from functools import lru_cache

from django.conf import settings

from alongside.act.catalogue import Catalogue
from alongside.act.shelf import read_catalogue
from alongside.web.content import ContentState, content_state


def catalogue() -> Catalogue:
    """The actions on offer."""
    return _catalogue(content_state(settings.DATA))


@lru_cache(maxsize=1)
def _catalogue(_state: ContentState) -> Catalogue:
    return read_catalogue(settings.DATA).catalogue
