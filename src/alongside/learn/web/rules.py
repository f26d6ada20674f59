"""The rules about questions that the policy names; that a question is one's own is a rule of `web`."""

from alongside.learn.questions import State
from alongside.learn.web.models import AskedQuestion, GivenAnswer, Handing
from alongside.web.models import Member


def holds(member: Member, obj: object) -> bool:
    """The question lies with them now: it was handed to them, and they have not declined."""
    if not isinstance(obj, AskedQuestion) or obj.state != State.DELIVERED:
        return False
    return Handing.objects.filter(question=obj, member=member, declined=False).exists()


def answered(member: Member, obj: object) -> bool:
    """They wrote its answer."""
    return isinstance(obj, AskedQuestion) and GivenAnswer.objects.filter(question=obj, member=member).exists()
