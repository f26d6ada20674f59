"""Door: the accounts of a community, for whoever runs the server: `user list|invite|role|disable|erase`."""

import json
from typing import TYPE_CHECKING

import click

from alongside.core.clock import today
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option, on_terminal

if TYPE_CHECKING:
    from alongside.web.upkeep.accounts import Account


@click.group()
def user() -> None:
    """Look after the accounts of a community. Nothing that members write is shown here."""


@user.command("list")
@click.option("--format", "form", default="text", type=click.Choice(["text", "json"]), show_default=True)
@data_option
def list_(form: str) -> None:
    """List the accounts: address, duties, whether they may come in. Circles are not shown."""
    _begin()
    from dataclasses import asdict

    from alongside.web.upkeep.accounts import accounts

    found = accounts(today=today())
    if form == "json":
        told = {"schema_version": 1, "accounts": [asdict(each) for each in found]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for each in found:
            click.echo(_line(each))


@user.command()
@click.option("--address", metavar="URL", help="Where members reach the pages, if it is not in the settings.")
@data_option
def invite(address: str | None) -> None:
    """Print a link with which one person can make an account. It opens once, within two weeks."""
    _begin()
    from alongside.web.upkeep.accounts import invite as make

    click.echo(make(address=address, today=today()))


@user.command()
@click.argument("email")
@click.argument("duty", type=click.Choice(["admin", "moderator", "none"]))
@data_option
def role(email: str, duty: str) -> None:
    """Give somebody a duty for the whole community, or take their duties back with none."""
    _begin()
    from alongside.web.upkeep.accounts import set_duty

    set_duty(email, "" if duty == "none" else duty, today=today())
    click.echo(_("Done. It holds from their next page on."))


@user.command()
@click.argument("email")
@click.option("--undo", is_flag=True, help="Let them in again.")
@data_option
def disable(email: str, undo: bool) -> None:
    """Keep somebody from coming in, at once. What is theirs stays, sealed as it was."""
    _begin()
    from alongside.web.upkeep.accounts import let_in

    let_in(email, undo, today=today())
    click.echo(_("They can come in again.") if undo else _("They are signed out and cannot come in."))


@user.command()
@click.argument("email")
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
def erase(email: str, yes: bool) -> None:
    """Erase an account and everything of that person, as they asked. This cannot be undone."""
    if not yes and on_terminal():
        yes = click.confirm(_("Erase %(email)s and everything of theirs?") % {"email": email})
    if not yes:
        way_out = _("To go ahead: alongside user erase %(email)s --yes") % {"email": email}
        raise Trouble("", _("Nothing was erased."), way_out)
    _begin()
    from alongside.web.upkeep.accounts import erase as erase_account

    erase_account(email, today=today())
    click.echo(_("They are erased, here and in every backup that is put back from now on."))


def _begin() -> None:
    """Django, set up over a community. Raises Trouble where there is none."""
    from alongside.web.set_up import set_up, start_django

    folder = set_up()
    start_django()
    from alongside.web.community import is_set_up  # Django must be set up first

    if not is_set_up():
        raise Trouble(
            str(folder),
            _("there is no community here yet."),
            _("Begin with: alongside serve --community. Or name its folder with --data DIR."),
        )


def _line(account: "Account") -> str:
    state = "" if account.may_come_in else "  " + _("(may not come in)")
    duties = ", ".join(account.duties) or _("member")
    return f"{account.email}  {duties}{state}"
