"""Include: circles with a promise that can be read before one enters, events people can attend, and a letter.

For somebody who runs a group in spare hours, and for those who want a place with clear terms. A circle is
small and slow: no ranking, no read receipts, nobody added without their own yes.
"""

from alongside.include.budget import balance
from alongside.include.ical import to_ical
from alongside.include.ical_lint import lint_ical
from alongside.include.series import expand

__all__ = ["balance", "expand", "lint_ical", "to_ical"]
