"""`alongside look`: recognise what a file is and hand it to the room that can read it.

The first thing most people run. Starts cheap: numpy and the readers are imported inside the command.
"""

import click

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.listen.cli import SAMPLE, Options, meeting_options, run

_HELP = _later("""Look at a meeting: where could you act for somebody?

\b
  alongside look --sample                 a made-up meeting, to see what a look shows
  alongside look meeting.vtt              a transcript from Zoom, Teams, Otter, Rev …
  alongside look meeting.vtt --roster participants.csv --chat chat.txt --me "Your Name"

Nothing leaves this machine, and nothing is kept unless you add --save. Exit code 0: nothing to act on.
1: something to act on. 2: could not be read.
""")  # \b is click's mark for "keep these lines"


@click.command(help=_HELP)
@click.argument("file", required=False)
@click.option("--sample", is_flag=True, help="Look at our own made-up meeting.")
@meeting_options
def look(file: str | None, sample: bool, **given: object) -> None:
    """Hand the file to the room that reads meetings; other rooms' files are recognised as they come."""
    if sample == (file is not None):
        raise click.UsageError(_("Name one transcript, or - for standard input, or --sample."))
    run(SAMPLE if sample else str(file), Options.of(given))
