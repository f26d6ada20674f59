"""Door: `alongside lsp`, for editors. The server itself is imported when it is called."""

import click

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.core.problems import Trouble

_HELP = _later("""Show an editor what `alongside check` finds, while one writes.

It speaks the language server protocol over standard input and output, with the editor that started it and
nobody else. See the guide “Words in your editor” for how to set up yours.
""")


@click.command(help=_HELP)
@click.option("--stdio", is_flag=True, help=_later("Some editors say this; it is what happens anyway."))
def lsp(stdio: bool) -> None:
    """Serve until the editor says goodbye."""
    del stdio
    try:
        from alongside.interrupt.lsp import serve  # pygls is an extra, and slow to import
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        cause = _("the language server needs the package pygls, which is not installed.")
        raise Trouble("alongside lsp", cause, _("Install it: pip install 'alongside[lsp]'")) from missing
    serve()
