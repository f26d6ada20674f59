"""Under which address members reach the pages, for what is read elsewhere: mail, calendars, other services.

Never taken from a request: whoever asks could name any host, and the link would go out to somebody else.
"""

from typing import Final

from django.conf import settings

from alongside.web.transport import is_loopback

_PORT: Final = "port"


def home() -> str:
    """The address, ending in a slash: as set, or from the hosts that may be asked for."""
    if settings.HOME:
        return str(settings.HOME).rstrip("/") + "/"
    named = [host for host in settings.ALLOWED_HOSTS if not is_loopback(host) and "*" not in host]
    if named:
        scheme = "https" if settings.SECURE else "http"
        return f"{scheme}://{named[0].lstrip('.')}/"
    noted = settings.DATA / _PORT
    port = f":{noted.read_text('ascii').strip()}" if noted.exists() else ""
    return f"http://localhost{port}/"


def whole(path: str) -> str:
    """One of our own paths as a whole address."""
    return home() + path.removeprefix("/")
