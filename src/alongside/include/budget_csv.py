"""The budget as a table for a spreadsheet, safe to open: no cell can start a formula."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.budget import Balance, Line

_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First characters by which spreadsheets take a cell for a formula; the wide forms count too (OWASP)."""


def to_csv(lines: Sequence[Line], total: Balance, *, currency: str) -> str:
    """The lines, then the sums. Amounts have two places and a point, whatever the language."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow([_("Day"), _("What"), _("Where it stands"), _("Amount"), _("Spent"), _("Currency")])
    for line in lines:
        spent = "" if line.spent is None else f"{line.spent:.2f}"
        table.writerow(
            [
                line.day.isoformat(),
                safe(line.what),
                line.state.label,
                f"{line.amount:.2f}",
                spent,
                safe(currency),
            ]
        )
    sums = ((_("Granted"), total.granted), (_("Planned"), total.planned), (_("Approved"), total.approved))
    for label, amount in (*sums, (_("Spent"), total.spent), (_("Left"), total.left)):
        table.writerow(["", label, "", f"{amount:.2f}", "", safe(currency)])
    return out.getvalue()


def safe(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would calculate it."""
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS) else text
