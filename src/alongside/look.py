"""`alongside look`: recognise what a file is and hand it to the room that can read it.

The first thing most people run. Starts cheap: numpy and the readers are imported inside the command.
"""

from dataclasses import replace
from pathlib import Path

import click

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.core.problems import Trouble
from alongside.core.terminal import refuse
from alongside.listen.cli import SAMPLE, STDIN, Options, meeting_options, run

_HELP = _later("""Look at a meeting: where could you act for somebody?

\b
  alongside look --sample                 a made-up meeting, to see what a look shows
  alongside look meeting.vtt              a transcript from Zoom, Teams, Otter, Rev …
  alongside look meeting.vtt --roster participants.csv --chat chat.txt --me "Your Name"
  alongside look letter.md                any other text or folder: its wording, in three findings

Nothing leaves this machine, and nothing is kept unless you add --save. Exit code 0: nothing to act on.
1: something to act on. 2: could not be read.
""")  # \b is click's mark for "keep these lines"

_PLAIN = Options(
    chat=None,
    roster=None,
    aliases=None,
    me=None,
    start=None,
    as_format=None,
    lang="en",
    out_format=None,
    output=None,
    save=None,
    exit_zero=False,
)
"""Options of a look at a meeting that nobody set: with any of them, the file is meant to be one."""


@click.command(help=_HELP)
@click.argument("file", required=False)
@click.option("--sample", is_flag=True, help="Look at our own made-up meeting.")
@meeting_options
def look(file: str | None, sample: bool, **given: object) -> None:
    """Hand the file to the room that reads it: meetings first, then any text for its wording."""
    if sample == (file is not None):
        raise click.UsageError(_("Name one transcript, or - for standard input, or --sample."))
    options = Options.of(given)
    if file is not None and replace(options, exit_zero=False) == _PLAIN and _is_for_words(file):
        from alongside.interrupt.cli_look import look_at_words

        try:
            look_at_words(file, exit_zero=options.exit_zero)
        except Trouble as trouble:
            refuse(trouble)
    run(SAMPLE if sample else str(file), options)


def _is_for_words(file: str) -> bool:
    """Whether it is a folder, or a file with text in it that is neither transcript nor chat of a meeting."""
    from alongside.interrupt.glance import has_words
    from alongside.listen.formats import is_of_a_meeting

    path = Path(file)
    return file not in {STDIN, SAMPLE} and has_words(path) and (path.is_dir() or not is_of_a_meeting(path))
