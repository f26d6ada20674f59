"""What a signed-in page costs in process, with a year of entries: CPU milliseconds, median of 200."""

import os
import random
import tempfile
import time
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING
from uuid import UUID
from wsgiref.util import setup_testing_defaults

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

    from alongside.core.ledger import Ledger

REQUESTS = 200
WARM_UP = 20
BUDGET_MS = 12.0  # from the design
ENTRIES = 300
PAGES = (
    "/",
    "/learn/",
    "/learn/search/?q=speaking+up",
    "/learn/works/accent-bias-in-britain/",
    "/learn/path/",
    "/learn/assess/result/",
    "/learn/cards/",
    "/practise/",
    "/practise/scenes/credit-standup-01/",
    "/commitments/",
    "/look-back/",
    "/my-data/",
)
YEAR_DAYS = 364


def main() -> None:
    """Fill a diary, ask for pages, print what each cost."""
    folder = tempfile.mkdtemp()
    os.environ["ALONGSIDE_DATA"] = folder
    from alongside.web.set_up import collect_static, set_up

    collect_static(set_up())
    from django.conf import settings

    from alongside.web.links import make_link
    from alongside.web.wsgi import application

    fill()
    _length, headers = ask(application, f"/open/{make_link(settings.DATA)}/")
    cookies = "; ".join(value.split(";")[0] for name, value in headers if name == "Set-Cookie")
    for page in PAGES:
        length, _headers = ask(application, page, cookies)
        spent = [cost(application, page, cookies) for _request in range(WARM_UP + REQUESTS)][WARM_UP:]
        middle = median(spent) * 1000
        verdict = "within" if middle <= BUDGET_MS else "OVER"
        print(
            f"{page:38} {middle:5.1f} ms CPU ({min(spent) * 1000:.1f}-{max(spent) * 1000:.1f}),"
            f" {length / 1024:.1f} KB; budget {BUDGET_MS} ms: {verdict}"
        )


def ask(application: "WSGIApplication", page: str, cookies: str = "") -> tuple[int, list[tuple[str, str]]]:
    """One request as a server makes it; bytes of the answer and its headers."""
    path, _mark, query = page.partition("?")
    environ: dict[str, object] = {
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": cookies,
    }
    setup_testing_defaults(environ)
    told: list[tuple[str, str]] = []
    answer = application(environ, lambda _status, headers, _error=None: told.extend(headers))  # type: ignore[func-returns-value]
    length = sum(len(part) for part in answer)
    answer.close()  # type: ignore[attr-defined]
    return length, told


def cost(application: "WSGIApplication", page: str, cookies: str) -> float:
    """CPU seconds of one request."""
    before = time.process_time()
    length, _headers = ask(application, page, cookies)
    assert length > 1000, page  # noqa: S101  # the page, and not a refusal
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
        learn(ledger, today=today)


def learn(ledger: "Ledger", *, today: date) -> None:
    """A round of the self-assessment, so that there is a path of one's own, and two dozen marks."""
    from alongside.core.folder import data_folder
    from alongside.learn import flows
    from alongside.learn.assess import Answer, Occasions, Share
    from alongside.learn.keeping import Marked
    from alongside.learn.shelf import read_items, read_shelf

    shares = tuple(Share)
    answers = [
        Answer(item=each.id, practice=each.practice, occasions=Occasions.SOME, acted=shares[n % len(shares)])
        for n, each in enumerate(read_items(data_folder()))
    ]
    flows.save_answers(ledger, answers, id=UUID(int=5000), today=today)
    for n, work in enumerate(tuple(read_shelf(data_folder()).library)[:24]):
        flows.mark(ledger, work.id, Marked.READ, id=UUID(int=6000 + n), today=today)


if __name__ == "__main__":
    main()
