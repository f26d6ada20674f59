"""Results held in memory: found again by their ticket, by their member, for a while; never too many."""

from uuid import UUID

from alongside.web import held
from alongside.web.held import HELD_MOST, Held

ANA, BEN = UUID(int=1), UUID(int=2)


def test_a_ticket_finds_its_result_for_its_member_alone() -> None:
    store = Held()
    ticket = store.put("a result", owner=ANA)
    assert (store.get(ticket, owner=ANA), store.get(ticket, owner=BEN)) == ("a result", None)


def test_after_an_hour_it_is_gone(monkeypatch) -> None:
    store = Held()
    ticket = store.put("a result", owner=ANA)
    later = held.time.monotonic() + held.HELD_S + 1
    monkeypatch.setattr(held.time, "monotonic", lambda: later)
    assert store.get(ticket, owner=ANA) is None


def test_the_oldest_makes_room() -> None:
    store = Held()
    first = store.put("the first", owner=ANA)
    for _more in range(HELD_MOST):
        last = store.put("another", owner=ANA)
    assert (store.get(first, owner=ANA), store.get(last, owner=ANA)) == (None, "another")


def test_forgetting_takes_all_of_one_member() -> None:
    store = Held()
    hers, his = store.put("hers", owner=ANA), store.put("his", owner=BEN)
    store.forget_all(owner=ANA)
    assert (store.get(hers, owner=ANA), store.get(his, owner=BEN)) == (None, "his")
