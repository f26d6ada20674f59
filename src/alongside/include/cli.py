"""Door: `alongside include …`. What somebody who invites others needs in the terminal."""

import click

from alongside.include.cli_digest import bounced, digest


@click.group()
def include() -> None:
    """Invite so that people can come."""


for _command in (digest, bounced):
    include.add_command(_command)
