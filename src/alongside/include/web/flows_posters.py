"""Where a circle's public news is told: set a place up, try it, change its key, take it away; and telling it.

A hidden circle tells nothing, whatever was set up while it was not hidden.
"""

import secrets
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit
from uuid import uuid4

from django.utils.translation import gettext as _

from alongside.core.problems import Trouble
from alongside.include.posters import News, Service
from alongside.include.web.models import Poster
from alongside.include.web.sealing import Opened, seal, unseal
from alongside.include.webhooks import Key
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member
from alongside.web.outbound import check
from alongside.web.outbox import put, put_all
from alongside.web.policy import require
from alongside.web.writing import writing

BOTH_KEYS: Final = timedelta(days=7)
"""How long the old key signs beside the new one (our choice)."""
KEY_BYTES: Final = 32
MOST: Final = 10
"""Places of one circle (our choice)."""


class Unfit(Trouble):
    """A place that cannot be set up as typed."""


def set_up(
    circle: Circle, *, service: Service, url: str, token: str, by: Member, today: date
) -> tuple[Poster, str]:
    """A new place; with it our key as text, for a webhook, to be shown once. Raises Unfit or NotAllowed."""
    require(by, "letter.write", circle)
    _refuse_unfit(circle, service=service, token=token)
    check(url)
    keys = (Key(secrets.token_bytes(KEY_BYTES)).write(),) if service is Service.WEBHOOK else ()
    key_of_row = uuid4()
    opened = Opened(url=url, token=token if service is Service.MASTODON else "", keys=keys)
    with writing():
        poster = Poster.objects.create(
            id=key_of_row,
            circle=circle,
            service=service,
            host=urlsplit(url).hostname or "",
            sealed=seal(opened, id=key_of_row),
            since=today,
        )
        append_to_trail("poster.set-up", actor=by, today=today)
    return poster, "".join(keys)


def renew_key(poster: Poster, *, by: Member, today: date) -> str:
    """A new key for a webhook, as text; the old one signs beside it for seven days."""
    require(by, "letter.write", poster.circle)
    opened = unseal(bytes(poster.sealed), id=poster.id)
    fresh = Key(secrets.token_bytes(KEY_BYTES)).write()
    with writing():
        changed = Opened(url=opened.url, token=opened.token, keys=(fresh, *opened.keys[:1]))
        poster.sealed, poster.key_changed_on = seal(changed, id=poster.id), today
        poster.save(update_fields=["sealed", "key_changed_on"])
        append_to_trail("poster.renew-key", actor=by, today=today)
    return fresh


def take_away(poster: Poster, *, by: Member, today: date) -> None:
    """Nothing is told there any more."""
    require(by, "letter.write", poster.circle)
    with writing():
        poster.delete()
        append_to_trail("poster.take-away", actor=by, today=today)


def try_out(poster: Poster, news: News, *, by: Member, now: datetime) -> None:
    """Tell one place something, to see that it works."""
    require(by, "letter.write", poster.circle)
    with writing():
        if not poster.circle.is_hidden:
            put("news", _row(poster, news, now=now), now=now)
        append_to_trail("poster.try", actor=by, today=now.date())


def tell(circle: Circle, news: News, *, now: datetime) -> int:
    """Tell a circle's news wherever it is told; to how many places. Call it in the deed's transaction."""
    if circle.is_hidden:
        return 0
    posters = Poster.objects.filter(circle=circle)
    return len(put_all("news", [_row(poster, news, now=now) for poster in posters], now=now))


def _row(poster: Poster, news: News, *, now: datetime) -> dict[str, object]:
    return {"poster": str(poster.id), "news": asdict(news), "at": now.isoformat()}


def _refuse_unfit(circle: Circle, *, service: Service, token: str) -> None:
    if circle.is_hidden:
        raise Unfit("url", _("A hidden circle tells nothing outside."), "")
    if Poster.objects.filter(circle=circle).count() >= MOST:
        raise Unfit("url", _("There are ten places already."), _("Take one away first."))
    if service is Service.MASTODON and not (token.isascii() and token.isprintable() and token.strip()):
        raise Unfit("token", _("Mastodon asks for an access token."), _("Make one there under Development."))
