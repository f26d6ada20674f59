"""Nothing of a circle comes out to somebody who is not in it, whatever they ask for."""

import pytest
from tests.web import foreign_ids
from tests.web.foreign_ids import plant, search, texts_of, things_in
from tests.web.world import make_world

from alongside.web.models import Circle

pytestmark = [pytest.mark.usefixtures("community"), pytest.mark.exhaustive]


def test_three_hundred_requests_give_nothing_away_and_change_nothing():
    found = search(make_world(), requests=300, seed=1)

    assert (found.leaks, found.changed, found.broken) == ([], [], [])
    assert found.words >= 2  # the circle's own name and purpose, at least


@pytest.mark.nightly
def test_ten_thousand_requests_give_nothing_away_and_change_nothing():
    found = search(make_world(), requests=10_000, seed=2)

    assert (found.leaks, found.changed, found.broken) == ([], [], [])


def test_every_text_of_the_circle_is_planted_once():
    world = make_world()
    words = plant(world)
    held = [getattr(row, field.attname) for row in things_in(world) for field in texts_of(row)]

    assert sorted(held) == sorted(words)
    assert Circle.objects.get(pk=world.circle.pk).name in words


def test_the_search_finds_a_word_that_is_given_away(monkeypatch):
    world = make_world()

    def careless(_client, _address, world, _chance, *, before):  # noqa: ARG001  # in the place of `ask`
        return Circle.objects.get(pk=world.circle.pk).name, 200, False

    monkeypatch.setattr(foreign_ids, "ask", careless)
    assert search(world, requests=3, seed=1).leaks != []


def test_the_search_sees_that_something_was_changed():
    world = make_world()
    before = foreign_ids.fingerprint(world)
    Circle.objects.filter(pk=world.circle.pk).update(purpose="")

    assert foreign_ids.fingerprint(world) != before
