"""Part of the door: one run of `alongside check`, from the command line to the exit code."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.problems import Trouble
from alongside.core.terminal import USAGE_ERROR, standard_input
from alongside.interrupt.checking import View, check_input, check_walk, fails, seen, walk_paths
from alongside.interrupt.hits import Kind, Level, Profile
from alongside.interrupt.house_rules import HouseRules, read_house_rules_here
from alongside.interrupt.options import STDIN, Options
from alongside.interrupt.results import Checked
from alongside.interrupt.run import Recipe, Way, prepare

if TYPE_CHECKING:
    from alongside.interrupt.baseline import Baseline
    from alongside.interrupt.changes import Changes
    from alongside.interrupt.report.telling import Telling
    from alongside.interrupt.report.text import Ink


def run(paths: Sequence[str], options: Options) -> NoReturn:
    """Check, tell, and end with the exit code."""
    _given.cache_clear()
    house = read_house_rules_here()
    way = prepare(_recipe(options, house))
    named, changes = _new(paths, options)
    view = _view(options, changes)
    checked = _check(named, way, house, view, options)
    if options.update_baseline:
        view = replace(view, baseline=_write_baseline(checked, way, options))
    shown = seen(checked, view)
    if options.fix:
        shown = _fix(named, way, house, view, options, shown)
    if not options.dry_run:
        _tell(shown, way, options)
        _tell_balance(named, way, options)
    _note(shown, way, options)
    if shown.unread and len(shown.unread) == len(shown.files):
        sys.exit(USAGE_ERROR)
    sys.exit(1 if fails(shown, at=_level(options.fail_on)) else 0)


def explain(rule: str, options: Options) -> None:
    """Print all that a rule says."""
    from alongside.interrupt.report.explained import explained

    house = read_house_rules_here()
    packs = (*house.packs, *options.packs)
    rules = prepare(Recipe(packs=packs)).rules
    if not rules.knows(rule):
        prepare(Recipe(packs=packs, only=(rule,)))  # says which were meant
    say(explained(rules.about(rule), ink=ink()))


def _recipe(options: Options, house: HouseRules) -> Recipe:
    profile = Profile(options.profile) if options.profile else house.profile or Profile.DEFAULT
    return Recipe(
        packs=(*house.packs, *options.packs),
        profile=profile,
        only=options.only,
        without=(*house.ignore, *options.without),
        kind=Kind(options.kind) if options.kind else None,
        allow=house.allow,
        reports_unused=options.report_unused,
    )


def _new(paths: Sequence[str], options: Options) -> tuple[Sequence[str], "Changes | None"]:
    """The paths, and what is new in them; `--diff FILE` without a REF means the file."""
    if options.diff is None and options.diff_file is None:
        return paths, None
    from alongside.interrupt.changes import HEAD, changes_since, is_commit, read_diff

    here = Path.cwd()
    if options.diff_file is not None:
        return paths, read_diff(_read(options.diff_file), root=here)
    ref = options.diff or HEAD
    if Path(ref).exists() and not is_commit(ref, folder=here):
        named = () if list(paths) == ["."] else paths
        return (ref, *named), changes_since(HEAD, folder=here)
    return paths, changes_since(ref, folder=here)


def _read(file: Path) -> bytes:
    if str(file) == STDIN:
        return _given()
    try:
        return file.read_bytes()
    except OSError as error:
        cause = _("cannot be read (%(why)s).") % {"why": error.strerror or error}
        raise Trouble(str(file), cause, _("Check the name, and that the file may be read.")) from error


def _view(options: Options, changes: "Changes | None") -> View:
    baseline = None
    if options.baseline is not None and not options.update_baseline:
        from alongside.interrupt.baseline import read_baseline

        baseline = read_baseline(options.baseline)
    some = bool(options.only or options.without or options.update_baseline or changes is not None)
    return View(baseline=baseline, changes=changes, tells_stale=not some)


def _check(paths: Sequence[str], way: Way, house: HouseRules, view: View, options: Options) -> Checked:
    if STDIN in paths:
        name = options.stdin_name or STDIN
        return check_input(_given(), way, name=name, left_out=house.left_out)
    walk = walk_paths(paths, left_out=house.left_out, view=view)
    return check_walk(walk, way, jobs=options.jobs)


def _write_baseline(checked: Checked, way: Way, options: Options) -> "Baseline":
    from alongside.interrupt.baseline import made_from, read_baseline, write_baseline

    file = options.baseline
    assert file is not None  # noqa: S101  # asked for before
    before = read_baseline(file) if file.exists() else None
    made = made_from(checked.files, file=file, digest=way.rules.digest, before=before)
    write_baseline(file, made)
    count = sum(map(len, made.known.values()))
    told = ngettext(
        "%(count)d place is known now: %(file)s", "%(count)d places are known now: %(file)s", count
    )
    click.echo(told % {"count": count, "file": file}, err=True)
    return made


def _fix(  # noqa: PLR0917  # the run's own parts
    paths: Sequence[str], way: Way, house: HouseRules, view: View, options: Options, shown: Checked
) -> Checked:
    """Mend what is safe, or show how; then look again at what is left."""
    from alongside.interrupt.cli_fix import mend_files

    walk = walk_paths(paths, left_out=house.left_out, view=view)
    if not mend_files(walk, way, shown, dry_run=options.dry_run) or options.dry_run:
        return shown
    return seen(_check(paths, way, house, view, options), view)


def _tell(checked: Checked, way: Way, options: Options) -> None:
    if options.stats:
        from alongside.interrupt.statistics import as_json, as_table, counts

        rows = counts(checked)
        say(as_json(rows) if options.out_format == "json" else as_table(rows))
        return
    if options.out_format == "text" and not any(file.hits or file.suppressed for file in checked.files):
        return
    from alongside.interrupt.report.telling import Telling

    telling = Telling(
        checked=checked,
        about=way.rules.about,
        profile=way.recipe.profile,
        digest=way.rules.digest,
        version=_version() if options.out_format == "sarif" else "",
        shows_suppressed=options.show_suppressed,
    )
    if options.out_format == "text":
        from alongside.interrupt.report.text import as_text

        say(as_text(telling, ink=ink()))
    else:
        click.echo(_for_programs(telling, options.out_format).encode("utf-8", "replace"), nl=False)


def _tell_balance(paths: Sequence[str], way: Way, options: Options) -> None:
    """Below adverts, how the words that a study counted are spread; for people alone, and never an error."""
    if way.recipe.profile is not Profile.JOB_AD or options.out_format != "text" or options.stats:
        return
    from textwrap import fill

    from alongside.interrupt.cli_advert import balances

    for name, *lines in balances(paths, given=_given() if STDIN in paths else b"", kind=way.recipe.kind):
        told = (fill(line, 80, initial_indent="  ", subsequent_indent="    ") for line in lines)
        say("\n" + "\n".join((name, *told)) + "\n")


@cache
def _given() -> bytes:
    """Standard input, which can be read once a run."""
    return standard_input()


def _for_programs(telling: "Telling", form: str) -> str:
    if form == "json":
        from alongside.interrupt.report.json_report import as_json

        return as_json(telling)
    if form == "sarif":
        from alongside.interrupt.report.sarif import as_sarif

        return as_sarif(telling)
    if form == "github":
        from alongside.interrupt.report.github import as_github

        return as_github(telling)
    from alongside.interrupt.report.checkstyle import as_checkstyle

    return as_checkstyle(telling)


def _version() -> str:
    from alongside import __version__

    return __version__


def _note(checked: Checked, way: Way, options: Options) -> None:
    problems = way.rules.problems if way.recipe.packs else ()  # of what ships, our own tests tell
    for line in (*problems, *_notes(checked, options)):
        click.echo(line, err=True)
    if checked.size >= _SLOW and way.rules.slower:
        click.echo(_("This took longer than it should: the package google-re2 is missing here."), err=True)


_SLOW: Final = 10_000_000
"""Bytes from which somebody waits long enough to ask why (our choice)."""


def _notes(checked: Checked, options: Options) -> tuple[str, ...]:
    beside = (checked.binaries, checked.links, checked.left_out, checked.stale, checked.unread)
    if not any(beside) and not any(file.notes or file.unused for file in checked.files):
        return ()
    from alongside.interrupt.report.text import notes

    return notes(checked, unused=options.report_unused)


def _level(fail_on: str) -> Level | None:
    return None if fail_on == "never" else Level(fail_on)


def ink() -> "Ink":
    """Bold and quiet lines on a terminal that wants them."""
    from alongside.interrupt.report.text import Ink

    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return Ink()
    return Ink(
        strong=lambda text: click.style(text, bold=True), soft=lambda text: click.style(text, dim=True)
    )


def say(text: str) -> None:
    """Print it as far as the terminal's encoding goes."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding), nl=False)
