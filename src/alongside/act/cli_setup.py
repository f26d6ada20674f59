"""Door: the three questions about somebody's week."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar
from uuid import uuid4

import click

from alongside.act import flows
from alongside.act.acts import Refused
from alongside.act.diary import read_diary
from alongside.act.profile import OCCASIONS, ROLES
from alongside.act.situations import (
    capacity_named,
    occasion_named,
    occasion_words,
    profile_of,
    role_named,
    role_words,
)
from alongside.core.clock import today
from alongside.core.language import gettext as _
from alongside.core.terminal import data_option, keeper, on_terminal

_Answer = TypeVar("_Answer")


@click.command()
@click.option(
    "--role", "roles", multiple=True, metavar="ROLE", help="What you do, such as chair. Repeat for more."
)
@click.option(
    "--occasion",
    "occasions",
    multiple=True,
    metavar="WHAT[:DAY]",
    help="What comes round, such as meeting:tue. Repeat for more.",
)
@click.option("--capacity", type=int, help="How much room a week has: 3 a little, 6 some, 9 more.")
@data_option
def setup(roles: Sequence[str], occasions: Sequence[str], capacity: int | None) -> None:
    """Fit the plan to your week: roles, weekly occasions, how much room. Without options, you are asked."""
    ask = not roles and not occasions and capacity is None
    if ask and not on_terminal():
        cure = _("Say it with --role, --occasion, --capacity.")
        raise Refused("", _("There is no terminal to ask in."), cure)
    with keeper() as store:
        held = read_diary(store).profile
        if ask:
            roles, occasions, capacity = _ask(held.capacity)
        fresh = profile_of(held, roles=roles, occasions=occasions, capacity=capacity)
        flows.save_profile(store, fresh, id=uuid4(), today=today())
    click.echo(_("Noted. See what fits: alongside act plan"))


def _ask(capacity: int) -> tuple[Sequence[str], Sequence[str], int]:
    """The three questions of the first run; an empty answer leaves things as they are."""
    _list(_("What you do"), ((role, role_words(role)) for role in ROLES))
    roles = _until_known(_("Which are yours, with spaces between"), _each_of(role_named))
    _list(_("What comes round"), ((each, occasion_words(each)) for each in OCCASIONS))
    question = _("Which come round every week, with the day, such as meeting:tue")
    occasions = _until_known(question, _each_of(occasion_named))
    room = _("How much room? 3 a little, 6 some, 9 more")
    return roles, occasions, _until_known(room, _points, default=str(capacity))


def _list(heading: str, rows: Iterable[tuple[str, str]]) -> None:
    click.echo(heading)
    for name, words in rows:
        click.echo(f"  {name:<13}{words}")


def _until_known(question: str, read: Callable[[str], _Answer], *, default: str = "") -> _Answer:
    """Ask one question until its answer can be used."""
    while True:
        given = click.prompt(question, default=default, show_default=bool(default))
        try:
            return read(given)
        except Refused as refused:
            click.echo(f"{refused.cause} {refused.way_out}")


def _each_of(named: Callable[[str], object]) -> Callable[[str], list[str]]:
    def read(given: str) -> list[str]:
        words = given.replace(",", " ").split()
        for word in words:
            named(word)
        return words

    return read


def _points(given: str) -> int:
    if not given.strip().isdecimal():
        raise Refused("capacity", _("“%(given)s” is no number.") % {"given": given}, _("Write it like 6."))
    return capacity_named(int(given))
