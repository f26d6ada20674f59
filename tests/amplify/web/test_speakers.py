"""The directory: seen by whom the speaker chose, asked as often as they chose, gone when they go."""

from datetime import datetime
from uuid import uuid4

import pytest
from tests.web.community import DAY, client_of, make_circle, make_member

from alongside.amplify.requests import State
from alongside.amplify.speakers import Audience, Profile
from alongside.amplify.web import digest, ticks
from alongside.amplify.web import flows_speakers as flows
from alongside.amplify.web import queries_speakers as queries
from alongside.amplify.web.models import SpeakerProfile, SpeakerRequest
from alongside.web.digest_lines import readers
from alongside.web.models import Member

pytestmark = pytest.mark.usefixtures("community")
FORM = {
    "name": "Ife", "topics": "live captions\nplain language", "languages": "English", "formats": ["online"],
    "fee": "paid", "fee_words": "from 300 euros", "travel": "step-free", "about": "I sign.", "quota": "1",
    "seen_by": "members", "fee_seen_by": "members", "travel_seen_by": "organisers", "about_seen_by": "me",
}  # fmt: skip


def digest_of(member, *, today):
    """What the room puts into one member's letter."""
    return digest.lines(readers([member]), today=today)(member)


def listed(name: str = "Ife", **fields: object) -> tuple[Member, SpeakerProfile]:
    member = make_member(name)
    told = {"topics": ("live captions",), "seen_by": Audience.MEMBERS, "quota": 1}
    profile = Profile(id="", name=name, renewed=DAY, **{**told, **fields})
    flows.save_profile(member, profile, today=DAY)
    return member, SpeakerProfile.objects.get(member=member)


def page(member: Member, path: str) -> str:
    return client_of(member).get(path).content.decode()


def ask(member: Member, row: SpeakerProfile, words: str = "Speak in May?", held_on=None) -> SpeakerRequest:
    return flows.ask_speaker(member, row.pk, words, held_on, id=uuid4(), today=DAY)


@pytest.mark.parametrize("seen_by", ["me", "organisers"])
def test_a_profile_not_meant_for_a_reader_does_not_exist_for_them(seen_by):
    _speaker, row = listed(seen_by=Audience(seen_by))
    reader = make_member("Reader")

    assert client_of(reader).get(f"/amplify/speakers/{row.pk}/").status_code == 404
    assert client_of(reader).post(f"/amplify/speakers/{row.pk}/", {"words": "Come"}).status_code == 404
    assert "Ife" not in page(reader, "/amplify/speakers/?topic=captions")
    assert SpeakerRequest.objects.count() == 0


def test_the_owner_of_the_place_is_no_reader_of_what_is_for_its_speaker_alone():
    _speaker, row = listed(seen_by=Audience.ME)

    assert (
        client_of(make_member("Owner", is_owner=True)).get(f"/amplify/speakers/{row.pk}/").status_code == 404
    )


def test_each_field_is_seen_by_whom_the_speaker_chose():
    speaker, reader = make_member("Ife"), make_member("Reader")
    organiser = make_member("Stew")
    make_circle(organiser)
    assert client_of(speaker).post("/amplify/speakers/me/", FORM).status_code == 303
    path = f"/amplify/speakers/{SpeakerProfile.objects.get().pk}/"

    seen = {who: page(member, path) for who, member in (("reader", reader), ("organiser", organiser))}
    assert {who: "300 euros" in text for who, text in seen.items()} == {"reader": True, "organiser": True}
    assert {who: "Step-free" in text for who, text in seen.items()} == {"reader": False, "organiser": True}
    assert {who: "I sign." in text for who, text in seen.items()} == {"reader": False, "organiser": False}
    assert "I sign." in page(speaker, path)


def test_a_profile_lapses_after_a_year_and_one_save_renews_it(monkeypatch):
    speaker, row = listed()
    reader = make_member("Reader")
    monkeypatch.setenv("ALONGSIDE_TODAY", "2027-03-05")  # 366 days after 4 March 2026
    assert client_of(reader).get(f"/amplify/speakers/{row.pk}/").status_code == 404
    assert "Ife" not in page(reader, "/amplify/speakers/")

    client_of(speaker).post("/amplify/speakers/me/", FORM)
    assert "Ife" in page(reader, "/amplify/speakers/")


def test_who_takes_the_profile_out_is_gone_with_all_requests():
    speaker, row = listed()
    ask(make_member("Asker"), row)
    client_of(speaker).post("/amplify/speakers/me/out/")

    assert (SpeakerProfile.objects.count(), SpeakerRequest.objects.count()) == (0, 0)
    assert client_of(make_member("Reader")).get(f"/amplify/speakers/{row.pk}/").status_code == 404


def test_the_second_request_of_a_month_waits_unheard_of_and_others_are_named():
    speaker, row = listed()
    listed("Obi")
    first, second = make_member("First"), make_member("Second")
    ask(first, row)
    waits = ask(second, row, "And in June?")

    assert waits.state == State.WAITING
    text = page(speaker, "/amplify/speakers/requests/")
    assert "Speak in May?" in text
    assert "And in June?" not in text
    assert len([each for each in digest_of(speaker, today=DAY) if each.section == "own"]) == 1
    asked = page(second, "/amplify/speakers/requests/")
    assert "no room for it before 1 April 2026" in asked
    assert "Obi" in asked

    path = f"/amplify/speakers/requests/{waits.pk}/"
    assert client_of(speaker).post(path, {"deed": "yes"}).status_code == 404
    ticks.tick(now=datetime(2026, 3, 31, 23))  # noqa: DTZ001
    waits.refresh_from_db()
    assert waits.state == State.WAITING
    ticks.tick(now=datetime(2026, 4, 1, 1))  # noqa: DTZ001
    waits.refresh_from_db()
    assert waits.state == State.DELIVERED


def test_a_yes_carries_a_reply_and_a_no_needs_none():
    speaker, row = listed(quota=2)
    asker = make_member("Asker")
    yes, no = ask(asker, row), ask(asker, row, "And in June?")
    client = client_of(speaker)
    reply = {"deed": "yes", f"reply-{yes.pk}": "Write to ife at example dot org"}
    client.post(f"/amplify/speakers/requests/{yes.pk}/", reply)
    client.post(f"/amplify/speakers/requests/{no.pk}/", {"deed": "no"})
    text = page(asker, "/amplify/speakers/requests/")

    assert "Write to ife at example dot org" in text
    assert "A no needs no reason." in text


def test_nobody_answers_or_takes_back_for_another():
    _speaker, row = listed()
    request = ask(make_member("Asker"), row)
    stranger = client_of(make_member("Stranger", role="admin"))

    assert stranger.post(f"/amplify/speakers/requests/{request.pk}/", {"deed": "no"}).status_code == 404
    assert stranger.post(f"/amplify/speakers/requests/{request.pk}/back/").status_code == 404
    request.refresh_from_db()
    assert request.state == State.DELIVERED


def test_a_request_without_an_answer_comes_to_an_end_and_is_deleted_in_time():
    _speaker, row = listed()
    request = ask(make_member("Asker"), row)
    ticks.tick(now=datetime(2026, 3, 24, 23))  # noqa: DTZ001  # 20 days
    assert SpeakerRequest.objects.get().state == State.DELIVERED
    ticks.tick(now=datetime(2026, 3, 25, 1))  # noqa: DTZ001  # 21 days
    assert SpeakerRequest.objects.get().state == State.LAPSED
    ticks.tick(now=datetime(2026, 6, 3))  # noqa: DTZ001  # 91 days
    assert not SpeakerRequest.objects.filter(pk=request.pk).exists()


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"topics": ""}, "topics"),
        ({"name": ""}, "name"),
        ({"quota": "31"}, "quota"),
        ({"quota": "often"}, "quota"),
        ({"fee": "gold"}, "fee"),
        ({"seen_by": "everybody"}, "seen_by"),
        ({"travel": "x" * 401}, "travel"),
    ],
)
def test_a_profile_that_does_not_fit_is_refused_at_its_field(form, field):
    answer = client_of(make_member("Ife")).post("/amplify/speakers/me/", {**FORM, **form})

    assert answer.status_code == 422
    assert f'href="#id_{field}' in answer.content.decode()
    assert SpeakerProfile.objects.count() == 0


def test_who_says_nothing_about_readers_is_seen_by_nobody():
    form = {key: value for key, value in FORM.items() if not key.endswith("seen_by")}
    client_of(make_member("Ife")).post("/amplify/speakers/me/", form)

    assert SpeakerProfile.objects.get().seen_by == "me"
    assert queries.search(make_member("Reader"), queries.Wanted(), today=DAY) == ()


def test_a_search_stays_quick_for_many_profiles(django_assert_max_num_queries):
    for number in range(6):
        listed(f"Speaker {number}")
    reader = make_member("Reader")
    with django_assert_max_num_queries(3):
        assert len(queries.search(reader, queries.Wanted(topic="captions"), today=DAY)) == 6
