"""Include: a place with a promise one can read before entering, and events that people can attend.

For somebody who brings people together in spare hours: rooms, invitations, access, a small budget. Small,
thin and slow on purpose: no forum, no chat.
"""

from alongside.include.budget import balance
from alongside.include.ical import to_ical
from alongside.include.ical_lint import lint_ical
from alongside.include.series import expand

__all__ = ["balance", "expand", "lint_ical", "to_ical"]
