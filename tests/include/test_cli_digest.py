"""Letters from the terminal: a look sends nothing, and shows nobody's own letter."""

import pytest
from tests.processes import alongside


@pytest.fixture
def community_folder(ready_folder, monkeypatch):
    (ready_folder / "community").write_text("ready", "ascii")
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-04")
    return ready_folder


def test_a_look_says_how_many_would_go_and_shows_one(community_folder):
    done = alongside("include", "digest", "--dry-run", folder=community_folder)

    assert done.stderr.startswith("0 letters would go out now: 0 weekly, 0 monthly.")
    assert done.stdout.startswith("Your weekly letter\n\nMarch 4, 2026\n\nFOR YOU\n")
    assert "FROM HISTORY" in done.stdout


def test_a_look_can_be_html(community_folder):
    done = alongside("include", "digest", "--dry-run", "--html", folder=community_folder)

    assert done.stdout.startswith("<!DOCTYPE html>")


def test_html_without_a_look_is_refused(community_folder):
    done = alongside("include", "digest", "--html", folder=community_folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert "--dry-run" in done.stderr


def test_where_no_community_lives_there_are_no_letters(ready_folder):
    done = alongside("include", "digest", "--dry-run", folder=ready_folder)

    assert done.returncode == 2
    assert "no community lives in this folder" in done.stderr


def test_what_is_due_is_sent_and_counted(community_folder):
    done = alongside("include", "digest", folder=community_folder)

    assert done.stderr == "0 messages were sent.\n"


def test_letters_to_an_address_that_bounced_are_ended(community_folder):
    done = alongside("include", "bounced", "nobody@example.org", folder=community_folder)

    assert done.stdout == "0 subscriptions ended.\n"
