"""The community that browsers look at: `tests/web/world.py`, made in the server's own folder.

For a process of its own (`tests.processes.in_django`), since the tests' own settings name another folder.
"""

import json
from pathlib import Path

from django.conf import settings
from tests.web.community import client_of, open_vault_in
from tests.web.world import make_world

from alongside.web.models import Member

AS_IN_THE_WORLD = {"owner": "admin", "locked": "member"}


def make(folder: Path) -> None:
    """Everybody and everything of the world, and the keys of their vaults, for the next process."""
    Member.objects.filter(is_owner=True).delete()
    world = make_world()
    for role in world.people:
        open_vault_in(world.client(role), world.people[role])
    kept = {
        "people": {role: member.pk.hex for role, member in world.people.items()},
        "ids": {name: str(value) for name, value in world.ids.items()},
        "keys": {key_id.hex(): key.hex() for key_id, key in settings.__dict__["_TEST_VAULTS"].items()},
    }
    (folder / "world.json").write_text(json.dumps(kept), "utf-8")


def cookies(folder: Path, role: str) -> dict[str, str]:
    """What a browser holds in which somebody of that role has just signed in, with their vault open."""
    kept = json.loads((folder / "world.json").read_text("utf-8"))
    settings.__dict__["_TEST_VAULTS"] = {
        bytes.fromhex(key_id): bytes.fromhex(key) for key_id, key in kept["keys"].items()
    }
    member = Member.objects.get(pk=kept["people"][AS_IN_THE_WORLD.get(role, role)])
    client = client_of(member, unlocked=role != "locked")
    return {name: morsel.value for name, morsel in client.cookies.items()}
