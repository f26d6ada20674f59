"""Two labels that may be one person: the one that never spoke is nobody's silence until somebody says so."""

from array import array
from dataclasses import replace

from tests.listen.builders import talk

from alongside.listen.conversation import UNATTRIBUTED, ChatLine, Person
from alongside.listen.doubles import without_doubles


def with_people(*labels: str, offers: tuple[tuple[str, str], ...], speaker: tuple[int, ...]):
    made = talk(*["0 1 Ana: hello"] * len(speaker))
    return replace(
        made,
        people=tuple(Person(label=label, on_roster=True) for label in labels),
        columns=replace(made.columns, speaker=array("i", speaker)),
        alias_offers=offers,
    )


def test_without_an_offer_nothing_changes() -> None:
    c = with_people("Ana", "Ben", offers=(), speaker=(0, 0))
    assert without_doubles(c) is c


def test_two_who_both_spoke_stay_two() -> None:
    c = with_people("Ana", "Ana K.", offers=(("Ana", "Ana K."),), speaker=(0, 1))
    assert without_doubles(c) is c


def test_a_second_device_that_never_spoke_is_not_counted() -> None:
    c = with_people("Ana", "Ben", "Ana (iPad)", "Cem", offers=(("Ana", "Ana (iPad)"),), speaker=(0, 1))
    assert [person.label for person in without_doubles(c).people] == ["Ana", "Ben", "Cem"]


def test_of_two_silent_look_alikes_one_stays() -> None:
    c = with_people("Ben", "Eric", "Eric's iPad", offers=(("Eric", "Eric's iPad"),), speaker=(0,))
    assert [person.label for person in without_doubles(c).people] == ["Ben", "Eric"]


def test_chat_and_unattributed_speech_keep_their_place() -> None:
    # people 0 Ana, 1 Ana (iPad), 2 Ben; without 1, Ben is 1; the iPad's line is Ana's.
    c = with_people("Ana", "Ana (iPad)", "Ben", offers=(("Ana", "Ana (iPad)"),), speaker=(0, 2, UNATTRIBUTED))
    chat = tuple(ChatLine(at_s=None, speaker=at, text="hi") for at in (0, 1, 2))
    told = without_doubles(replace(c, chat=chat))
    assert told.speaker.tolist() == [0, 1, UNATTRIBUTED]
    assert [line.speaker for line in told.chat] == [0, 0, 1]
