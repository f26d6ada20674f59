"""Door: `alongside rules …`. The rules for wording: see them, check them, try them out."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from alongside.core.grounds import Ground
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.problems import Trouble
from alongside.interrupt.hits import Profile

_PACK = click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True),
    help="A folder of rules of your own, beside those that ship; may be said again.",
)
_FOLDER = click.argument("path", metavar="PATH", type=click.Path(path_type=Path, exists=True))


@click.group()
def rules() -> None:
    """See the rules for wording, and check rules of your own."""


@rules.command("list")
@click.option(
    "--ground", type=click.Choice([each.value for each in Ground]), help="Only rules on this ground."
)
@click.option(
    "--profile",
    type=click.Choice([each.value for each in Profile]),
    help="Only rules that are on in this profile.",
)
@_PACK
def list_rules(ground: str | None, profile: str | None, packs: tuple[Path, ...]) -> None:
    """List the rules: id, level, grounds, and what they look for."""
    from alongside.interrupt.book import read_book
    from alongside.interrupt.library import rule_files

    found = [
        rule
        for rule in read_book(rule_files(packs)).rules
        if (ground is None or ground in rule.grounds) and (profile is None or profile in rule.profiles)
    ]
    for rule in found:
        click.echo("\t".join((rule.id, rule.level, ",".join(rule.grounds), (*rule.forms, *rule.patterns)[0])))
    click.echo(ngettext("%(count)d rule.", "%(count)d rules.", len(found)) % {"count": len(found)}, err=True)


@rules.command()
@click.argument("rule", metavar="ID")
@_PACK
def show(rule: str, packs: tuple[Path, ...]) -> None:
    """Show a rule: why, what to say and write, when the words are fine, and where we learned it."""
    from alongside.interrupt.book import read_book
    from alongside.interrupt.explain import lines_about
    from alongside.interrupt.library import rule_files

    for line in lines_about(rule, read_book(rule_files(packs))):
        click.echo(line)


@rules.command()
@_FOLDER
def lint(path: Path) -> None:
    """Check a file or folder of rules; name file, line, rule and cure.

    Exit code 0: nothing to mend. 1: something to mend.
    """
    from alongside.core.content import lint as read
    from alongside.interrupt.lint import problems

    found = read(path)
    wrong = (*found.problems, *problems(found.placed))
    _tell(len(found.entries), [str(each) for each in wrong])


@rules.command("test")
@_FOLDER
def try_out(path: Path) -> None:
    """Try the examples of a file or folder of rules: what is marked is found, and nothing else.

    Exit code 0: all of them hold. 1: some do not.
    """
    from alongside.core.content import lint as read
    from alongside.interrupt.examples import misses_in

    found = read(path)
    misses = [f"{file}: {miss.rule}: {miss.what} {miss.example}" for file, miss in misses_in(found.placed)]
    _tell(len(found.entries), [*map(str, found.problems), *misses])


@rules.command("compile")
@_FOLDER
def make_ready(path: Path) -> None:
    """Make a folder of rules ready ahead of time, beside those that ship; say what is in it."""
    from alongside.interrupt.loading import load_rules

    ready = [load_rules([path], profile=profile) for profile in Profile]
    for each in ready:
        count = ngettext("%(count)d rule", "%(count)d rules", len(each.ids)) % {"count": len(each.ids)}
        click.echo(f"{each.profile.value}: {count}")
    _tell(len(ready[0].ids), list(ready[0].problems))


def _tell(entries: int, problems: Sequence[str]) -> None:
    """Say what is to mend, and leave with 1 where something is."""
    if not entries and not problems:
        raise Trouble("PATH", _("there are no rules here."), _("Name a .toml file or a folder of rules."))
    for problem in problems:
        click.echo(problem)
    read = ngettext("%(count)d entry read", "%(count)d entries read", entries) % {"count": entries}
    wrong = ngettext("%(count)d thing to mend", "%(count)d things to mend", len(problems))
    click.echo(f"{read}, {wrong % {'count': len(problems)}}.", err=True)
    sys.exit(1 if problems else 0)
