"""What an event says about access, and what a host learns of needs: counts and notes, never a person."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from alongside.include.access import Access, Asked, Need, Offer, Standing, for_host, last_day_of_needs

NEEDS = st.sets(st.sampled_from(Need))


def test_where_nothing_was_said_nothing_is_claimed():
    assert Access().lines() == ()
    assert {offer.standing for offer in Access().all} == {Standing.UNKNOWN}
    assert [offer.need for offer in Access().all] == list(Need)


def test_every_point_has_words_of_its_own():
    words = [words for need in Need for words in (need.label, need.hint)]

    assert len({*words, ""}) == 2 * len(Need) + 1


def test_the_lines_say_what_is_there_and_whom_to_ask():
    told = Access(
        offers=(
            Offer(need=Need.CAPTIONS, standing=Standing.ASK, note="A week before."),
            Offer(need=Need.STEP_FREE, standing=Standing.NO),
            Offer(need=Need.FOOD),
        ),
        getting_there="Tram 4, two stops.",
        ask_whom="Noor",
    )

    assert told.lines() == (
        "Step-free, toilet too: no.",
        "Captions: if you ask. A week before.",
        "How to get there: Tram 4, two stops.",
        "Questions about access: Noor",
    )


def test_nobody_asked_nothing_to_arrange():
    told = for_host([Asked(), Asked()])

    assert (told.counts, told.notes) == ((), ())


@given(
    st.lists(st.builds(Asked, needs=NEEDS.map(frozenset), note=st.text(max_size=9)), max_size=9), st.randoms()
)
def test_the_host_reads_the_same_in_whatever_order_people_asked(asked, chance):
    mixed = list(asked)
    chance.shuffle(mixed)

    assert for_host(asked) == for_host(mixed)


def test_notes_are_told_apart_from_needs_and_in_no_order_of_asking():
    told = for_host(
        [
            Asked(needs=frozenset({Need.QUIET_ROOM, Need.CAPTIONS}), note="Near the door, please"),
            Asked(needs=frozenset({Need.CAPTIONS}), note="I read lips"),
        ]
    )

    assert told.counts == ((Need.CAPTIONS, 2), (Need.QUIET_ROOM, 1))
    assert told.notes == ("I read lips", "Near the door, please")


def test_needs_stay_for_fourteen_days_and_are_gone_on_the_fifteenth():
    # An event that ends on 1 May: the 15th is the 14th day after it, and the last.
    assert last_day_of_needs(date(2026, 5, 1)) == date(2026, 5, 15)
