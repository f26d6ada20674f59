"""The doors' clock. Engines never read it: they are told `today=`."""

import os
from datetime import date


def today() -> date:
    """Today where the person is. `ALONGSIDE_TODAY` (an ISO date) sets it, to try things out."""
    given = os.environ.get("ALONGSIDE_TODAY")
    return date.fromisoformat(given) if given else date.today()  # noqa: DTZ011  # the person's own calendar day
