"""The directory of speakers: look, offer, leave, ask, answer. In a community alone."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.amplify.requests import State
from alongside.amplify.speakers import Audience, Fee, Format, Profile, Wanted
from alongside.amplify.web import flows_speakers as flows
from alongside.amplify.web import queries_speakers as queries
from alongside.amplify.web.pages_speakers import mine_parts, requests_parts, search_parts, speaker_parts
from alongside.amplify.web.words import lines_of
from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action, require
from alongside.web.requests import MemberRequest


@action("speaker.find", community=True)
@require_safe
def speakers(request: MemberRequest) -> HttpResponse:
    """Look for a speaker by what they know."""
    typed = Answers(request.GET)
    wanted = Wanted(
        topic=typed.text("topic")[:200],
        languages=typed.text("languages")[:200],
        format=typed.choice("format", Format),
    )
    found = queries.search(request.user, wanted, today=today())
    has_profile = queries.my_profile(request.user) is not None
    return answer(request, "amplify/speakers", search_parts(found, wanted, has_profile=has_profile))


@action("speaker.see", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def speaker(request: MemberRequest, speaker: UUID) -> HttpResponse:
    """One speaker, as they chose to be seen; a POST asks them."""
    row = queries.find_speaker(speaker)
    require(request.user, "speaker.see", row)
    assert row is not None  # noqa: S101  # no rule allows anything with nothing
    answers = Answers(request.POST)
    if request.method == "POST":
        held_on = answers.day("held_on")
        if not answers.errors:
            try:
                flows.ask_speaker(
                    request.user,
                    speaker,
                    answers.text("words"),
                    held_on,
                    id=answers.fresh_id(),
                    today=today(),
                )
            except Trouble as trouble:
                answers.refused(trouble, at=trouble.place or "words")
        if not answers.errors:
            return go_on("amplify:requests", done="speaker-asked")
    parts = speaker_parts(
        queries.as_seen(request.user, row),
        is_mine=row.member_id == request.user.pk,
        once=answers.fresh_id(),
        values=answers.values(),
        errors=answers.errors,
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "amplify/speaker", parts, status=status)


@action("speaker.find", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def my_profile(request: MemberRequest) -> HttpResponse:
    """One's own profile: what is said, and who sees it."""
    answers = Answers(request.POST)
    if request.method == "POST":
        profile = _profile(request, answers)
        if not answers.errors:
            try:
                flows.save_profile(request.user, profile, today=today())
            except Trouble as trouble:
                answers.refused(trouble, at=trouble.place or "name")
        if not answers.errors:
            return go_on("amplify:my-profile", done="profile-saved")
    typed = dict(request.POST.lists()) if request.method == "POST" else None
    parts = mine_parts(
        queries.my_profile(request.user), name=request.user.name, typed=typed, errors=answers.errors
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "amplify/my-profile", parts, status=status)


def _profile(request: MemberRequest, answers: Answers) -> Profile:
    """The profile as it was typed. Who may see something is nobody else, where nothing is chosen."""
    quota = answers.whole("quota")
    return Profile(
        id="",
        name=answers.text("name")[:60],
        topics=lines_of(answers.text("topics")),
        languages=lines_of(answers.text("languages")[:400]),
        formats=frozenset(each for each in Format if each.value in request.POST.getlist("formats")),
        fee=answers.choice("fee", Fee) or Fee.PAID,
        fee_words=answers.text("fee_words"),
        travel=answers.text("travel"),
        about=answers.text("about"),
        quota=0 if quota is None else quota,
        renewed=today(),
        seen_by=_reader(answers, "seen_by"),
        fee_seen_by=_reader(answers, "fee_seen_by"),
        travel_seen_by=_reader(answers, "travel_seen_by"),
        about_seen_by=_reader(answers, "about_seen_by"),
    )


def _reader(answers: Answers, name: str) -> Audience:
    return answers.choice(name, Audience) or Audience.ME


@action("speaker.find", community=True)
@require_POST
def withdraw_profile(request: MemberRequest) -> HttpResponse:
    """Leave the directory."""
    flows.withdraw_profile(request.user, today=today())
    return go_on("amplify:speakers", done="profile-gone")


@action("speaker.find", community=True)
@require_safe
def requests(request: MemberRequest) -> HttpResponse:
    """What others ask one, and what one asked others."""
    asked = queries.my_asked(request.user, today=today())
    waits = [each for each in asked if each.state is State.WAITING]
    rows = {each.id: queries.find_speaker(each.speaker) for each in waits}
    known = {key: row for key, row in rows.items() if row is not None}
    instead = {key: queries.instead(request.user, row, today=today()) for key, row in known.items()}
    return answer(request, "amplify/requests", requests_parts(queries.to_me(request.user), asked, instead))


@action("speaker.answer", community=True)
@require_POST
def answer_request(request: MemberRequest, asked: UUID) -> HttpResponse:
    """Say yes, or no without a reason."""
    answers = Answers(request.POST)
    deed = answers.text("deed")
    if deed not in {"yes", "no"}:
        raise Http404
    flows.answer_request(
        request.user, asked, answers.text(f"reply-{asked}"), yes=deed == "yes", today=today()
    )
    return go_on("amplify:requests", done="speaker-answered")


@action("speaker.request", community=True)
@require_POST
def withdraw_request(request: MemberRequest, asked: UUID) -> HttpResponse:
    """Take a request back."""
    flows.withdraw_request(request.user, asked, today=today())
    return go_on("amplify:requests", done="changed")
