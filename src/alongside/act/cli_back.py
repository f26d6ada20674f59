"""Door: looking back on a week, days away, and how the rhythm is worked out."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

import click

from alongside.act import flows
from alongside.act.away import Away
from alongside.act.bodies import Reflection, prompts
from alongside.act.diary import read_diary
from alongside.core.clock import today
from alongside.core.ids import short
from alongside.core.language import gettext as _
from alongside.core.terminal import data_option, keeper, on_terminal, standard_input
from alongside.core.typed import Day, pick


@click.command()
@click.argument("answers", nargs=-1)
@data_option
def reflect(answers: Sequence[str]) -> None:
    """Look back on the week: up to three answers, each in quotation marks. Without any, you are asked.

    An answer that is empty or not given leaves what you wrote before.
    """
    from alongside.act.weeks import reflection_of  # only where needed

    given = list(answers)
    with keeper() as store:
        if not given:
            mine = reflection_of(read_diary(store), today=today())
            given = _asked(mine) if on_terminal() else [standard_input().decode("utf-8", "replace")]
        kept = flows.reflect(store, [each.strip() or None for each in given], id=uuid4(), today=today())
    click.echo(_("Kept. Only you can read it.") if kept else _("Nothing was written, so nothing was kept."))


def _asked(mine: Reflection | None) -> list[str]:
    """The three questions; what was answered before is offered, and stays on an empty line."""
    before = mine.answers if mine else ("", "", "")
    return [
        click.prompt(prompt, default=old, show_default=bool(old))
        for prompt, old in zip(prompts(), before, strict=True)
    ]


@click.command()
@click.argument("first", type=Day(), required=False)
@click.argument("last", type=Day(), required=False)
@click.option("--forget", "gone", metavar="ID", help="Take days away out again.")
@data_option
def away(first: date | None, last: date | None, gone: str | None) -> None:
    """Set days aside, from FIRST to LAST. No reason is asked. Without days: list what is set aside."""
    with keeper() as store:
        if gone:
            found = pick(gone, read_diary(store).away, "--forget", see="alongside act away")
            flows.forget_away(store, found.id, today=today())
        elif first:
            flows.set_away(store, Away(id=uuid4(), first=first, last=last or first), today=today())
        held = read_diary(store).away
    for each in held:
        click.echo(f"{short(each.id)}  {_days(each)}")
    if not held:
        click.echo(_("No days are set aside."))


def _days(away: Away) -> str:
    if away.first == away.last:
        return away.first.isoformat()
    return _("%(first)s to %(last)s") % {"first": away.first.isoformat(), "last": away.last.isoformat()}


@click.command()
@data_option
def explain() -> None:
    """How your rhythm is worked out, line by line, with your own numbers."""
    from alongside.act.explain import explain as lines_of  # only where needed
    from alongside.act.letters import explain_text  # only where needed
    from alongside.act.weeks import read_rhythm  # only where needed

    with keeper() as store:
        rhythm = read_rhythm(read_diary(store), today=today())
    click.echo(explain_text(lines_of(rhythm)), nl=False)
