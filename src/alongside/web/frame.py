"""What every page's frame shows in a community: its name, whether the vault is open, what was just done."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from alongside.web.accounts import pop_said
from alongside.web.community import community_name
from alongside.web.joining import may_join
from alongside.web.keeper import DjangoKeeper


def frame(request: HttpRequest) -> dict[str, object]:
    """Context processor: nothing at home; in a community what head and foot need."""
    if not settings.COMMUNITY or not hasattr(request, "session"):
        return {}
    return {
        "in_community": True,
        "community_name": SimpleLazyObject(community_name),
        "may_join": SimpleLazyObject(lambda: may_join(request)),
        "vault_is_open": isinstance(getattr(request, "keeper", None), DjangoKeeper),
        "status": pop_said(request),
    }
