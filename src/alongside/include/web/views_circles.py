"""Circles: the directory, a circle's door and its inside, founding one, its charter, archiving it."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.include.charter_templates import CharterTemplate
from alongside.include.founding import Beginning
from alongside.include.web import flows_circles as flows
from alongside.include.web import queries
from alongside.include.web.charters import template_of, templates
from alongside.include.web.flows_circles import Plan
from alongside.include.web.naming import proposed
from alongside.include.web.pages_charter import charter_page_parts, promise_from, template_lines
from alongside.include.web.pages_circles import Inside, circle_parts, directory_parts, door_parts
from alongside.include.web.pages_forms import OTHER_NAME, archive_parts, charter_change_parts, found_parts
from alongside.include.web.queries import Look
from alongside.include.web.queries_posts import posts, rounds
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.models import Circle, Opening
from alongside.web.parts import PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@action("circle.see", community=True)
@require_safe
def directory(request: MemberRequest) -> HttpResponse:
    """The circles one is in, is invited to, and may come into."""
    found = queries.directory(request.user, today=today())
    return answer(request, "include/circles", directory_parts(found))


@action("circle.see", community=True)
@require_safe
def circle(request: MemberRequest, circle: UUID) -> HttpResponse:
    """The circle for those in it, its door for others, and nothing where there is nothing for them."""
    seen = queries.look(request.user, circle, today=today())
    if not seen.is_inside:
        return answer(request, "include/door", door_parts(seen))
    parent, chapters = queries.relatives(request.user, seen)
    shown = Inside(
        posts=posts(seen, before=_before(request)),
        rounds=rounds(seen),
        chapters=chapters,
        parent=parent,
        offer=queries.my_offer(seen),
    )
    return answer(request, "include/circle", circle_parts(seen, shown))


def _before(request: MemberRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("before", ""))
    except ValueError:
        return None


@action("circle.found", community=True)
@require_safe
def charters(request: MemberRequest) -> HttpResponse:
    """Choose a charter to begin from."""
    head = PageHead(
        where=_("Circles"),
        heading=_("Found a circle"),
        lead=_("Begin from a charter that comes near. You change what does not fit."),
    )
    return answer(request, "include/charters", {"head": head, "charters": template_lines(templates())})


@action("circle.keep", community=True)
@require_safe
def chapter_charters(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Choose a charter for a chapter of a circle."""
    seen = _parent(request, circle)
    head = PageHead(
        where=seen.circle.name,
        heading=_("Found a chapter"),
        lead=_("A circle of its own, for one place. It says which circle it belongs to."),
    )
    lines = template_lines(templates(), parent=seen.circle.pk)
    return answer(request, "include/charters", {"head": head, "charters": lines})


@action("circle.found", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def found(request: MemberRequest, charter: str) -> HttpResponse:
    """Found a circle from a charter."""
    return _found(request, charter, parent=None)


@action("circle.keep", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def found_chapter(request: MemberRequest, circle: UUID, charter: str) -> HttpResponse:
    """Found a chapter from a charter."""
    return _found(request, charter, parent=_parent(request, circle))


def _parent(request: MemberRequest, circle: UUID) -> Look:
    seen = queries.look_inside(request.user, circle, today=today())
    if not seen.may_keep or seen.circle.is_hidden or seen.circle.archived_on is not None:
        raise Http404
    return seen


def _found(request: MemberRequest, name: str, *, parent: Look | None) -> HttpResponse:
    template = template_of(name)
    if template is None:
        raise Http404
    answers = Answers(request.POST)
    if request.method == "POST":
        made = _try_to_found(request, template, answers, parent=parent.circle if parent else None)
        if made is not None:
            return go_on("include:circle", done="circle-founded", args=(made.pk,))
    above = queries.line_of(parent.circle) if parent else None
    parts = found_parts(
        template, request.user, answers, once=answers.fresh_id(), proposed=proposed(), parent=above
    )
    status = UNPROCESSABLE if answers.errors else HTTPStatus.OK
    return answer(request, "include/found", parts, status=status)


def _try_to_found(
    request: MemberRequest, template: CharterTemplate, answers: Answers, *, parent: Circle | None
) -> Circle | None:
    opening = answers.choice("opening", Opening)
    if opening is None:
        answers.errors.setdefault("opening", _("Choose one."))
    promise = promise_from(template.promise, answers)
    if answers.errors or opening is None:
        return None
    plan = Plan(
        beginning=Beginning(name=answers.text("name"), purpose=answers.text("purpose")),
        opening=opening,
        promise=promise,
        pseudonym=chosen_name(answers),
        parent=parent,
    )
    if answers.errors:
        return None
    try:
        return flows.found(request.user, plan, id=answers.fresh_id(), today=today())
    except Trouble as trouble:
        answers.refused(trouble, at="name")
        return None


def chosen_name(answers: Answers) -> str:
    """The name for one circle alone, "" for the account's; notes an error where it is missing."""
    if answers.text("as") not in ("account", OTHER_NAME):
        answers.errors["as"] = _("Choose one.")
        return ""
    if answers.text("as") != OTHER_NAME:
        return ""
    if not answers.text("pseudonym"):
        answers.errors["pseudonym"] = _("Write the name, or choose to be here as everywhere.")
    return answers.text("pseudonym")


@action("circle.read", community=True)
@require_safe
def charter(request: MemberRequest, circle: UUID) -> HttpResponse:
    """The charter for those in the circle, with what changed."""
    seen = queries.look_inside(request.user, circle, today=today())
    return answer(request, "include/charter", charter_page_parts(seen))


@action("circle.read", community=True)
@require_POST
def accept(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Accept the charter as it was read."""
    seen = queries.look_inside(request.user, circle, today=today())
    answers = Answers(request.POST)
    try:
        flows.accept_charter(
            request.user, seen.circle, version=answers.whole("version") or 0, today=seen.today
        )
    except Trouble as trouble:
        parts = {**charter_page_parts(seen), "status": f"{trouble.cause} {trouble.way_out}"}
        return answer(request, "include/charter", parts, status=UNPROCESSABLE)
    return go_on("include:circle", done="charter-accepted", args=(circle,))


@action("circle.keep", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def change_charter(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Put a changed charter to everybody."""
    seen = queries.look_inside(request.user, circle, today=today())
    if not seen.may_keep or seen.circle.archived_on is not None:
        raise Http404
    answers = Answers(request.POST)
    if request.method == "POST" and _try_to_change(request, seen, answers):
        return go_on("include:circle", done="charter-changed", args=(circle,))
    status = UNPROCESSABLE if answers.errors else HTTPStatus.OK
    return answer(request, "include/charter-change", charter_change_parts(seen, answers), status=status)


def _try_to_change(request: MemberRequest, seen: Look, answers: Answers) -> bool:
    promise = promise_from(seen.promise, answers)
    version = answers.whole("version") or 0
    if answers.errors:
        return False
    try:
        flows.change_charter(
            request.user,
            seen.circle,
            promise,
            notice=answers.text("notice"),
            instead_of=version,
            today=seen.today,
        )
    except Trouble as trouble:
        answers.refused(
            trouble, at=f"clause-{seen.promise.clauses[0].key}" if seen.promise.clauses else "own-clause"
        )
        return False
    return True


@action("circle.steward", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def archive(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Archive a circle, or open it again."""
    seen = queries.look_inside(request.user, circle, today=today())
    if not seen.may_keep:
        raise Http404
    if request.method != "POST":
        return answer(request, "include/confirm", archive_parts(seen))
    if Answers(request.POST).text("deed") == "reopen":
        flows.reopen(request.user, seen.circle, today=seen.today)
        return go_on("include:circle", done="circle-reopened", args=(circle,))
    flows.archive(request.user, seen.circle, today=seen.today)
    return go_on("include:circle", done="circle-archived", args=(circle,))


@action("circle.take-on", community=True)
@require_POST
def take_on(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Keep a circle that nobody keeps."""
    seen = queries.look_inside(request.user, circle, today=today())
    flows.take_on(request.user, seen.circle, today=seen.today)
    return go_on("include:circle", done="circle-taken-on", args=(circle,))
