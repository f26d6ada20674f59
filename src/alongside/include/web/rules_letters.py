"""Who may read a circle's letters: all members, or of a hidden circle those who are in it."""

from typing import cast

from alongside.web.belonging import belongs, sees
from alongside.web.models import Circle, Member


def reads_letters(member: Member, obj: object) -> bool:
    """They may read the archive: an invitation to a hidden circle does not open it."""
    circle = cast("Circle | None", getattr(obj, "circle", None))
    if circle is None:
        return False
    return belongs(member, circle) if circle.is_hidden else sees(member, circle)
