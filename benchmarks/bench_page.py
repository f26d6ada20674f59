"""What a signed-in page costs in process, with a year of entries: CPU milliseconds, median of 200."""

import os
import random
import tempfile
import time
from datetime import date, timedelta
from statistics import median
from uuid import UUID

REQUESTS = 200
WARM_UP = 20
BUDGET_MS = 12.0  # from the design
ENTRIES = 300
YEAR_DAYS = 364


def main() -> None:
    """Fill a diary, ask for pages, print what each cost."""
    folder = tempfile.mkdtemp()
    os.environ["ALONGSIDE_DATA"] = folder
    from alongside.web.set_up import collect_static, set_up

    collect_static(set_up())
    from django.conf import settings
    from django.test import Client

    from alongside.web.links import make_link

    settings.ALLOWED_HOSTS.append("testserver")
    fill()
    client = Client()
    client.get(f"/open/{make_link(settings.DATA)}/")
    for page in ("/", "/commitments/", "/look-back/", "/my-data/"):
        answer = client.get(page)
        spent = [cost(client, page) for _request in range(WARM_UP + REQUESTS)][WARM_UP:]
        middle = median(spent) * 1000
        verdict = "within" if middle <= BUDGET_MS else "OVER"
        print(
            f"{page:14} {middle:5.1f} ms CPU ({min(spent) * 1000:.1f}-{max(spent) * 1000:.1f}),"
            f" {len(answer.content) / 1024:.1f} KB; budget {BUDGET_MS} ms: {verdict}"
        )


def cost(client: object, page: str) -> float:
    """CPU seconds of one request."""
    before = time.process_time()
    answer = client.get(page)  # type: ignore[attr-defined]
    assert answer.status_code == 200  # noqa: S101
    return time.process_time() - before


def fill() -> None:
    """A year of a made-up person: acts, commitments, looks back."""
    from alongside.act import diary
    from alongside.act.acts import Act
    from alongside.act.bodies import Reflection
    from alongside.act.commitments import Commitment, Outcome, close
    from alongside.core import keyfile
    from alongside.core.folder import data_folder, database_file
    from alongside.core.ledger import Ledger
    from alongside.core.practices import Practice

    chance, today = random.Random(1), date.today()  # noqa: S311, DTZ011
    with Ledger(database_file(), keyfile.unlock(data_folder())) as ledger:
        for number in range(ENTRIES):
            day = today - timedelta(days=chance.randrange(YEAR_DAYS))
            id_, practice = UUID(int=number + 1), chance.choice(list(Practice))
            if number % 10 == 9:
                due = day + timedelta(days=7)
                plan = Commitment(
                    id=id_, cue="it comes up", act="say so", practice=practice, effort=2, made=day, due=due
                )
                if due < today:
                    plan = close(plan, outcome=Outcome.KEPT, today=due)
                ledger.carry_out(diary.deed_commit(plan), today=day)
            elif number % 10 == 8:
                week = day - timedelta(days=day.weekday())
                reflection = Reflection(id=id_, week=week, answers=("asked first", "", ""))
                ledger.carry_out(diary.deed_reflect(reflection), today=day)
            else:
                act = Act(
                    id=id_, day=day, practice=practice, effort=chance.randrange(1, 6), what="one line " * 6
                )
                ledger.carry_out(diary.deed_log_act(act), today=day)


if __name__ == "__main__":
    main()
