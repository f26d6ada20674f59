"""Requests at random with identifiers of another circle's things, and a search of the answers for its words.

Every word of the hidden circle, of whatever slice, is replaced by one that is found nowhere else. Then people
who are not in it ask for its things, by every address that takes an identifier, and send its identifiers in
forms. Addresses that open by a secret of their own (a token) are left out: who has that, may.
"""

import random
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import models, transaction
from django.test import Client
from django.urls import NoReverseMatch
from tests.web.test_matrix_community import ADDRESSES, Address
from tests.web.world import World

FOREIGN = ("outsider", "other_steward")
NOT_WORDS = frozenset({"language", "timezone", "currency", "uid", "key", "kind"})
METHODS = ("GET", "GET", "GET", "POST", "HEAD", "PUT", "DELETE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """How many requests, how many words were looked for, what was given away, and what was changed."""

    requests: int
    words: int
    addresses: int
    leaks: Sequence[str]
    changed: Sequence[str]
    broken: Sequence[str]


def search(world: World, *, requests: int, seed: int) -> Searched:
    """Ask that often, each request undone, and say what came out."""
    chance = random.Random(seed)  # noqa: S311  # the same requests each time
    words = plant(world)
    before = fingerprint(world)
    clients = {role: world.client(role) for role in FOREIGN}
    with_ids = [each for each in ADDRESSES.values() if each.takes and "token" not in each.takes]
    plain = [each for each in ADDRESSES.values() if not each.takes]
    leaks, changed, broken = [], [], []
    for _n in range(requests):
        role = chance.choice(FOREIGN)
        address = chance.choice(with_ids) if chance.random() < 0.8 else chance.choice(plain)
        told, status, touched = ask(clients[role], address, world, chance, before=before)
        where = f"{role} {address.name}"
        leaks += [f"{where}: {words[word]}" for word in words if word in told]
        changed += [where] * touched
        broken += [f"{where}: {status}"] * (status >= 500)
    return Searched(
        requests=requests,
        words=len(words),
        addresses=len(with_ids) + len(plain),
        leaks=leaks,
        changed=changed,
        broken=broken,
    )


def ask(
    client: Client, address: Address, world: World, chance: random.Random, *, before: object
) -> tuple[str, int, bool]:
    """One request, taken back at once: what was answered, and whether it changed anything of the circle."""
    ids = {**world.ids, **({"circle": UUID(int=chance.getrandbits(128))} if chance.random() < 0.1 else {})}
    method = chance.choice(METHODS)
    form = {name.rpartition(".")[2]: str(value) for name, value in world.ids.items()}
    data = form if method != "GET" or chance.random() < 0.3 else {}
    with transaction.atomic():
        client.raise_request_exception = False
        call, path = getattr(client, method.lower()), path_of(address, ids)
        answer = call(path, data) if method in {"GET", "POST", "HEAD"} else call(path)
        touched = method != "GET" and fingerprint(world) != before
        transaction.set_rollback(True)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return f"{body.decode('utf-8', 'replace')} {answer.headers}", answer.status_code, touched


def path_of(address: Address, ids: Mapping[str, object]) -> str:
    """The address with these ids; with made-up ones where two slices mean different things by one name."""
    try:
        return address.path(dict(ids))
    except NoReverseMatch:
        return address.path({})


def plant(world: World) -> dict[str, str]:
    """Put a word of its own into every text of the hidden circle; where each one lies."""
    words = {}
    for row in things_in(world):
        for field in texts_of(row):
            word = f"canary-{secrets.token_hex(8)}"[: field.max_length or 40]
            type(row)._base_manager.filter(pk=row.pk).update(**{field.attname: word})
            words[word] = f"{row._meta.label}.{field.name}"
    return words


def things_in(world: World) -> Iterator[models.Model]:
    """Every row of every slice that lies in the hidden circle: it says so itself, as the rules ask it."""
    for model in apps.get_models():
        if model.__module__.startswith("alongside.") and hasattr(model, "circle"):
            for row in model._base_manager.all():
                found = getattr(row, "circle", None)
                if getattr(found, "pk", None) == world.circle.pk:
                    yield row


def texts_of(row: models.Model) -> list[models.Field]:
    """The fields of a row in which somebody's words stand."""
    return [
        field
        for field in row._meta.concrete_fields
        if type(field) in {models.CharField, models.TextField}
        and not field.choices
        and not field.primary_key
        and (field.max_length is None or field.max_length >= 20)
        and field.name not in NOT_WORDS
        and not field.name.endswith("hash")
        and getattr(row, field.attname)
    ]


def fingerprint(world: World) -> Mapping[str, list[str]]:
    """All that lies in the hidden circle, to see whether anything of it changed."""
    return {
        f"{row._meta.label} {row.pk}": [
            str(getattr(row, field.attname)) for field in row._meta.concrete_fields
        ]
        for row in things_in(world)
    }
