"""Door: `alongside act …`. Parses, calls one flow, says what was done. Questions only on a terminal."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

import click

from alongside.act import flows
from alongside.act.acts import EFFORT_LEAST, EFFORT_MOST, ActKind
from alongside.act.catalogue import Catalogue
from alongside.act.cli_data import bring_back, erase, export
from alongside.act.commitments import Commitment, Outcome, notice, parse
from alongside.act.diary import Diary, read_diary
from alongside.act.letters import short
from alongside.act.typed import Day, pick
from alongside.core.clock import today
from alongside.core.folder import make_data_folder
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.terminal import data_option, finding_of, keeper, on_terminal

_PRACTICES = click.Choice([practice.value for practice in Practice])
_EFFORT = click.IntRange(EFFORT_LEAST, EFFORT_MOST)


@click.group()
def act() -> None:
    """Plan, log and look back on what you do for others. Sealed on this machine, for your eyes only."""


for _command in (export, bring_back, erase):
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
    click.echo(plan_text(week.plan, first_time=week.diary.profile_id is None), nl=False)


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
        made = flows.commit(store, told, today=today())
    click.echo(made.sentence())
    click.echo(
        _("Kept as %(id)s. When you did it: alongside act log --commitment %(id)s") % {"id": short(made.id)}
    )
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
        what = sys.stdin.read()
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
        done, _plan = flows.log(store, note, id=uuid4(), catalogue=_catalogue(note.action), today=today())
    click.echo(_("Logged as %(id)s: %(what)s") % {"id": short(done.id), "what": done.what})
    if not practice and not commitment and not action:
        click.echo(
            _("Under “%(practice)s”; say which with --practice.") % {"practice": done.practice.label},
            err=True,
        )


@act.command()
@click.argument("entry")
@data_option
def forget(entry: str) -> None:
    """Take a logged act out again. ENTRY is its id, from `act week`."""
    with keeper() as store:
        found = pick(entry, read_diary(store).acts, "ENTRY")
        flows.forget_act(store, found.id, today=today())
    click.echo(_("Taken out: %(what)s") % {"what": found.what})


@act.command()
@click.argument("commitment")
@click.option("--drop", "outcome", flag_value=Outcome.DROPPED.value, help="Let it go; no reason is asked.")
@click.option("--reopen", "outcome", flag_value="open", help="Open it again.")
@data_option
def close(commitment: str, outcome: str | None) -> None:
    """Close a commitment: kept, or let go. To log the act with it, use `act log --commitment`."""
    wanted = Outcome.OPEN if outcome == "open" else Outcome(outcome or Outcome.KEPT.value)
    with keeper() as store:
        found = pick(commitment, read_diary(store).commitments, "COMMITMENT")
        closed = flows.close(store, found.id, outcome=wanted, today=today())
    said = {Outcome.KEPT: _("Kept: %s"), Outcome.DROPPED: _("Let go: %s"), Outcome.OPEN: _("Open again: %s")}
    click.echo(said[closed.outcome] % closed.sentence())


@act.command()
@click.option("--json", "as_json", is_flag=True, help="The week as JSON.")
@data_option
def week(as_json: bool) -> None:
    """Your week: the rhythm in a word, four small bars, what you did, what is planned."""
    from alongside.act.letters import week_text
    from alongside.act.weeks import done_this_week, due_this_week, read_rhythm, week_body
    from alongside.act.words import words_and_deeds

    with keeper() as store:
        held = read_diary(store)
    rhythm = read_rhythm(held, today=today()) if held.acts else None
    done, due = done_this_week(held, today=today()), due_this_week(held, today=today())
    if as_json:
        click.echo(json.dumps(week_body(rhythm, done=done, due=due), ensure_ascii=False, indent=2))
        return
    waiting = [c for c in held.commitments if c.is_open and c not in due]
    talk = words_and_deeds(held.acts, today=today())
    click.echo(week_text(rhythm, done=done, due=(*due, *waiting), talk=talk, today=today()), nl=False)


@act.command()
@click.argument("answers", nargs=-1)
@data_option
def reflect(answers: Sequence[str]) -> None:
    """Look back on the week: up to three answers, each may be empty. Without any, you are asked."""
    from alongside.act.bodies import prompts

    given = list(answers)
    if not given and on_terminal():
        given = [click.prompt(prompt, default="", show_default=False) for prompt in prompts()]
    elif not given:
        given = [sys.stdin.read()]
    with keeper() as store:
        kept = flows.reflect(store, given, id=uuid4(), today=today())
    click.echo(_("Kept. Only you can read it.") if kept else _("Nothing was written, so nothing was kept."))


@act.command()
@click.argument("first", type=Day(), required=False)
@click.argument("last", type=Day(), required=False)
@click.option("--forget", "gone", metavar="ID", help="Take days away out again.")
@data_option
def away(first: date | None, last: date | None, gone: str | None) -> None:
    """Set days aside, from FIRST to LAST. No reason is asked. Without days: list what is set aside."""
    from alongside.act.away import Away

    with keeper() as store:
        if gone:
            flows.forget_away(store, pick(gone, read_diary(store).away, "--forget").id, today=today())
        elif first:
            flows.set_away(store, Away(id=uuid4(), first=first, last=last or first), today=today())
        for each in read_diary(store).away:
            click.echo(f"{short(each.id)}  {each.first.isoformat()} to {each.last.isoformat()}")


@act.command()
@data_option
def explain() -> None:
    """How your rhythm is worked out, line by line, with your own numbers."""
    from alongside.act.explain import explain as lines_of
    from alongside.act.letters import explain_text
    from alongside.act.weeks import read_rhythm

    with keeper() as store:
        rhythm = read_rhythm(read_diary(store), today=today())
    click.echo(explain_text(lines_of(rhythm)), nl=False)


@act.command()
@click.option(
    "--role", "roles", multiple=True, metavar="ROLE", help="What you do, such as chair. Repeat for more."
)
@click.option(
    "--occasion",
    "occasions",
    multiple=True,
    metavar="WHAT[:DAY]",
    help="What comes round, such as meeting:tue. Repeat for more.",
)
@click.option("--capacity", type=int, help="Effort points a week; 6 is three things of some effort.")
@data_option
def setup(roles: Sequence[str], occasions: Sequence[str], capacity: int | None) -> None:
    """Fit the plan to your week: roles, weekly occasions, how much room. Without options, you are asked."""
    from alongside.act.situations import profile_of

    with keeper() as store:
        held = read_diary(store).profile
        asked = not roles and not occasions and capacity is None and on_terminal()
        if asked:
            roles, occasions, capacity = _ask(held.capacity)
        fresh = profile_of(held, roles=roles, occasions=occasions, capacity=capacity)
        flows.save_profile(store, fresh, id=uuid4(), today=today())
    click.echo(_("Noted. See what fits: alongside act plan"))


def _ask(capacity: int) -> tuple[Sequence[str], Sequence[str], int]:
    """The three questions of the first run; an empty answer leaves things as they are."""
    from alongside.act.profile import OCCASIONS, ROLES

    click.echo(_("Roles: %(roles)s") % {"roles": ", ".join(ROLES)})
    roles = click.prompt(_("Which are yours, with spaces between"), default="", show_default=False)
    click.echo(_("Occasions: %(occasions)s") % {"occasions": ", ".join(OCCASIONS)})
    question = _("Which come round every week, with the day, such as meeting:tue")
    occasions = click.prompt(question, default="", show_default=False)
    points = click.prompt(_("Effort points a week (3 a little, 6 some, 9 more)"), type=int, default=capacity)
    return roles.replace(",", " ").split(), occasions.replace(",", " ").split(), points


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
