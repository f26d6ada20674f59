"""Door: taking one's entries along, bringing them back, erasing them."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from alongside.act import flows
from alongside.act.acts import Refused
from alongside.act.diary import read_diary
from alongside.core.clock import today
from alongside.core.folder import data_folder
from alongside.core.language import gettext as _
from alongside.core.terminal import data_option, keeper, on_terminal


@click.command()
@click.option(
    "--json", "kind", flag_value="json", default=True, help="Everything of yours, readable (default)."
)
@click.option("--ics", "kind", flag_value="ics", help="Open commitments for a calendar.")
@click.option("--neutral", is_flag=True, help="With --ics: without a word of what you planned.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file.")
@data_option
def export(kind: str, neutral: bool, output: Path | None) -> None:
    """Take your entries along: as JSON, or your commitments for a calendar."""
    from alongside.act.calendar import to_calendar
    from alongside.act.interchange import export_diary
    from alongside.core.files import write_whole

    with keeper() as store:
        if kind == "ics":
            data = to_calendar(read_diary(store).commitments, neutral=neutral, today=today())
        else:
            data = export_diary(store)
    if output is None:
        sys.stdout.buffer.write(data)
        return
    write_whole(output, data, private=True)
    click.echo(_("Written to %(file)s, readable for you alone.") % {"file": output}, err=True)


@click.command("import")
@click.argument("file", type=click.File("rb"))
@data_option
def bring_back(file: BinaryIO) -> None:
    """Put an export back. FILE is alongside.json, or - for standard input."""
    with keeper() as store:
        count = flows.bring_back(store, file.read(), today=today())
    click.echo(_("%(count)d entries are back.") % {"count": count})


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
def erase(yes: bool) -> None:
    """Erase everything of yours, the key included. This cannot be undone."""
    if not yes and on_terminal():
        yes = click.confirm(_("Erase every entry of yours and the key? This cannot be undone."))
    if not yes:
        raise Refused("", _("Nothing was erased."), _("To go ahead: alongside act erase --yes"))
    with keeper() as store:
        flows.erase(store, folder=data_folder(), today=today())
    click.echo(_("Everything of yours is erased. Exports and saved files elsewhere are yours to remove."))
