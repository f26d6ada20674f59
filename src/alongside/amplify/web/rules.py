"""The rules of this room that the policy names; that something is one's own is a rule of `web`."""

from alongside.amplify.consent import is_in_force
from alongside.amplify.speakers import Audience, is_listed
from alongside.amplify.web.models import PassedOn, SpeakerProfile, SpeakerRequest, Work
from alongside.core.clock import today
from alongside.web.belonging import belongs
from alongside.web.models import CommunityRole, Member, Membership, Part, Standing

KEEPING = (Part.FACILITATOR, Part.MODERATOR, Part.STEWARD)


def sees_work(member: Member, obj: object) -> bool:
    """It is theirs, they asked for it or passed it on, or there is a yes and they are among its readers."""
    if not isinstance(obj, Work):
        return False
    if member.pk in {obj.member_id, obj.asked_by_id} or _passed_it(member, obj):
        return True
    inside = obj.circle_id is None or belongs(member, obj)
    return inside and is_in_force(obj.consent, today=today())


def has_a_yes(member: Member, obj: object) -> bool:
    """They may pass it on: they see it, they are still in its circle, and there is a yes that holds today."""
    if not isinstance(obj, Work) or not sees_work(member, obj):
        return False
    inside = obj.circle_id is None or belongs(member, obj)
    return inside and is_in_force(obj.consent, today=today())


def asked_for_it(member: Member, obj: object) -> bool:
    """They asked for the yes."""
    return isinstance(obj, Work) and obj.asked_by_id == member.pk


def made_what_was_passed_on(member: Member, obj: object) -> bool:
    """The work is theirs."""
    return isinstance(obj, PassedOn) and obj.work.member_id == member.pk


def sees_speaker(member: Member, obj: object) -> bool:
    """The speaker chose readers of whom they are one."""
    if not isinstance(obj, SpeakerProfile):
        return False
    return is_listed(obj.profile, to=audience_of(member, obj), today=today())


def audience_of(member: Member, row: SpeakerProfile) -> Audience:
    """As which of a profile's readers somebody looks at it."""
    if row.member_id == member.pk:
        return Audience.ME
    return Audience.ORGANISERS if is_organiser(member) else Audience.MEMBERS


def was_asked(member: Member, obj: object) -> bool:
    """The request is to them, and has reached them."""
    return isinstance(obj, SpeakerRequest) and obj.profile.member_id == member.pk and bool(obj.delivered_on)


def is_organiser(member: Member) -> bool:
    """They look after a circle, or the community."""
    keeps = Membership.objects.filter(member=member, state=Standing.ACTIVE, role__in=KEEPING)
    return keeps.exists() or member.is_owner or CommunityRole.objects.filter(member=member).exists()


def _passed_it(member: Member, work: Work) -> bool:
    return PassedOn.objects.filter(work=work, member=member).exists()
