"""What the terminal's door asks about letters. Each makes the data folder ready and starts Django first."""

import os
from datetime import date, datetime
from typing import TYPE_CHECKING

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.set_up import set_up

if TYPE_CHECKING:
    from alongside.include.digest import Digest


def due(today: date) -> tuple[int, int]:
    """How many letters are due: weekly, monthly. Raises Trouble where there is no community."""
    _need_community()
    from alongside.include.web.flows_letters import due_letters  # Django must be set up first

    every = list(due_letters(today).values_list("every", flat=True))
    return every.count("week"), every.count("month")


def sample(today: date) -> "Digest":
    """The letter of a member in no circle."""
    _need_community()
    from alongside.include.web.letters import own_digest
    from alongside.web.models import Member

    return own_digest(Member(), None, today=today)


def send_due(now: datetime) -> tuple[int, int]:
    """Queue what is due and send what waits; how many were taken, how many still wait."""
    _need_community()
    from alongside.include.web.flows_letters import queue_due
    from alongside.web.models import OutboxRow
    from alongside.web.outbox import deliver

    while queue_due(now=now):
        pass
    sent = deliver(now=now, within_s=float("inf"))
    return sent, OutboxRow.objects.count()


def end_letters_to(address: str, today: date) -> int:
    """End every letter to an address; how many there were."""
    _need_community()
    from alongside.include.web.flows_letters import end_for_address

    return end_for_address(address, by=None, today=today)


def _need_community() -> None:
    folder = set_up()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.web.settings")
    import django

    django.setup()
    from django.conf import settings

    if not settings.COMMUNITY:
        raise Trouble(
            str(folder),
            _("no community lives in this folder, so there are no letters."),
            _("Begin one: alongside serve --community. If it has a folder of its own, add --data DIR."),
        )
