"""The doors' clock. Engines never read it: they are told `today=`."""

import os
from datetime import date, datetime
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

VARIABLE: Final = "ALONGSIDE_TODAY"


def today() -> date:
    """Today where the person is. `ALONGSIDE_TODAY` (an ISO date) sets it, to try things out."""
    return now().date()


def now() -> datetime:
    """The moment where the person is; with `ALONGSIDE_TODAY` the present time of that day.

    Raises Trouble where the variable holds no day.
    """
    moment = datetime.now()  # noqa: DTZ005  # the person's own calendar day
    given = os.environ.get(VARIABLE)
    return datetime.combine(_day(given), moment.time()) if given else moment


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise Trouble(
            VARIABLE,
            _("“%(day)s” is no day.") % {"day": given},
            _("Write it like 2026-05-31, or unset it."),
        ) from error
