"""What members change about their account: how they are called, and in which language."""

from datetime import date

from alongside.web.keeper import append_to_trail
from alongside.web.models import Member
from alongside.web.writing import writing


def introduce(member: Member, *, name: str, language: str, today: date) -> None:
    """From now on call them this, and speak to them in this language."""
    with writing():
        Member.objects.filter(pk=member.pk).update(name=name, language=language)
        append_to_trail("account.introduce", actor=member, today=today)
