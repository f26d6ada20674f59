"""Door: one scene on the terminal. What is chosen lives in this process and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from alongside.core.language import gettext as _
from alongside.core.language import language
from alongside.core.terminal import commit_to, data_option, on_terminal

if TYPE_CHECKING:
    from alongside.practise.choosing import Played
    from alongside.practise.feedback import Feedback
    from alongside.practise.scene_files import Shelf
    from alongside.practise.scenes import Scene
    from alongside.practise.walk import State

BACK, LEAVE = "back", "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for on the command line."""

    commit: bool = False
    due: date | None = None


@click.command()
@click.argument("id", required=False)
@click.option(
    "--place", type=click.Choice(["work", "school", "online", "public", "family"]), help="Where it happens."
)
@click.option(
    "--role",
    type=click.Choice(["witness", "peer", "target-friend", "actor", "chair"]),
    help="Who you are in it.",
)
@click.option("--minutes", type=click.IntRange(1), metavar="N", help="How long you have.")
@click.option("--choose", metavar="A,B", help="Walk by these choices, and print the whole walk.")
@click.option("--power", metavar="NAME", help="Play it in this power setting.")
@click.option("--cast", type=click.IntRange(1), metavar="N", help="Play it with these names, from 1.")
@click.option("--variant", metavar="NAME", help="Play it in this variant.")
@click.option("--commit", is_flag=True, help="Make its if-then a commitment, without a question.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day it is meant for.")
@data_option
def scene(  # noqa: PLR0917  # click passes options by name
    id: str | None,
    place: str | None,
    role: str | None,
    minutes: int | None,
    choose: str | None,
    power: str | None,
    cast: int | None,
    variant: str | None,
    commit: bool,
    due: "object",
) -> None:
    """Play a scene: choose, read what followed, go back, leave. Without ID: the scenes there are."""
    from alongside.practise.finding_scenes import Wish, fitting, near, the_scene
    from alongside.practise.letters import list_text
    from alongside.practise.walk import start

    shelf = read_shelf()
    if id is None:
        wish = Wish(place=place or "", role=role or "", minutes=minutes or 0)
        click.echo(list_text(fitting(shelf.scenes, wish), near=near(shelf.scenes, wish)), nl=False)
        return
    found = the_scene(shelf, id)
    state = start(found, power=power, cast=None if cast is None else cast - 1, variant=variant)
    wanted = Wanted(commit=commit, due=due.date() if hasattr(due, "date") else None)
    if choose is not None or not on_terminal():
        walk_through(found, state, (choose or "").split(",") if choose else (), wanted)
    else:
        play(found, state, wanted)


def read_shelf() -> "Shelf":
    """The scenes in the person's language, or else in English; their own content beside ours."""
    from alongside.core.folder import content_roots, make_data_folder
    from alongside.practise.scene_files import read_scenes

    folder = make_data_folder()
    for locale in dict.fromkeys((language(), "en")):
        shelf = read_scenes(locale=locale, also=content_roots(folder), cache=folder / "cache")
        if shelf.scenes:
            break
    for problem in shelf.problems:
        click.echo(str(problem), err=True)
    return shelf


def walk_through(scene: "Scene", state: "State", choices: Sequence[str], wanted: Wanted) -> None:
    """Print the walk by these choices, and what is on offer where they end."""
    from alongside.practise.feedback import feedback
    from alongside.practise.letters import (
        again_text,
        chosen_text,
        feedback_text,
        head_text,
        moment_text,
        offers_text,
    )
    from alongside.practise.render import show
    from alongside.practise.walk import is_over, step

    lines = [head_text(scene, state.setting), moment_text(show(scene, state))]
    for choice in choices:
        lines.append(offers_text(show(scene, state)))
        state = step(scene, state, choice.strip())
        moment = show(scene, state)
        lines += [chosen_text(moment), moment_text(moment)]
    if not is_over(scene, state):
        lines += [offers_text(show(scene, state)), _ids_line(scene, state)]
        click.echo("".join(lines), nl=False)
        return
    said = feedback(scene, state)
    lines += [feedback_text(said), _history(said), again_text(scene, state.setting)]
    click.echo("".join(lines), nl=False)
    if wanted.commit:
        _commit(said, wanted)


def _history(said: "Feedback") -> str:
    """The history cards behind a scene; a person's own cards count like ours."""
    from alongside.core.folder import content_roots, make_data_folder
    from alongside.practise.history import behind
    from alongside.practise.letters import history_text

    folder = make_data_folder()
    return history_text(behind(said.history, also=content_roots(folder), cache=folder / "cache"))


def _ids_line(scene: "Scene", state: "State") -> str:
    ids = ", ".join(choice.id for choice in scene.nodes[state.node].choices)
    return "\n" + _("To go on: --choose with one of %(ids)s") % {"ids": ids} + "\n"


def play(scene: "Scene", state: "State", wanted: Wanted) -> bool:
    """Play on a terminal; False where the person left before the end."""
    from alongside.practise.letters import head_text

    click.echo(head_text(scene, state.setting))
    try:
        end = _to_the_end(scene, state)
    except click.Abort:  # the keys that end a program are a way to leave as well
        end = None
        click.echo()
    if end is None:
        click.echo(_("Left. Nothing was kept."))
        return False
    _close(scene, end, wanted)
    return True


def _to_the_end(scene: "Scene", state: "State") -> "State | None":
    """The state at the end; None where the person left."""
    from alongside.practise.letters import moment_text
    from alongside.practise.render import show
    from alongside.practise.walk import back, is_over, step

    if _asked(_("Enter goes on, leave ends it")) == LEAVE:
        return None
    while True:
        click.echo(moment_text(show(scene, state)))
        if is_over(scene, state):
            return state
        answer = _choice(scene, state)
        if answer == LEAVE:
            return None
        state = back(scene, state) if answer == BACK else step(scene, state, answer)


def _choice(scene: "Scene", state: "State") -> str:
    """The id chosen by number, or back or leave. Own words come first, and go nowhere."""
    from alongside.practise.letters import offers_text, questions_text
    from alongside.practise.render import show

    moment = show(scene, state)
    click.echo(moment.ask)
    own = _asked(_("In your own words first, if you like. Enter shows the choices"))
    if own in {BACK, LEAVE}:
        return own
    click.echo(offers_text(moment))
    if own:
        click.echo(questions_text())
    numbers = [str(number) for number in range(1, len(moment.offers) + 1)]
    answer = click.prompt(
        _("Which number? Or: back, leave"), type=click.Choice([*numbers, BACK, LEAVE]), show_choices=False
    )
    return str(answer) if answer in {BACK, LEAVE} else moment.offers[int(answer) - 1].id


def _close(scene: "Scene", state: "State", wanted: Wanted) -> None:
    from alongside.practise.feedback import feedback
    from alongside.practise.letters import again_text, feedback_text

    said = feedback(scene, state)
    click.echo(feedback_text(said) + _history(said))
    easy = _confirmed(_("Was that easy?"))
    _come_back(scene, state, easy=easy)
    if wanted.commit or _confirmed(_("Make the if-then a commitment?")):
        _commit(said, wanted)
    click.echo(again_text(scene, state.setting), nl=False)


def _come_back(scene: "Scene", state: "State", *, easy: bool) -> None:
    """Keep when the skill comes back and in which setting the scene was shown; no choice is among it."""
    from uuid import uuid4

    from alongside.core.clock import now
    from alongside.core.terminal import keeper
    from alongside.practise.choosing import Played
    from alongside.practise.keeping import returned
    from alongside.practise.rating import rate

    shown = Played(scene.id, *state.setting).key
    with keeper() as store:
        returned(store, scene.skill, rate(state.totals, easy=easy), shown=(shown,), id=uuid4(), now=now())


def _commit(said: "Feedback", wanted: Wanted) -> None:
    from dataclasses import replace

    for line in commit_to(replace(said.intention, due=wanted.due)):
        click.echo(line)


def _confirmed(question: str) -> bool:
    """Yes or no; ending the program here is a no, because the scene was played already."""
    try:
        return click.confirm(question, default=False)
    except click.Abort:
        click.echo()
        return False


def _asked(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False)).strip()


def begin() -> None:
    """Play what comes back next, or something new, within five minutes a day."""
    from alongside.core.clock import now
    from alongside.core.terminal import keeper
    from alongside.practise.choosing import choose
    from alongside.practise.keeping import due_today, read_skills, seen_in

    shelf = read_shelf()
    with keeper() as store:
        offered = due_today(store, now=now(), new={each.skill for each in shelf.scenes})
        seen = seen_in(read_skills(store))
    if not offered:
        click.echo(_("You did a good deal today. If you would like one more: alongside practise scene"))
        return
    way = choose(shelf.scenes, offered[0], seen)
    if way is None:
        command = offered[0].partition(".")[0]
        click.echo(_("Next: alongside practise %(command)s") % {"command": command})
        return
    play_next(shelf, way)


def play_next(shelf: "Shelf", way: "Played") -> None:
    """Play the scene that is next in the setting that is next."""
    from alongside.practise.finding_scenes import the_scene
    from alongside.practise.walk import walk

    found = the_scene(shelf, way.scene)
    state = walk(found, (), setting=way.setting)
    if on_terminal():
        play(found, state, Wanted())
        return
    walk_through(found, state, (), Wanted())
    told = {"id": found.id, "power": way.power, "cast": way.cast + 1}
    click.echo(
        _("Go on: alongside practise scene %(id)s --power %(power)s --cast %(cast)d --choose …") % told
    )
