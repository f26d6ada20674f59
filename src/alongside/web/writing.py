"""The write lock: SQLite has one writer at a time, and the threads of a process queue here."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

_LOCK = threading.RLock()
"""Taken again by the thread that holds it: sealing an entry can be part of a larger deed."""


@contextmanager
def writing() -> Iterator[None]:
    """One short transaction, alone in this process."""
    with _LOCK, transaction.atomic():
        yield
