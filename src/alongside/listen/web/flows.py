"""What a person does with the result of a look: keep it, or take it out again. The text is never kept."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from alongside.core.deeds import Deed, Entry, Keeper
from alongside.listen.keeping import KIND, ROOM


def keep_result(keeper: Keeper, body: Mapping[str, object], *, id: UUID, today: date) -> None:
    """Keep a result, sealed."""
    entry = Entry(room=ROOM, kind=KIND, day=today, body=body)
    keeper.carry_out(Deed(action="listen.keep", put={id: entry}), today=today)


def forget_result(keeper: Keeper, look: UUID, *, today: date) -> None:
    """Take a result out again; nothing happens where there is none."""
    if look in {stored.id for stored in keeper.entries(ROOM, KIND)}:
        keeper.carry_out(Deed(action="listen.forget", drop=(look,)), today=today)
