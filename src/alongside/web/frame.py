"""What every page's frame shows in a community: its name, whether the vault is open, what was just done."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from alongside.web.accounts import pop_said
from alongside.web.community import community_name
from alongside.web.joining import may_join
from alongside.web.keeper import DjangoKeeper


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOn:
    """An organisation's sign-on: what its button says, and where it leads, to sign in or to connect."""

    name: str
    login: str
    connect: str


def sign_ons() -> tuple[SignOn, ...]:
    """Those that the settings name."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    found = [(str(app["name"]), reverse("openid_connect_login", args=(app["provider_id"],))) for app in apps]
    return tuple(SignOn(name=name, login=url, connect=f"{url}?process=connect") for name, url in found)


def frame(request: HttpRequest) -> dict[str, object]:
    """Context processor: nothing at home; in a community what head and foot need."""
    if not settings.COMMUNITY or not hasattr(request, "session"):
        return {}
    return {
        "in_community": True,
        "community_name": SimpleLazyObject(community_name),
        "may_join": SimpleLazyObject(lambda: may_join(request)),
        "sign_ons": sign_ons(),
        "vault_is_open": isinstance(getattr(request, "keeper", None), DjangoKeeper),
        "status": pop_said(request),
    }
