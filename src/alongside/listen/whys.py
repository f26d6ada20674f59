"""Why a finding matters, in one sentence each. Our own reasoning, put plainly; no study is claimed."""

from collections.abc import Callable
from typing import Final

from alongside.core.language import gettext as _

WHYS: Final[dict[str, Callable[[], str]]] = {
    "listen.invitation-taken-up": lambda: _(
        "Somebody who is asked by name does not have to fight for a gap."
    ),
    "listen.credit-given": lambda: _("Ideas travel, and names get left behind unless somebody says them."),
    "listen.unanswered-questions": lambda: _(
        "A question left open can sound like an answer: that it did not matter."
    ),
    "listen.nobody-invited": lambda: _("People who wait for a gap may wait until the end. A name opens one."),
    "listen.uneven-floor": lambda: _("When few speak, the group decides with what few know."),
    "listen.not-heard": lambda: _("Silence can have many reasons. A second way in costs nobody anything."),
    "listen.one-long-stretch": lambda: _("The longer one voice goes on, the harder it gets to come in."),
    "listen.floor-taken-over": lambda: _(
        "When the floor keeps slipping away, starting to speak costs more each time."
    ),
    "listen.broken-off": lambda: _("What broke off has not been heard yet."),
}
"""By the finding's id; a test holds this list and the findings to one another."""
