"""Door: taking one's entries along, bringing them back, erasing them."""

import os
import sys
from pathlib import Path

import click

from alongside.act import flows
from alongside.act.acts import Refused
from alongside.act.diary import everything, read_diary
from alongside.core import keyfile
from alongside.core.clock import today
from alongside.core.folder import data_folder, database_file
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.terminal import data_option, keeper, on_terminal, standard_input


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Everything of yours, readable (default).")
@click.option("--ics", "as_ics", is_flag=True, help="Open commitments for a calendar.")
@click.option("--csv", "as_csv", is_flag=True, help="Your acts as a table for a spreadsheet.")
@click.option("--neutral", is_flag=True, help="With --ics: without a word of what you planned.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file.")
@click.option("--force", is_flag=True, help="With -o: replace the file that is there.")
@data_option
def export(  # noqa: PLR0917  # click passes options by name
    as_json: bool, as_ics: bool, as_csv: bool, neutral: bool, output: Path | None, force: bool
) -> None:
    """Take your entries along: as JSON, your commitments for a calendar, or your acts as a table."""
    _check_wish(kinds=as_json + as_ics + as_csv, neutral=neutral, as_ics=as_ics)
    if output is not None and output.exists() and not force:
        cure = _("Name another one, or replace it with --force.")
        raise Refused("-o", _("The file %(file)s is there already.") % {"file": output}, cure)
    from alongside.act.calendar import to_calendar
    from alongside.act.interchange import acts_as_csv, export_diary
    from alongside.core.files import write_whole

    with keeper() as store:
        if as_ics:
            data = to_calendar(read_diary(store).commitments, neutral=neutral, today=today())
        elif as_csv:
            data = acts_as_csv(read_diary(store).acts).encode()
        else:
            data = export_diary(store)
    if output is None:
        sys.stdout.buffer.write(data)
        return
    write_whole(output, data, private=True)
    click.echo(_("Written to %(file)s, readable for you alone.") % {"file": output}, err=True)


def _check_wish(*, kinds: int, as_ics: bool, neutral: bool) -> None:
    if kinds > 1:
        raise Refused("", _("It is one of --json, --ics and --csv."), _("For more, export again."))
    if neutral and not as_ics:
        raise Refused("--neutral", _("It is for a calendar."), _("Say it together with --ics."))


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@data_option
def bring_back(file: str) -> None:
    """Put an export back. FILE is alongside.json, or - for standard input."""
    data = standard_input() if file == "-" else Path(file).read_bytes()
    with keeper() as store:
        before = {each.id for each in everything(store)}
        count = flows.bring_back(store, data, today=today())
        new = len({each.id for each in everything(store)} - before)
    click.echo(_brought_back(new, of=count))


def _brought_back(new: int, *, of: int) -> str:
    counts = {"new": new, "all": of, "known": of - new}
    if of and not new:
        return _("Nothing new: all %(all)d were here already.") % counts
    if of > new:
        return _("%(new)d new; %(known)d were here already, and are as in the file.") % counts
    return ngettext("%(new)d entry is back.", "%(new)d entries are back.", new) % counts


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
def erase(yes: bool) -> None:
    """Erase everything of yours, the key included. This cannot be undone."""
    if not yes and on_terminal():
        yes = click.confirm(_("Erase every entry of yours and the key? This cannot be undone."))
    if not yes:
        raise Refused("", _("Nothing was erased."), _("To go ahead: alongside act erase --yes"))
    if not anything_kept():
        click.echo(_("There is nothing to erase: nothing of yours is kept here yet."))
        return
    with keeper() as store:
        flows.erase(store, folder=data_folder(), today=today())
    click.echo(_("Everything of yours is erased. Exports and saved files elsewhere are yours to remove."))


def anything_kept() -> bool:
    """Whether there is a database or a key: looking into it would make both."""
    elsewhere = bool(os.environ.get("DATABASE_URL"))
    return elsewhere or database_file().exists() or (data_folder() / keyfile.NAME).exists()
