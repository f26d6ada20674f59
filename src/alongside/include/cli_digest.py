"""Door: `alongside include digest` and `bounced`. Letters from the terminal, for whoever runs a community."""

from importlib import import_module

import click

from alongside.core.clock import now, today
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option

_DOOR = "alongside.include.web.terminal_letters"
"""By name: it needs Django, which takes a second to start."""


@click.command()
@click.option(
    "--dry-run", is_flag=True, help="Send nothing; show how many would go, and what one looks like."
)
@click.option("--html", is_flag=True, help="With --dry-run: as HTML in place of text.")
@data_option
def digest(dry_run: bool, html: bool) -> None:
    """Send the letters that are due. While `serve` runs, it does so by itself.

    The letter that is shown is the one of a member in no circle: nobody's own is.
    """
    if html and not dry_run:
        raise Trouble("--html", _("It is for a look."), _("Say it together with --dry-run."))
    door = import_module(_DOOR)
    if dry_run:
        weekly, monthly = door.due(today())
        click.echo(_would_go(weekly, monthly), err=True)
        shown = door.sample(today())
        click.echo(shown.html if html else shown.text, nl=False)
        return
    sent, waiting = door.send_due(now())
    click.echo(_went(sent), err=True)
    if waiting:
        click.echo(_still_waiting(waiting), err=True)


@click.command()
@click.argument("address")
@data_option
def bounced(address: str) -> None:
    """End all letters to ADDRESS, because mail to it came back."""
    ended = import_module(_DOOR).end_letters_to(address, today())
    words = ngettext("%(count)d subscription ended.", "%(count)d subscriptions ended.", ended)
    click.echo(words % {"count": ended})


def _would_go(weekly: int, monthly: int) -> str:
    words = ngettext(
        "%(count)d letter would go out now: %(weekly)d weekly, %(monthly)d monthly.",
        "%(count)d letters would go out now: %(weekly)d weekly, %(monthly)d monthly.",
        weekly + monthly,
    )
    return words % {"count": weekly + monthly, "weekly": weekly, "monthly": monthly}


def _went(sent: int) -> str:
    return ngettext("%(count)d message was sent.", "%(count)d messages were sent.", sent) % {"count": sent}


def _still_waiting(waiting: int) -> str:
    words = ngettext(
        "%(count)d could not be sent yet; it is tried again.",
        "%(count)d could not be sent yet; they are tried again.",
        waiting,
    )
    return words % {"count": waiting}
