"""Door: `alongside learn …`. Parses, calls one function or flow, says what came of it."""

import click

from alongside.learn.cli_find import card, cards, search, show


@click.group()
def learn() -> None:
    """Find something to read, see what you do already, and what could come next.

    What you keep here is sealed on this machine, for your eyes only.
    """


for _command in (search, show, card, cards):
    learn.add_command(_command)
