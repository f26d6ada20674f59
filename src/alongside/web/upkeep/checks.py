"""What the doctor says of one thing: how it stands, why, and what to type."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from alongside.core.language import gettext as _
from alongside.core.paragraphs import hanging, indented


class State(StrEnum):
    """How a thing stands, mildest first."""

    OK = "ok"
    ATTEND = "attend"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the doctor. `do` is what to type or to change; empty where all is well."""

    about: str
    state: State
    why: str
    do: str = ""


def fine(about: str, why: str) -> Check:
    """All is well."""
    return Check(about=about, state=State.OK, why=why)


def attend(about: str, why: str, do: str) -> Check:
    """It works, and should be looked at."""
    return Check(about=about, state=State.ATTEND, why=why, do=do)


def stop(about: str, why: str, do: str) -> Check:
    """It must be mended before others rely on it."""
    return Check(about=about, state=State.STOP, why=why, do=do)


def as_json(checks: Sequence[Check]) -> str:
    """All checks for another program."""
    return json.dumps(
        {
            "schema_version": 1,
            "verdict": max((check.state for check in checks), key=list(State).index),
            "checks": [asdict(check) for check in checks],
        },
        ensure_ascii=False,
        indent=1,
    )


def as_text(checks: Sequence[Check]) -> str:
    """All checks as lines, what to type below what is not well, and a last line that sums up."""
    words = {State.OK: _("ok"), State.ATTEND: _("attend"), State.STOP: _("stop")}
    width = max(len(word) for word in words.values())
    lines = []
    for check in checks:
        lines += hanging(f"{words[check.state]:{width}}  {check.about}: {check.why}", by=width + 2)
        if check.do:
            lines += indented(f"→ {check.do}", by=width + 2)
    return "\n".join([*lines, "", _summary(checks)])


def _summary(checks: Sequence[Check]) -> str:
    count = {state: sum(check.state is state for check in checks) for state in State}
    return _("%(fine)d fine, %(attend)d to attend to, %(stop)d to mend now.") % {
        "fine": count[State.OK],
        "attend": count[State.ATTEND],
        "stop": count[State.STOP],
    }
