"""Door: `backup` and `restore`. Django starts only where restored tables are made ready."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from alongside.core.folder import data_folder, make_data_folder
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.terminal import data_option

if TYPE_CHECKING:
    from alongside.web.upkeep.backup import Made

KEEP: Final = 7
"""How many backups stay where nobody says (our choice: a week of nights)."""


@click.command()
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="Folder for the backups.")
@click.option(
    "--keep", default=KEEP, show_default=True, type=click.IntRange(1, 10_000), help="How many to keep there."
)
@data_option
def backup(to: Path | None, keep: int) -> None:
    """Back up everything, also while Alongside runs.

    The copy is checked before it gets its name. It holds the database and your own content. Keys and one-time
    links are left out: keep a copy of vault.key in another place.
    """
    from alongside.web.upkeep.backup import FOLDER, back_up

    folder = make_data_folder()
    recipients = os.environ.get("ALONGSIDE_BACKUP_KEY", "").replace(",", " ").split()
    made = back_up(folder, to=to or folder / FOLDER, keep=keep, recipients=recipients, now=datetime.now(UTC))
    click.echo(made.file)
    for line in _about(made):
        click.echo(line, err=True)
    if made.told.holdings.chain.breaks_at is not None:
        click.echo(_("The audit trail does not hold. See: alongside audit verify"), err=True)
        raise click.exceptions.Exit(1)


def _about(made: "Made") -> tuple[str, ...]:
    held = made.told.holdings
    counts = {"rows": sum(held.counts.values()), "tables": len(held.counts), "head": held.chain.sequence}
    lines = [
        _("Checked: %(rows)d rows in %(tables)d tables, the audit trail up to row %(head)d.") % counts,
        _("Left out on purpose: vault.key and other keys, one-time links, and who is signed in."),
    ]
    if not made.encrypted:
        lines.append(
            _("It is not encrypted. To encrypt the next one, see ALONGSIDE_BACKUP_KEY in the settings.")
        )
    if made.removed:
        gone = ngettext(
            "%(count)d older backup was removed.", "%(count)d older backups were removed.", len(made.removed)
        )
        lines.append(gone % {"count": len(made.removed)})
    return tuple(lines)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--into", required=True, type=click.Path(path_type=Path, file_okay=False), help="An empty folder."
)
@click.option("--replace", is_flag=True, help="The folder is not empty: put its database and content aside.")
@click.option("--key", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="The key of age.")
@click.option(
    "--erasures",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A journal of erasures, if it lies in another place.",
)
@data_option
def restore(file: Path, into: Path, replace: bool, key: Path | None, erasures: Path | None) -> None:
    """Put a backup back, whole or not at all.

    Everything is checked before the folder is touched. Who asked to be erased after the backup was made is
    erased again before anything can start.
    """
    from alongside.web.upkeep.restore import Wish, bring_back

    wish = Wish(file=file, into=into, replace=replace, key=key, journals=_journals(file, into, erasures))
    back = bring_back(wish, now=datetime.now(UTC))
    click.echo(
        _("Restored into %(folder)s: %(rows)d rows, as of %(made)s.")
        % {"folder": into, "rows": sum(back.told.holdings.counts.values()), "made": back.told.made}
    )
    if back.erased:
        again = ngettext(
            "%(count)d erasure was done again.", "%(count)d erasures were done again.", back.erased
        )
        click.echo(again % {"count": back.erased})
    if back.aside:
        click.echo(_("What was there before lies in %(folder)s.") % {"folder": back.aside}, err=True)
    for line in _keys_to_bring(into, brought=tuple(back.told.files)):
        click.echo(line, err=True)
    click.echo(_("Start it with: alongside serve --data %(folder)s") % {"folder": into}, err=True)


def _keys_to_bring(into: Path, *, brought: tuple[str, ...]) -> tuple[str, ...]:
    """What the backup left out, and somebody has a copy of."""
    if not (into / "community").exists():
        missing = not (into / "vault.key").exists()
        words = _("Put your copy of vault.key there too: without it your entries stay closed.")
        return (words,) if missing else ()
    if "secret.key" in brought:
        return ()
    return (_("Put your copy of secret.key there too: without it, second factors have to be set up again."),)


def _journals(file: Path, into: Path, named: Path | None) -> tuple[Path, ...]:
    """Where a journal of erasures may lie: named, beside the backup, in the folder in use, in the target."""
    name = "erasures"
    return (*((named,) if named else ()), file.parent / name, data_folder() / name, into / name)
