"""The write lock: one writer at a time in a process, and all of a deed or nothing."""

import threading

import pytest
from django.db import close_old_connections, connections

from alongside.web.models import Member
from alongside.web.writing import writing


class HalfWay(Exception):
    """A deed did not come to its end."""


def fail_half_way():
    with writing():
        Member.objects.create()
        raise HalfWay


@pytest.mark.django_db(transaction=True)
def test_what_fails_in_between_leaves_nothing_behind():
    with pytest.raises(HalfWay):
        fail_half_way()
    assert Member.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_after_a_failure_the_next_one_writes():
    with pytest.raises(HalfWay):
        fail_half_way()
    with writing():
        Member.objects.create()
    assert Member.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_threads_never_write_at_once_and_both_are_kept():
    inside, most = [], []

    def write():
        try:
            for _n in range(5):
                with writing():
                    inside.append(1)
                    most.append(len(inside))
                    Member.objects.create()
                    inside.pop()
        finally:
            close_old_connections()
            connections.close_all()

    threads = [threading.Thread(target=write) for _n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert max(most) == 1
    assert Member.objects.count() == 20
