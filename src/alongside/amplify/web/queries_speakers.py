"""What the pages about speakers read: who fits and may be seen, one's own profile, requests on both sides."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Max

from alongside.amplify import requests
from alongside.amplify.requests import State, others
from alongside.amplify.speakers import Audience, Profile, Wanted, find, shown_to
from alongside.amplify.web.models import SpeakerProfile, SpeakerRequest
from alongside.amplify.web.rules import audience_of, is_organiser
from alongside.amplify.web.words import day_in_words
from alongside.core.months import has_room
from alongside.web.models import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as the person who sent it sees it."""

    id: UUID
    speaker: UUID
    name: str
    words: str
    held_on: date | None
    made_on: date
    state: State
    standing: str
    reply: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMe:
    """A request that has reached a speaker, as they see it."""

    id: UUID
    asked_by: str
    words: str
    held_on: date | None
    delivered_on: date | None
    state: State
    reply: str


def search(member: Member, wanted: Wanted, *, today: date) -> tuple[Profile, ...]:
    """Who offered and fits, as this member may see them; their own profile is not among them."""
    to = Audience.ORGANISERS if is_organiser(member) else Audience.MEMBERS
    rows = SpeakerProfile.objects.filter(member__is_active=True).exclude(member=member)
    asked = rows.annotate(last=Max("requests__delivered_on"))
    profiles = [replace(row.profile, last_asked=row.last) for row in asked]
    return find(profiles, wanted, to=to, today=today)


def find_speaker(id: UUID) -> SpeakerProfile | None:
    """A profile by its id, for the rules to look at."""
    return SpeakerProfile.objects.filter(id=id, member__is_active=True).first()


def as_seen(member: Member, row: SpeakerProfile) -> Profile:
    """A profile as this member may see it."""
    return shown_to(row.profile, to=audience_of(member, row))


def my_profile(member: Member) -> Profile | None:
    """One's own profile, whole."""
    row = SpeakerProfile.objects.filter(member=member).first()
    return row.profile if row else None


def has_room_now(row: SpeakerProfile, *, today: date) -> bool:
    """Whether another request could reach a speaker this month."""
    return has_room(handed_days(row), quota=row.quota, today=today)


def handed_days(row: SpeakerProfile) -> tuple[date, ...]:
    """The days on which requests reached a speaker."""
    days = row.requests.exclude(delivered_on=None).values_list("delivered_on", flat=True)
    return tuple(day for day in days if day is not None)


def instead(member: Member, row: SpeakerProfile, *, today: date) -> tuple[Profile, ...]:
    """Others who speak on the same: for a request that waits."""
    asked = SpeakerRequest.objects.filter(member=member, state__in=requests.OPEN)
    before = {each.hex for each in asked.values_list("profile_id", flat=True)} | {row.pk.hex}
    found = search(member, Wanted(topic=" ".join(row.topics)), today=today)
    names = others([each.id for each in found], before)
    return tuple(each for each in found if each.id in names)


def open_now(member: Member) -> int:
    """How many open requests somebody has."""
    return SpeakerRequest.objects.filter(member=member, state__in=requests.OPEN).count()


def my_asked(member: Member, *, today: date) -> tuple[Asked, ...]:
    """What somebody asked speakers, newest first."""
    rows = SpeakerRequest.objects.filter(member=member).select_related("profile").order_by("-made_on", "-id")
    return tuple(_asked(row, today=today) for row in rows)


def to_me(member: Member) -> tuple[ToMe, ...]:
    """The requests that reached this member and are open, or were taken up; never one that waits."""
    shown = (State.DELIVERED.value, State.ACCEPTED.value)
    rows = SpeakerRequest.objects.filter(profile__member=member, state__in=shown).select_related("member")
    return tuple(
        ToMe(
            id=row.pk,
            asked_by=row.member.shown_name,
            words=row.words,
            held_on=row.held_on,
            delivered_on=row.delivered_on,
            state=State(row.state),
            reply=row.reply,
        )
        for row in rows.order_by("delivered_on", "id")
    )


def asked_to_speak(members: Iterable[Member]) -> Counter[UUID]:
    """How many requests that have reached each of these members are open."""
    rows = SpeakerRequest.objects.filter(profile__member__in=members, state=State.DELIVERED.value)
    return Counter(rows.values_list("profile__member", flat=True))


def waiting() -> tuple[requests.Waiting, ...]:
    """Requests that wait for room."""
    rows = SpeakerRequest.objects.filter(state=State.WAITING.value)
    return tuple(
        requests.Waiting(id=row.pk.hex, speaker=row.profile_id.hex, asked=row.made_on, held_on=row.held_on)
        for row in rows
    )


def overdue(*, today: date) -> tuple[UUID, ...]:
    """Requests that time ends."""
    rows = SpeakerRequest.objects.filter(state__in=requests.OPEN)
    return tuple(
        row.pk
        for row in rows
        if requests.is_overdue(State(row.state), delivered=row.delivered_on, held_on=row.held_on, today=today)
    )


def _asked(row: SpeakerRequest, *, today: date) -> Asked:
    state = State(row.state)
    room = state is not State.WAITING or has_room_now(row.profile, today=today)
    return Asked(
        id=row.pk,
        speaker=row.profile_id,
        name=row.profile.name,
        words=row.words,
        held_on=row.held_on,
        made_on=row.made_on,
        state=state,
        standing=requests.standing(state, has_room_now=room, today=today, say=day_in_words),
        reply=row.reply,
    )
