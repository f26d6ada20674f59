"""What travels signed in a form, so that no choice ever lies in a database, an address or a log.

Whoever has the page can read it, as they can read the page. Nobody can change it.
"""

from collections.abc import Sequence
from typing import Final

from django.core import signing
from django.utils.translation import gettext as _

from alongside.core.problems import Trouble

OPEN_FOR_S: Final = 24 * 60 * 60
"""How long a page may stay open (our choice: over night)."""

WALK: Final = "practise.walk"
EASY: Final = "practise.easy"
NOTICE: Final = "practise.notice"
WALL: Final = "practise.wall"


class Gone(Trouble):
    """A form that stayed open too long, or is not one of ours."""


def sealed(held: object, *, purpose: str) -> str:
    """The value, signed for one purpose."""
    return signing.dumps(held, salt=purpose)


def opened(token: str, *, purpose: str) -> Sequence[object]:
    """The list that was signed. Raises Gone where it is too old, changed, or for another purpose."""
    try:
        held = signing.loads(token, salt=purpose, max_age=OPEN_FOR_S)
    except signing.BadSignature as error:
        raise Gone("", _("This page was open for too long, or changed on its way."), "") from error
    if not isinstance(held, list):
        raise Gone("", _("This page was open for too long, or changed on its way."), "")
    return held
