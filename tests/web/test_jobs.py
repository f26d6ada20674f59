"""The worker inside `serve`: drops what has ended, says when it is late, and stops with the server."""

import os
import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from alongside.web.jobs import LATE_S, WORKER, Worker, tick
from alongside.web.links import LIFETIME_S, make_link


@pytest.fixture
def sessions(db):  # noqa: ARG001  # a fixture needed for what it does
    """One session that has ended, one that has not."""
    for key, hours in (("ended", -1), ("going-on", 1)):
        Session.objects.create(
            session_key=key, session_data="", expire_date=timezone.now() + timedelta(hours=hours)
        )


@pytest.mark.usefixtures("sessions")
def test_only_sessions_that_have_ended_are_dropped_and_twice_is_the_same():
    for _again in range(2):
        tick()
        assert [each.session_key for each in Session.objects.all()] == ["going-on"]


@pytest.mark.usefixtures("db")
def test_links_that_nobody_used_are_dropped_and_fresh_ones_stay():
    places = [settings.DATA / "links" / make_name for make_name in made_now(2)]
    long_ago_s = time.time() - LIFETIME_S
    os.utime(places[0], (long_ago_s, long_ago_s))
    tick()
    assert [place.exists() for place in places] == [False, True]
    places[1].unlink()


def made_now(count):
    folder = settings.DATA / "links"
    before = set(folder.iterdir()) if folder.exists() else set()
    for _n in range(count):
        make_link(settings.DATA)
    return sorted(file.name for file in set(folder.iterdir()) - before)


def test_a_worker_that_has_just_begun_is_not_late():
    assert not Worker().is_late


@pytest.mark.usefixtures("db")
def test_a_worker_that_has_not_beaten_for_three_minutes_is_late(client, monkeypatch):
    monkeypatch.setattr(WORKER, "_beat_s", time.monotonic() - LATE_S - 1)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["failing"]) == (503, ["worker"])


def test_a_worker_can_be_started_twice_and_ends_when_it_is_told():
    worker = Worker()
    worker.start()
    worker.start()
    worker.stop()
    worker._thread.join(timeout=20)
    assert not worker._thread.is_alive()


def test_work_that_fails_is_logged_without_words_and_tried_again(monkeypatch, caplog):
    monkeypatch.setattr("alongside.web.jobs.EVERY_S", 0.01)
    odd = settings.DATA / "links" / "no-file"
    odd.mkdir(parents=True)  # a folder cannot be dropped like a link
    os.utime(odd, (0, 0))
    worker = Worker()
    worker.start()
    until_s = time.monotonic() + 20
    while len(caplog.records) < 2 and time.monotonic() < until_s:
        time.sleep(0.01)
    worker.stop()
    worker._thread.join(timeout=20)
    odd.rmdir()
    assert len(caplog.records) >= 2
    assert {record.getMessage() for record in caplog.records} == {"periodic work did not finish"}
