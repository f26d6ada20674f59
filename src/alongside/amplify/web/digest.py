"""What this room gives a member's digest: what was passed on, its originator first; what waits for them."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Final

from django.urls import reverse
from django.utils.translation import ngettext

from alongside.amplify.web import queries_speakers, queries_works
from alongside.web.digest_lines import DigestLine, Lines, Readers
from alongside.web.models import Member

DAYS: Final = 7
MOST: Final = 5
"""Days a digest looks back, and lines it gives (our choice)."""


def lines(among: Readers, *, today: date) -> Lines:
    """The lines for each."""
    here = reverse("amplify:amplify")
    passed = queries_works.passed_on_among(among.circles, today=today, days=DAYS)
    asked = queries_works.asked_about(among.members)
    spoken = queries_speakers.asked_to_speak(among.members)

    def told(member: Member) -> Sequence[DigestLine]:
        words = islice(passed(among.circles_of(member)), MOST)
        amplified = [DigestLine(section="amplified", text=each, url=here) for each in words]
        return (*amplified, *_own(asked[member.pk], spoken[member.pk]))

    return told


def _own(asked: int, spoken: int) -> Sequence[DigestLine]:
    """That something waits for them, and not what it is."""
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
