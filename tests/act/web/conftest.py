"""The pages of this room on a day that stands still, Thursday 12 March 2026."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from tests.act.builders import TODAY

from alongside.act import flows
from alongside.act.commitments import Commitment
from alongside.act.diary import Diary, read_diary

if TYPE_CHECKING:
    from alongside.web.keeper import DjangoKeeper


@pytest.fixture(autouse=True)
def thursday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_TODAY", TODAY.isoformat())


@pytest.fixture
def diary(keeper: "DjangoKeeper") -> Callable[[], Diary]:
    """The owner's diary as it is at the moment of asking."""
    return lambda: read_diary(keeper)


@pytest.fixture
def planned(keeper: "DjangoKeeper") -> Callable[[Commitment], Commitment]:
    """Make a commitment and return it."""
    return lambda commitment: flows.commit(keeper, commitment, today=TODAY)
