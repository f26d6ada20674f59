"""Door: `alongside learn links check`. The one command of this room that asks the network."""

import sys
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import click

from alongside.core.clock import today
from alongside.core.folder import make_data_folder
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.terminal import data_option
from alongside.learn.cli_find import shelf
from alongside.learn.links import Link, check_links, read_links, write_links

TIMEOUT_S = 20
AGENT = "Alongside-links-check/1"


@click.group()
def links() -> None:
    """Check whether the links of the library still work."""


@links.command()
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the N not checked for longest.")
@data_option
def check(limit: int | None) -> None:
    """Ask every address whether it is still there: one request a second to a host.

    Exit code 1 where something was not found.
    """
    folder = make_data_folder()
    known = dict(read_links(folder))
    urls = sorted({each.url for each in shelf().library}, key=lambda url: _age(known.get(url)) + url)
    lost = 0
    try:
        for link in check_links(
            urls[:limit], known, fetch=fetch, clock=time.monotonic, sleep=time.sleep, today=today()
        ):
            known[link.url] = link
            lost += link.missing_since is not None
            if link.worked_on != today():
                click.echo(f"{link.url}: {link.sentence} ({link.said})")
    finally:
        write_links(folder, known)
    said = ngettext("%(count)d was not found.", "%(count)d were not found.", lost) % {"count": lost}
    click.echo(_("%(all)d links checked; %(lost)s") % {"all": len(urls[:limit]), "lost": said}, err=True)
    sys.exit(1 if lost else 0)


def _age(link: Link | None) -> str:
    return link.checked_on.isoformat() if link and link.checked_on else ""


def fetch(method: str, url: str) -> int:
    """The status with which an address answers. Raises OSError where nothing answers as the web does."""
    try:
        if urlsplit(url).scheme not in {"http", "https"}:
            message = f"{url!r} is no web address"
            raise OSError(message)
        request = Request(url, method=method, headers={"User-Agent": AGENT})  # noqa: S310  # scheme checked
        with urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code
    except (HTTPException, ValueError) as error:
        raise OSError(str(error)) from error
