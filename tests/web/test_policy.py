"""One table says who may do what; views, flows and tests read the same one. Denied first."""

from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from tests.web.community import join, make_circle, make_member
from tests.web.test_matrix_community import ADDRESSES

from alongside.web import policy
from alongside.web.models import Part, Standing

SOURCE = Path(policy.__file__).parent.parent
OURS = {name: each for name, each in ADDRESSES.items() if getattr(each.view, "community", False)}


def test_every_view_of_a_community_says_what_it_does():
    assert [
        name for name, each in OURS.items() if getattr(each.view, "action", "") not in policy.table()
    ] == []


def test_every_action_of_the_table_is_asked_for_somewhere():
    code = "\n".join(file.read_text("utf-8") for file in SOURCE.rglob("*.py"))
    assert [action for action in policy.table() if f'"{action}"' not in code and action not in SOON] == []


SOON = {"community.operate", "circle.see", "circle.read", "circle.write", "circle.facilitate"}
SOON |= {"circle.moderate", "circle.steward"}


def test_every_rule_of_the_table_exists():
    rules = {row.when for rows in policy.table().values() for row in rows if row.when}
    assert all(callable(policy.rule(name)) for name in rules)


def test_roles_and_refusals_are_those_there_are():
    rows = [row for rows in policy.table().values() for row in rows]
    assert {row.role for row in rows} <= {"anon", "member", "moderator", "admin", "owner"}
    assert {row.other for row in rows} <= {403, 404}


def test_an_action_nobody_named_is_an_error_and_not_a_yes():
    with pytest.raises(KeyError):
        policy.allowed(AnonymousUser(), "everything")


@pytest.mark.usefixtures("community")
class TestInACircle:
    """Who may read, write, keep."""

    @pytest.fixture
    def sol(self):
        return make_member("Sol")

    @pytest.fixture
    def circle(self, sol):
        return make_circle(sol, opening="hidden")

    @pytest.mark.parametrize(
        "action", ["circle.see", "circle.read", "circle.write", "circle.facilitate", "circle.steward"]
    )
    def test_a_stranger_an_admin_and_nobody_may_nothing(self, circle, action):
        admin = make_member("Ada", is_owner=True)
        for actor in (make_member("Out"), admin, AnonymousUser()):
            assert not policy.allowed(actor, action, circle)
            with pytest.raises(Http404):
                policy.require(actor, action, circle)

    def test_without_an_object_nothing_that_needs_one_is_allowed(self, sol):
        assert policy.may_try(sol, "circle.read")
        assert not policy.allowed(sol, "circle.read")

    def test_a_guest_reads_and_does_not_write(self, circle):
        gale = make_member("Gale")
        join(circle, gale, part=Part.GUEST)
        assert policy.allowed(gale, "circle.read", circle)
        assert not policy.allowed(gale, "circle.write", circle)

    def test_who_left_or_was_only_invited_reads_nothing(self, circle):
        for state in (Standing.LEFT, Standing.INVITED, Standing.ASKED):
            mina = make_member(f"Mina {state}")
            held = join(circle, mina)
            held.state = state
            held.save()
            assert not policy.allowed(mina, "circle.read", circle)

    def test_a_steward_of_one_circle_keeps_no_other(self, sol, circle):
        other = make_circle(make_member("Odile"), name="Other")
        assert policy.allowed(sol, "circle.steward", circle)
        assert not policy.allowed(sol, "circle.steward", other)

    def test_a_refusal_can_be_said_where_the_object_is_known(self, monkeypatch):
        rows = {"x": (policy.Allow(action="x", role="admin", other=403),)}
        monkeypatch.setattr(policy, "table", lambda: rows)
        with pytest.raises(PermissionDenied):
            policy.require(make_member("Out"), "x")
