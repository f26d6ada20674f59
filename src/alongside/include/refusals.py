"""The one way in which this room refuses something."""

from alongside.core.problems import Trouble


class Refused(Trouble):
    """Something in this room cannot be done or read as given. `place` is the field it belongs to."""
