"""Door: `alongside act …`. Parses, calls one flow, says what was done. Questions only on a terminal."""

import json
from dataclasses import replace
from datetime import date
from uuid import uuid4

import click

from alongside.act import flows
from alongside.act.acts import EFFORT_LEAST, EFFORT_MOST, ActKind, Refused
from alongside.act.catalogue import Catalogue
from alongside.act.cli_back import away, explain, reflect
from alongside.act.cli_data import bring_back, erase, export
from alongside.act.cli_setup import setup
from alongside.act.commitments import Commitment, Outcome, notice, parse
from alongside.act.diary import Diary, read_diary
from alongside.act.lines import act_line, done_as_planned, kept_line, log_line
from alongside.core.clock import now, today
from alongside.core.folder import make_data_folder
from alongside.core.ids import short
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.terminal import data_option, finding_of, keeper, on_terminal, standard_input
from alongside.core.typed import Day, pick

OPTIONS = {
    "commitment": "--commitment", "action": "--action", "practice": "--practice", "effort": "--effort",
    "day": "--day", "due": "--due", "cue": "--cue", "act": "--act", "roles": "--role",
    "occasions": "--occasion", "capacity": "--capacity", "what": "", "sentence": "", "first": "", "last": "",
    "ratings": "",
}  # fmt: skip
"""The option that fills a field of the engine, or nothing where the words are an argument."""

_STANDS = {
    Outcome.KEPT: lambda: _("It is closed already, as kept."),
    Outcome.DROPPED: lambda: _("It is closed already, as let go."),
    Outcome.OPEN: lambda: _("It is open already."),
}
_CLOSED = {
    Outcome.KEPT: lambda: _("Kept: %(sentence)s"),
    Outcome.DROPPED: lambda: _("Let go: %(sentence)s"),
    Outcome.OPEN: lambda: _("Open again: %(sentence)s"),
}
_PRACTICES = click.Choice([practice.value for practice in Practice])
_EFFORT = click.IntRange(EFFORT_LEAST, EFFORT_MOST)


class _Door(click.Group):
    """The room's commands. A field that was refused is named as the option that fills it, or not at all."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except Refused as refused:
            refused.place = OPTIONS.get(refused.place, refused.place)
            raise


@click.group(cls=_Door)
def act() -> None:
    """Plan, log and look back on what you do for others. Sealed on this machine, for your eyes only."""


for _command in (reflect, away, explain, setup, export, bring_back, erase):
    act.add_command(_command)


@act.command()
@click.option("--swap", type=click.IntRange(1, 3), metavar="N", help="Show another in place of number N.")
@click.option("--json", "as_json", is_flag=True, help="The plan as JSON.")
@data_option
def plan(swap: int | None, as_json: bool) -> None:
    """Three things that fit your week, and why."""
    from alongside.act.letters import plan_text
    from alongside.act.shelf import read_catalogue
    from alongside.act.weeks import plan_body, read_week

    catalogue = read_catalogue(make_data_folder()).catalogue
    with keeper() as store:
        week = read_week(store, catalogue=catalogue, today=today())
        if swap is not None and swap <= len(week.plan.steps):
            gone = week.plan.steps[swap - 1].action.id
            flows.set_aside(store, (*week.plan.set_aside, gone), id=uuid4(), today=today())
            week = read_week(store, catalogue=catalogue, today=today())
    if as_json:
        click.echo(json.dumps(plan_body(week.plan), ensure_ascii=False, indent=2))
        return
    first_time = week.diary.profile_id is None
    click.echo(plan_text(week.plan, heading=week.heading, first_time=first_time), nl=False)


@act.command()
@click.argument("sentence", required=False)
@click.option("--cue", help="If … (the moment just before you act).")
@click.option("--act", "deed", help="then I will … (what you say or do).")
@click.option("--finding", type=click.IntRange(1), metavar="N", help="Plan finding N of a look.")
@click.option(
    "--look", metavar="FILE", help="The file you looked at, or the word sample; else the look you saved last."
)
@click.option("--action", metavar="ID", help="Plan an action of the catalogue; see `act plan`.")
@click.option("--practice", type=_PRACTICES, help="Which practice it belongs to.")
@click.option("--effort", type=_EFFORT, help="1 a moment … 5 very hard for you.")
@click.option("--obstacle", help="One thing that could get in the way.")
@click.option("--due", type=Day(), help="The day it is meant for, such as 2026-05-31.")
@click.option("--weekly", is_flag=True, help="It comes round every week.")
@click.option("--buddy", help="Who could do this with you. A note for yourself; nobody is told.")
@data_option
def commit(  # noqa: PLR0917  # click passes options by name
    sentence: str | None,
    cue: str | None,
    deed: str | None,
    finding: int | None,
    look: str | None,
    action: str | None,
    practice: str | None,
    effort: int | None,
    obstacle: str | None,
    due: date | None,
    weekly: bool,
    buddy: str | None,
) -> None:
    """Make an if-then commitment: from a finding, from an action, or in your own words.

    SENTENCE reads "If …, then I will …".
    """
    with keeper() as store:
        if finding is not None:
            base = _from_finding(finding, look)
        elif action is not None:
            base = _from_action(action)
        else:
            base = _from_words(sentence, cue, deed, practice)
        told = replace(
            base,
            cue=cue or base.cue,
            act=deed or base.act,
            practice=Practice(practice) if practice else base.practice,
            effort=effort or base.effort,
            obstacle=obstacle or "",
            due=due,
            weekly=weekly,
            buddy=buddy or "",
        )
        made = flows.commit(store, told, today=today(), now=now())
    click.echo(made.sentence())
    click.echo(kept_line(made))
    question = notice(made, today=today())
    if question:
        click.echo(question, err=True)


@act.command()
@click.argument("what", required=False)
@click.option("--practice", type=_PRACTICES, help="Which practice it was.")
@click.option("--effort", type=_EFFORT, help="1 a moment … 5 very hard for you. Default 2.")
@click.option("--day", type=Day(), help="The day you did it; today unless said.")
@click.option("--commitment", metavar="ID", help="The commitment it belongs to; see `act week`.")
@click.option("--action", metavar="ID", help="The action of the catalogue it was.")
@click.option("--talk", "kind", flag_value=ActKind.TALK.value, help="A post, a pledge: kept, never counted.")
@data_option
def log(  # noqa: PLR0917  # click passes options by name
    what: str | None,
    practice: str | None,
    effort: int | None,
    day: date | None,
    commitment: str | None,
    action: str | None,
    kind: str | None,
) -> None:
    """Log what you did, in one line. WHAT is your own words, or - to read them from standard input."""
    if what == "-":
        what = standard_input().decode("utf-8", "replace")
    if not what and not commitment and not action and on_terminal():
        what = click.prompt(_("What did you do?"))
    with keeper() as store:
        held = read_diary(store) if commitment else Diary()
        note = flows.Note(
            what=what or "",
            day=day,
            practice=Practice(practice) if practice else None,
            effort=effort,
            kind=ActKind(kind) if kind else ActKind.ACT,
            commitment=pick(commitment, held.commitments, "--commitment").id if commitment else None,
            action=action or "",
        )
        done, _plan = flows.log(
            store, note, id=uuid4(), catalogue=_catalogue(note.action), today=today(), now=now()
        )
    click.echo(_("Logged as %(id)s: %(what)s") % {"id": short(done.id), "what": done.what})
    if not practice and not commitment and not action:
        click.echo(
            _("Under “%(practice)s”, as you named no practice.") % {"practice": done.practice.label}, err=True
        )
        click.echo(
            _("Another one: alongside act change %(id)s --practice NAME") % {"id": short(done.id)}, err=True
        )


@act.command()
@click.argument("entry")
@click.option("--practice", type=_PRACTICES, help="Which practice it was.")
@click.option("--effort", type=_EFFORT, help="1 a moment … 5 very hard for you.")
@click.option("--day", type=Day(), help="The day you did it.")
@click.option("--what", help="What you did, in your own words.")
@data_option
def change(entry: str, practice: str | None, effort: int | None, day: date | None, what: str | None) -> None:
    """Change a logged act. ENTRY is its id, from `act week`. What you do not name stays as it is."""
    note = flows.Note(
        what=what or "", day=day, practice=Practice(practice) if practice else None, effort=effort
    )
    if note == flows.Note():
        cure = _("Say what with --practice, --effort, --day or --what.")
        raise Refused("", _("There is nothing to change yet."), cure)
    with keeper() as store:
        found = pick(entry, read_diary(store).acts, "")
        changed = flows.change_act(store, found.id, note, today=today())
    click.echo(_("Changed: %(act)s") % {"act": act_line(changed, today=today())})


@act.command()
@click.argument("entry")
@data_option
def forget(entry: str) -> None:
    """Take a logged act out again. ENTRY is its id, from `act week`."""
    with keeper() as store:
        found = pick(entry, read_diary(store).acts, "")
        flows.forget_act(store, found.id, today=today())
    click.echo(_("Taken out: %(what)s") % {"what": found.what})
    click.echo(_("To log it again: %(line)s") % {"line": log_line(found)})


@act.command()
@click.argument("commitment")
@click.option("--drop", "outcome", flag_value=Outcome.DROPPED.value, help="Let it go; no reason is asked.")
@click.option("--reopen", "outcome", flag_value="open", help="Open it again.")
@data_option
def close(commitment: str, outcome: str | None) -> None:
    """Close a commitment: kept, or let go. To log the act with it, use `act log --commitment`."""
    wanted = Outcome.OPEN if outcome == "open" else Outcome(outcome or Outcome.KEPT.value)
    with keeper() as store:
        found = pick(commitment, read_diary(store).commitments, "")
        if found.is_open is (wanted is Outcome.OPEN):
            click.echo(_STANDS[found.outcome]())
            return
        closed = flows.close(store, found.id, outcome=wanted, today=today())
    click.echo(_CLOSED[closed.outcome]() % {"sentence": closed.sentence()})
    if closed.outcome is Outcome.KEPT:
        click.echo(_("To log what you did as well: %(line)s") % {"line": log_line(done_as_planned(closed))})


@act.command()
@click.option("--json", "as_json", is_flag=True, help="The week as JSON.")
@data_option
def week(as_json: bool) -> None:
    """Your week: the rhythm in a word, four small bars, what you did, what is planned."""
    from alongside.act.letters import week_text
    from alongside.act.weeks import (
        done_this_week,
        open_plans,
        read_rhythm,
        reflection_of,
        week_body,
    )
    from alongside.act.words import words_and_deeds

    with keeper() as store:
        held = read_diary(store)
    rhythm = read_rhythm(held, today=today()) if held.acts else None
    done, plans = done_this_week(held, today=today()), open_plans(held)
    if as_json:
        click.echo(json.dumps(week_body(rhythm, done=done, due=plans), ensure_ascii=False, indent=2))
        return
    text = week_text(
        rhythm,
        done=done,
        due=plans,
        talk=words_and_deeds(held.acts, today=today()),
        reflection=reflection_of(held, today=today()),
        today=today(),
    )
    click.echo(text, nl=False)


def _from_finding(number: int, look: str | None) -> Commitment:
    found = finding_of(number, look)
    return Commitment(
        id=uuid4(),
        cue=found.cue,
        act=found.act,
        practice=found.practice,
        effort=flows.USUAL_EFFORT,
        made=today(),
    )


def _from_action(action: str) -> Commitment:
    return flows.from_action(action, catalogue=_catalogue(action), id=uuid4(), today=today())


def _from_words(sentence: str | None, cue: str | None, deed: str | None, practice: str | None) -> Commitment:
    if not sentence and not (cue and deed) and on_terminal():
        cue = cue or click.prompt(_("If (what happens just before)"))
        deed = deed or click.prompt(_("then I will (say or do)"))
        practice = practice or click.prompt(
            _("Practice"), type=_PRACTICES, default=flows.USUAL_PRACTICE.value
        )
    halves = parse(sentence) if sentence else (cue or "", deed or "")
    return Commitment(
        id=uuid4(),
        cue=halves[0],
        act=halves[1],
        practice=Practice(practice) if practice else flows.USUAL_PRACTICE,
        effort=flows.USUAL_EFFORT,
        made=today(),
    )


def _catalogue(action: str) -> Catalogue:
    """The catalogue where an action is named; reading it costs more than logging."""
    from alongside.act.shelf import read_catalogue

    return read_catalogue(make_data_folder()).catalogue if action else Catalogue(actions=())
