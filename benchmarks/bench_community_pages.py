"""What a community's pages cost in process: CPU milliseconds, median of 100, and questions to the database.

    scripts/bench community_pages

The world is that of the load, smaller: 400 members, 10 circles, 120 events, asks and posts. The reader is a
member of two circles, with their vault open.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
import community_world

if TYPE_CHECKING:
    from django.test import Client

REQUESTS = 100
WARM_UP = 10
BUDGET_MS = 12.0  # from the design
READER = 20  # past the stewards, who see more
SIZE = community_world.Size(members=400, circles=10, events=120, entries=2000, visitors=READER + 1)


def main() -> None:
    """Make the community, ask for its pages, print what each cost."""
    folder = Path(tempfile.mkdtemp())
    community_world.build(folder, SIZE)
    from django.test import Client

    world = json.loads((folder / community_world.WORLD).read_text("utf-8"))
    reader = world["visitors"][READER]
    client = Client(headers={"host": "127.0.0.1"})
    for name, value in reader["cookies"].items():
        client.cookies[name] = value
    for page in ("/asks/", "/circles/", "/events/", *some_of(world["made"]["reads"][reader["places"][0]])):
        spent = [cost(client, page) for _request in range(WARM_UP + REQUESTS)][WARM_UP:]
        middle = median(spent) * 1000
        verdict = "within" if middle <= BUDGET_MS else "OVER"
        print(
            f"{page[:22]:22} {middle:5.1f} ms CPU ({min(spent) * 1000:.1f}-{max(spent) * 1000:.1f}),"
            f" {asked(client, page)} queries; budget {BUDGET_MS} ms: {verdict}"
        )


def some_of(pages: list[str]) -> list[str]:
    """One page of each kind: an ask, a circle, its people, an event."""
    kinds: dict[tuple[str, ...], str] = {}
    for page in pages:
        kinds.setdefault((page.split("/")[1], *page.split("/")[3:]), page)
    return list(kinds.values())


def asked(client: "Client", page: str) -> int:
    """How many questions one request asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(page)
    return len(queries)


def cost(client: "Client", page: str) -> float:
    """CPU seconds of one request, the test client's own share included."""
    before = time.process_time()
    answer = client.get(page)
    spent = time.process_time() - before
    assert answer.status_code == 200, (page, answer.status_code)  # noqa: S101
    return spent


if __name__ == "__main__":
    main()
