"""Who may make an account: everybody, whoever was invited, or whoever an admin then lets in."""

from enum import StrEnum
from typing import Final

from django.http import HttpRequest

from alongside.web.models import Setting

INVITED: Final = "invitation"
"""The session's mark of somebody who came through an invitation that still opens."""


class Joining(StrEnum):
    """The ways an owner can choose."""

    INVITATION = "invitation"
    OPEN = "open"
    APPROVAL = "approval"


def joining() -> Joining:
    """What the owner chose; by invitation until they choose."""
    chosen = Setting.objects.filter(key="joining").values_list("value", flat=True).first()
    return Joining(chosen) if chosen in set(Joining) else Joining.INVITATION


def may_join(request: HttpRequest) -> bool:
    """Whether this visitor may make an account."""
    return joining() is not Joining.INVITATION or INVITED in request.session
