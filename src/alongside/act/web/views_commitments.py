"""Commitments: if-then plans to make, change, keep, make smaller or let go."""

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.act import flows
from alongside.act.acts import Refused
from alongside.act.catalogue import OWN, Action
from alongside.act.commitments import Commitment, Outcome, notice
from alongside.act.diary import read_commitments, read_diary
from alongside.act.web import pages
from alongside.act.web.catalogue import catalogue
from alongside.act.web.once import form_id
from alongside.act.weeks import in_reading_order
from alongside.core.clock import now, today
from alongside.core.practices import Practice
from alongside.core.problems import Trouble
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.parts import Button, Empty, Link, Notice, NoticeKind, PageHead
from alongside.web.requests import MemberRequest


@require_safe
def commitments_page(request: MemberRequest) -> HttpResponse:
    """What is open, and what was closed."""
    held = read_commitments(request.keeper)
    return answer(
        request,
        "act/commitments",
        {
            "head": PageHead(
                heading=_("Commitments"),
                lead=_("A moment and a deed, tied together. When the moment comes, you know what to do."),
            ),
            "open": [_open_line(c, today=today()) for c in in_reading_order([c for c in held if c.is_open])],
            "closed": [_closed_line(c) for c in reversed(held) if not c.is_open],
            "new": Link(label=_("Make a commitment"), url=reverse("act:commitments-new"), id="new"),
            "empty": Empty(
                title=_("No commitments yet"),
                text=_("A plan with its moment is far more likely to happen than a good intention."),
                example=_(
                    "If somebody is cut off in stand-up, then I will say: “I'd like to hear the rest.”"
                ),
            ),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Make a commitment, free or from an action of the catalogue (`?action=ID`)."""
    if request.method == "POST":
        return _save(request, before=None)
    proposed = _proposed(request.GET.get("action", ""))
    values = pages.commitment_values(proposed) if proposed else {}
    return _form(request, values, {}, before=None)


@require_POST
def from_finding(request: MemberRequest) -> HttpResponse:
    """Plan what a finding, a scene or a drill suggests, in one step; change it afterwards."""
    answers = Answers(request.POST)
    practice = answers.choice("practice", Practice)
    if practice is None:
        answers.errors.setdefault("practice", _("Choose the practice that is closest."))
        return _form(request, answers.values(), answers.errors, before=None, wrong=True)
    planned = Commitment(
        id=uuid4(),
        cue=answers.text("cue"),
        act=answers.text("act"),
        practice=practice,
        effort=answers.whole("effort") or flows.USUAL_EFFORT,
        made=today(),
        due=answers.day("due"),
    )
    if answers.errors:
        return _form(request, answers.values(), answers.errors, before=None, wrong=True)
    try:
        made = flows.commit_once(request.keeper, planned, today=today(), now=now())
    except Trouble as trouble:
        answers.refused(trouble, at="act")
        return _form(request, answers.values(), answers.errors, before=None, wrong=True)
    if request.htmx:
        return answer(
            request, "act/planned", {"commitment": made, "place": answers.text("place")}, done="planned"
        )
    return go_on("act:commitments-change", done="planned", args=(made.id,))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: MemberRequest, commitment: UUID) -> HttpResponse:
    """Change any part of a commitment, or close it."""
    held = next((each for each in read_commitments(request.keeper) if each.id == commitment), None)
    if held is None:
        raise Http404
    if request.method == "POST":
        return _save(request, before=held)
    return _form(request, pages.commitment_values(held), {}, before=held)


@require_POST
def close(request: MemberRequest, commitment: UUID) -> HttpResponse:
    """Let go, or open again. Keeping one is logging its act."""
    outcome = Outcome.OPEN if request.POST.get("deed") == "reopen" else Outcome.DROPPED
    try:
        flows.close(request.keeper, commitment, outcome=outcome, today=today())
    except Refused as refused:
        raise Http404 from refused
    back = "act:look-back" if request.POST.get("back") == "look-back" else "act:commitments"
    return go_on(back, done="reopened" if outcome is Outcome.OPEN else "dropped")


def _save(request: MemberRequest, *, before: Commitment | None) -> HttpResponse:
    answers = Answers(request.POST)
    practice = answers.choice("practice", Practice)
    if practice is None:
        answers.errors.setdefault("practice", _("Choose the practice that is closest."))
    effort, due = answers.whole("effort"), answers.day("due")
    held = read_diary(request.keeper)
    id_, sent_before = form_id(answers, held, kind=() if before else (c.id for c in held.commitments))
    if sent_before:
        return go_on("act:commitments", done="planned")
    if not answers.errors and practice:
        try:
            made = flows.commit(
                request.keeper,
                Commitment(
                    id=before.id if before else id_,
                    cue=answers.text("cue"),
                    act=answers.text("act"),
                    practice=practice,
                    effort=flows.USUAL_EFFORT if effort is None else effort,
                    made=before.made if before else today(),
                    obstacle=answers.text("obstacle"),
                    due=due,
                    weekly=answers.checked("weekly"),
                    buddy=answers.text("buddy"),
                    action=answers.text("action") or (before.action if before else ""),
                    logged=before.logged if before else "",
                    closed=before.closed if before else None,
                    outcome=before.outcome if before else Outcome.OPEN,
                ),
                today=today(),
                now=now(),
            )
            if notice(made, today=today()):
                return go_on("act:commitments-change", done="planned", args=(made.id,))
            return go_on("act:commitments", done="changed" if before else "planned")
        except Trouble as trouble:
            answers.refused(trouble, at=_longest(answers))
    return _form(request, answers.values(), answers.errors, before=before, wrong=True)


def _longest(answers: Answers) -> str:
    """The field with most in it: where an entry is too long, that is the one to shorten."""
    return max(("cue", "act", "obstacle", "buddy"), key=lambda name: len(answers.text(name)))


def _form(
    request: MemberRequest,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    *,
    before: Commitment | None,
    wrong: bool = False,
) -> HttpResponse:
    action = catalogue().find(values.get("action", ""))
    heading = _("Change your commitment") if before else _("Make a commitment")
    return answer(
        request,
        "act/commitment",
        {
            "head": PageHead(where=_("Commitments"), heading=heading, lead=_lead(before)),
            "questions": pages.commitment_questions(values, errors),
            "errors": error_links(errors),
            "action": values.get("action", ""),
            "about": _about(action),
            "source": action.source if action and action.source.kind != OWN else None,
            "notice": _question(before),
            "button": Button(label=_("Keep the changes") if before else _("Make it"), id="save"),
            "before": before,
            "once": values.get("once") or uuid4(),
            "back": Link(label=_("Back to your commitments"), url=reverse("act:commitments"), id="back"),
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
    )


def _lead(before: Commitment | None) -> str:
    return before.sentence() if before else _("Name the moment first, then what you will do in it.")


def _about(action: Action | None) -> tuple[Notice, ...]:
    if action is None:
        return ()
    safety = (Notice(kind=NoticeKind.CAREFUL, text=action.safety),) if action.safety else ()
    return (Notice(kind=NoticeKind.INFO, text=action.why), *safety)


def _question(before: Commitment | None) -> Notice | None:
    text = notice(before, today=today()) if before else ""
    return Notice(kind=NoticeKind.CAREFUL, text=text) if text else None


def _proposed(action: str) -> Commitment | None:
    if not action:
        return None
    try:
        return flows.from_action(action, catalogue=catalogue(), id=uuid4(), today=today())
    except Refused as refused:
        raise Http404 from refused


def _open_line(commitment: Commitment, *, today: date) -> dict[str, object]:
    return {
        "id": commitment.id,
        "sentence": commitment.sentence(),
        "practice": commitment.practice.label,
        "when": pages.when(commitment, today=today),
        "obstacle": commitment.obstacle,
        "buddy": commitment.buddy,
        "did": Button(
            label=_("I did it"), id=f"did-{commitment.id}", about=f"about-{commitment.id}", kind="plain"
        ),
        "drop": Button(
            label=_("Let it go"),
            id=f"drop-{commitment.id}",
            about=f"about-{commitment.id}",
            kind="quiet",
            name="deed",
            value="drop",
        ),
        "change": Link(
            label=_("Change"),
            url=reverse("act:commitments-change", args=(commitment.id,)),
            id=f"change-{commitment.id}",
            about=f"about-{commitment.id}",
        ),
    }


def _closed_line(commitment: Commitment) -> dict[str, object]:
    kept = commitment.outcome is Outcome.KEPT
    return {
        "id": commitment.id,
        "sentence": commitment.sentence(),
        "outcome": _("Kept") if kept else _("Let go"),
        "reopen": Button(
            label=_("Open again"),
            id=f"reopen-{commitment.id}",
            about=f"about-{commitment.id}",
            kind="quiet",
            name="deed",
            value="reopen",
        ),
    }
