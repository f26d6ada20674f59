"""Door: `alongside include ics`."""

import json
import sys
from pathlib import Path

import click

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.terminal import standard_input


@click.command()
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON.")
def ics(file: str, as_json: bool) -> None:
    """Check a calendar file before you send it out. FILE is its path, or - for standard input.

    Exit code 0: nothing to mend. 1: something to mend.
    """
    from alongside.include.ical_letters import findings_body, findings_text
    from alongside.include.ical_lint import lint_ical

    data = _read(file)
    try:
        found = lint_ical(data)
    except Trouble as trouble:
        trouble.place = file
        raise
    if as_json:
        click.echo(json.dumps(findings_body(found), ensure_ascii=False, indent=2))
    else:
        click.echo(findings_text(found), nl=False)
    sys.exit(1 if found else 0)


def _read(file: str) -> bytes:
    if file == "-":
        return standard_input()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        cause = _("this cannot be read (%(why)s).") % {"why": error.strerror or error}
        raise Trouble(file, cause, _("Name a file that is there.")) from error
