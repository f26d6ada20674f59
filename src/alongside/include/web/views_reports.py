"""Report something in two steps, follow what becomes of it, and read one's notices."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import now, today
from alongside.core.problems import Trouble
from alongside.include.web import flows_moderation as flows
from alongside.include.web import found
from alongside.include.web import queries_moderation as queries
from alongside.include.web.models.posts import Post
from alongside.include.web.pages_reports import (
    check_parts,
    followed_parts,
    form_parts,
    name_seen_parts,
    notices_parts,
)
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.models import Circle
from alongside.web.policy import action, require
from alongside.web.requests import MemberRequest

_REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY


@action("report.make", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Report how somebody in the circle behaves."""
    return _report(request, _circle(request, circle), None)


@action("report.make", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def report_post(request: MemberRequest, circle: UUID, post: UUID) -> HttpResponse:
    """Report a post of the circle."""
    held = _circle(request, circle)
    row = queries.post_in(held, post, today=today())
    if row is None:
        raise Http404
    return _report(request, held, row)


def _circle(request: MemberRequest, circle_id: UUID) -> Circle:
    circle = found.own_circle(request.user, circle_id)
    require(request.user, "report.make", circle)
    return circle


def _report(request: MemberRequest, circle: Circle, post: Post | None) -> HttpResponse:
    values = Answers(request.POST).values()
    if request.method != "POST" or values.get("step") == "change":
        return _form(request, circle, post, values, {})
    try:
        concern = _concern(circle, post, Answers(request.POST))
        flows.check_concern(concern, reporter=request.user)
        if values.get("step") != "send":
            person = concern.about.shown_name if concern.about else _("Somebody who has left")
            parts = check_parts(circle, person, values, quoted=post.text if post else "")
            return answer(request, "include/report-check", parts)
        row = flows.report(circle, concern, reporter=request.user, now=now().astimezone())
    except Trouble as trouble:
        said = {trouble.place or "words": f"{trouble.cause} {trouble.way_out}"}
        return _form(request, circle, post, values, said)
    return go_on("include:report-followed", args=(row.pk,), done="report-sent")


def _form(
    request: MemberRequest,
    circle: Circle,
    post: Post | None,
    values: Mapping[str, str],
    errors: Mapping[str, str],
) -> HttpResponse:
    people = queries.people_in(circle, but=request.user)
    quoted = post.text if post else ""
    parts = form_parts(circle, people, values=values, errors=errors, quoted=quoted)
    group = "about" if parts["many"] else "about-1"
    links = error_links({group if name == "about" else name: said for name, said in errors.items()})
    status = _REFUSED if errors else HTTPStatus.OK
    return answer(request, "include/report", {**parts, "errors": links}, status=status)


def _concern(circle: Circle, post: Post | None, answers: Answers) -> flows.Concern:
    """What was filled in. Raises Refused where nobody in the circle is chosen."""
    words, beyond = answers.text("words"), answers.checked("beyond")
    if post is not None:
        return flows.Concern(about=post.author, words=words, post=post, beyond=beyond)
    chosen = answers.id("about")
    about = queries.membership_in(circle, chosen) if chosen else None
    if about is None:
        raise flows.nobody_chosen()
    return flows.Concern(about=about, words=words, beyond=beyond)


@action("report.follow", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def followed(request: MemberRequest, report: UUID) -> HttpResponse:
    """What became of a report, for either side; ask for a second look."""
    row = found.report_followed(request.user, report)
    require(request.user, "report.follow", row)
    moment = now().astimezone()
    shown = queries.followed(row, reader=request.user, now=moment)
    if request.method != "POST":
        return answer(request, "include/followed", followed_parts(shown))
    words = Answers(request.POST).text("words")
    try:
        flows.appeal(row.pk, words, by=request.user, now=moment)
    except Trouble as trouble:
        said = f"{trouble.cause} {trouble.way_out}"
        parts = {**followed_parts(shown, value=words, error=said), "errors": error_links({"words": said})}
        return answer(request, "include/followed", parts, status=_REFUSED)
    return go_on("include:report-followed", args=(row.pk,), done="second-look")


@action("own", community=True)
@require_safe
def notices(request: MemberRequest) -> HttpResponse:
    """What somebody should hear of, and what they reported."""
    parts = notices_parts(queries.notices(request.user), queries.own_reports(request.user))
    return answer(request, "include/notices", parts)


@action("own", community=True)
@require_POST
def notices_read(request: MemberRequest) -> HttpResponse:
    """Everything there has been read."""
    flows.mark_notices_read(request.user, today=today())
    return go_on("include:notices", done="notices-read")


@action("name.hear", community=True)
@require_safe
def name_seen(request: MemberRequest, unmasking: UUID) -> HttpResponse:
    """That two moderators know whose pseudonym it is, and why."""
    row = found.own_name_asked(request.user, unmasking)
    require(request.user, "name.hear", row)
    asked = queries.asked_name(row, reader=request.user, today=today())
    return answer(request, "include/unmasked", name_seen_parts(asked))
