"""The community in which every address is asked, by everybody: who is there, and what lies in it.

A slice adds what its addresses name in a module of its own, `tests/web/world_<slice>.py`, with a function
`add(world)` that puts its objects' ids under the names of the URL patterns' arguments.
"""

import pkgutil
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from importlib import import_module
from pathlib import Path

from django.test import Client
from tests.web.community import client_of, join, make_circle, make_member

from alongside.web.models import Circle, Member, Part

ROLES = (
    "anonymous",
    "outsider",
    "member",
    "guest",
    "facilitator",
    "steward",
    "other_steward",
    "moderator",
    "admin",
    "locked",
)
"""`locked` is the member of the circle with their vault locked."""


@dataclass(kw_only=True)
class World:
    """Members by role, the two circles, and the ids that addresses take."""

    people: dict[str, Member]
    circle: Circle
    other_circle: Circle
    ids: dict[str, object] = field(default_factory=dict)
    cookies: dict[str, SimpleCookie] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        """The browser of somebody in that role."""
        if role == "anonymous":
            return Client()
        who = "member" if role == "locked" else role
        return client_of(self.people[who], unlocked=role != "locked")


def make_world() -> World:
    """A hidden circle with everybody in their part, another steward's circle, an outsider, an admin."""
    people = {
        "outsider": make_member("Outside"),
        "member": make_member("Mina"),
        "guest": make_member("Gale"),
        "facilitator": make_member("Fen"),
        "steward": make_member("Sol"),
        "other_steward": make_member("Odile"),
        "moderator": make_member("Moss", role="moderator"),
        "admin": make_member("Ada", is_owner=True),
    }
    circle = make_circle(
        people["steward"],
        name="Hidden circle",
        opening="hidden",
        members=[people["member"]],
        guests=[people["guest"]],
    )
    join(circle, people["facilitator"], part=Part.FACILITATOR)
    world = World(
        people=people,
        circle=circle,
        other_circle=make_circle(people["other_steward"], name="Other circle"),
        ids={"circle": circle.pk, "provider_id": "organisation"},
    )
    for found in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if found.name.startswith("world_"):
            import_module(f"tests.web.{found.name}").add(world)
    return world
