"""The catalogue as the pages use it: read once, and again when a person's own entries or packs change."""

from django.conf import settings

from alongside.act.catalogue import Catalogue
from alongside.act.shelf import read_catalogue
from alongside.web.content import WhileContentLasts


@WhileContentLasts
def catalogue() -> Catalogue:
    """The actions on offer."""
    return read_catalogue(settings.DATA).catalogue
