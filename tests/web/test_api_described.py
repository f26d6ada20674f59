"""Whatever a program sends, it gets an answer that the description names, and never a broken page."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck
from hypothesis import settings as examples
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance
from tests.web.community import DAY, open_vault_in
from tests.web.world import make_world

from alongside.act.web.models import TakeUp
from alongside.web.api import tokens
from alongside.web.api.door import api
from alongside.web.api.tokens import Scope
from alongside.web.models import Membership

pytestmark = pytest.mark.exhaustive

EXAMPLES = 25
"""For each operation and kind of data; the bench asks for more."""

NAMED = {"circle", "ask", "event", "take"}

DESCRIBED = schemathesis.openapi.from_dict(api.get_openapi_schema())
DESCRIBED.app = get_wsgi_application()


@pytest.fixture
def world(community, monkeypatch):  # noqa: ARG001  # a fixture needed for what it does
    """A community with a circle, asks and events to be named in addresses."""
    for signal in (request_started, request_finished):  # as Django's own test client does
        monkeypatch.setattr(signal, "receivers", [])
        signal.sender_receivers_cache.clear()
    monkeypatch.setattr(api.throttle[0], "num_requests", 10**9)
    return make_world()


@pytest.fixture
def words(world):
    """A token of somebody in a circle that may do everything."""
    member = world.people["member"]
    vault = open_vault_in(world.client("locked"), member)
    return tokens.make(member, name="Script", scopes=tuple(Scope), vault=vault, today=DAY)[1]


@DESCRIBED.parametrize()
@examples(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_described(case, words, world):
    name_what_there_is(case, world)
    # A part of the address that no operation knows is left aside, as everywhere on the web; and what has the
    # right shape can still be refused in words: an act of tomorrow, a line of nothing but spaces.
    case.call_and_validate(
        headers={"Authorization": f"Bearer {words}"},
        excluded_checks=[negative_data_rejection, positive_data_acceptance],
    )


def name_what_there_is(case, world):
    """Where an id that was made up fits, give one of the world: else nothing but 404 would be looked at."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    ids = world.ids | ({"ask": world.ids["claimed"]} if case.path.endswith("/answer") else {})
    for given in (case.path_parameters, case.body):
        if isinstance(given, dict):
            given.update({name: str(ids[name]) for name in given.keys() & NAMED})
    if case.path.endswith("/claim"):  # only what was taken up can be claimed
        held = Membership.objects.get(circle=world.circle, member=world.people["member"])
        TakeUp.objects.get_or_create(ask_id=ids["ask"], by=held, defaults={"since": DAY})
