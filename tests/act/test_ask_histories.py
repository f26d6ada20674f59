"""Any order of moves by anybody: the ask stays within the diagram, drawn here once more by hand."""

from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.act.asking import ASKER, STEWARD, an_ask, later

from alongside.act.acts import Refused
from alongside.act.asks import CLOCK, FIVE_TOGETHER, AskDeed, Move, State, advance, parts_in

PEOPLE = [ASKER, STEWARD, *(UUID(int=n) for n in range(30, 34))]
EDGES = {
    "draft": {"open", "withdrawn", "closed"},
    "open": {"taken", "withdrawn", "closed"},
    "taken": {"claimed", "open", "withdrawn", "closed"},
    "claimed": {"confirmed", "not yet", "open", "withdrawn", "closed"},
    "not yet": {"claimed", "open", "withdrawn", "closed"},
    "confirmed": set(),
    "withdrawn": set(),
    "closed": set(),
}
"""Of an ask with one place. Closed stands for expired."""


def named(state: State) -> str:
    return "closed" if state is State.EXPIRED else state.value


class Histories(RuleBasedStateMachine):
    """People of a circle of six, the clock and five together try everything, with one place or with three."""

    places = 1

    def __init__(self):
        super().__init__()
        self.ask = an_ask(places=self.places, posted=None)
        self.day = 0
        self.makers = 0

    def attempt(self, move, by, take):
        before = self.ask
        try:
            self.ask = advance(before, AskDeed(move=move, take=take), by=by, today=later(self.day))
        except Refused:
            assert self.ask is before
            return
        self.check(before, move, by)

    def check(self, before, move, by):
        assert before.state not in {State.CONFIRMED, State.WITHDRAWN, State.EXPIRED}
        if self.places == 1 and before.state is not self.ask.state:
            assert named(self.ask.state) in EDGES[named(before.state)]
        if move in {Move.CONFIRM, Move.NOT_YET}:
            changed = set(self.ask.takes) - set(before.takes)
            assert by.id not in {take.by for take in changed}

    @rule(who=st.sampled_from(PEOPLE), move=st.sampled_from(list(Move)), which=st.integers(0, 3))
    def somebody_tries(self, who, move, which):
        takes = self.ask.takes
        take = takes[which] if which < len(takes) else None
        by = parts_in(self.ask, who, take=take, steward=who == STEWARD)
        self.makers += 1
        made = UUID(int=1000 + self.makers)
        self.attempt(move, by, made if move is Move.TAKE else take and take.id)

    @rule(move=st.sampled_from([Move.CONFIRM, Move.NOT_YET]), which=st.integers(0, 2))
    def five_together_say(self, move, which):
        takes = self.ask.takes
        self.attempt(move, FIVE_TOGETHER, takes[which].id if which < len(takes) else None)

    @rule(days=st.integers(1, 40))
    def time_goes_by(self, days):
        self.day += days

    @rule()
    def the_clock_closes_it(self):
        self.attempt(Move.EXPIRE, CLOCK, None)

    @invariant()
    def takers_are_different_people_and_fit_in(self):
        takers = [take.by for take in self.ask.takes]
        assert len(takers) == len(set(takers)) <= self.places

    @invariant()
    def the_asker_took_nothing_up(self):
        assert ASKER not in {take.by for take in self.ask.takes}

    @invariant()
    def a_confirmed_act_was_claimed(self):
        assert all(take.turn >= 1 for take in self.ask.takes if take.state is State.CONFIRMED)


class HistoriesOfThree(Histories):
    """The same with room for three."""

    places = 3


TestOnePlace = Histories.TestCase
TestThreePlaces = HistoriesOfThree.TestCase
for case in (TestOnePlace, TestThreePlaces):
    case.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
