"""What the tests of this room are made of."""

from datetime import date

from alongside.amplify.consent import Consent, Form, Place, State, Terms
from alongside.amplify.passing_on import Passing
from alongside.amplify.speakers import Audience, Profile

TODAY = date(2026, 3, 12)  # a Thursday
END = date(2026, 6, 30)


def a_yes(**fields: object) -> Consent:
    """A yes to a link, in the circle, until the end of June."""
    told = {"forms": frozenset({Form.LINK}), "places": frozenset({Place.CIRCLE}), "until": END}
    return Consent(state=State.GIVEN, terms=Terms(**{**told, **fields}))


def a_passing(**fields: object) -> Passing:
    told = {
        "originator": "Priya",
        "title": "A map of our ramps",
        "ally": "Sam",
        "form": Form.LINK,
        "place": Place.CIRCLE,
        "day": TODAY,
    }
    return Passing(**{**told, **fields})


def a_profile(id: str = "p", *topics: str, **fields: object) -> Profile:
    told = {"name": f"Speaker {id}", "renewed": TODAY, "seen_by": Audience.MEMBERS}
    return Profile(id=id, topics=topics or ("captions",), **{**told, **fields})
