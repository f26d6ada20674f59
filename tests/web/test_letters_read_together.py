"""What the rooms have for many letters is read once for all; whose else are read changes nobody's."""

from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from tests.act.web.circle_of_asks import a_round
from tests.include.web.gathering import an_evening
from tests.web.community import DAY, join, make_circle, make_member
from tests.web.world import make_world

from alongside.core.clock import today
from alongside.web.digest_lines import lines_for, prepare
from alongside.web.models import Circle, Member

pytestmark = pytest.mark.usefixtures("community")
LATER = date(2026, 3, 18)


@pytest.fixture
def mixed(db):  # noqa: ARG001  # needed for what it does
    """A hidden circle with everything in it, an open one with an ask, an evening for all, somebody new."""
    around = a_round(others=1)
    around.post()
    elsewhere(Member.objects.all())
    world = make_world()
    join(around.circle, world.people["facilitator"])
    make_circle(world.people["outsider"], name="Owls", opening="hidden", members=[world.people["member"]])
    an_evening(world.people["facilitator"], around.circle, title="For everybody", audience="everybody")
    return [*Member.objects.order_by("id"), make_member("Newly here")]


def elsewhere(members) -> None:
    """Give them other addresses: the world has a Sol, too."""
    for number, each in enumerate(members):
        address = f"asks{number}@example.org"
        Member.objects.filter(pk=each.pk).update(email=address)
        EmailAddress.objects.filter(user=each).update(email=address)


def told(lines) -> list[tuple[str, str, str, object]]:
    return [(each.section, each.text, each.url, each.circle and each.circle.pk) for each in lines]


@pytest.mark.parametrize("day", [DAY, LATER, None])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_letter_is_the_same_alone_and_among_others(mixed, day, language):
    day = day or today()
    together = prepare(mixed, today=day)
    with translation.override(language):
        for member in mixed:
            assert told(together(member)) == told(lines_for(member, today=day))


def test_the_letters_differ_by_who_may_know_what(mixed):
    together = prepare(mixed, today=today())
    texts = {each.name: " ".join(line.text + line.url for line in together(each)) for each in mixed}
    assert "For everybody" in texts["Newly here"]
    assert "Reading aloud" in texts["Mina"]
    assert "Reading aloud" not in texts["Newly here"] + texts["Outside"] + texts["Odile"]


def test_each_is_told_in_their_own_language_though_read_together(mixed):
    together = prepare(mixed, today=today())
    member = next(each for each in mixed if each.name == "Mina")
    with translation.override("en"):
        english = told(together(member))
    with translation.override("de"):
        assert told(together(member)) != english


def test_what_is_read_does_not_grow_with_the_letters(mixed):
    def asked(members) -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            lines = prepare(members, today=today())
            for each in members:
                lines(each)
        return len(queries)

    few = asked(mixed)
    more = [make_member(f"More {n}") for n in range(12)]
    around = make_circle(more[0], name="Larks", members=more[1:])
    for circle in Circle.objects.exclude(pk=around.pk):
        for each in more:
            join(circle, each)
    assert asked([*mixed, *more]) == few
