"""The library: its front page, search, one work, what was marked."""

from uuid import uuid4

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from alongside.core.clock import today
from alongside.learn import flows
from alongside.learn.cards import Card
from alongside.learn.keeping import Marked, read_kept
from alongside.learn.library import Resource
from alongside.learn.links import read_links
from alongside.learn.search import Found, Hit, search
from alongside.learn.shelf import CARD, RESOURCE, Shelf
from alongside.learn.web.held import held
from alongside.learn.web.narrowing import Wanted, wanted
from alongside.learn.web.pages_library import home_parts, marked_parts, search_parts, work_parts
from alongside.learn.web.queries import my_path
from alongside.web.answering import answer, go_on
from alongside.web.requests import MemberRequest

SAID = {"read": "marked-read", "later": "marked-later", "hidden": "marked-hidden", "none": "unmarked"}


@require_safe
def learn(request: MemberRequest) -> HttpResponse:
    """The front page."""
    library, kept = held(), read_kept(request.keeper)
    steps = my_path(kept, today=today(), most=2)
    parts = home_parts(library.shelf, kept, steps, thin=library.thin, today=today())
    return answer(request, "learn/learn", parts)


@require_safe
def find(request: MemberRequest) -> HttpResponse:
    """What fits the words and the filters."""
    asked, library = wanted(request.GET.dict()), held()
    if asked.words:
        found = search(library.index, asked.words, filters=asked.filters, limit=asked.limit)
    else:
        found = _by_title(asked, library.shelf)
    return answer(request, "learn/search", search_parts(asked, found, library.shelf))


def _by_title(asked: Wanted, shelf: Shelf) -> Found:
    """Without words: everything that the filters allow, by title."""
    cards = [each for each in shelf.cards if asked.filters.any_set and asked.filters.allow(each)]
    hits = (
        *(_listed(RESOURCE, each, each.why) for each in shelf.library.matching(asked.filters)),
        *(_listed(CARD, each, "") for each in cards),
    )
    return Found(hits=hits[: asked.limit], total=len(hits))


def _listed(kind: str, thing: Resource | Card, text: str) -> Hit:
    return Hit(kind=kind, id=thing.id, title=thing.title, snippet=text, reasons=(), thing=thing)


@require_safe
def work(request: MemberRequest, work: str) -> HttpResponse:
    """One work."""
    return _work_page(request, work)


def _work_page(request: MemberRequest, id: str, *, done: str = "") -> HttpResponse:
    shelf = held().shelf
    found = shelf.library.find(id)
    if found is None:
        raise Http404
    check = read_links(settings.DATA).get(found.url)
    parts = work_parts(found, read_kept(request.keeper), shelf.cards, check)
    return answer(request, "learn/work", parts, done=done)


@require_POST
def mark(request: MemberRequest, thing: str) -> HttpResponse:
    """Mark a work or a card, or take its mark off."""
    given = str(request.POST.get("mark", ""))
    shelf = held().shelf
    found = shelf.library.find(thing)
    marked_before = read_kept(request.keeper).mark_of(thing) is not None
    if given not in SAID or not (found or shelf.find_card(thing) or marked_before):
        raise Http404
    flows.mark(request.keeper, thing, None if given == "none" else Marked(given), id=uuid4(), today=today())
    if request.POST.get("back") == "marked":
        return go_on("learn:learn-marked", done=SAID[given])
    if found and request.htmx:
        return _work_page(request, thing, done=SAID[given])
    return go_on("learn:learn-work" if found else "learn:learn-card", done=SAID[given], args=(thing,))


@require_safe
def marked(request: MemberRequest) -> HttpResponse:
    """What was read, kept for later, or hidden."""
    return answer(request, "learn/marked", marked_parts(read_kept(request.keeper), held().shelf))
