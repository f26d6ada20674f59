"""What is somebody's own: invisible work, what they can open, the packs on this machine."""

import csv
from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import Final
from uuid import UUID, uuid4

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core import packs
from alongside.core.clock import today
from alongside.core.figures.figure import harmless
from alongside.core.problems import Trouble
from alongside.learn import flows
from alongside.learn.influence import Opening
from alongside.learn.keeping import read_kept
from alongside.learn.labour import Kind, Labour
from alongside.learn.web.pages_own import influence_parts, labour_parts, packs_parts
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.requests import MemberRequest

PUT_BACK: Final = "learn.put-back-labour"
UNDO_WITHIN_S: Final = 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
def labour(request: MemberRequest) -> HttpResponse:
    """The ledger, and noting a piece of work in it."""
    if request.method != "POST":
        return _ledger(request, {}, {})
    answers = Answers(request.POST)
    minutes, kind, day = answers.whole("minutes"), answers.choice("kind", Kind), answers.day("day")
    if minutes is None:
        answers.errors.setdefault("minutes", _("How many minutes did it take?"))
    if minutes is None or answers.errors:
        return _ledger(request, answers.values(), answers.errors)
    try:
        made = Labour(
            id=answers.fresh_id(),
            day=day or today(),
            minutes=minutes,
            kind=kind or Kind.TEACH,
            note=answers.text("note"),
        )
        _note_once(request, made)
    except Trouble as trouble:
        place = {"--minutes": "minutes", "--day": "day"}.get(trouble.place, "note")
        return _ledger(request, answers.values(), {place: f"{trouble.cause} {trouble.way_out}"})
    return go_on("learn:learn-labour", done="labour-noted")


def _note_once(request: MemberRequest, made: Labour) -> None:
    """Note it, unless this very form was sent before (a double click, a reload)."""
    if made.id not in {each.id for each in read_kept(request.keeper).labour}:
        flows.note_labour(request.keeper, made, today=today())


def _ledger(
    request: MemberRequest, values: Mapping[str, str], errors: Mapping[str, str], *, undo: str = ""
) -> HttpResponse:
    parts = labour_parts(read_kept(request.keeper).labour, values, errors, today=today(), undo=undo)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    done = "forgotten" if undo else ""
    return answer(request, "learn/labour", {**parts, "errors": error_links(errors)}, status=status, done=done)


@require_POST
def forget_labour(request: MemberRequest, labour: UUID) -> HttpResponse:
    """Take a piece of work out, with a ticket that puts it back; nothing happens where there is none."""
    held = next((each for each in read_kept(request.keeper).labour if each.id == labour), None)
    if held is None:
        return go_on("learn:learn-labour", done="forgotten")
    flows.forget_labour(request.keeper, labour, today=today())
    ticket = {
        "id": str(held.id),
        "day": held.day.isoformat(),
        "minutes": held.minutes,
        "kind": held.kind.value,
        "note": held.note,
    }
    return _ledger(request, {}, {}, undo=signing.dumps(ticket, salt=PUT_BACK))


@require_POST
def put_back_labour(request: MemberRequest) -> HttpResponse:
    """Undo taking a piece of work out; the ticket is the entry as this server took it out a moment ago."""
    try:
        held = signing.loads(str(request.POST.get("ticket", "")), salt=PUT_BACK, max_age=UNDO_WITHIN_S)
    except signing.BadSignature:
        return go_on("learn:learn-labour", done="too-late")
    made = Labour(
        id=UUID(held["id"]),
        day=date.fromisoformat(held["day"]),
        minutes=held["minutes"],
        kind=Kind(held["kind"]),
        note=held["note"],
    )
    flows.put_back(request.keeper, made, today=today())
    return go_on("learn:learn-labour", done="put-back")


@require_safe
def labour_csv(request: MemberRequest) -> HttpResponse:
    """The ledger as a table, for its owner."""
    file = HttpResponse(content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = 'attachment; filename="labour.csv"'
    writer = csv.writer(file)
    writer.writerow([_("Day"), _("Minutes"), _("Work"), _("Words")])
    for each in read_kept(request.keeper).labour:
        row = (each.day.isoformat(), str(each.minutes), each.kind.label, each.note)
        writer.writerow([harmless(cell) for cell in row])
    return file


@require_http_methods(["GET", "HEAD", "POST"])
def influence(request: MemberRequest) -> HttpResponse:
    """What one can open, and what could be done with it."""
    if request.method == "POST":
        known = {each.value for each in Opening}
        ticked = [Opening(each) for each in request.POST.getlist("openings") if each in known]
        flows.tick_openings(request.keeper, ticked, id=uuid4(), today=today())
        return go_on("learn:learn-influence", done="openings-kept")
    return answer(request, "learn/influence", influence_parts(read_kept(request.keeper).openings))


@require_safe
def packs_page(request: MemberRequest) -> HttpResponse:
    """The packs on this machine."""
    return answer(request, "learn/packs", packs_parts(packs.installed(settings.DATA)))


@require_POST
def switch_pack(request: MemberRequest, pack: str) -> HttpResponse:
    """Put a pack aside, or use it again."""
    deed = request.POST.get("deed", "")
    if deed not in {"on", "off"} or pack not in {each.id for each in packs.installed(settings.DATA)}:
        raise Http404
    packs.switch(settings.DATA, pack, on=deed == "on")
    return go_on("learn:learn-packs", done=f"pack-{deed}")
