"""What people do with the directory: offer to speak, stop, ask, answer. One deed, one transaction each."""

from datetime import date
from uuid import UUID

from alongside.amplify import requests
from alongside.amplify.refusals import Refused
from alongside.amplify.requests import Move, State, Waiting, Who, advance, due
from alongside.amplify.speakers import Audience, Fee, Format, Profile, check
from alongside.amplify.web import queries_speakers as queries
from alongside.amplify.web.models import SpeakerProfile, SpeakerRequest
from alongside.core.language import gettext as _
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member
from alongside.web.policy import require
from alongside.web.writing import writing

LONGEST_REPLY = 1500


def save_profile(member: Member, profile: Profile, *, today: date) -> None:
    """Offer to speak, or change or renew it; who may see it holds from now on. Raises Refused."""
    require(member, "speaker.find")
    sound = check(profile)
    told = {
        "name": sound.name,
        "topics": list(sound.topics),
        "languages": list(sound.languages),
        "formats": [each.value for each in Format if each in sound.formats],
        "fee": (sound.fee or Fee.PAID).value,
        "fee_words": sound.fee_words,
        "travel": sound.travel,
        "about": sound.about,
        "quota": sound.quota,
        "renewed": today,
        "seen_by": sound.seen_by.value,
        "fee_seen_by": sound.fee_seen_by.value,
        "travel_seen_by": sound.travel_seen_by.value,
        "about_seen_by": sound.about_seen_by.value,
    }
    with writing():
        SpeakerProfile.objects.update_or_create(member=member, defaults=told)
        append_to_trail("speaker.offer", actor=member, today=today)


def withdraw_profile(member: Member, *, today: date) -> None:
    """Leave the directory: profile and requests are gone at once."""
    require(member, "speaker.find")
    with writing():
        SpeakerProfile.objects.filter(member=member).delete()
        append_to_trail("speaker.withdraw", actor=member, today=today)


def ask_speaker(
    member: Member, speaker: UUID, words: str, held_on: date | None, *, id: UUID, today: date
) -> SpeakerRequest:
    """Ask somebody to speak; it reaches them at once where their month has room. Raises Refused."""
    with writing():
        rows = SpeakerProfile.objects.select_for_update().filter(id=speaker)
        profile = rows.first()
        require(member, "speaker.see", profile)
        before = SpeakerRequest.objects.filter(id=id, member=member).first()
        if before is not None:
            return before
        if profile is None or profile.member_id == member.pk:
            raise Refused("words", _("That is your own profile."), _("Ask somebody else."))
        said = requests.check(words, held_on=held_on, open_now=queries.open_now(member), today=today)
        row = SpeakerRequest(
            id=id, profile=profile, member=member, words=said, held_on=held_on, made_on=today
        )
        if queries.has_room_now(profile, today=today):
            row.state, row.delivered_on = State.DELIVERED.value, today
        row.save(force_insert=True)
        append_to_trail("speaker.ask", actor=member, today=today)
    return row


def answer_request(member: Member, id: UUID, reply: str, *, yes: bool, today: date) -> None:
    """Say yes with how to go on, or no without a reason. Raises Refused."""
    said = reply.strip()
    if len(said) > LONGEST_REPLY:
        told = {"most": LONGEST_REPLY}
        raise Refused("reply", _("That is longer than %(most)d letters.") % told, _("Say it shorter."))
    with writing():
        row = _locked(member, "speaker.answer", id)
        move = Move.ACCEPT if yes else Move.DECLINE
        row.state = advance(State(row.state), move, by=Who.SPEAKER).value
        row.reply = said
        row.save(update_fields=["state", "reply"])
        append_to_trail(f"speaker.{move.value}", actor=member, today=today)


def withdraw_request(member: Member, id: UUID, *, today: date) -> None:
    """Take a request back. Raises Refused where it is over."""
    with writing():
        row = _locked(member, "speaker.request", id)
        row.state = advance(State(row.state), Move.WITHDRAW, by=Who.ASKER).value
        row.save(update_fields=["state"])
        append_to_trail("speaker.take-back", actor=member, today=today)


def deliver(*, today: date) -> None:
    """Let waiting requests reach speakers whose month has room; oldest first."""
    held = queries.waiting()
    speakers = {UUID(each.speaker) for each in held}
    with writing():
        rows = {row.pk.hex: row for row in SpeakerProfile.objects.select_for_update().filter(pk__in=speakers)}
        for each in _reached(held, rows, today=today):
            row = SpeakerRequest.objects.select_related("member").get(pk=UUID(each))
            row.state, row.delivered_on = State.DELIVERED.value, today
            row.save(update_fields=["state", "delivered_on"])
            append_to_trail("speaker.deliver", actor=row.member, today=today)


def _reached(held: tuple[Waiting, ...], rows: dict[str, SpeakerProfile], *, today: date) -> tuple[str, ...]:
    visible = {key: row for key, row in rows.items() if _can_be_asked(row, today=today)}
    quotas = {key: row.quota for key, row in visible.items()}
    log = {key: queries.handed_days(row) for key, row in visible.items()}
    return due(held, quotas=quotas, log=log, today=today)


def _can_be_asked(row: SpeakerProfile, *, today: date) -> bool:
    """A profile that nobody else sees any more gets no requests."""
    return Audience(row.seen_by) is not Audience.ME and today < row.profile.lapses


def lapse(id: UUID, *, today: date) -> None:
    """End a request that lay unanswered, or whose day is over."""
    with writing():
        row = SpeakerRequest.objects.select_for_update(of=("self",)).select_related("member").get(pk=id)
        row.state = advance(State(row.state), Move.LAPSE, by=Who.TIME).value
        row.save(update_fields=["state"])
        append_to_trail("speaker.lapse", actor=row.member, today=today)


def _locked(member: Member, action: str, id: UUID) -> SpeakerRequest:
    rows = SpeakerRequest.objects.select_for_update(of=("self",)).select_related("profile")
    row = rows.filter(id=id).first()
    require(member, action, row)
    assert row is not None  # noqa: S101  # no rule allows anything with nothing
    return row
