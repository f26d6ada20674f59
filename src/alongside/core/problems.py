"""The one way in which something a person gave us is refused: the place, the cause, and the way out."""

from dataclasses import dataclass


@dataclass(slots=True)
class Trouble(Exception):
    """Something cannot be done as asked. Rooms subclass it; doors turn it into exit code 2 or an answer 422.

    `place` names where ("week3.vtt, line 214", "--effort"), `cause` what is wrong, `way_out` what to do, each
    readable on its own.
    """

    place: str
    cause: str
    way_out: str

    def __str__(self) -> str:
        """One line for the terminal."""
        if self.place:
            return f"{self.place}: {self.cause} {self.way_out}".strip()
        return f"{self.cause[:1].upper()}{self.cause[1:]} {self.way_out}".strip()
