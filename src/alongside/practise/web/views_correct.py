"""Taking correction: read what happened, answer, see what it holds, write it again, plan the repair."""

from http import HTTPStatus

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.core.clock import now, today
from alongside.practise.correction import Assessment, assess_reply, rating
from alongside.practise.keeping import read_skills, seen_in
from alongside.practise.repairs import Correction, pick
from alongside.practise.web import flows, shelf
from alongside.practise.web.flows import Rehearsal
from alongside.practise.web.pages_correct import correction_parts, reply_parts
from alongside.practise.web.pages_drills import no_drills
from alongside.web.answering import answer
from alongside.web.answers import Answers
from alongside.web.parts import ErrorLink
from alongside.web.requests import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: MemberRequest) -> HttpResponse:
    """A moment in which you are told; then, in its place, what your answer holds."""
    if request.method != "POST":
        moment = _picked(request)
        context = correction_parts(moment) if moment else no_drills()
        return answer(request, "practise/correction" if moment else "practise/nothing", context)
    answers = Answers(request.POST)
    moment = next((each for each in shelf.corrections() if each.id == answers.text("moment")), None)
    if moment is None:
        return answer(request, "practise/nothing", no_drills(), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _replied(request, moment, answers)


def _picked(request: MemberRequest) -> Correction | None:
    """The one shown least, in the place that the address names where there is one."""
    place = request.GET.get("place", "")
    all_of_them = shelf.corrections()
    here = [each for each in all_of_them if each.place == place] or list(all_of_them)
    return pick(here, seen=seen_in(read_skills(request.keeper))) if here else None


def _replied(request: MemberRequest, moment: Correction, answers: Answers) -> HttpResponse:
    first, second = answers.text("first"), answers.text("second")
    if not first:
        message = _("Write what you would answer. One line is enough.")
        context = correction_parts(moment, error=message)
        errors = (ErrorLink(message=message, target="id_first"),)
        return answer(
            request,
            "practise/correction",
            {**context, "errors": errors},
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    found = assess_reply(first, rules=shelf.rules())
    again = assess_reply(second, rules=shelf.rules()) if second and second != first else None
    own = answers.checked("own")
    if not own:  # taking one's own words over is no new try
        _finish(request, moment, again or found)
    return answer(request, "practise/reply", reply_parts(moment, found, again, today=today(), own=own))


def _finish(request: MemberRequest, moment: Correction, found: Assessment) -> None:
    """Keep when the skill comes back; of what is too short to be read nothing is kept."""
    if not found.cannot_say:
        done = Rehearsal(skill=moment.skill, rating=rating(found), shown=moment.id)
        flows.finish(request.keeper, (done,), now=now())
