"""What this room gives a member's digest: what was passed on, its originator first; what waits for them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import ngettext

from alongside.amplify.requests import State
from alongside.amplify.web import queries_speakers, queries_works
from alongside.web.digest_lines import DigestLine
from alongside.web.models import Member

DAYS: Final = 7
MOST: Final = 5
"""Days a digest looks back, and lines it gives (our choice)."""


def lines(member: Member, *, today: date) -> Sequence[DigestLine]:
    """The lines for one member."""
    here = reverse("amplify:amplify")
    passed = queries_works.passed_on(member, today=today, days=DAYS)[:MOST]
    amplified = [DigestLine(section="amplified", text=each.for_mail, url=here) for each in passed]
    return (*amplified, *_own(member, today=today))


def _own(member: Member, *, today: date) -> Sequence[DigestLine]:
    """That something waits for them, and not what it is."""
    asked = len(queries_works.my_requests(member, today=today))
    spoken = sum(each.state is State.DELIVERED for each in queries_speakers.to_me(member))
    works = ngettext(
        "Somebody would like to pass on something of yours.",
        "%(count)d people would like to pass on something of yours.",
        asked,
    )
    speak = ngettext(
        "Somebody asks whether you would speak.", "%(count)d people ask whether you would speak.", spoken
    )
    found = ((asked, works, "amplify:mine"), (spoken, speak, "amplify:requests"))
    return [
        DigestLine(section="own", text=words % {"count": count} if count > 1 else words, url=reverse(name))
        for count, words, name in found
        if count
    ]
