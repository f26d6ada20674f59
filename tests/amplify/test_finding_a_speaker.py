"""The directory shows what each speaker let each reader see, and knows no key for who somebody is."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.amplify.builders import TODAY, a_profile

from alongside.amplify.refusals import Refused
from alongside.amplify.speakers import Audience, Fee, Format, Wanted, check, find, is_listed

MEMBERS, ORGANISERS, ME = Audience.MEMBERS, Audience.ORGANISERS, Audience.ME


def found(profiles, wanted=None, *, to=MEMBERS):
    return [each.id for each in find(profiles, wanted or Wanted(), to=to, today=TODAY)]


@pytest.mark.parametrize(
    ("seen_by", "to", "listed"),
    [
        (ME, MEMBERS, False), (ME, ORGANISERS, False), (ME, ME, True),
        (ORGANISERS, MEMBERS, False), (ORGANISERS, ORGANISERS, True), (ORGANISERS, ME, True),
        (MEMBERS, MEMBERS, True), (MEMBERS, ORGANISERS, True), (MEMBERS, ME, True),
    ],
)  # fmt: skip
def test_a_profile_is_found_by_the_readers_its_owner_chose(seen_by, to, listed):
    assert is_listed(a_profile(seen_by=seen_by), to=to, today=TODAY) is listed


@pytest.mark.parametrize("field", ["fee", "travel", "about"])
@pytest.mark.parametrize("seen_by", list(Audience))
@pytest.mark.parametrize("to", list(Audience))
def test_a_field_is_shown_to_the_readers_its_owner_chose(field, seen_by, to):
    words = {"fee_words": "300 euros", "travel": "step-free", "about": "I sign."}
    profile = a_profile(**words, **{f"{field}_seen_by": seen_by})
    (shown,) = find([profile], Wanted(), to=to, today=TODAY)
    seen = {"fee": shown.fee_words, "travel": shown.travel, "about": shown.about}[field]

    wide = [ME, ORGANISERS, MEMBERS]
    assert bool(seen) is (wide.index(seen_by) >= wide.index(to))


def test_a_fee_that_is_hidden_cannot_be_found_out_by_looking_for_people_without_one():
    hidden = a_profile(fee=Fee.FREE, fee_seen_by=ME)

    assert find([hidden], Wanted(), to=MEMBERS, today=TODAY)[0].fee is None
    assert found([hidden], Wanted(without_fee=True)) == []


def test_a_profile_lapses_after_a_year():
    # 12 March 2026 and 366 days: 13 March 2027 is the first day without it
    assert a_profile().lapses == date(2027, 3, 13)
    assert is_listed(a_profile(), to=MEMBERS, today=date(2027, 3, 12))
    assert not is_listed(a_profile(), to=MEMBERS, today=date(2027, 3, 13))


@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_what_people_write_about_themselves_is_never_searched(words):
    plain = a_profile("p", "captions")
    telling = a_profile(
        "p", "captions", about=words, about_seen_by=MEMBERS, travel=words, travel_seen_by=MEMBERS
    )

    assert found([plain], Wanted(topic=words)) == found([telling], Wanted(topic=words))


def test_there_is_no_key_for_who_somebody_is():
    assert {each.name for each in fields(Wanted)} == {"topic", "languages", "format", "without_fee"}


def test_the_best_topic_comes_first_then_who_was_asked_longest_ago():
    both = a_profile("both", "captions at events", last_asked=TODAY)
    long_ago = a_profile("long", "captions", last_asked=TODAY - timedelta(days=90))
    lately = a_profile("lately", "captions", last_asked=TODAY - timedelta(days=3))
    never = a_profile("never", "captions")
    other = a_profile("other", "pay gaps")

    assert found([lately, other, long_ago, both, never], Wanted(topic="captions events")) == [
        "both", "never", "long", "lately",
    ]  # fmt: skip


def test_names_do_not_decide_who_is_first():
    aa = [a_profile(each, name="Aaron") for each in "abc"]
    zz = [a_profile(each, name="Zoe") for each in "abc"]

    assert found(aa) == found(zz)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted(topic="CAPTION"), True),
        (Wanted(topic="cafés"), False),
        (Wanted(languages="deutsch"), True),
        (Wanted(languages="español deutsch"), False),
        (Wanted(format=Format.ONLINE), True),
        (Wanted(format=Format.WRITTEN), False),
        (Wanted(without_fee=True), False),
    ],
)
def test_topic_language_format_and_fee_narrow_it(wanted, fits):
    profile = a_profile("p", "Captions", languages=("Deutsch", "English"), formats=frozenset({Format.ONLINE}))
    assert found([profile], wanted) == (["p"] if fits else [])


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"name": " "}, "name"),
        ({"topics": (" ",)}, "topics"),
        ({"topics": tuple(map(str, range(13)))}, "topics"),
        ({"topics": ("x" * 401,)}, "topics"),
        ({"quota": -1}, "quota"),
        ({"quota": 31}, "quota"),
        ({"about": "x" * 401}, "about"),
        ({"travel": "x" * 401}, "travel"),
    ],
)
def test_a_profile_that_does_not_fit_is_refused_at_its_field(fields, place):
    topics = fields.pop("topics", ("captions",))
    with pytest.raises(Refused) as refused:
        check(a_profile("p", *topics, **fields))
    assert refused.value.place == place


def test_a_profile_is_tidied_and_paid_unless_its_owner_says_otherwise():
    tidy = check(a_profile("p", " live   captions ", "live captions", ""))

    assert tidy.topics == ("live captions",)
    assert tidy.fee is Fee.PAID
