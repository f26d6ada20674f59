"""Ask with other circles' identifiers, in a fresh database; ends with 1 where something came out.

    python benchmarks/foreign_ids.py --requests 10000

The world is that of the tests of who may ask what: every slice puts something into a hidden circle.
"""

import argparse
import os
import sys
from collections import Counter


def main() -> int:
    """Make the world, ask, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, default=10_000)
    given = parser.parse_args()
    os.environ.update(ALONGSIDE_HOSTS="testserver", ALONGSIDE_COMMUNITY="1", ALONGSIDE_TODAY="2026-03-04")
    from alongside.web.set_up import set_up, start_django

    set_up()
    start_django()
    from django.conf import settings
    from tests.web.foreign_ids import search
    from tests.web.world import make_world

    from alongside.web.models import Member

    Member.objects.filter(is_owner=True).delete()  # the world brings an owner of its own
    settings.LOGGING_CONFIG = None
    found = search(make_world(), requests=given.requests, seed=1)
    print(
        f"{found.requests} requests to {found.addresses} addresses, {found.words} words looked for:"
        f" {len(found.leaks)} given away, {len(found.changed)} changed, {len(found.broken)} answered with 5xx"
    )
    for each, times in Counter([*found.leaks, *found.changed, *found.broken]).most_common(10):
        print(f"  {times} times: {each}")
    return 1 if found.leaks or found.changed or found.broken else 0


if __name__ == "__main__":
    sys.exit(main())
