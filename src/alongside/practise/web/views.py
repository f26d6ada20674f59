"""Practise: what is next, the list of scenes, and what comes back."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from alongside.core.clock import today
from alongside.practise.finding_scenes import Wish
from alongside.practise.web import flows, pages, queries, shelf
from alongside.web.answering import answer, go_on
from alongside.web.requests import MemberRequest

FILTERS = ("place", "role", "practice")


@require_safe
def practise(request: MemberRequest) -> HttpResponse:
    """One thing to do within the minutes somebody has, then the other doors."""
    minutes = minutes_of(request)
    found = queries.next_up(request.keeper, minutes=minutes, today=today())
    one_more = None if found else queries.one_more(request.keeper, minutes=minutes, today=today())
    enough = bool(one_more) and queries.is_enough(request.keeper, today=today())
    parts = pages.practise_parts(found, minutes=minutes, one_more=one_more, enough=enough)
    return answer(request, "practise/practise", parts)


@require_safe
def scenes(request: MemberRequest) -> HttpResponse:
    """Every scene, or those that fit."""
    place, role, practice = (request.GET.get(name, "") for name in FILTERS)
    wish = Wish(place=place, role=role, practice=practice)
    return answer(request, "practise/scenes", pages.scenes_parts(shelf.scenes().scenes, wish))


@require_safe
def due(request: MemberRequest) -> HttpResponse:
    """What comes back, and when."""
    held = queries.waiting(request.keeper)
    return answer(request, "practise/due", pages.due_parts(held, today=today()))


@require_POST
def forget(request: MemberRequest) -> HttpResponse:
    """Forget when anything comes back."""
    flows.forget(request.keeper, today=today())
    return go_on("practise:practise-due", done="schedule-forgotten")


def minutes_of(request: MemberRequest) -> int:
    """How long somebody has, as far as the address says."""
    given = request.GET.get("minutes", "")
    return int(given) if given in {str(each) for each in pages.MINUTES} else pages.USUAL
