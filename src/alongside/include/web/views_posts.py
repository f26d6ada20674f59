"""Posts and listening rounds."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.clock import now, today
from alongside.core.problems import Trouble
from alongside.include.posts import Draft
from alongside.include.web import flows_posts, flows_rounds, queries
from alongside.include.web.pages_posts import change_parts, new_round_parts, post_parts, round_parts
from alongside.include.web.queries import Look
from alongside.include.web.queries_posts import post_of, post_row, round_of, round_row
from alongside.include.web.views_circles import UNPROCESSABLE
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


def _status(answers: Answers) -> HTTPStatus:
    return UNPROCESSABLE if answers.errors else HTTPStatus.OK


def _writing(request: MemberRequest, circle: UUID) -> Look:
    """The circle for somebody who can write there now. Raises Http404 for everybody else."""
    seen = queries.look_inside(request.user, circle, today=today())
    if not seen.may_write:
        raise Http404
    return seen


@action("circle.write", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def post(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Write a post."""
    seen = _writing(request, circle)
    answers = Answers(request.POST)
    once = answers.fresh_id()
    if request.method == "POST":
        draft = Draft(
            text=_lines(answers.text("text")), note=answers.text("note"), days=answers.whole("days") or 0
        )
        try:
            flows_posts.write(request.user, seen.circle, draft, id=once, now=timezone.make_aware(now()))
        except Trouble as trouble:
            answers.refused(trouble, at="text")
        else:
            return go_on("include:circle", done="post-written", args=(circle,))
    return answer(request, "include/post", post_parts(seen, answers, once=once), status=_status(answers))


@action("post.own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def change_post(request: MemberRequest, circle: UUID, post: UUID) -> HttpResponse:
    """Change one's own post."""
    seen = queries.look_inside(request.user, circle, today=today())
    shown = post_of(seen, post)
    if not shown.mine:
        raise Http404
    answers = Answers(request.POST)
    if request.method == "POST":
        text, note = _lines(answers.text("text")), answers.text("note")
        try:
            flows_posts.change(
                request.user, post_row(seen, post), text=text, note=note, now=timezone.make_aware(now())
            )
        except Trouble as trouble:
            answers.refused(trouble, at="text")
        else:
            return go_on("include:circle", done="post-changed", args=(circle,))
    parts = change_parts(seen, shown, answers)
    return answer(request, "include/post-change", parts, status=_status(answers))


@action("post.own", community=True)
@require_POST
def delete_post(request: MemberRequest, circle: UUID, post: UUID) -> HttpResponse:
    """Delete one's own post."""
    seen = queries.look_inside(request.user, circle, today=today())
    flows_posts.delete(request.user, post_row(seen, post), now=timezone.make_aware(now()))
    return go_on("include:circle", done="post-deleted", args=(circle,))


@action("circle.facilitate", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def new_round(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Open a listening round."""
    seen = _writing(request, circle)
    if not seen.may_lead:
        raise Http404
    answers = Answers(request.POST)
    once = answers.fresh_id()
    if request.method == "POST":
        try:
            row = flows_rounds.open_round(
                request.user,
                seen.circle,
                question=answers.text("question"),
                days=answers.whole("days") or 0,
                id=once,
                today=seen.today,
            )
        except Trouble as trouble:
            answers.refused(trouble, at="question")
        else:
            return go_on("include:circle-round", done="round-opened", args=(circle, row.pk))
    parts = new_round_parts(seen, answers, once=once)
    return answer(request, "include/round-new", parts, status=_status(answers))


@action("circle.read", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def listening_round(request: MemberRequest, circle: UUID, round: UUID) -> HttpResponse:
    """A round, and one's turn in it."""
    seen = queries.look_inside(request.user, circle, today=today())
    row = round_row(seen, round)
    answers = Answers(request.POST)
    if request.method == "POST":
        try:
            flows_rounds.speak(request.user, row, _lines(answers.text("text")), today=seen.today)
        except Trouble as trouble:
            answers.refused(trouble, at="text")
        else:
            return go_on("include:circle-round", done="round-spoken", args=(circle, round))
    parts = round_parts(seen, round_of(seen, round), answers)
    return answer(request, "include/round", parts, status=_status(answers))


@action("circle.read", community=True)
@require_POST
def pass_turn(request: MemberRequest, circle: UUID, round: UUID) -> HttpResponse:
    """Pass."""
    seen = queries.look_inside(request.user, circle, today=today())
    answers = Answers(request.POST)
    try:
        flows_rounds.pass_turn(request.user, round_row(seen, round), today=seen.today)
    except Trouble as trouble:
        answers.refused(trouble, at="text")
        parts = round_parts(seen, round_of(seen, round), answers)
        return answer(request, "include/round", parts, status=UNPROCESSABLE)
    return go_on("include:circle-round", done="round-passed", args=(circle, round))


@action("circle.read", community=True)
@require_POST
def take_back(request: MemberRequest, circle: UUID, round: UUID) -> HttpResponse:
    """Take one's words back."""
    seen = queries.look_inside(request.user, circle, today=today())
    flows_rounds.take_back(request.user, round_row(seen, round), today=seen.today)
    return go_on("include:circle-round", done="round-taken-back", args=(circle, round))


@action("circle.facilitate", community=True)
@require_POST
def close_round(request: MemberRequest, circle: UUID, round: UUID) -> HttpResponse:
    """Close a round before its day."""
    seen = queries.look_inside(request.user, circle, today=today())
    flows_rounds.close(request.user, round_row(seen, round), today=seen.today)
    return go_on("include:circle-round", done="round-closed", args=(circle, round))


def _lines(text: str) -> str:
    """The text with line ends as we keep them: forms send those of another age."""
    return text.replace("\r\n", "\n")
