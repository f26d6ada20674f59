"""The doors' clock. Engines never read it: they are told `today=`."""

import os
from datetime import date, datetime


def today() -> date:
    """Today where the person is. `ALONGSIDE_TODAY` (an ISO date) sets it, to try things out."""
    return now().date()


def now() -> datetime:
    """The moment where the person is; with `ALONGSIDE_TODAY` the present time of that day."""
    moment = datetime.now()  # noqa: DTZ005  # the person's own calendar day
    given = os.environ.get("ALONGSIDE_TODAY")
    return datetime.combine(date.fromisoformat(given), moment.time()) if given else moment
