"""What cannot be done in this room as it was asked."""

from alongside.core.problems import Trouble


class Refused(Trouble):
    """Something in this room cannot be done as given."""


class NotAgreed(Refused):
    """The person whose work it is has not agreed to this. Doors answer 403."""
