"""Calendars by a secret address: made, renewed, ended; and read by programs that sign in nowhere."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.core.clock import today
from alongside.include.web import flows_feeds
from alongside.include.web.pages_feeds import feeds_parts, made_parts
from alongside.include.web.queries_feeds import calendar, etag, feed_of
from alongside.include.web.queries_feeds import feeds as feeds_of
from alongside.include.web.times import now
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.models import Circle
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("event.list", community=True)
@require_safe
def feeds(request: MemberRequest) -> HttpResponse:
    """The calendars one can have."""
    return answer(request, "include/feeds", feeds_parts(feeds_of(request.user)))


@action("event.list", community=True)
@require_POST
def make(request: MemberRequest) -> HttpResponse:
    """A fresh address, shown on this answer alone."""
    answers = Answers(request.POST)
    circle = _circle(request, answers)
    token = flows_feeds.make_feed(request.user, circle, titles=answers.checked("titles"), today=today())
    address = request.build_absolute_uri(f"/calendars/{token}.ics")
    return answer(
        request, "include/feed-made", made_parts(circle.name if circle else _("All your events"), address)
    )


@action("event.list", community=True)
@require_POST
def end(request: MemberRequest) -> HttpResponse:
    """End an address."""
    flows_feeds.end_feed(request.user, _circle(request, Answers(request.POST)), today=today())
    return go_on("include:feeds", done="feed-ended")


def _circle(request: MemberRequest, answers: Answers) -> Circle | None:
    """The circle that the form names; None for all events. Raises Http404 where it is not theirs."""
    named = answers.id("circle")
    if answers.errors:
        raise Http404
    if named is None:
        return None
    found = Circle.objects.of(request.user).filter(pk=named).first()
    if found is None:
        raise Http404
    return found


@action("feed.read", community=True)
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar at a secret address; unchanged costs next to nothing."""
    found = feed_of(token)
    moment = now()
    mark = etag(found, now=moment)
    headers = {"ETag": mark, "Cache-Control": "private, no-cache", "Referrer-Policy": "no-referrer"}
    if request.headers.get("If-None-Match") == mark:
        return HttpResponseNotModified(headers=headers)
    data = calendar(found, now=moment, root=request.build_absolute_uri("/").rstrip("/"))
    return HttpResponse(data, content_type="text/calendar; charset=utf-8", headers=headers)
