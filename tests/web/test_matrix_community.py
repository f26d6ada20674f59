"""Who may ask what in a community: every address, with GET and POST, by everybody. See `world.py`.

With ALONGSIDE_WRITE_MATRIX=1 the rows of `matrix_community.toml` are written anew. Read the difference before
you keep it: each line is a promise.
"""

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from tests.web.world import ROLES, make_world

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


def statuses(name: str) -> dict[str, dict[str, int]]:
    """What everybody is answered; whatever a request changed is undone."""
    world = make_world()
    path = ADDRESSES[name].path(world.ids)
    told: dict[str, dict[str, int]] = {}
    for role in ROLES:
        client = world.client(role)
        told[role] = {}
        for method in METHODS:
            with transaction.atomic():
                told[role][method] = client.generic(
                    method, path, content_type="application/x-www-form-urlencoded"
                ).status_code
                transaction.set_rollback(True)
    return told


def test_every_address_of_a_community_has_its_rows():
    assert sorted(ROWS) == sorted(ADDRESSES)


@pytest.mark.usefixtures("community")
@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_an_address_answers_as_the_table_says(name):
    told = statuses(name)
    if WRITE:
        ROWS[name] = {"name": name, **told}
        write(ROWS)
    expected = {role: ROWS[name][role] for role in ROLES}
    assert told == expected
    assert connection.is_usable()


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_alone_at_home_the_addresses_of_a_community_do_not_exist(name, client_of_owner):
    path = ADDRESSES[name].path({})
    assert client_of_owner.get(path).status_code == 404
    assert client_of_owner.post(path).status_code == 404
    assert Client().get(path).status_code == 403


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
