"""Door: the drills of `alongside practise`, and what comes back. No answer and no reply is kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from alongside.core.clock import now, today
from alongside.core.folder import content_roots, make_data_folder
from alongside.core.language import gettext as _
from alongside.core.language import language
from alongside.core.paragraphs import wrapped
from alongside.core.problems import Trouble
from alongside.core.terminal import commit_to, data_option, keeper, on_terminal, standard_input

if TYPE_CHECKING:
    from alongside.practise.correction import Assessment
    from alongside.practise.notice import Answer, Drill
    from alongside.practise.repairs import Correction

MINUTES = 5
"""How long a set of noticing drills takes unless said otherwise (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """The repair of a real one, as far as the command line says."""

    commit: bool = False
    cue: str = ""
    act: str = ""
    due: date | None = None

    def check(self) -> None:
        """Refuse what could not be asked for. Raises Trouble."""
        if self.commit and not on_terminal() and not (self.cue.strip() and self.act.strip()):
            raise Trouble(
                "",
                _("a repair needs its moment and its act, in your words."),
                _("Say both: --commit --cue “I next see them” --act “tell them that I was wrong”."),
            )


_COMMIT = click.option("--commit", is_flag=True, help="Make its if-then a commitment, without a question.")


@click.command()
@click.option(
    "--minutes",
    type=click.IntRange(1, 30),
    default=MINUTES,
    show_default=True,
    metavar="N",
    help="How long you have; a drill takes about one.",
)
@_COMMIT
@data_option
def notice(minutes: int, commit: bool) -> None:
    """Look at short exchanges: is there something in it? Often the answer is no.

    Answer yes, no or depends. Without a terminal, answers come from standard input, one a line. At the end
    there is one if-then to take along.
    """
    from alongside.practise import notice as drills
    from alongside.practise.drill_lines import reading_lines
    from alongside.practise.keeping import due_today, read_skills, returned, seen_in

    with keeper() as store:
        seen, waiting = seen_in(read_skills(store)), due_today(store, now=now())
    shown = drills.drills_for(
        drills.from_entries(_entries("drills")),
        count=drills.count_for(minutes),
        seed=today().isoformat(),
        seen=seen,
        due=waiting,
    )
    if not shown:
        raise Trouble("", _("there are no drills in your language yet."), _("Try: alongside practise"))
    _say([_("What you answer is not kept. Leave whenever you like.")])
    answered = []
    for drill, answer in _answers(shown):
        _say(reading_lines(drills.read(drill, answer)))
        answered.append((drill, answer))
    with keeper() as store:  # at the end, so that leaving half-way keeps nothing
        for drill, answer in answered:
            went = drills.rating(drill, answer)
            returned(store, drill.skill, went, shown=(drill.id,), id=uuid4(), now=now())
    _take_along(answered, wanted=commit)


@click.command()
@click.argument("id", required=False, default="")
@click.option("--commit", is_flag=True, help="Plan the repair of a real one: a commitment with its day.")
@click.option("--cue", default="", metavar="WORDS", help="If …: when you next see them.")
@click.option("--act", default="", metavar="WORDS", help="… then I will: one thing that mends it.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day it is meant for.")
@data_option
def correct(id: str, commit: bool, cue: str, act: str, due: datetime | None) -> None:
    """Answer somebody who tells you that something hurt, see what your reply holds, and write it again.

    ID names the moment; without it one comes that you saw least. Without a terminal, your reply is read from
    standard input, and --commit needs --cue and --act: the moment was made up, only you know the real one.
    """
    from alongside.practise.correction import rating
    from alongside.practise.drill_lines import correction_lines
    from alongside.practise.keeping import read_skills, returned, seen_in
    from alongside.practise.repairs import from_entries, pick

    wanted = Repair(commit=commit or bool(cue or act), cue=cue, act=act, due=due.date() if due else None)
    wanted.check()
    with keeper() as store:
        seen = seen_in(read_skills(store))
    moment = pick(from_entries(_entries("corrections")), id=id, seen=seen)
    _say([_("What you write is not kept. Leave whenever you like."), *correction_lines(moment)])
    last = _replies(moment)
    with keeper() as store:
        returned(store, moment.skill, rating(last), shown=(moment.id,), id=uuid4(), now=now())
    _offer_repair(moment, last, wanted)


@click.command()
@click.option("--forget", is_flag=True, help="Forget what comes back, and begin anew.")
@data_option
def due(forget: bool) -> None:
    """What comes back today, as much as fits into five minutes. The rest waits."""
    from alongside.practise.drill_lines import skill_line
    from alongside.practise.keeping import due_today
    from alongside.practise.keeping import forget as forget_all

    with keeper() as store:
        if forget:
            forget_all(store, today=today())
            _say([_("Forgotten. Nothing comes back until you practise again.")])
            return
        offered = due_today(store, now=now())
    nothing = _("Nothing comes back today. To try something all the same: alongside practise notice")
    _say(dict.fromkeys(skill_line(skill) for skill in offered) or [nothing])


def _entries(kind: str) -> Sequence[dict[str, object]]:
    """The entries of a kind, ours and the person's own, in their language or else in English."""
    from alongside.core.content import load

    folder = make_data_folder()
    for locale in dict.fromkeys((language(), "en")):
        loaded = load(kind, locale=locale, also=content_roots(folder), cache=folder / "cache")
        if loaded.entries:
            return [dict(entry) for entry in loaded.entries]
    return []


def _answers(shown: Sequence["Drill"]) -> Iterator[tuple["Drill", "Answer"]]:
    """Each drill with its answer, asked for one after the other; on standard input, as many as there are."""
    from alongside.practise.drill_lines import drill_lines
    from alongside.practise.notice import Answer

    options = click.Choice([answer.value for answer in Answer])
    given = None if on_terminal() else standard_input().decode("utf-8", "replace").split()
    if given == []:
        cure = _("Give answers, one a line: yes, no, depends.")
        raise Trouble("", _("there is no terminal to ask in."), cure)
    for drill in shown if given is None else shown[: len(given)]:
        _say(drill_lines(drill))
        if given is None:
            answer = click.prompt(_("Is this one?"), type=options)
            own = _("What might it say to the person it is about, in your words? Enter goes on")
            click.prompt(own, default="", show_default=False)
        else:
            answer = options.convert(given.pop(0), None, None)
        yield drill, Answer(answer)


def _replies(moment: "Correction") -> "Assessment":
    """A reply and, on a terminal, its rewrite; what each holds is shown. The last one."""
    from alongside.practise.correction import assess_reply
    from alongside.practise.drill_lines import beside, reply_lines
    from alongside.practise.reply_rules import reply_rules

    rules = reply_rules("en", cache=make_data_folder() / "cache")
    asked = on_terminal()
    text = click.prompt(_("Your reply")) if asked else standard_input().decode("utf-8", "replace").strip()
    if not text:
        raise Trouble("", _("there is no reply to look at."), _("Write it on standard input."))
    first = assess_reply(text, rules=rules)
    _say(reply_lines(first))
    _say([_("What would mend it:"), *(f"  {way}" for way in moment.mends)])
    again = (
        click.prompt(_("Write it again? Enter leaves it"), default="", show_default=False) if asked else ""
    )
    if not again.strip():
        return first
    second = assess_reply(again, rules=rules)
    _say((*reply_lines(second), "", *beside(first, second)))
    return second


def _offer_repair(moment: "Correction", last: "Assessment", wanted: Repair) -> None:
    """Room for the repair of a real one, asked for on a terminal only. It stays open until it is done."""
    from alongside.practise.heard import promise
    from alongside.practise.repairs import repair

    asked = on_terminal()
    example = repair(moment, today=today())
    if not wanted.commit:
        _say(["", _("It could read like this: %(sentence)s") % {"sentence": example.sentence}])
        if not asked or not click.confirm(_("Is there a real one? Plan its repair?"), default=False):
            return
    cue = wanted.cue or click.prompt(_("If … (when do you next see them?)"))
    act = wanted.act or click.prompt(_("then I will … (one thing)"), default=promise(last) or None)
    due = wanted.due or (_day_asked(example.due) if asked else example.due)
    _say(commit_to(replace(repair(moment, today=today(), cue=cue, act=act), due=due)))


def _day_asked(usual: date | None) -> date | None:
    given = click.prompt(
        _("By when"), default=usual.isoformat() if usual else None, type=click.DateTime(["%Y-%m-%d"])
    )
    return given.date() if isinstance(given, datetime) else usual


def _take_along(answered: Sequence[tuple["Drill", "Answer"]], *, wanted: bool) -> None:
    """One if-then for what was noticed; a commitment where it is wanted."""
    from alongside.practise.notice_plans import from_entries, plan_for

    plan = plan_for(from_entries(_entries("notice-plans")), answered, seed=today().isoformat())
    if plan is None:
        return
    _say([_("To take along: %(sentence)s") % {"sentence": plan.sentence}])
    if wanted or (on_terminal() and click.confirm(_("Make the if-then a commitment?"), default=False)):
        _say(commit_to(plan))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo("\n".join(wrapped(line)))
