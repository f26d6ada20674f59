"""What a person does with a rule: hide it for themselves, or show it again. No text comes in here."""

from datetime import date
from uuid import UUID

from alongside.core.deeds import Keeper
from alongside.interrupt.keeping import deed_hide, deed_show, read_hidden


def hide_rule(keeper: Keeper, rule: str, *, id: UUID, today: date) -> None:
    """Hide a rule; nothing happens where it is hidden already."""
    if rule not in read_hidden(keeper):
        keeper.carry_out(deed_hide(rule, id=id, today=today), today=today)


def show_rule(keeper: Keeper, rule: str, *, today: date) -> None:
    """Show a rule again; nothing happens where it is not hidden."""
    hidden = read_hidden(keeper).get(rule)
    if hidden:
        keeper.carry_out(deed_show(hidden), today=today)
