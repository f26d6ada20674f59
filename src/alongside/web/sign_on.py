"""Single sign-on through an organisation's own OpenID Connect provider, read from the environment."""

from urllib.parse import urlsplit

import environ

Providers = dict[str, dict[str, list[dict[str, object]]]]


def sign_on(env: environ.Env) -> Providers:
    """What django-allauth is told: one provider where `ALONGSIDE_OIDC_URL` names it, else none.

    The provider vouches for an address only where it says that the address is verified.
    """
    server = env.str("ALONGSIDE_OIDC_URL", default="")
    if not server:
        return {}
    app: dict[str, object] = {
        "provider_id": "organisation",
        "name": env.str("ALONGSIDE_OIDC_NAME", default="Your organisation"),
        "client_id": env.str("ALONGSIDE_OIDC_ID", default=""),
        "secret": env.str("ALONGSIDE_OIDC_SECRET", default=""),
        "settings": {"server_url": server, "oauth_pkce_enabled": True, "scope": ["openid", "email"]},
    }
    return {"openid_connect": {"APPS": [app]}}


def sign_on_origins(env: environ.Env) -> list[str]:
    """Where the sign-on button leads: the one other place that a form of ours may be sent on to."""
    server = urlsplit(env.str("ALONGSIDE_OIDC_URL", default=""))
    return [f"{server.scheme}://{server.netloc}"] if server.netloc else []
