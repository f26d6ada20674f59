"""The pages of events for those who are invited: the list, one event, coming, and saying how it was."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.include.seating import Answer
from alongside.include.web import flows_seats
from alongside.include.web.forms_access import needs_questions, read_needs
from alongside.include.web.forms_feedback import FeedbackForm
from alongside.include.web.pages_events import attend_parts, event_parts, feedback_parts, list_parts
from alongside.include.web.queries_events import event_page, find, own_needs, upcoming
from alongside.include.web.queries_feeds import one_event
from alongside.include.web.times import now
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action
from alongside.web.requests import MemberRequest

FORM = ["GET", "HEAD", "POST"]


@action("event.list", community=True)
@require_safe
def events(request: MemberRequest) -> HttpResponse:
    """What one is invited to."""
    page = min(max(1, Answers(request.GET).whole("page") or 1), 1000)
    return answer(request, "include/events", list_parts(upcoming(request.user, now=now(), page=page)))


@action("event.read", community=True)
@require_safe
def event(request: MemberRequest, event: UUID) -> HttpResponse:
    """One event."""
    return answer(request, "include/event", event_parts(event_page(request.user, event, now=now())))


@action("event.read", community=True)
@require_safe
def ics(request: MemberRequest, event: UUID) -> HttpResponse:
    """One event as a file for a calendar."""
    row = find(request.user, event, "event.read")
    data = one_event(request.user, row, now=now(), root=request.build_absolute_uri("/").rstrip("/"))
    headers = {"Content-Disposition": 'attachment; filename="event.ics"'}
    return HttpResponse(data, content_type="text/calendar; charset=utf-8", headers=headers)


@action("event.attend", community=True)
@require_http_methods(FORM)
def attend(request: MemberRequest, event: UUID) -> HttpResponse:
    """Say that one comes, and what one needs for it."""
    row = find(request.user, event, "event.attend")
    answers = Answers(request.POST)
    if request.method != "POST":
        before = own_needs(request.user, row)
        asked = needs_questions({"note": before.note}, [need.value for need in before.needs], {})
        return answer(request, "include/attend", attend_parts(row, asked))
    chosen = request.POST.getlist("needs")
    needs = read_needs(answers, chosen)
    if not answers.errors:
        try:
            got = flows_seats.attend(request.user, event, needs, now=now(), today=today())
        except Trouble as trouble:
            answers.refused(trouble, at="needs")
        else:
            done = "event-coming" if got is Answer.COMING else "event-waiting"
            return go_on("include:events-event", done=done, args=(event,))
    parts = attend_parts(row, needs_questions(answers.values(), chosen, answers.errors))
    return answer(request, "include/attend", parts, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@action("event.list", community=True)
@require_POST
def step_back(request: MemberRequest, event: UUID) -> HttpResponse:
    """Give one's seat back; who waits moves up."""
    flows_seats.step_back(request.user, event, now=now(), today=today())
    return go_on("include:events", done="event-stepped-back")


@action("event.read", community=True)
@require_http_methods(FORM)
def feedback(request: MemberRequest, event: UUID) -> HttpResponse:
    """Say how it was, once, without a name."""
    page = event_page(request.user, event, now=now())
    if not page.can_tell:
        raise Http404
    form = FeedbackForm(Answers(request.POST))
    if request.method != "POST":
        return answer(request, "include/feedback", feedback_parts(page, form))
    if form.check():
        flows_seats.say_how_it_was(
            request.user,
            event,
            took_part=form.took_part,
            access=form.access,
            words=form.words,
            now=now(),
            today=today(),
        )
        return go_on("include:events-event", done="event-told", args=(event,))
    return answer(
        request, "include/feedback", feedback_parts(page, form), status=HTTPStatus.UNPROCESSABLE_ENTITY
    )
