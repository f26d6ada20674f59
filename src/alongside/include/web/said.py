"""What a deed of this room says when it is done."""

from alongside.include.web.said_circles import said_in_circles
from alongside.include.web.said_events import said_of_events
from alongside.include.web.said_letters import said_of_letters
from alongside.include.web.said_moderation import said_in_moderation


def said(code: str) -> str:
    """The sentence for a code of ours; "" for any other."""
    of_people = said_in_circles(code) or said_in_moderation(code)
    return of_people or said_of_events(code) or said_of_letters(code)
