"""The keyed hash under which an invitation keeps an e-mail address: it can be met, and not read back."""

from django.utils.crypto import salted_hmac


def address_of(email: str | None) -> str:
    """The hash of an address; for somebody without one, a hash that no invitation has."""
    return salted_hmac(
        "alongside.include.invitation", (email or "").strip().lower(), algorithm="sha256"
    ).hexdigest()
