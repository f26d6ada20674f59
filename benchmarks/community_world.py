"""A made-up community of a given size in a data folder, for the benchmark of load; not one itself.

    python benchmarks/community_world.py FOLDER --members 2000 --circles 25 --events 300 --entries 50000

It writes rows straight into the tables, with the same seals, hashes and sessions that the program makes, and
notes in FOLDER/world.json what a visitor's browser would hold. Slices that are not there yet are left out.
"""

import argparse
import json
import os
import random
import secrets
import string
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

if TYPE_CHECKING:
    from alongside.core.vault import Unlocked
    from alongside.web.models import Circle, Member

WORLD = "world.json"
SEED = 1
WORDS = ("asked", "thanked", "waited", "named", "invited", "listened", "passed on", "made room for")
PART_OF_A_YEAR = 364


class Slice(TypedDict):
    """What a slice adds: addresses to read, and forms to send, by the id of the circle they lie in."""

    reads: dict[str, list[str]]
    writes: dict[str, list[tuple[str, dict[str, str]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large the community is."""

    members: int
    circles: int
    events: int
    entries: int
    visitors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """What the browser of one signed-in member holds."""

    cookies: dict[str, str]
    csrf: str
    places: tuple[str, ...]
    """Addresses of this member's own: their circles, and what lies in them."""


def main() -> None:
    """Make the folder ready and fill it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    for name, count in (
        ("members", 2000),
        ("circles", 25),
        ("events", 300),
        ("entries", 50_000),
        ("visitors", 50),
    ):
        parser.add_argument(f"--{name}", type=int, default=count)
    given = vars(parser.parse_args())
    build(given.pop("folder"), Size(**given))


def build(folder: Path, size: Size) -> None:
    """Fill a fresh data folder. Django's settings must not be loaded yet."""
    os.environ.update(ALONGSIDE_DATA=str(folder), ALONGSIDE_COMMUNITY="1", ALONGSIDE_TRANSPORT="plain")
    from alongside.web.set_up import collect_static, set_up, start_django

    set_up()
    collect_static(folder)
    start_django()
    chance = random.Random(SEED)  # noqa: S311  # the same community each time
    people = make_people(size.members)
    circles = make_circles(people, size.circles, chance)
    keys = make_entries(people, size.entries, chance)
    made = add_slices(people, circles, size)
    visitors = [asdict(each) for each in make_visitors(folder, people[: size.visitors], keys)]
    places = {"reads": reads(), "writes": writes(), "made": made, "visitors": visitors}
    (folder / WORLD).write_text(json.dumps(places), "utf-8")
    (folder / WORLD).chmod(0o600)


def make_people(count: int) -> "list[Member]":
    """An owner with an account, and members each with an address of their own."""
    from allauth.account.models import EmailAddress

    from alongside.web.community import set_up_community
    from alongside.web.models import Member

    password = secrets.token_urlsafe(16)
    set_up_community(name="Load", email="owner@example.org", password=password, today=date.today())  # noqa: DTZ011
    people = [Member(name=f"Member {n}", email=f"member{n}@example.org") for n in range(count)]
    Member.objects.bulk_create(people, batch_size=500)
    EmailAddress.objects.bulk_create(
        [EmailAddress(user=each, email=each.email, verified=True, primary=True) for each in people],
        batch_size=500,
    )
    return people


def make_circles(people: "list[Member]", count: int, chance: random.Random) -> "list[Circle]":
    """Circles, every fifth of them hidden, with a steward, and each member in two."""
    from alongside.web.models import CharterVersion, Circle, Membership, Part, Standing

    today = date.today()  # noqa: DTZ011
    circles = [
        Circle(
            name=f"Circle {n}",
            purpose="Reads together",
            founded=today,
            opening="hidden" if n % 5 == 4 else "open",
        )
        for n in range(count)
    ]
    Circle.objects.bulk_create(circles)
    charters = CharterVersion.objects.bulk_create(
        [CharterVersion(circle=circle, number=1, accepted_from=today) for circle in circles]
    )
    places = {
        (number % count if turn == 0 else chance.randrange(count), number): None
        for turn in range(2)
        for number in range(len(people))
    }
    Membership.objects.bulk_create(
        [
            Membership(
                circle=circles[circle],
                member=people[number],
                role=Part.STEWARD if number < count and number == circle else Part.MEMBER,
                state=Standing.ACTIVE,
                since=today,
                accepted=charters[circle],
                accepted_on=today,
                pseudonym=f"Heron {number}" if number % 7 == 0 else "",
            )
            for circle, number in places
        ],
        batch_size=500,
    )
    return circles


def make_entries(people: "list[Member]", count: int, chance: random.Random) -> "Mapping[object, Unlocked]":
    """Sealed acts spread over a year, with their rows on the trail; each member's open vault."""
    from alongside.core.vault import Unlocked
    from alongside.web.models import SealedEntry, Vault

    keys: dict[object, Unlocked] = {member.pk: Unlocked.create() for member in people}
    Vault.objects.bulk_create(
        [Vault(member_id=member, key_id=vault.key_id) for member, vault in keys.items()], batch_size=500
    )
    rows = [
        _act(keys[people[number % len(people)].pk], UUID(int=chance.getrandbits(128)), chance)
        for number in range(count)
    ]
    SealedEntry.objects.bulk_create(rows, batch_size=500)
    _trail([people[number % len(people)].pk.hex for number in range(count)])
    return keys


def _act(vault: "Unlocked", entry_id: UUID, chance: random.Random) -> object:
    from alongside.act.acts import Act
    from alongside.act.diary import deed_log_act
    from alongside.core.practices import Practice
    from alongside.core.vault import week_of
    from alongside.web.models import SealedEntry

    day = date.today() - timedelta(days=chance.randrange(PART_OF_A_YEAR))  # noqa: DTZ011
    act = Act(
        id=entry_id,
        day=day,
        practice=chance.choice(list(Practice)),
        effort=chance.randrange(1, 6),
        what=" ".join(chance.choices(WORDS, k=6)),
    )
    sealed = vault.seal(deed_log_act(act).put[entry_id], entry_id=entry_id, version=1)
    return SealedEntry(
        id=entry_id,
        key_id=sealed.key_id,
        version=1,
        week=week_of(day),
        bucket=sealed.bucket,
        shelf=sealed.shelf,
        box=sealed.box,
    )


def _trail(actors: list[str]) -> None:
    """A row for each entry, chained as the program chains them."""
    from alongside.core.trail import GENESIS, TrailRow, link
    from alongside.web.models import AuditRow

    last = AuditRow.objects.order_by("-sequence").first()
    number, previous = (last.sequence, bytes(last.hash)) if last else (0, GENESIS)
    rows = []
    for actor in actors:
        number += 1
        row = TrailRow(sequence=number, day=date.today(), actor=actor, action="act.log")  # noqa: DTZ011
        previous = link(previous, row)
        rows.append(
            AuditRow(
                sequence=number, day=row.day, actor=actor, action=row.action, result=row.result, hash=previous
            )
        )
    AuditRow.objects.bulk_create(rows, batch_size=500)


def add_slices(people: "list[Member]", circles: "list[Circle]", size: Size) -> Slice:
    """What each slice puts into the community: pages to read and forms to send, by the circle they lie in."""
    sys.path.insert(0, str(Path(__file__).parent))
    made: Slice = {"reads": {}, "writes": {}}
    for module in sorted(Path(__file__).parent.glob("world_*.py")):
        added: Slice = import_module(module.stem).add(people, circles, size)
        for circle, places in added["reads"].items():
            made["reads"].setdefault(circle, []).extend(places)
        for circle, forms in added["writes"].items():
            made["writes"].setdefault(circle, []).extend(forms)
    return made


def make_visitors(
    folder: Path, people: "list[Member]", keys: "Mapping[object, Unlocked]"
) -> Iterator[Visitor]:
    """Sessions in the database, and the cookies that hold a vault open, for these members."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from alongside.web import vault_cookie
    from alongside.web.links import now_s
    from alongside.web.models import Membership

    letters = string.ascii_letters + string.digits
    for member in people:
        session = SessionStore()
        session[SESSION_KEY] = str(member.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = member.get_session_auth_hash()
        session.save()
        bound = vault_cookie.binding(session.session_key or "", member.id.hex)
        now = int(now_s())
        vault = vault_cookie.write(keys[member.pk], folder=folder, bound_to=bound, unlocked_s=now, now_s=now)
        csrf = "".join(secrets.choice(letters) for _n in range(32))
        circles = Membership.objects.filter(member=member).values_list("circle_id", flat=True)
        yield Visitor(
            cookies={
                settings.SESSION_COOKIE_NAME: session.session_key or "",
                settings.VAULT_COOKIE_NAME: vault,
                settings.CSRF_COOKIE_NAME: csrf,
            },
            csrf=csrf,
            places=tuple(str(each) for each in circles),
        )


def reads() -> list[str]:
    """Pages that everybody reads, as far as there are such pages."""
    from alongside.web.places import place_of

    names = (
        "act:today", "act:commitments", "act:look-back", "act:my-data", "act:asks", "learn:learn",
        "learn:learn-path", "learn:learn-cards", "include:circles", "include:events", "practise:practise",
    )  # fmt: skip
    return [place for place in map(place_of, names) if place]


def writes() -> list[tuple[str, dict[str, str]]]:
    """Forms that everybody sends."""
    from alongside.web.places import place_of

    forms = [
        ("act:today-log", {"what": "Asked Sam to finish her point", "practice": "amplify", "effort": "2"}),
    ]
    return [(place_of(name), fields) for name, fields in forms if place_of(name)]


if __name__ == "__main__":
    main()
