"""Part of the door: `alongside check --fix`, with its preview."""

from difflib import unified_diff
from io import StringIO

import click

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.interrupt.fix import put_in_place
from alongside.interrupt.mending import mend
from alongside.interrupt.results import Checked, FileResult
from alongside.interrupt.run import Way
from alongside.interrupt.walk import Found, Walk


def mend_files(walk: Walk, way: Way, shown: Checked, *, dry_run: bool) -> int:
    """Put safe words into the files with hits, or print how it would look; how many places that is."""
    standing = {result.path: result for result in shown.files if result.hits}
    places = [
        _mend(file, way, standing[file.shown], dry_run) for file in walk.files if file.shown in standing
    ]
    made, files = sum(places), sum(1 for count in places if count)
    if made:
        text = (
            ngettext("%(count)d place would change", "%(count)d places would change", made)
            if dry_run
            else ngettext("%(count)d place was changed", "%(count)d places were changed", made)
        )
        among = ngettext("in %(count)d file.", "in %(count)d files.", files) % {"count": files}
        click.echo(f"{text % {'count': made}} {among}", err=True)
    else:
        click.echo(_("Nothing here can be changed without a person."), err=True)
    return made


def _mend(file: Found, way: Way, standing: FileResult, dry_run: bool) -> int:
    data = file.path.read_bytes()
    fixed = mend(data, file, way, standing)
    if not fixed.changes:
        return 0
    if dry_run:
        click.echo(_preview(data, fixed.data, file.shown), nl=False)
    else:
        put_in_place(file.path, data, fixed.data)
    return len(fixed.changes)


def _preview(old: bytes, new: bytes, name: str) -> bytes:
    """The change as a diff."""
    texts = (data.decode("utf-8", "surrogateescape") for data in (old, new))
    before, after = (StringIO(text, newline="\n").readlines() for text in texts)
    lines = unified_diff(before, after, fromfile=f"a/{name}", tofile=f"b/{name}", n=1)
    whole = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
    return whole.encode("utf-8", "surrogateescape")
