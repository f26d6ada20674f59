"""Door: `alongside check`. Everything behind it is imported when it is called."""

from pathlib import Path

import click

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.interrupt.hits import Kind, Profile
from alongside.interrupt.options import STDIN, Options

FORMATS = ("text", "json", "sarif", "github", "checkstyle")
_HELP = _later("""Find wording that may leave readers out, and words to call in with.

\b
  alongside check README.md docs        files and folders; what .gitignore names is left out
  alongside check --diff                only lines that are new since the last commit
  alongside check - < letter.txt        standard input
  alongside check --explain RULE        why, what to write instead, and when it is fine

It reads on this machine and tells only you. Nothing is written unless you say --fix or --update-baseline.
Exit code 0: nothing to reword. 1: something is. 2: it could not be done.
""")  # \b is click's mark for "keep these lines"


@click.command(help=_HELP)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--profile",
    type=click.Choice([each.value for each in Profile]),
    help=_later("Which rules; default unless set."),
)
@click.option(
    "--format",
    "out_format",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=_later("How to tell it."),
)
@click.option(
    "--as",
    "kind",
    type=click.Choice([each.value for each in Kind]),
    help=_later("Read everything as this kind."),
)
@click.option(
    "--stdin-filename",
    "--stdin-name",
    "stdin_name",
    metavar="FILE",
    help=_later("The name that standard input goes by; its ending tells the kind."),
)
@click.option(
    "--diff",
    is_flag=False,
    flag_value="HEAD",
    metavar="[REF]",
    help=_later("Only lines that are new since this commit; the last one unless named."),
)
@click.option(
    "--diff-file", type=click.Path(path_type=Path), metavar="FILE", help=_later("Only lines a diff adds.")
)
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help=_later("Let be what this file knows.")
)
@click.option("--update-baseline", is_flag=True, help=_later("Write into it all that stands now."))
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_later("Rules of your own, too."),
)
@click.option("--rule", "only", multiple=True, metavar="ID", help=_later("Only this rule."))
@click.option("--no-rule", "without", multiple=True, metavar="ID", help=_later("Without this rule."))
@click.option(
    "--fail-on",
    type=click.Choice(["reword", "consider", "never"]),
    default="reword",
    show_default=True,
    help=_later("What makes the exit code 1."),
)
@click.option("--fix", is_flag=True, help=_later("Put in what is safe everywhere."))
@click.option("--dry-run", is_flag=True, help=_later("With --fix: show the change, write nothing."))
@click.option("--show-suppressed", is_flag=True, help=_later("Tell what was set aside, too."))
@click.option("--report-unused", is_flag=True, help=_later("Name comments that set nothing aside."))
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help=_later("At most so many processes; more than one only where it is faster."),
)
@click.option("--stats", is_flag=True, help=_later("Only counts for each rule."))
@click.option("--explain", metavar="RULE", help=_later("Explain one rule."))
def check(paths: tuple[str, ...], **given: object) -> None:
    """Hand what was asked for to the run; a combination that makes no sense is a matter of usage."""
    from alongside.interrupt.cli_check import explain, run

    options = Options.of(given)
    _ask_for_sense(paths, options)
    if options.explain is not None:
        explain(options.explain, options)
    else:
        run(paths or (".",), options)


def _ask_for_sense(paths: tuple[str, ...], options: Options) -> None:
    if options.diff is not None and options.diff_file is not None:
        raise click.UsageError(_("Choose one: --diff or --diff-file."))
    if options.update_baseline and options.baseline is None:
        raise click.UsageError(_("Name the file to write: --baseline FILE --update-baseline."))
    if options.update_baseline and (
        options.diff is not None or options.diff_file is not None or options.only
    ):
        raise click.UsageError(_("A baseline is made of everything, not of what is new, nor of one rule."))
    if options.dry_run and not options.fix:
        raise click.UsageError(_("--dry-run goes with --fix."))
    if STDIN in paths and len(paths) > 1:
        raise click.UsageError(_("Name files, or - for standard input; not both."))
    if STDIN in paths and options.fix:
        raise click.UsageError(_("--fix changes files; standard input is none."))
