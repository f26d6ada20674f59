"""The pages that belong to no room: the door, the state of the server, Help, the gallery, and errors."""

from http import HTTPStatus
from importlib import import_module

from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_safe

from alongside.web import guides
from alongside.web.jobs import WORKER
from alongside.web.links import now_s, use_link
from alongside.web.models import Member
from alongside.web.refusals import refuse


@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(_request: HttpRequest) -> HttpResponse:
    """The parts that must work do: database, tables, worker. Names what does not."""
    failing = []
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            failing.append("migrations")
    except DatabaseError:
        failing.append("database")
    if WORKER.is_late:
        failing.append("worker")
    status = HTTPStatus.SERVICE_UNAVAILABLE if failing else HTTPStatus.OK
    return JsonResponse({"status": "not ready" if failing else "ok", "failing": failing}, status=status)


@require_GET
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Come in through a one-time link; solo alone, since in a community everybody signs in."""
    if settings.COMMUNITY:
        raise Http404
    if not request.user.is_authenticated and not use_link(settings.DATA, token, now_s=now_s()):
        return render(request, "closed.html", {"link_was_used": True}, status=HTTPStatus.FORBIDDEN)
    if not request.user.is_authenticated:
        login(request, Member.objects.get(is_owner=True), backend="django.contrib.auth.backends.ModelBackend")
    return redirect("act:today")


@require_safe
def help_index(request: HttpRequest) -> HttpResponse:
    """Help: how it works, the methods, the honest limits."""
    context = {"guides": guides.guides("guides"), "methods": guides.guides("method")}
    return render(request, "help.html", context)


@require_safe
def help_page(request: HttpRequest, page: str) -> HttpResponse:
    """One guide or method page."""
    found = guides.guide(page)
    if found is None:
        raise Http404
    return render(request, "help_page.html", {"guide": found})


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """The gallery: every component of the design system."""
    gallery = import_module("alongside.web.gallery")
    return render(request, "design.html", gallery.context())


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, in words."""
    del exception
    return refuse(request, "error.html", {"kind": "missing"}, status=HTTPStatus.NOT_FOUND)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent is too much for one form, or no form at all."""
    if isinstance(exception, RequestDataTooBig):
        return refuse(request, "error.html", {"kind": "large"}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return refuse(request, "error.html", {"kind": "odd"}, status=HTTPStatus.BAD_REQUEST)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open for too long, or cookies are off."""
    del reason
    return refuse(request, "error.html", {"kind": "stale"}, status=HTTPStatus.FORBIDDEN)


def broken(request: HttpRequest) -> HttpResponse:
    """500, in words, with an id that the log line carries too."""
    request_id = getattr(request, "request_id", "")
    return refuse(
        request,
        "error.html",
        {"kind": "broken", "request_id": request_id},
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
    )
