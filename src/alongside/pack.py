"""`alongside pack`: make, check, build, install, list and remove content packs."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Final, NoReturn

import click

from alongside.core import packs
from alongside.core.content_check import Problem
from alongside.core.files import write_whole
from alongside.core.folder import data_folder, make_data_folder
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option, on_terminal
from alongside.linting import lint_content

FAULTY: Final = 1
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
_ANY = click.Path(path_type=Path, exists=True)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def pack() -> None:
    """Make, check, share and install packs of content. Nothing in a pack ever runs."""


@pack.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="What the pack is, for a reader.")
@click.option("--publisher", required=True, help="Who brings it out.")
@click.option("--id", "name", help="Its name: small letters and hyphens. Else the folder's.")
@click.option("--language", default="en", show_default=True, help="The language of its texts.")
def new(folder: Path, title: str, publisher: str, name: str | None, language: str) -> None:
    """Begin a pack in a new folder."""
    packs.new(folder, id=name or folder.name, title=title, publisher=publisher, language=language)
    click.echo(_("Begun in %(folder)s. Put content in %(place)s.") % {
        "folder": folder, "place": f"{folder / language}/KIND/",
    })  # fmt: skip
    click.echo(_("Check it: %(command)s") % {"command": f"alongside pack lint {folder}"})


@pack.command()
@click.argument("path", type=_ANY)
def lint(path: Path) -> None:
    """Check a pack, as a folder or built: every problem with file, entry, field and cure.

    Exit code 0: nothing to mend. 1: problems found. 2: no pack could be read there.
    """
    try:
        if path.is_dir():
            found = packs.check(path, lint=lint_content)
        else:
            found = packs.look_into(path.read_bytes(), name=str(path), lint=lint_content)
    except packs.Faulty as faulty:
        _refuse(faulty, faulty.problems)
    click.echo(_line(found))


@pack.command()
@click.argument("folder", type=_FOLDER)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the file.")
def build(folder: Path, out: Path | None) -> None:
    """Check a pack and build it into one file to share. The same folder gives the same bytes."""
    try:
        made, archive = packs.build(folder, lint=lint_content)
    except packs.Faulty as faulty:
        _refuse(faulty, faulty.problems)
    place = out or Path(f"{made.id}-{made.version}.zip")
    write_whole(place, archive)
    click.echo(_("Built: %(file)s") % {"file": place})
    click.echo(f"SHA-256 {sha256(archive).hexdigest()}")


@pack.command()
@click.argument("file", type=_FILE)
@click.option(
    "--checksum", "expected", help="Install only if the file has this SHA-256, named by its publisher."
)
@data_option
def install(file: Path, expected: str | None) -> None:
    """Install a built pack, whole or not at all. Its entries are there at once."""
    archive = file.read_bytes()
    if expected and sha256(archive).hexdigest() != expected.strip().lower():
        raise Trouble(
            str(file),
            _("this is not the file with that SHA-256."),
            _("Nothing was installed. Get the pack again from its publisher."),
        )
    try:
        made = packs.install(archive, make_data_folder(), name=str(file), lint=lint_content)
    except packs.Faulty as faulty:
        _refuse(faulty, faulty.problems)
    click.echo(_("Installed: %(pack)s") % {"pack": _line(made)})


@pack.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="The packs as JSON.")
@data_option
def list_(as_json: bool) -> None:
    """The packs that are installed."""
    found = packs.installed(data_folder())
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        click.echo(_line(each))
    if not found:
        click.echo(_("No pack is installed. Install one with: alongside pack install FILE"))


@pack.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
def remove(name: str, yes: bool) -> None:
    """Take a pack out. What you noted about its entries stays yours."""
    packs.find(data_folder(), name)
    if on_terminal() and not yes:
        click.confirm(_("Take out %(name)s?") % {"name": name}, abort=True)
    packs.remove(data_folder(), name)
    click.echo(_("Taken out: %(name)s") % {"name": name})


@pack.command()
@click.argument("name")
@data_option
def off(name: str) -> None:
    """Switch a pack off without taking it out."""
    packs.switch(data_folder(), name, on=False)
    click.echo(_("Switched off: %(name)s") % {"name": name})


@pack.command()
@click.argument("name")
@data_option
def on(name: str) -> None:
    """Switch a pack on again."""
    packs.switch(data_folder(), name, on=True)
    click.echo(_("Switched on: %(name)s") % {"name": name})


def _line(found: packs.Pack) -> str:
    """A pack in one line."""
    entries = sum(found.counts.values())
    count = ngettext("%(n)d entry", "%(n)d entries", entries) % {"n": entries}
    parts = (
        f"{found.id} {found.version}",
        found.title,
        count,
        found.language,
        found.licence,
        found.publisher,
    )
    return " · ".join(parts) + ("" if found.on else " · " + _("off"))


def _refuse(trouble: Trouble, problems: Iterable[Problem]) -> NoReturn:
    """Every problem on its own line, the verdict on standard error, exit code 1."""
    for problem in problems:
        click.echo(str(problem))
    click.echo(str(trouble), err=True)
    sys.exit(FAULTY)
