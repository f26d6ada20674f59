"""Entries get their types or are refused by name; filters hold; the library says where it is thin."""

from datetime import date

import pytest
from tests.learn.builders import a_card, a_library, a_work

from alongside.core.grounds import Ground
from alongside.core.practices import Practice
from alongside.learn.fields import Refused
from alongside.learn.gaps import thin_places
from alongside.learn.library import Filters, Type, library_of, resource

ENTRY = {
    "id": "a-work", "title": "A work", "authors": ["A. Person"], "year": 2019, "perspective": "",
    "type": "paper", "level": 2, "minutes": 40, "practices": ["learn"], "grounds": ["race"], "topics": ["x"],
    "language": "en", "regions": ["US"], "access": ["text"], "cost": "free", "url": "https://example.org",
    "licence": "link only", "checked_on": "2026-01-15", "checked_how": "abstract", "why": "Because.",
    "provenance": {"made_by": "project", "method": "drafted", "read": "abstract"}, "review": "unreviewed",
}  # fmt: skip


def test_an_entry_becomes_a_work():
    work = resource(ENTRY)
    assert (work.type, work.practices, work.grounds) == (Type.PAPER, (Practice.LEARN,), (Ground.RACE,))
    assert work.checked_on == date(2026, 1, 15)
    assert work.standing.sentence == "Unreviewed. How it was made: drafted. We read its abstract only."
    assert (work.cost_label, work.access_label) == ("free", "text")


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("type", "song", "none of: article"),
        ("practices", ["hear"], "none of: learn"),
        ("grounds", "race", "not a list"),
        ("minutes", "40", "whole number"),
        ("level", True, "whole number"),
        ("checked_on", "2026-02-30", "no day"),
    ],
)
def test_what_does_not_fit_is_refused_with_entry_and_field(field, value, why):
    with pytest.raises(Refused, match=f"entry a-work, {field}.*{why}"):
        resource({**ENTRY, field: value})


def test_a_work_is_found_under_its_former_id():
    library = library_of([a_work("new", alias=("old",))])
    assert library.find("old") is library.find("new")
    assert library.find("other") is None


def test_no_filter_allows_everything():
    assert not Filters().any_set
    assert len(a_library(2).matching(Filters())) == 16


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        (Filters(practice=Practice.LISTEN), True),
        (Filters(practice=Practice.REPAIR), False),
        (Filters(type="book"), False),
        (Filters(minutes=10), True),
        (Filters(minutes=9), False),
        (Filters(level=2), True),
        (Filters(level=1), False),
        (Filters(language="EN"), True),
        (Filters(language="en-GB"), True),
        (Filters(language="de"), False),
        (Filters(region="ke"), True),
        (Filters(region="US"), False),
        (Filters(ground=Ground.AGE), True),
        (Filters(ground=Ground.RACE), False),
    ],
)
def test_each_filter_holds(filters, fits):
    work = a_work(language="en-IE", regions=("KE",), grounds=(Ground.AGE,))
    assert filters.allow(work) is fits


def test_a_full_library_is_thin_nowhere():
    works = [
        *a_library(40, regions=("KE", "IN", "DE", "BR")),
        *(a_work(f"de-{n}", language="de") for n in range(5)),
    ]
    cards = [a_card(f"c{n}", practices=(p,), grounds=(g,)) for n, (p, g) in enumerate(_pairs())]
    assert thin_places(library_of(works), cards) == ()


def _pairs() -> list[tuple[Practice, Ground]]:
    grounds = [g for g in Ground if g is not Ground.ANY]
    return [(tuple(Practice)[n % 8], grounds[n % 16]) for n in range(48)]


def test_an_empty_library_is_thin_everywhere_and_says_how_thin():
    places = thin_places(library_of([a_work(practices=(Practice.LISTEN,))]))
    listen = next(each for each in places if each.of == "practice" and each.name == "Listen")
    assert (listen.count, listen.wanted, listen.sentence) == (1, 5, "Listen: 1 entry")
    assert {each.of for each in places} == {
        "practice", "ground", "type", "language", "region", "card-practice", "card-ground",
    }  # fmt: skip
