"""A circle's letters: the archive, one letter, writing one, and whether people outside may ask for them."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import now, today
from alongside.include.digest import Digest
from alongside.include.web import flows_issues as flows
from alongside.include.web import flows_letters
from alongside.include.web import queries_letters as queries
from alongside.include.web.letters import circle_digest
from alongside.include.web.models import DigestIssue
from alongside.include.web.pages_issues import archive_page, issue_page, write_page
from alongside.include.web.views_letters import shown_as_mailed
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.home import whole
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("letter.read", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def archive(request: MemberRequest, circle: UUID) -> HttpResponse:
    """The letters so far; and getting them by mail, or no longer."""
    found = queries.archive(request.user, circle)
    if request.method != "POST":
        return answer(request, "include/letter-archive", archive_page(found))
    if request.POST.get("deed") == "end" and found.mine is not None:
        flows_letters.end(found.mine.token, today=today())
        return go_on("include:letters-archive", done="letters-ended", args=(circle,))
    flows_letters.ask_for_circle(found.circle, member=request.user, now=now())
    return go_on("include:letters-archive", done="letters-asked", args=(circle,))


@action("letter.read", community=True)
@require_safe
def issue(request: MemberRequest, circle: UUID, issue: UUID) -> HttpResponse:
    """One letter, as it stands in the archive."""
    kept = queries.issue_for(request.user, circle, issue)
    return answer(request, "include/letter-issue", issue_page(kept))


@action("letter.read", community=True)
@require_safe
def issue_html(request: MemberRequest, circle: UUID, issue: UUID) -> HttpResponse:
    """One letter as it was mailed."""
    return shown_as_mailed(_digest(queries.issue_for(request.user, circle, issue)).html)


@action("letter.write", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Write a letter, look at it as text and as mailed, publish it."""
    found = queries.circle_for(request.user, circle, "letter.write")
    offered = queries.offered_lines(request.user, found, today=today())
    answers = Answers(request.POST)
    if request.method != "POST":
        return answer(request, "include/letter-write", write_page(found, offered, answers, chosen=None))
    chosen = set(request.POST.getlist("lines"))
    lines = [line for number, line in enumerate(offered) if str(number) in chosen]
    drafted = flows.draft(
        found, title=answers.text("title"), note=answers.text("note"), lines=lines, day=today()
    )
    deed = request.POST.get("deed")
    if not answers.text("note") and not lines:
        page = write_page(found, offered, answers, chosen=chosen, empty=True)
        return answer(request, "include/letter-write", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if deed == "publish":
        published = flows.publish(drafted, by=request.user, now=now())
        return redirect("include:letters-issue", circle=circle, issue=published.pk)
    if deed == "colours":
        return shown_as_mailed(_digest(drafted).html)
    page = write_page(found, offered, answers, chosen=chosen, text=_digest(drafted).text)
    return answer(request, "include/letter-write", page)


@action("letter.write", community=True)
@require_POST
def outside(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Let people outside ask for the letters, or no longer."""
    found = queries.circle_for(request.user, circle, "letter.write")
    if request.POST.get("deed") == "open" and not found.is_hidden:
        flows.open_to_all(found, by=request.user, today=today())
    elif request.POST.get("deed") == "close":
        flows.close_to_outside(found, by=request.user, today=today())
    return go_on("include:letters-archive", done="changed", args=(circle,))


def _digest(issue: DigestIssue) -> Digest:
    stop = whole(reverse("include:letters-archive", args=[issue.circle_id]))
    return circle_digest(issue, stop=stop)
