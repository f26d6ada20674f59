"""Door: `alongside listen …` and, through `look.py`, `alongside look`. The rest is imported when needed."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import click

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.terminal import keeper, refuse

if TYPE_CHECKING:
    from alongside.listen.report import Ink, Report

SAMPLE = "sample"
STDIN = "-"
KEEP = ":own:"
_FORMATS = {".json": "json", ".html": "html", ".htm": "html"}
_Command = TypeVar("_Command", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for on the command line, checked by click."""

    chat: Path | None
    roster: Path | None
    aliases: Path | None
    me: str | None
    start: str | None
    as_format: str | None
    lang: str
    out_format: str | None
    output: Path | None
    save: str | None
    exit_zero: bool

    @classmethod
    def of(cls, given: Mapping[str, object]) -> "Options":
        """The options of a command that carries `meeting_options`."""
        return cls(**cast("dict[str, object]", given))  # type: ignore[arg-type]


def meeting_options(command: _Command) -> _Command:
    """The options of every command that looks at a meeting."""
    path = click.Path(path_type=Path)
    save = _("Keep the result, without quotes: in DIR, or sealed with your own entries.")
    for option in reversed(
        (
            click.option("--me", metavar="NAME", help=_("Your name in the file: your own row is marked.")),
            click.option(
                "--roster",
                type=path,
                metavar="F",
                help=_("Who was there: attendance CSV, or one name a line."),
            ),
            click.option("--chat", type=path, metavar="F", help=_("The chat saved with the meeting.")),
            click.option(
                "--aliases", type=path, metavar="F", help=_("aliases.toml: which labels are one person.")
            ),
            click.option(
                "--start", metavar="TIME", help=_("When it began (11:35), to place a chat with clock times.")
            ),
            click.option(
                "--as", "as_format", metavar="FORMAT", help=_("Read it as this format; see `listen formats`.")
            ),
            click.option("--lang", default="en", show_default=True, help=_("Language of what was said.")),
            click.option(
                "--format",
                "out_format",
                type=click.Choice(["text", "json", "html"]),
                help=_("How to write it; text unless -o says more."),
            ),
            click.option("-o", "--output", type=path, metavar="FILE", help=_("Write the report to FILE.")),
            click.option("--save", is_flag=False, flag_value=KEEP, metavar="[DIR]", help=save),
            click.option(
                "--exit-zero", is_flag=True, help=_("Exit code 0 also where there is something to act on.")
            ),
        )
    ):
        command = option(command)
    return command


def run(file: str, options: Options) -> None:
    """Look at one meeting, write the report, and end with the exit code. Trouble is one line, exit code 2."""
    # numpy's BLAS starts a thread a core when imported: half of the import's cost, for linear algebra that
    # no measure uses. A setting of the person's own stays.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from alongside.listen.findings import to_act_on
    from alongside.listen.meeting import Wish, look_at

    wish = Wish(
        chat=options.chat,
        roster=options.roster,
        aliases=options.aliases,
        me=options.me,
        start=options.start,
        format=options.as_format,
        language=options.lang,
    )
    try:
        report = look_at(_standard_input() if file == STDIN else file, wish=wish)
        report = replace(report, kept=options.save == KEEP)
        _write(report, options)
        _keep(report, file, options.save)
    except Trouble as trouble:
        refuse(trouble)
    sys.exit(1 if to_act_on(report.findings) and not options.exit_zero else 0)


def _standard_input() -> bytes:
    """What comes in by standard input. Raises Trouble where it was closed (`<&-`) or cannot be read."""
    way_out = _("Name a file instead, or send the transcript in: alongside look - < meeting.vtt")
    if sys.stdin is None:
        raise Trouble("-", _("standard input is closed."), way_out)
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        cause = _("standard input cannot be read (%(why)s).") % {"why": error.strerror or error}
        raise Trouble("-", cause, way_out) from error


@click.group()
def listen() -> None:
    """See who got to speak in a meeting, and where you can make room."""


@listen.command()
@click.argument("file")
@meeting_options
def meeting(file: str, **given: object) -> None:
    """Look at one meeting: a transcript, - for standard input, or the word sample."""
    run(file, Options.of(given))


@listen.command()
def formats() -> None:
    """What can be read, and what each format can tell."""
    from alongside.listen.report import formats_text

    _say(formats_text())


@listen.command()
@click.argument("metric", required=False)
def explain(metric: str | None) -> None:
    """How a measure is made: formula, needs, least size, source. Without METRIC: the list."""
    from alongside.listen.report import method_list, method_text

    try:
        _say(method_text(metric) if metric else method_list())
    except Trouble as trouble:
        refuse(trouble)


def _write(report: "Report", options: Options) -> None:
    ending = _FORMATS.get(options.output.suffix.lower()) if options.output else None
    wanted = options.out_format or ending or "text"
    if options.output is None:
        _say(_render(report, wanted, _ink()))
        return
    from alongside.core.files import write_whole
    from alongside.listen.report import PLAIN

    write_whole(options.output, _render(report, wanted, PLAIN).encode())
    click.echo(_("Written to %(file)s.") % {"file": options.output}, err=True)


def _render(report: "Report", wanted: str, ink: "Ink") -> str:
    if wanted == "json":
        from alongside.listen.json_report import as_json

        return as_json(report)
    if wanted == "html":
        from alongside.listen.html_report import as_html

        return as_html(report)
    from alongside.listen.report import as_text

    return as_text(report, ink=ink)


def _keep(report: "Report", file: str, save: str | None) -> None:
    if save is None:
        return
    from alongside.listen.keeping import save_in

    if save != KEEP:
        target = save_in(Path(save), report, name="meeting" if file == STDIN else Path(file).stem)
        click.echo(_("Result kept in %(file)s, without quotes.") % {"file": target}, err=True)
        return
    keep_result(report)
    click.echo(_("Result kept, sealed with your own entries, without quotes."), err=True)


def keep_result(report: "Report") -> None:
    """Keep a result sealed in the person's own store."""
    from uuid import uuid4

    from alongside.core.clock import now
    from alongside.listen.keeping import body_of, deed_keep

    moment = now()
    with keeper() as store:
        store.carry_out(deed_keep(body_of(report), id=uuid4(), now=moment), today=moment.date())


def _ink() -> "Ink":
    """Bold and quiet lines on a terminal that wants them; ASCII bars where nothing else can be written."""
    from alongside.listen.report import Ink

    blocks = "utf" in (sys.stdout.encoding or "").lower()
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return Ink(blocks=blocks)
    return Ink(
        strong=lambda text: click.style(text, bold=True),
        soft=lambda text: click.style(text, dim=True),
        blocks=blocks,
    )


def _say(text: str) -> None:
    """Print it as far as the terminal's encoding goes."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding), nl=False)
