"""What a person does with the result of a look: keep it, or take it out again. The text is never kept."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from alongside.core.deeds import Deed, Keeper
from alongside.listen.keeping import KIND, ROOM, deed_keep


def keep_result(keeper: Keeper, body: Mapping[str, object], *, id: UUID, now: datetime) -> None:
    """Keep a result, sealed."""
    keeper.carry_out(deed_keep(body, id=id, now=now), today=now.date())


def forget_result(keeper: Keeper, look: UUID, *, today: date) -> None:
    """Take a result out again; nothing happens where there is none."""
    if look in {stored.id for stored in keeper.entries(ROOM, KIND)}:
        keeper.carry_out(Deed(action="listen.forget", drop=(look,)), today=today)
