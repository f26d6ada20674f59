"""Telling news to another service: the worker's share, one request for one row of the outbox."""

from collections.abc import Sequence
from datetime import datetime

from alongside.core.problems import Trouble
from alongside.include.posters import Kind, News, Service, body_for, headers_for
from alongside.include.web.flows_posters import BOTH_KEYS
from alongside.include.web.models import Poster
from alongside.include.web.sealing import Opened, unseal
from alongside.include.webhooks import Key, sign
from alongside.web.models import OutboxRow
from alongside.web.outbound import World, post


class NotTaken(Trouble):
    """The service answered, and did not take it."""


def send(
    row: OutboxRow, *, at: datetime, among: Sequence[OutboxRow] = (), world: World | None = None
) -> None:
    """Tell it; nothing where the place is gone or the circle hidden by now. Raises Trouble where it fails."""
    del among
    poster = Poster.objects.select_related("circle").filter(id=row.payload["poster"]).first()
    if poster is None or poster.circle.is_hidden:
        return
    service, opened = Service(poster.service), unseal(bytes(poster.sealed), id=poster.id)
    told = row.payload["news"]
    news = News(**{**told, "kind": Kind(told["kind"])})
    body = body_for(service, news, at=datetime.fromisoformat(row.payload["at"]))
    headers = headers_for(service, id=str(row.id), token=opened.token)
    if service is Service.WEBHOOK:
        headers |= sign(body, id=str(row.id), at=at, keys=_keys(poster, opened, at=at))
    answer = post(opened.url, body=body, headers=headers, world=world)
    if not answer.is_yes:
        raise NotTaken(poster.host, f"{poster.service} {answer.status}", "")


def _keys(poster: Poster, opened: Opened, *, at: datetime) -> list[Key]:
    """The key, and while a change is fresh the one before it."""
    changed = poster.key_changed_on
    both = changed is not None and at.date() < changed + BOTH_KEYS
    return [Key.read(text) for text in opened.keys[: 2 if both else 1]]
