"""Door: a scene to hand on, as one file or for a learning system, and a session for a calendar."""

from datetime import datetime
from pathlib import Path

import click

from alongside.core.language import gettext as _
from alongside.core.terminal import data_option
from alongside.core.typed import Moment
from alongside.practise.cli_scene import read_shelf
from alongside.practise.cli_sheets import MINUTES, PEOPLE, planned

_OUT = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("id")
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["html", "scorm"]),
    default="html",
    show_default=True,
    help="One file that plays by itself, or a SCORM 1.2 package.",
)
@click.option("--out", type=_OUT, metavar="FILE", help="Where to write it; beside you unless you say.")
@data_option
def export(id: str, as_format: str, out: Path | None) -> None:
    """A scene to hand on: it plays offline, in every setting, and keeps no choice."""
    from alongside.core.files import write_whole
    from alongside.practise.finding_scenes import the_scene
    from alongside.practise.player import page
    from alongside.practise.scorm import package

    found = the_scene(read_shelf(), id)
    if as_format == "scorm":
        place, data = out or Path(f"{found.id}-scorm.zip"), package(found)
    else:
        place, data = out or Path(f"{found.id}.html"), page(found).encode()
    write_whole(place, data)
    click.echo(_("Written: %(file)s") % {"file": place})


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--on",
    "begins",
    type=Moment(),
    required=True,
    metavar="TIME",
    help="When it begins, such as 2026-12-03T17:00.",
)
@PEOPLE
@MINUTES
@click.option("--out", type=_OUT, metavar="FILE", help="Where to write it; practise-DAY.ics unless you say.")
@data_option
def session(ids: tuple[str, ...], begins: datetime, people: int, minutes: int, out: Path | None) -> None:
    """A group session for your calendar, with the outline of its plan."""
    from alongside.core.clock import today
    from alongside.core.files import write_whole
    from alongside.practise.session_calendar import to_calendar

    plan = planned(ids, people=people, minutes=minutes)
    place = out or Path(f"practise-{begins.date().isoformat()}.ics")
    write_whole(place, to_calendar(plan, begins=begins, today=today()))
    click.echo(_("Written: %(file)s") % {"file": place})
