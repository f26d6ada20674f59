"""Writes deeds as the pages do, from several threads, and acknowledges each on standard output; no benchmark.

    python benchmarks/writing_process.py --threads 4 --writes 500

Every deed reads first, then writes an entry and its row on the trail in one transaction. An acknowledgement
is the entry's id on a line of its own, written after the transaction is done. The last line is what went
wrong and the longest wait.
"""

import argparse
import json
import os
import sys
import threading
import time
from uuid import uuid4


def main() -> None:
    """Write until done, or until somebody ends the process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--writes", type=int, default=500)
    given = parser.parse_args()
    from alongside.web.set_up import set_up, start_django

    set_up()
    start_django()
    errors: list[str] = []
    waits: list[float] = []
    threads = [
        threading.Thread(target=write, args=(given.writes, errors, waits)) for _n in range(given.threads)
    ]
    print("ready", flush=True)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps({"errors": errors, "longest_s": max(waits, default=0.0)}), flush=True)


def write(count: int, errors: list[str], waits: list[float]) -> None:
    """One thread's deeds."""
    from django.db import DatabaseError, connection

    from alongside.core.clock import today
    from alongside.core.deeds import Deed, Entry
    from alongside.core.vault import Unlocked
    from alongside.web.keeper import DjangoKeeper
    from alongside.web.models import Member

    keeper = DjangoKeeper(Unlocked.create(), actor=Member.objects.get(is_owner=True))
    day = today()
    for _n in range(count):
        entry_id, begun = uuid4(), time.perf_counter()
        body = {"text": "one line " * 6}
        entry = Entry(room="act", kind="act", day=day, body=body, practice="amplify")
        try:
            keeper.carry_out(Deed(action="act.log", put={entry_id: entry}), today=day)
            os.write(sys.stdout.fileno(), f"{entry_id.hex}\n".encode())  # whole lines, and nothing held back
        except DatabaseError as error:
            errors.append(str(error))
        waits.append(time.perf_counter() - begun)
    connection.close()


if __name__ == "__main__":
    main()
