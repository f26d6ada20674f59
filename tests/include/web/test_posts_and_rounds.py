"""Posts fold under their note, say when they go, and go; in a round each speaks once, and guests listen."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.include.web.circles import held, on_day, page, send, url, with_clauses
from tests.web.community import client_of, join, make_circle, make_member

from alongside.include.web.models import ListeningRound, Post, Turn
from alongside.include.web.ticks import circles as tick
from alongside.web.models import Circle, Member, Membership

pytestmark = pytest.mark.usefixtures("community")


def of_two() -> tuple[Member, Member, Circle]:
    sol, mina = make_member("Sol"), make_member("Mina")
    return sol, mina, with_clauses(make_circle(sol, members=[mina]))


def posted(member: Member, circle: Circle, text: str = "Words", **form: str) -> Post:
    send(client_of(member), "circle-post", circle, **{"text": text, "note": "", "days": "30", **form})
    return Post.objects.get(text=text)


def test_a_content_note_folds_the_text():
    sol, mina, circle = of_two()
    posted(mina, circle, "What happened to me", note="violence at home")
    seen = page(client_of(sol), "circle", circle)
    start = seen.index("<details")

    assert "Content note: violence at home" in seen
    assert start < seen.index("What happened to me") < seen.index("</details>", start)


def test_a_post_says_when_it_goes_and_is_gone_then(monkeypatch):
    _sol, mina, circle = of_two()
    posted(mina, circle, "Here for a month")
    assert "goes on 3 April 2026" in page(client_of(mina), "circle", circle)
    on_day(monkeypatch, 30)
    assert "goes tonight" in page(client_of(mina), "circle", circle)
    day = on_day(monkeypatch, 31)
    assert "Here for a month" not in page(client_of(mina), "circle", circle)
    for _again in range(2):
        tick(now=datetime(day.year, day.month, day.day))  # noqa: DTZ001  # as the clock gives it
    assert not Post.objects.exists()


def test_posts_stand_in_the_order_of_writing_and_in_no_other():
    sol, mina, circle = of_two()
    for member, text in ((mina, "First"), (sol, "Second"), (mina, "Third")):
        posted(member, circle, text)
    seen = page(client_of(sol), "circle", circle)

    assert seen.index("Third") < seen.index("Second") < seen.index("First")


def test_a_form_sent_twice_is_one_post():
    _sol, mina, circle = of_two()
    once = {"once": "7d3d3c1e-0a52-4f7a-9c2e-000000000002"}
    posted(mina, circle, **once)
    posted(mina, circle, **once)

    assert Post.objects.count() == 1


def test_what_is_too_long_is_kept_and_said_at_its_field():
    _sol, mina, circle = of_two()
    answer = client_of(mina).post(url("circle-post", circle), {"text": "x" * 5001, "note": "n", "days": "30"})
    text = answer.content.decode()

    assert answer.status_code == 422
    assert 'id="id_text-error"' in text
    assert "x" * 5001 in text
    assert not Post.objects.exists()


def test_longer_than_the_charter_allows_is_not_offered_and_not_taken():
    _sol, mina, circle = of_two()
    client = client_of(mina)
    assert 'value="365"' not in page(client, "circle-post", circle)
    assert client.post(url("circle-post", circle), {"text": "Hi", "days": "365"}).status_code == 422


def test_a_changed_post_says_so_and_goes_on_the_same_day(monkeypatch):
    _sol, mina, circle = of_two()
    post = posted(mina, circle)
    on_day(monkeypatch, 10)
    send(client_of(mina), "circle-post-change", circle, post.pk, text="Better words", note="loss")

    assert "changed since" in page(client_of(mina), "circle", circle)
    assert Post.objects.get().last_day == post.last_day


def test_nobody_changes_or_deletes_the_words_of_others():
    sol, mina, circle = of_two()
    post = posted(mina, circle)
    client = client_of(sol)

    assert client.get(url("circle-post-change", circle, post.pk)).status_code == 404
    assert client.post(url("circle-post-change", circle, post.pk), {"text": "Mine"}).status_code == 404
    assert client.post(url("circle-post-delete", circle, post.pk)).status_code == 404
    assert Post.objects.get().text == "Words"


def test_a_post_is_not_reached_through_another_circle():
    _sol, mina, circle = of_two()
    post = posted(mina, circle)
    other = with_clauses(make_circle(make_member("Otto"), members=[mina]))

    assert client_of(mina).post(url("circle-post-delete", other, post.pk)).status_code == 404


def test_ones_own_words_can_be_deleted_also_while_paused():
    _sol, mina, circle = of_two()
    post = posted(mina, circle)
    Membership.objects.filter(member=mina).update(paused_until="2026-03-08")
    assert "Deleted." in send(client_of(mina), "circle-post-delete", circle, post.pk)
    assert not Post.objects.exists()


def test_earlier_posts_are_on_the_next_page():
    _sol, mina, circle = of_two()
    author = held(mina, circle)
    Post.objects.bulk_create(
        Post(
            circle=circle,
            author=author,
            text=f"Number {n:02}",
            written=f"2026-03-03T10:{n:02}Z",
            last_day="2026-04-01",
        )
        for n in range(21)
    )
    client = client_of(mina)
    first = page(client, "circle", circle)
    assert "Number 01" in first
    assert "Number 00" not in first
    before = Post.objects.get(text="Number 01").pk
    assert f"?before={before}" in first
    assert "Number 00" in client.get(f"{url('circle', circle)}?before={before}").content.decode()


def asked(client: Client, address: str) -> int:
    """How often the database is asked for a page; the first answer after signing in writes the session."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_circles_page_asks_the_database_four_times_beside_its_frame_whatever_its_size():
    _sol, mina, circle = of_two()
    client = client_of(mina)
    frame = asked(client, reverse("include:circles-found"))  # charters come from files
    alone = asked(client, url("circle", circle))
    for n in range(15):
        author = join(circle, make_member(f"Member {n}"))
        Post.objects.create(
            circle=circle, author=author, text="Hi", written="2026-03-03T10:00Z", last_day="2026-04-01"
        )

    assert asked(client, url("circle", circle)) == alone
    assert alone - frame == 4  # membership with circle, charters, posts, rounds


def opened(sol: Member, circle: Circle) -> ListeningRound:
    send(client_of(sol), "circle-round-new", circle, question="What helped?", days="7")
    return ListeningRound.objects.get()


def test_everybody_speaks_once():
    sol, mina, circle = of_two()
    round_ = opened(sol, circle)
    client = client_of(mina)
    assert "Said." in send(client, "circle-round", circle, round_.pk, text="A chair.")
    answer = client.post(url("circle-round", circle, round_.pk), {"text": "And a lamp."})

    assert answer.status_code == 422
    assert "everybody speaks once" in answer.content.decode()
    assert Turn.objects.count() == 1
    assert "A chair." in page(client_of(sol), "circle-round", circle, round_.pk)


def test_who_passes_is_seen_by_nobody_and_can_still_speak():
    sol, mina, circle = of_two()
    round_ = opened(sol, circle)
    before = page(client_of(sol), "circle-round", circle, round_.pk)
    send(client_of(mina), "circle-round-pass", circle, round_.pk)
    assert page(client_of(sol), "circle-round", circle, round_.pk) == before
    assert "Mina" not in page(client_of(sol), "circle-round", circle, round_.pk)
    send(client_of(mina), "circle-round", circle, round_.pk, text="Now I know.")

    assert "Now I know." in page(client_of(sol), "circle-round", circle, round_.pk)


def test_a_guest_listens():
    sol, _mina, circle = of_two()
    gale = join(circle, make_member("Gale"), part="guest").member
    round_ = opened(sol, circle)
    client = client_of(gale)
    seen = page(client, "circle-round", circle, round_.pk)

    assert "In this round you listen." in seen
    assert "<textarea" not in seen
    assert client.post(url("circle-round", circle, round_.pk), {"text": "But I"}).status_code == 422
    assert client.post(url("circle-round-pass", circle, round_.pk)).status_code == 422
    assert client.get(url("circle-post", circle)).status_code == 404
    assert not Turn.objects.exists()


def test_only_those_who_lead_open_and_close():
    sol, mina, circle = of_two()
    assert client_of(mina).get(url("circle-round-new", circle)).status_code == 404
    round_ = opened(sol, circle)
    assert client_of(mina).post(url("circle-round-close", circle, round_.pk)).status_code == 404
    send(client_of(sol), "circle-round-close", circle, round_.pk)
    answer = client_of(mina).post(url("circle-round", circle, round_.pk), {"text": "Late"})

    assert answer.status_code == 422
    assert "This round is closed" in answer.content.decode()
    assert "Late" not in page(client_of(sol), "circle-round", circle, round_.pk)


def test_after_its_day_a_round_takes_no_words_and_goes_with_the_charters_time(monkeypatch):
    sol, mina, circle = of_two()
    round_ = opened(sol, circle)
    on_day(monkeypatch, 8)
    assert client_of(mina).post(url("circle-round", circle, round_.pk), {"text": "Late"}).status_code == 422
    day = on_day(monkeypatch, 98)  # 7 days open, 90 of the charter, and one more
    tick(now=datetime(day.year, day.month, day.day))  # noqa: DTZ001  # as the clock gives it
    assert not ListeningRound.objects.exists()


def test_words_can_be_taken_back():
    sol, mina, circle = of_two()
    round_ = opened(sol, circle)
    send(client_of(mina), "circle-round", circle, round_.pk, text="Too much.")
    send(client_of(mina), "circle-round-take-back", circle, round_.pk)

    assert "Too much." not in page(client_of(sol), "circle-round", circle, round_.pk)


def test_the_words_of_others_can_be_reported_and_ones_own_changed():
    sol, mina, circle = of_two()
    post = posted(mina, circle)

    assert url("report-post", circle, post.pk) in page(client_of(sol), "circle", circle)
    assert url("report-post", circle, post.pk) not in page(client_of(mina), "circle", circle)
    assert url("circle-post-change", circle, post.pk) in page(client_of(mina), "circle", circle)
