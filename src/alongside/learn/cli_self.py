"""Door: the self-assessment, the gaps, the path, and what one can open."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import click

from alongside.core.clock import today
from alongside.core.deeds import Keeper
from alongside.core.folder import make_data_folder
from alongside.core.language import gettext as _
from alongside.core.language import language
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option, keeper, on_terminal, standard_input
from alongside.learn import flows
from alongside.learn.assess import Answer, Item, Occasions, Share, Stall, shares_for
from alongside.learn.cli_find import shelf
from alongside.learn.fields import Refused
from alongside.learn.influence import Opening
from alongside.learn.keeping import MINUTES, Kept, Round, read_kept

_Word = TypeVar("_Word", bound=StrEnum)


@click.command()
@click.option("--answers", metavar="FILE", help="Read answers from a file, or - for standard input.")
@click.option("--list", "listing", is_flag=True, help="Print the items, as a file of answers to fill in.")
@click.option("--new", "anew", is_flag=True, help="Begin a new round; the one before stays.")
@click.option("--json", "as_json", is_flag=True, help="The result as JSON.")
@data_option
def assess(answers: str | None, listing: bool, anew: bool, as_json: bool) -> None:
    """What came up in four weeks, and what you did. 6 minutes; leave at any item and go on another day."""
    from alongside.learn.answer_files import listed, read_answers
    from alongside.learn.letters_self import profile_text
    from alongside.learn.shelf import read_items

    items = read_items(make_data_folder())
    if listing:
        click.echo(listed(items), nl=False)
        return
    given = None if answers is None else _text_of(answers)
    with keeper() as store:
        if given is not None:
            read, stalls = read_answers(given, items)
            flows.save_answers(store, read, id=uuid4(), today=today(), anew=anew, stalls=stalls)
        elif on_terminal() and not as_json:
            _ask(store, items, anew=anew)
        kept = read_kept(store)
    click.echo(_profile_json(kept) if as_json else profile_text(kept), nl=False)


def _text_of(answers: str) -> str:
    if answers == "-":
        return standard_input().decode("utf-8", "replace")
    try:
        return Path(answers).read_text("utf-8", "replace")
    except OSError as error:
        cause = _("this file cannot be read (%(why)s).") % {"why": error.strerror}
        raise Refused(answers, cause, _("Check its name.")) from error


def _ask(store: Keeper, items: Sequence[Item], *, anew: bool) -> None:
    """Ask item after item and save each answer; an empty one leaves."""
    held = flows.open_round(read_kept(store), id=uuid4(), today=today(), anew=anew)
    for number, item in enumerate(items, start=1):
        if held.answer_to(item.id) is not None:
            continue
        told = {"n": number, "all": len(items), "practice": item.practice.label}
        click.echo(_("\n%(n)d of %(all)d, %(practice)s") % told)
        occasions = _choose(item.first_question, tuple(Occasions))
        if occasions is None:
            return
        acted = None if occasions is Occasions.NONE else _choose_share(item, occasions)
        if occasions is not Occasions.NONE and acted is None:
            return
        answer = Answer(item=item.id, practice=item.practice, occasions=occasions, acted=acted)
        held = flows.save_answers(store, [answer], id=held.id, today=today(), anew=anew)
        anew = False
    _ask_stalls(store, held)


def _ask_stalls(store: Keeper, held: Round) -> None:
    """Where it stalled, for the practices with most room only."""
    from alongside.learn.path import practices_to_ask

    for practice in practices_to_ask(held.profile):
        if practice in held.stalls:
            continue
        question = _("%(practice)s: where did it stall, when it did?") % {"practice": practice.label}
        stall = _choose(f"\n{question}", tuple(Stall))
        if stall is None:
            return
        flows.save_stall(store, practice, stall, id=held.id, today=today())


def _choose_share(item: Item, occasions: Occasions) -> Share | None:
    shares = shares_for(occasions)
    return _choose(item.second_question, shares, labels=[each.label_for(occasions) for each in shares])


def _choose(question: str, options: Sequence[_Word], *, labels: Sequence[str] = ()) -> _Word | None:
    """One of the words by its number; None where somebody leaves."""
    click.echo(question)
    named = labels or [getattr(option, "label", option.value) for option in options]
    for number, label in enumerate(named, start=1):
        click.echo(f"  {number}  {label}")
    while True:
        given = click.prompt(
            _("Number, or Enter to leave; what you answered is kept"), default="", show_default=False
        ).strip()
        if not given:
            return None
        if given.isdecimal() and 1 <= int(given) <= len(options):
            return options[int(given) - 1]


def _profile_json(kept: Kept) -> str:
    practices = [
        {
            "practice": each.practice.value,
            "answered": each.answered,
            "occasions": each.occasions if each.answered else None,
            "acted": each.acted if each.had_occasion else None,
            "mean": round(each.mean, 6) if each.had_occasion else None,
            "low": round(each.low, 6) if each.had_occasion else None,
            "high": round(each.high, 6) if each.had_occasion else None,
            "stall": kept.profile.stalls.get(each.practice),
            "often": each.often.value if each.had_occasion else None,
            "said": each.sentence,
        }
        for each in kept.profile.estimates
    ]
    body = {"validated": False, "interval": 0.8, "practices": practices}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


@click.command()
@data_option
def gaps() -> None:
    """Where there is most room for you, and where the library is thin."""
    from alongside.learn.gaps import thin_places
    from alongside.learn.letters_self import gaps_text

    held = shelf()
    with keeper() as store:
        profile = read_kept(store).profile
    click.echo(gaps_text(profile, thin_places(held.library, held.cards)), nl=False)


@click.command("path")
@click.option("--minutes", type=int, metavar="N", help="Minutes a week; 30 until you say otherwise.")
@click.option("--skip", metavar="ID", multiple=True, help="Leave this step out; the next one comes.")
@click.option("--first", metavar="ID", multiple=True, help="Put this work first.")
@click.option("--reset", is_flag=True, help="Take back what you left out or put first.")
@click.option("--json", "as_json", is_flag=True, help="The path as JSON.")
@data_option
def path_command(
    minutes: int | None, skip: tuple[str, ...], first: tuple[str, ...], reset: bool, as_json: bool
) -> None:
    """A few weeks of small steps that fit you, each with its reasons and each week with a small deed."""
    from alongside.learn.letters_self import path_text
    from alongside.learn.path import path
    from alongside.learn.shelf import read_doings

    doings = read_doings(make_data_folder())
    known = {each.id for each in (*shelf().library, *doings)}
    if unknown := [each for each in (*skip, *first) if each not in known]:
        cause = _("no step has the id “%(id)s”.") % {"id": unknown[0]}
        raise Trouble("", cause, _("See the ids with: alongside learn path"))
    with keeper() as store:
        if minutes is not None or skip or first or reset:
            _keep_path(store, minutes, skip, first, reset=reset)
        kept = read_kept(store)
    asked = kept.path.minutes if kept.path else MINUTES
    steps = path(
        kept.profile,
        shelf().library,
        kept.seen,
        minutes=asked,
        today=today(),
        doings=doings,
        first=kept.path.first if kept.path else (),
        languages=(language(), "en"),
    )
    if as_json:
        body = [
            {"kind": s.kind, "id": s.id, "title": s.title, "practice": s.practice.value,
             "minutes": s.minutes, "week": s.week.isoformat(), "reasons": list(s.reasons)}
            for s in steps
        ]  # fmt: skip
        click.echo(json.dumps({"minutes": asked, "steps": body}, ensure_ascii=False, indent=2))
        return
    click.echo(path_text(steps, minutes=asked, answered=kept.last_round is not None), nl=False)


def _keep_path(
    store: Keeper, minutes: int | None, skip: tuple[str, ...], first: tuple[str, ...], *, reset: bool
) -> None:
    held = read_kept(store).path
    aside = () if reset or held is None else held.set_aside
    front = () if reset or held is None else held.first
    flows.keep_path(
        store,
        id=uuid4(),
        today=today(),
        minutes=minutes,
        set_aside=(*aside, *skip),
        first=(*first, *front),
    )


@click.command()
@click.argument("openings", nargs=-1, type=click.Choice([each.value for each in Opening]))
@click.option("--none", "nothing", is_flag=True, help="Take every tick back.")
@data_option
def influence(openings: tuple[str, ...], nothing: bool) -> None:
    """What can you open, and for whom? OPENINGS are what is yours; they replace what you ticked before."""
    from alongside.learn.letters_self import openings_text

    with keeper() as store:
        if openings or nothing:
            flows.tick_openings(store, [Opening(each) for each in openings], id=uuid4(), today=today())
        ticked = read_kept(store).openings
    click.echo(openings_text(ticked), nl=False)
