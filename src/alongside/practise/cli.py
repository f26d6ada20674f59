"""Door: `alongside practise …`. Nothing that is chosen here is written anywhere."""

import sys
from pathlib import Path

import click

from alongside.core.language import ngettext
from alongside.practise.cli_drills import correct, due, notice
from alongside.practise.cli_export import export, session
from alongside.practise.cli_scene import begin, scene
from alongside.practise.cli_sheets import group, roleplay, scene_map


@click.group(invoke_without_command=True)
@click.pass_context
def practise(context: click.Context) -> None:
    """Rehearse a moment in five minutes, and see what it does for the person it happens to.

    Without a command: what comes back next.
    """
    if context.invoked_subcommand is None:
        begin()


for _command in (scene, notice, correct, due, roleplay, group, session, export, scene_map):
    practise.add_command(_command)


@practise.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--against",
    type=click.Path(path_type=Path, exists=True),
    metavar="PATH",
    help="The pack as it was published, or the originals of a translation.",
)
def lint(path: Path, against: Path | None) -> None:
    """Check a scene's file, or a folder of scenes; name file, place, rule and cure.

    Exit code 0: nothing to mend. 1: something to mend.
    """
    from alongside.practise.lint_files import lint_path

    found = lint_path(path, before=against)
    for problem in found.problems:
        click.echo(str(problem))
    read = ngettext("%(count)d scene read", "%(count)d scenes read", len(found.scenes))
    wrong = ngettext("%(count)d thing to mend", "%(count)d things to mend", len(found.problems))
    told = f"{read % {'count': len(found.scenes)}}, {wrong % {'count': len(found.problems)}}."
    click.echo(told, err=True)
    sys.exit(1 if found.problems else 0)
