"""News of a circle as the chat services take it: JSON for an incoming webhook, and a post for Mastodon.

What somebody wrote stays what it says: no word of it can ring everybody's phone, become mark-up, or lead
elsewhere than the one link. Limits: the services change their formats as they please; none was asked live.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _

MASTODON_MOST: Final = 500
"""Signs of a post where the server sets no other limit (Mastodon's own figure)."""
MASTODON_LINK: Final = 23
"""Signs that a link counts for, however long it is (Mastodon's own figure)."""
LONGEST: Final = 1000
"""Signs of the text of one piece of news (our choice): the page behind the link has the rest."""

_BREAKS = re.compile(r"\s+")
_NO_RING = "\u200b"
"""A sign without width: after an @ it keeps the name behind it from being rung."""
_MARKS = re.compile(r"([\\`*_\[\]()<>#|~])")
_AT = re.compile(r"@(?=\S)")


class Service(StrEnum):
    """Where news can be told. The last is any server that checks our signature."""

    SLACK = "slack"
    TEAMS = "teams"
    MATTERMOST = "mattermost"
    ZULIP = "zulip"
    MASTODON = "mastodon"
    WEBHOOK = "webhook"


class Kind(StrEnum):
    """What the news is about, as a program that reads our webhook knows it."""

    EVENT = "event.published"
    CANCELLED = "event.cancelled"
    DIGEST = "digest.published"
    TRIAL = "trial"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One piece of public news of a circle. `url` leads to the page that tells all of it."""

    kind: Kind
    title: str
    text: str
    url: str
    language: str = "en"


def body_for(service: Service, news: News, *, at: datetime) -> bytes:
    """The body of the request that tells `news` there. `at` is when it became news."""
    written = _WRITERS[service](news) if service in _WRITERS else _for_programs(news, at=at)
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()


def headers_for(service: Service, *, id: str, token: str = "") -> dict[str, str]:
    """The headers beside it. `id` names the news, and stays the same when it is sent again."""
    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": id}
    if service is Service.MASTODON:
        headers["Authorization"] = f"Bearer {token}"
    return headers


def slack(news: News) -> Mapping[str, object]:
    """For Slack's incoming webhooks: only what stands between < and > means anything there."""
    text = f"*<{_slack(news.url)}|{_slack(_one_line(news.title))}>*\n{_slack(_short(news.text))}"
    return {"text": text, "unfurl_links": False, "unfurl_media": False}


def teams(news: News) -> Mapping[str, object]:
    """For a Teams workflow that starts with a web request: an adaptive card."""
    blocks = [
        {"type": "TextBlock", "text": _marked(_one_line(news.title)), "weight": "Bolder", "wrap": True},
        {"type": "TextBlock", "text": _marked(_short(news.text)), "wrap": True},
    ]
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "lang": news.language,
        "body": blocks,
        "actions": [{"type": "Action.OpenUrl", "title": _("Open the page"), "url": news.url}],
    }
    attachment = {
        "contentType": "application/vnd.microsoft.card.adaptive",
        "contentUrl": None,
        "content": card,
    }
    return {"type": "message", "attachments": [attachment]}


def mattermost(news: News) -> Mapping[str, object]:
    """For Mattermost's incoming webhooks, which read Markdown."""
    return {"text": f"**[{_marked(_one_line(news.title))}]({news.url})**\n{_marked(_short(news.text))}"}


def zulip(news: News) -> Mapping[str, object]:
    """For Zulip's Slack-compatible incoming webhook; channel and topic stand in its address."""
    title, text = (_quiet(_slack(_unmarked(part))) for part in (_one_line(news.title), _short(news.text)))
    return {"text": f"{title}\n{text}\n{_slack(news.url)}"}


def mastodon(news: News) -> Mapping[str, object]:
    """For Mastodon: plain words, cut to what fits, and the link, which always stays whole."""
    words = _quiet(f"{_one_line(news.title)}\n\n{_short(news.text)}")
    room = MASTODON_MOST - MASTODON_LINK - len("\n\n")
    return {"status": f"{_cut(words, room)}\n\n{news.url}", "visibility": "public", "language": news.language}


def _for_programs(news: News, *, at: datetime) -> Mapping[str, object]:
    stamp = at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    data = {"title": news.title, "text": news.text, "url": news.url, "language": news.language}
    return {"type": news.kind.value, "timestamp": stamp, "data": data}


_WRITERS: Final[Mapping[Service, Callable[[News], Mapping[str, object]]]] = {
    Service.SLACK: slack,
    Service.TEAMS: teams,
    Service.MATTERMOST: mattermost,
    Service.ZULIP: zulip,
    Service.MASTODON: mastodon,
}


def _one_line(text: str) -> str:
    return _cut(_BREAKS.sub(" ", text).strip(), 200)


def _short(text: str) -> str:
    return _cut(text.strip(), LONGEST)


def _cut(text: str, most: int) -> str:
    """The text, or its beginning up to a space and an ellipsis, never longer than `most`."""
    if len(text) <= most:
        return text
    begin = text[: most - 1]
    whole, _space, _rest = begin.rpartition(" ")
    return (whole or begin).rstrip() + "…"


def _slack(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quiet(text: str) -> str:
    return _AT.sub(f"@{_NO_RING}", text)


def _marked(text: str) -> str:
    """Markdown that shows the text as it was written."""
    return _quiet(_MARKS.sub(r"\\\1", text))


def _unmarked(text: str) -> str:
    """Without the signs that a reader of half Markdown would take for mark-up."""
    return re.sub(r"[*_`~|\[\]]", "", text)
