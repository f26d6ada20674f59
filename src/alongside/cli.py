"""The terminal door: collects the rooms' subcommands and imports each only when it is called."""

import os
import sys
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import Final
from uuid import uuid4

import click

from alongside.core.deeds import Keeper
from alongside.core.findings import Finding
from alongside.core.folder import database_file, make_data_folder
from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.core.language import language_of, ngettext, use_language
from alongside.core.problems import Trouble
from alongside.core.terminal import House, data_option, refuse, standard_input, translate_help
from alongside.rooms import ROOMS

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "look": ("alongside.look:look", _later("Look at a meeting: where could you act for somebody?")),
    "check": (
        "alongside.interrupt.cli:check",
        _later("Find wording that may leave readers out, and words to call in with."),
    ),
    "lsp": ("alongside.interrupt.cli_lsp:lsp", _later("Show the same in your editor, while you write.")),
    **{room.name: (room.command, room.help) for room in ROOMS if room.command},
    "serve": (
        "alongside.web.cli:serve",
        _later("Open Alongside in your browser; for yourself, or with --community for many."),
    ),
    "link": ("alongside.web.cli:link", _later("Print a fresh one-time link to a running `serve`.")),
    "export": ("alongside.web.cli_own:export", _later("Take everything of yours along, as one file.")),
    "erase": ("alongside.web.cli_own:erase", _later("Erase everything of yours. It cannot be undone.")),
    "user": ("alongside.web.cli_user:user", _later("Look after the accounts of a community.")),
    "backup": (
        "alongside.web.cli_backup:backup",
        _later("Back up everything, also while Alongside runs."),
    ),
    "restore": ("alongside.web.cli_backup:restore", _later("Put a backup back, whole or not at all.")),
    "doctor": (
        "alongside.web.cli_doctor:doctor",
        _later("Is this installation well? What is not, why, and what to type."),
    ),
    "audit": ("alongside.web.cli_audit:audit", _later("Prove that the audit trail was not changed.")),
    "pack": ("alongside.pack:pack", _later("Make, share and install packs of content.")),
    "rules": (
        "alongside.interrupt.cli_rules:rules",
        _later("See the rules for wording, and check rules of your own."),
    ),
    "content": (
        "alongside.cli:content",
        _later("Check content packs: actions, lists and their sources."),
    ),
}


class LazyGroup(click.Group):
    """A group that names its commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a person meets them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the one command that was asked for."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command = getattr(import_module(module), attribute)
        return translate_help(command) if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their lines, from the table alone."""
        del ctx
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(line)) for name, (_place, line) in COMMANDS.items()])


def _version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from alongside import __version__

        click.echo(f"alongside {__version__}")
        context.exit()


_HELP: Final = _later("""See where you can act for somebody, plan it, do it, look back.

\b
Start here:
  alongside look --sample        see what a look at a meeting shows
  alongside act plan             three things that fit your week
  alongside serve                the same in your browser

Nothing leaves this machine.
""")  # \b is click's mark for "keep these lines"


@click.group(cls=LazyGroup, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Say which version this is.",
)
@data_option
@click.pass_context
def alongside(context: click.Context) -> None:
    """Hand the rooms' doors the person's own store."""
    context.obj = House(open_keeper=_open_keeper, find=_find, commit=_commit)


def _open_keeper() -> AbstractContextManager[Keeper]:
    """The person's own store: straight to SQLite where it stands ready, else made ready first."""
    from alongside.core import keyfile  # the cipher's library, not needed for --help
    from alongside.core.ledger import Ledger, NotReady

    if os.environ.get("DATABASE_URL"):
        return import_module("alongside.web.set_up").open_django_keeper()  # type: ignore[no-any-return]
    folder = make_data_folder()
    try:
        return Ledger(database_file(), keyfile.unlock(folder))
    except NotReady:
        click.echo(_("Making your folder ready, once: %(folder)s") % {"folder": folder}, err=True)
        import_module("alongside.web.set_up").set_up()
        return Ledger(database_file(), keyfile.unlock(folder))


def _find(number: int, look: str | None) -> Finding:
    """A finding of a file looked at again, or of the look that was saved last."""
    from alongside.interrupt.glance import glance, has_words
    from alongside.listen.formats import is_of_a_meeting
    from alongside.listen.keeping import saved_findings
    from alongside.listen.meeting import SAMPLE, look_at

    path = Path(look) if look not in {None, "-", SAMPLE} else None
    if path is not None and has_words(path) and (path.is_dir() or not is_of_a_meeting(path)):
        found = glance(path).findings
    elif look is not None:
        found = look_at(standard_input() if look == "-" else look).findings
    else:
        with _open_keeper() as store:
            found = saved_findings(store)
    if not found:
        raise Trouble(
            "--finding",
            _("there is no saved look to take it from.")
            if look is None
            else _("this look found nothing to plan."),
            _("Name the file: alongside act commit --finding %(n)d --look FILE") % {"n": number},
        )
    if number > len(found):
        cause = _("there are %(count)d findings; you asked for number %(n)d.") % {
            "count": len(found),
            "n": number,
        }
        raise Trouble("--finding", cause, _("Choose one of them."))
    return found[number - 1]


def _commit(intention: Intention) -> tuple[str, ...]:
    """An if-then of another room, kept as a commitment."""
    from alongside.act.commitments import planned
    from alongside.act.flows import commit
    from alongside.act.lines import kept_line
    from alongside.core.clock import now, today

    with _open_keeper() as store:
        made = commit(store, planned(intention, id=uuid4(), today=today()), today=today(), now=now())
    return made.sentence(), kept_line(made)


@click.group()
def content() -> None:
    """Check content packs: actions, lists and their sources."""


@content.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, exists=True))
def lint(path: Path | None) -> None:
    """Check a TOML file or folder (default: what ships); name file, entry, field and cure.

    Exit code 0: nothing to mend. 1: problems found. 2: nothing to read there.
    """
    from alongside.core.content import SHIPPED  # keeps --help fast
    from alongside.linting import lint_content

    found = lint_content(path or SHIPPED)
    for problem in found.problems:
        click.echo(str(problem))
    click.echo(_verdict(len(found.entries), len(found.problems)), err=True)
    sys.exit(1 if found.problems else 0)


@content.command("hash")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("entry", metavar="[ID]", required=False)
def content_hashes(file: Path, entry: str | None) -> None:
    """Print the hash of each entry's text, or of the one with this ID: a review beside it names it.

    A review, the day of a check and former ids do not change it; any other word does.
    """
    from alongside.core.content import lint as read  # keeps --help fast
    from alongside.core.review import content_hash

    hashes = {each.id: content_hash(each.entry) for each in read(file).placed if entry in {None, each.id}}
    if not hashes:
        cause = _("there is no sound entry with the id “%(id)s”.") % {"id": entry}
        way_out = _("See what is there, and what is wrong: alongside content lint %(file)s") % {"file": file}
        raise Trouble(str(file), cause if entry else _("there is no sound entry."), way_out)
    for name, told in hashes.items():
        click.echo(f"{told}  {name}")


def _verdict(entries: int, problems: int) -> str:
    fine = ngettext("%(count)d entry is fine", "%(count)d entries are fine", entries) % {"count": entries}
    wrong = ngettext("%(count)d problem", "%(count)d problems", problems) % {"count": problems}
    return f"{fine}, {wrong}."


def main() -> None:
    """Run the terminal door; what a person can mend is one line and exit code 2."""
    use_language(language_of(os.environ))
    translate_help(alongside)
    try:
        alongside(prog_name="alongside")
    except Trouble as trouble:
        refuse(trouble)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone (`| head`); nobody is left to tell
        sys.exit(0)
