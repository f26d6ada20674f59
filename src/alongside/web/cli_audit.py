"""Door: the audit trail proved from outside, without Django: `audit verify` and `audit head`."""

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

import click

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option

if TYPE_CHECKING:
    from alongside.web.upkeep.tables import Chain

_NOTED: Final = re.compile(r"(\d+):([0-9a-f]{64})")


@click.group()
def audit() -> None:
    """Prove that the audit trail was not changed.

    Each row of the trail covers the row before it, so a change or a gap in the middle shows. Only a head that
    you noted before shows that the end was cut off.
    """


@audit.command()
@click.option("--since", metavar="HEAD", help="A head noted before, as `audit head` printed it.")
@click.option("--format", "form", default="text", type=click.Choice(["text", "json"]), show_default=True)
@data_option
def verify(since: str | None, form: str) -> None:
    """Walk the whole trail. Exit code 0: it holds. 1: it does not, from the row that is named."""
    noted = _read_head(since) if since else None
    chain, noted_is_there = _walk(noted)
    holds = chain.breaks_at is None and noted_is_there
    if form == "json":
        told = {"schema_version": 1, "holds": holds, "since_is_there": noted_is_there if noted else None}
        click.echo(json.dumps({**told, **asdict(chain)}))
    else:
        click.echo(_verdict(chain, noted_is_there=noted_is_there))
    if not holds:
        raise click.exceptions.Exit(1)


@audit.command()
@data_option
def head() -> None:
    """Print the number and the hash of the last row. Note it where nobody on this machine can change it."""
    chain, _there = _walk(None)
    click.echo(f"{chain.sequence}:{chain.hash or '0' * 64}")


def _walk(noted: tuple[int, str] | None) -> "tuple[Chain, bool]":
    """The chain, and whether the noted head is in it."""
    from alongside.web.upkeep.databases import asking
    from alongside.web.upkeep.tables import chain_of, trail

    with asking() as ask:
        chain = chain_of(trail(ask))
        there = noted is None or noted == (0, "0" * 64)
        if noted is not None and not there:
            there = any((row.sequence, claimed.hex()) == noted for row, claimed in trail(ask))
    return chain, there


def _read_head(text: str) -> tuple[int, str]:
    match = _NOTED.fullmatch(text.strip())
    if match is None:
        raise Trouble(
            "--since",
            _("this is no head of a trail."),
            _("It is a number, a colon and 64 letters or digits, as printed by: alongside audit head"),
        )
    return int(match[1]), match[2]


def _verdict(chain: "Chain", *, noted_is_there: bool) -> str:
    if chain.breaks_at is not None:
        return _("The trail does not hold: row %(number)d was changed, added or removed.") % {
            "number": chain.breaks_at
        }
    if not noted_is_there:
        return _("The head that you noted is not in the trail: its end was cut off or written anew.")
    return _("The trail holds, all %(count)d rows of it.") % {"count": chain.sequence}
