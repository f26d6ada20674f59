"""Door: `alongside learn …`. Parses, calls one function or flow, says what came of it."""

import click

from alongside.learn.cli_find import card, cards, search, show
from alongside.learn.cli_links import links
from alongside.learn.cli_own import labour, question, quiz_command
from alongside.learn.cli_self import assess, gaps, influence, path_command


@click.group()
def learn() -> None:
    """Find something to read, see what you do already, and what could come next.

    What you keep here is sealed on this machine, for your eyes only.
    """


for _command in (
    *(search, show, path_command, assess, gaps),
    *(cards, card, quiz_command, influence, question, labour, links),
):
    learn.add_command(_command)
