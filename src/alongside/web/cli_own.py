"""Door: everything of a person as one file, and everything of a person erased."""

from pathlib import Path

import click

from alongside.core.clock import today
from alongside.core.folder import data_folder
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option, keeper, on_terminal

NAME = "alongside-export.zip"


@click.command()
@click.option(
    "-o", "--output", default=NAME, show_default=True, type=click.Path(path_type=Path), help="The file."
)
@click.option("--force", is_flag=True, help="Replace the file that is there.")
@data_option
def export(output: Path, force: bool) -> None:
    """Take everything of yours along, as one ZIP: entries, acts as a table, your own content.

    It is in the clear. Keep it where only you can read it.
    """
    from alongside.core.files import write_whole
    from alongside.web.upkeep.own import bundle

    if output.exists() and not force:
        cause = _("the file %(file)s is there already.") % {"file": output}
        raise Trouble("-o", cause, _("Name another one, or replace it with --force."))
    with keeper() as store:
        data = bundle(store, folder=data_folder())
    write_whole(output, data, private=True)
    click.echo(_("Written to %(file)s, readable for you alone.") % {"file": output})
    click.echo(_("Its entries come back with: alongside act import alongside.json"), err=True)


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
def erase(yes: bool) -> None:
    """Erase everything of yours: entries, key, own content, links. This cannot be undone.

    Backups keep what they hold, but their entries stay closed: the key is gone.
    """
    from alongside.act.cli_data import anything_kept
    from alongside.act.flows import erase as erase_entries
    from alongside.web.upkeep.own import left_behind, remove_files

    if not yes and on_terminal():
        yes = click.confirm(
            _("Erase every entry of yours, the key and your own content? This cannot be undone.")
        )
    if not yes:
        raise Trouble("", _("Nothing was erased."), _("To go ahead: alongside erase --yes"))
    folder = data_folder()
    if anything_kept():
        with keeper() as store:
            erase_entries(store, folder=folder, today=today())
    remove_files(folder)
    click.echo(_("Everything of yours is erased. Exports and saved files elsewhere are yours to remove."))
    if left := left_behind(folder):
        told = ngettext(
            "%(count)d backup lies in %(folder)s. Its entries stay closed; own content in it does not.",
            "%(count)d backups lie in %(folder)s. Their entries stay closed; own content in them does not.",
            len(left),
        )
        click.echo(told % {"count": len(left), "folder": left[0].parent}, err=True)
