"""How a document is refused: its name, what is wrong with it, and what to do."""

from alongside.core.problems import Trouble


class Unreadable(Trouble):
    """A document that cannot be checked as it is, with the cause and the way out in a sentence each."""
