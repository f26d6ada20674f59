"""Noticing: an exchange, an answer, a reading, and the next. Answers travel in the form until the end."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.core.clock import now, today
from alongside.practise.keeping import due_today, read_skills, seen_in
from alongside.practise.notice import Answer, Drill, count_for, drills_for, rating, read
from alongside.practise.notice_plans import plan_for
from alongside.practise.web import flows, shelf
from alongside.practise.web.flows import Rehearsal
from alongside.practise.web.pages_drills import drill_parts, no_drills, noticed_parts, reading_parts
from alongside.practise.web.tokens import NOTICE, Gone, opened, sealed
from alongside.practise.web.views import minutes_of
from alongside.practise.web.views_scene import gone
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.requests import MemberRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The drills of one go, and the answers so far."""

    drills: tuple[Drill, ...]
    answers: tuple[Answer, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether every drill has its answer."""
        return len(self.answers) == len(self.drills)

    @property
    def token(self) -> str:
        """The round for a form."""
        return sealed([[drill.id for drill in self.drills], self.answers], purpose=NOTICE)


@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: MemberRequest) -> HttpResponse:
    """The first exchange; after it readings and further exchanges in its place."""
    if request.method != "POST":
        return _exchange(request, _begin(request))
    answers = Answers(request.POST)
    try:
        held = _opened(answers.text("round"))
    except Gone:
        return gone(request, reverse("practise:practise-notice"))
    given = answers.choice("answer", Answer)
    if given and not held.is_over:
        return _reading(request, held, given, words=answers.text("own"))
    if not held.is_over:
        return _exchange(request, held)
    done = [
        Rehearsal(skill=drill.skill, rating=rating(drill, each), shown=drill.id)
        for drill, each in zip(held.drills, held.answers, strict=True)
    ]
    flows.finish(request.keeper, done, now=now())
    answered = [*zip(held.drills, held.answers, strict=True)]
    plan = plan_for(shelf.plans_to_take_along(), answered, seed=today().isoformat())
    if plan is None:
        return go_on("practise:practise", done="practised")
    return answer(request, "practise/noticed", noticed_parts(plan), done="practised")


def _begin(request: MemberRequest) -> Round:
    drills = drills_for(
        shelf.drills(),
        count=count_for(minutes_of(request)),
        seed=today().isoformat(),
        seen=seen_in(read_skills(request.keeper)),
        due=due_today(request.keeper, now=now()),
    )
    return Round(drills=drills)


def _exchange(request: MemberRequest, held: Round) -> HttpResponse:
    if not held.drills:
        return answer(request, "practise/nothing", no_drills())
    number = len(held.answers)
    return answer(
        request, "practise/exchange", drill_parts(held.drills[number], number=number, token=held.token)
    )


def _reading(request: MemberRequest, held: Round, given: Answer, *, words: str) -> HttpResponse:
    reading = read(held.drills[len(held.answers)], given)
    after = Round(drills=held.drills, answers=(*held.answers, given))
    context = reading_parts(reading, answer=given, words=words, token=after.token, last=after.is_over)
    return answer(request, "practise/reading", context)


def _opened(token: str) -> Round:
    """The round of a token. Raises Gone, also where a drill is there no longer."""
    known = {drill.id: drill for drill in shelf.drills()}
    match opened(token, purpose=NOTICE):
        case [list() as ids, list() as given] if ids and all(each in known for each in ids):
            answers = tuple(Answer(each) for each in given)
            return Round(drills=tuple(known[each] for each in ids), answers=answers)
    raise Gone("", _("This page was open for too long, or changed on its way."), "")
