"""Door: `doctor`, which looks at an installation and says what to type where something is not well."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alongside.core.clock import today
from alongside.core.folder import data_folder
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option

if TYPE_CHECKING:
    from alongside.web.upkeep.checks import Check


@click.command()
@click.option(
    "--privacy", is_flag=True, help="Prove what is kept and sealed: registry, ways out, planted texts."
)
@click.option("--verify-assets", is_flag=True, help="Compare the files that browsers get with the release.")
@click.option("--format", "form", default="text", type=click.Choice(["text", "json"]), show_default=True)
@data_option
def doctor(privacy: bool, verify_assets: bool, form: str) -> None:
    """Look at this installation: ok, attend to it, or stop and mend it, with why and what to type.

    Changes nothing. Exit code 0: nothing to mend at once. 1: something must be mended.
    """
    from alongside.web.upkeep.checks import State, as_json, as_text

    if privacy and verify_assets:
        raise Trouble("", _("It is one of --privacy and --verify-assets."), _("Run it twice."))
    folder = data_folder()
    checks = tuple(_privacy() if privacy else _assets(folder) if verify_assets else _examine(folder))
    click.echo(as_json(checks) if form == "json" else as_text(checks))
    if any(check.state is State.STOP for check in checks):
        raise click.exceptions.Exit(1)


def _examine(folder: Path) -> "Iterator[Check]":
    from alongside.web.upkeep.databases import POSTGRESQL, engine
    from alongside.web.upkeep.machine import machine

    community = _is_community()
    from alongside.web.upkeep.server import server  # Django must be set up first

    yield from machine(folder, now=datetime.now(UTC), community=community)
    if engine() == POSTGRESQL or (folder / "alongside.sqlite3").exists():
        yield from server(folder, today=today(), community=community)


def _privacy() -> "Iterator[Check]":
    community = _is_community()
    from alongside.web.upkeep.privacy import privacy  # Django must be set up first

    return privacy(community=community)


def _assets(folder: Path) -> "Iterator[Check]":
    from alongside.web.upkeep.assets import assets

    return assets(folder)


def _is_community() -> bool:
    """Whether this installation is a community's; Django is set up to know."""
    from alongside.web.set_up import start_django

    start_django()
    from django.conf import settings  # Django must be set up first

    return bool(getattr(settings, "COMMUNITY", False))
