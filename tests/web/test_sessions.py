"""A session is read as Django reads it: what was kept while it lasts, nothing once it has ended."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from alongside.web.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    store = SessionStore()
    store["said"] = "thank you"
    store.create()
    return store.session_key


def test_both_stores_read_what_was_kept(kept):
    assert SessionStore(kept)["said"] == "thank you"
    assert db.SessionStore(kept)["said"] == "thank you"


def test_what_django_keeps_is_read():
    theirs = db.SessionStore()
    theirs["said"] = "welcome"
    theirs.create()
    assert dict(SessionStore(theirs.session_key).items()) == {"said": "welcome"}


@pytest.mark.parametrize("seconds", [0, 1])
def test_a_session_that_has_ended_is_empty_and_its_key_is_dropped(kept, seconds):
    Session.objects.filter(session_key=kept).update(expire_date=timezone.now() - timedelta(seconds=seconds))
    store = SessionStore(kept)
    assert dict(store.items()) == {}
    assert store.session_key is None


def test_a_key_that_never_was_gives_nothing_and_is_not_taken_over():
    store = SessionStore("a" * 32)
    assert dict(store.items()) == {}
    assert store.session_key is None


def test_a_changed_session_is_empty(kept):
    row = Session.objects.get(session_key=kept)
    Session.objects.filter(session_key=kept).update(session_data=row.session_data[:-1] + "!")
    assert dict(SessionStore(kept).items()) == {}
