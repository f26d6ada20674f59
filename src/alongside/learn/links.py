"""Whether links still work: a check that a person runs, never a thing that happens by itself.

HEAD first, then GET where HEAD is refused or finds nothing; one request a second to a host; it says who asks.
A work that is not found twice, a week apart, is gone; a host that does not answer today says nothing.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from alongside.core.files import write_whole
from alongside.core.language import gettext as _

SECONDS_BETWEEN: Final = 1.0
"""Between two requests to one host (our choice)."""
WEEK: Final = timedelta(days=7)
NAME: Final = "library-links.json"
NOT_FOUND: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
Fetch = Callable[[str, str], int]
"""From a method and an address to the status of the answer. Raises OSError where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What is known of an address: last seen to work, not found since, and what the last check said."""

    url: str
    worked_on: date | None = None
    missing_since: date | None = None
    checked_on: date | None = None
    gone: bool = False
    said: str = ""

    @property
    def sentence(self) -> str:
        """Its state in words; empty where it was never checked."""
        if self.gone:
            return _("It is gone. An archived copy may exist.")
        if self.missing_since:
            return _("It was not found on %(day)s.") % {"day": self.missing_since.isoformat()}
        if self.worked_on:
            return _("It was last seen to work on %(day)s.") % {"day": self.worked_on.isoformat()}
        return _("It could not be reached when it was checked.") if self.checked_on else ""


def check_links(  # noqa: PLR0913  # clock, sleeper and network come in by the door
    urls: Sequence[str],
    known: Mapping[str, Link],
    *,
    fetch: Fetch,
    clock: Callable[[], float],
    sleep: Callable[[float], None],
    today: date,
) -> Iterator[Link]:
    """Each address once, in order, as it stands after being asked."""
    asked: dict[str, float] = {}

    def ask(method: str, url: str) -> int:
        host = urlsplit(url).hostname or ""
        wait = asked[host] + SECONDS_BETWEEN - clock() if host in asked else 0.0
        if wait > 0:
            sleep(wait)
        asked[host] = clock()
        return fetch(method, url)

    for url in dict.fromkeys(urls):
        yield _after(known.get(url, Link(url=url)), *_status(url, ask), today=today)


def _status(url: str, ask: Fetch) -> tuple[int, str]:
    """The status and, where there is none, why."""
    try:
        status = ask("HEAD", url)
        return (status if status < HTTPStatus.BAD_REQUEST else ask("GET", url)), ""
    except OSError as error:
        return 0, str(error)


def _after(link: Link, status: int, said: str, *, today: date) -> Link:
    told = said or str(status)
    if status in NOT_FOUND:
        since = link.missing_since or today
        gone = link.gone or today - since >= WEEK
        return Link(
            url=link.url,
            worked_on=link.worked_on,
            missing_since=since,
            checked_on=today,
            gone=gone,
            said=told,
        )
    if 0 < status < HTTPStatus.BAD_REQUEST:
        return Link(url=link.url, worked_on=today, checked_on=today, said=told)
    return Link(
        url=link.url,
        worked_on=link.worked_on,
        missing_since=link.missing_since,
        checked_on=today,
        gone=link.gone,
        said=told,
    )


def read_links(folder: Path) -> Mapping[str, Link]:
    """What earlier checks found, by address; nothing where none was made or the file is damaged."""
    try:
        held = json.loads((folder / NAME).read_bytes())
        return {each["url"]: _link(each) for each in held}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _link(held: Mapping[str, object]) -> Link:
    def day(name: str) -> date | None:
        return date.fromisoformat(str(held[name])) if held.get(name) else None

    return Link(
        url=str(held["url"]),
        worked_on=day("worked_on"),
        missing_since=day("missing_since"),
        checked_on=day("checked_on"),
        gone=held.get("gone") is True,
        said=str(held.get("said", "")),
    )


def write_links(folder: Path, links: Mapping[str, Link]) -> None:
    """Keep what a check found in the data folder. It says nothing about a person."""
    held = [asdict(links[url]) for url in sorted(links)]
    data = json.dumps(held, ensure_ascii=False, indent=1, default=lambda day: day.isoformat())
    write_whole(folder / NAME, data.encode(), private=True)
