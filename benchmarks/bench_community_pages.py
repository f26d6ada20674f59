"""What a community's pages cost in process: CPU milliseconds, median of 100, and questions to the database.

    scripts/bench community_pages

The world is that of the load, smaller: 400 members, 10 circles, 120 events, asks and posts. The reader is a
member of two circles, with their vault open.
"""

import json
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
import community_world
from bench_page import ask, cost

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

REQUESTS = 100
WARM_UP = 10
PAGES = ("/asks/", "/circles/", "/events/")
BUDGET_MS = 12.0  # from the design
READER = 20  # past the stewards, who see more
SIZE = community_world.Size(members=400, circles=10, events=120, entries=2000, visitors=READER + 1)


def main() -> None:
    """Make the community, ask for its pages, print what each cost."""
    folder = Path(tempfile.mkdtemp())
    community_world.build(folder, SIZE)
    from alongside.web.wsgi import application

    world = json.loads((folder / community_world.WORLD).read_text("utf-8"))
    reader = world["visitors"][READER]
    cookies = "; ".join(f"{name}={value}" for name, value in reader["cookies"].items())
    for page in (*PAGES, *some_of(world["made"]["reads"][reader["places"][0]])):
        spent = [cost(application, page, cookies) for _request in range(WARM_UP + REQUESTS)][WARM_UP:]
        middle = median(spent) * 1000
        verdict = "within" if middle <= BUDGET_MS else "OVER"
        print(
            f"{page[:22]:22} {middle:5.1f} ms CPU ({min(spent) * 1000:.1f}-{max(spent) * 1000:.1f}),"
            f" {asked(application, page, cookies)} queries; budget {BUDGET_MS} ms: {verdict}"
        )


def some_of(pages: list[str]) -> list[str]:
    """One page of each kind: an ask, a circle, its people, an event."""
    kinds: dict[tuple[str, ...], str] = {}
    for page in pages:
        kinds.setdefault((page.split("/")[1], *page.split("/")[3:]), page)
    return list(kinds.values())


def asked(application: "WSGIApplication", page: str, cookies: str) -> int:
    """How many questions one request asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        ask(application, page, cookies)
    return len(queries)


if __name__ == "__main__":
    main()
