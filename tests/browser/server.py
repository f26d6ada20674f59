"""The real server over ALONGSIDE_DATA, run as `python -m tests.browser.server PORT`.

The tests' own live server would do without compression, manifest and worker, and it empties the tables after
each test, which the audit trail refuses.
"""

import os
import sys
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from tests.browser.pseudo import write_catalogue

from alongside.web.set_up import collect_static, set_up


def main(port: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.browser.settings"
    write_catalogue(Path(os.environ["ALONGSIDE_DATA"]) / "pseudo")
    collect_static(set_up())
    Granian(
        "alongside.web.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=8,
        log_access=False,
        workers_kill_timeout=10,
    ).serve()


if __name__ == "__main__":
    main(int(sys.argv[1]))
