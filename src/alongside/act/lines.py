"""One line of the terminal: an act as the week lists it, and the command that logs it."""

import shlex
from datetime import date

from alongside.act.acts import Act, ActKind
from alongside.act.commitments import Commitment
from alongside.act.flows import as_planned
from alongside.core.ids import short
from alongside.core.language import gettext as _


def act_line(act: Act, *, today: date) -> str:
    """The act with its id, its practice and its day."""
    day = _("today") if act.day == today else act.day.isoformat()
    if not act.counts:
        return _("%(id)s  %(what)s, %(day)s (kept, not counted)") % {
            "id": short(act.id),
            "what": act.what,
            "day": day,
        }
    return f"{short(act.id)}  {act.what} ({act.counted_as.label}, {day})"


def log_line(act: Act) -> str:
    """The command that logs the act as it is, for the same day."""
    words = ["alongside", "act", "log"]
    words += ["--practice", act.counted_as.value, "--effort", str(act.effort), "--day", act.day.isoformat()]
    words += ["--talk"] if act.kind is ActKind.TALK else []
    words += ["--action", act.action] if act.action else []
    words += ["--", act.what] if act.what.startswith("-") else [act.what] if act.what else []
    return shlex.join(words)


def done_as_planned(plan: Commitment) -> Act:
    """The act that somebody who kept this plan did, not logged yet."""
    return Act(
        id=plan.id,
        day=plan.closed or plan.made,
        practice=plan.practice,
        effort=plan.effort,
        what=as_planned(plan),
        action=plan.action,
    )


def kept_line(made: Commitment) -> str:
    """Under which id a commitment was kept, and the command that logs it when it was done."""
    told = {"id": short(made.id)}
    return _("Kept as %(id)s. When you did it: alongside act log --commitment %(id)s") % told
