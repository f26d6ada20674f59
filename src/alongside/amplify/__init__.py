"""Amplify: pass on what somebody said or made, with their yes and their name; find speakers who offered.

Nothing is passed on without the consent of the person whose work it is, who says what, where and until when,
and takes it back at any time. The directory lists who wants to be found, by what they know and never by who
they are.
"""

from alongside.amplify.consent import agree, covers
from alongside.amplify.passing_on import credit, pass_on
from alongside.amplify.speakers import find

__all__ = ["agree", "covers", "credit", "find", "pass_on"]
