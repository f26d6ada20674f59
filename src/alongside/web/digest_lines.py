"""The line that a room gives to a member's digest: where it stands, what it says, where it leads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One line. `section` is asks, events, thanks, amplified, history or own; `url` is a path here."""

    section: str
    text: str
    url: str
