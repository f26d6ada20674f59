"""The catalogue as the pages use it: read once a process, from the cache where there is one."""

from functools import lru_cache

from django.conf import settings

from alongside.act.catalogue import Catalogue
from alongside.act.shelf import read_catalogue


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The actions on offer."""
    return read_catalogue(settings.DATA).catalogue
