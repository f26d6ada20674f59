"""Who may ask what in a community: every address, with GET and POST, by everybody. See `world.py`.

With ALONGSIDE_WRITE_MATRIX=1 the rows of `matrix_community.toml` are written anew. Read the difference before
you keep it: each line is a promise.
"""

import os
import tomllib
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import URLResolver, get_resolver, reverse
from tests.web.world import ROLES, World, make_world

pytestmark = pytest.mark.exhaustive

FILE = Path(__file__).parent / "matrix_community.toml"
ROWS = (
    {row["name"]: row for row in tomllib.loads(FILE.read_text("utf-8"))["address"]} if FILE.exists() else {}
)
WRITE = bool(os.environ.get("ALONGSIDE_WRITE_MATRIX"))
METHODS = ("GET", "POST")


@dataclass(frozen=True, kw_only=True)
class Address:
    """An address's view, and what it takes: the names of its arguments and the kinds of their values."""

    name: str
    view: object
    takes: dict[str, str]

    @property
    def is_of_a_community(self) -> bool:
        """Whether it exists in a community alone."""
        account = self.name.split("_")[0] in {"account", "mfa", "socialaccount", "openid"}
        program = self.name.startswith("api:")  # these ask for a token; see test_api.py
        return account or program or getattr(self.view, "community", False)

    def path(self, ids: dict[str, object]) -> str:
        """The address with these ids; `name.argument` goes before `argument`."""
        named = {
            key: ids.get(f"{self.name}.{key}", ids.get(key, AT_ALL[kind])) for key, kind in self.takes.items()
        }
        return reverse(self.name, kwargs=named)


AT_ALL: dict[str, object] = {"UUIDConverter": "00000000-0000-0000-0000-000000000bad", "IntConverter": 1}
AT_ALL |= {"StringConverter": "x", "SlugConverter": "x", "PathConverter": "x", "regex": "x"}


def addresses(
    resolver: URLResolver, space: str = "", taken: dict[str, str] | None = None
) -> Iterator[Address]:
    for each in resolver.url_patterns:
        takes = {**(taken or {}), **taken_by(each.pattern)}
        if isinstance(each, URLResolver):
            yield from addresses(each, f"{each.namespace}:" if each.namespace else space, takes)
        elif each.name:
            yield Address(name=f"{space}{each.name}", view=each.callback, takes=takes)


def taken_by(pattern: object) -> dict[str, str]:
    named = {key: type(kind).__name__ for key, kind in getattr(pattern, "converters", {}).items()}
    return named or dict.fromkeys(pattern.regex.groupindex, "regex")


ADDRESSES = {each.name: each for each in addresses(get_resolver()) if each.is_of_a_community}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):  # noqa: ARG001  # needed for what it does
    """One community for all addresses: making it takes as long as asking a whole address."""
    day = pytest.MonkeyPatch()
    day.setenv("ALONGSIDE_TODAY", "2026-03-04")
    with django_db_blocker.unblock(), override_settings(COMMUNITY=True), transaction.atomic():
        made = make_world()
        made.cookies = {role: made.client(role).cookies for role in ROLES}
        yield made
        transaction.set_rollback(True)
    day.undo()
    connection.close()


def statuses(name: str, world: World) -> dict[str, dict[str, int]]:
    """What everybody is answered; whatever a request changed is undone."""
    path = ADDRESSES[name].path(world.ids)
    return {role: {method: status(world, role, method, path) for method in METHODS} for role in ROLES}


def status(world: World, role: str, method: str, path: str) -> int:
    client = Client()
    client.cookies = copy(world.cookies[role])
    with transaction.atomic():
        answer = client.generic(method, path, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    return answer.status_code


def test_every_address_of_a_community_has_its_rows():
    assert sorted(ROWS) == sorted(ADDRESSES)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_an_address_answers_as_the_table_says(name, world):
    cache.clear()  # nobody is asked to wait because of the address before
    told = statuses(name, world)
    if WRITE:
        ROWS[name] = {"name": name, **told}
        write(ROWS)
    assert told == {role: ROWS[name][role] for role in ROLES}


def write(rows: dict[str, dict[str, object]]) -> None:
    """The table, one address after the other, one role a line."""
    text = [
        "# Every address of a community, by everybody. GET and POST with an empty form; see world.py.",
        "",
    ]
    for name in sorted(rows):
        text += ["[[address]]", f'name = "{name}"']
        for role in ROLES:
            told = rows[name].get(role, {})
            text.append(f"{role} = {{ GET = {told.get('GET', 0)}, POST = {told.get('POST', 0)} }}")
        text.append("")
    FILE.write_text("\n".join(text).rstrip() + "\n", "utf-8")
