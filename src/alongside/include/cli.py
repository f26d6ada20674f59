"""Door: `alongside include …`. What somebody who invites others needs in the terminal."""

import click

from alongside.include.cli_digest import bounced, digest
from alongside.include.cli_ics import ics


@click.group()
def include() -> None:
    """Invite so that people can come."""


for _command in (ics, digest, bounced):
    include.add_command(_command)
