"""One-time links: each opens once, within an hour, and only its hash lies on the disk."""

import os

import pytest
from django.conf import settings
from django.test import Client

from alongside.web.links import LIFETIME_S, drop_old_links, make_link, now_s, use_link

NOON_S = 1_773_316_800.0  # 12 March 2026, 12:00 UTC


@pytest.fixture
def link(tmp_path):
    """A link made at noon."""
    token = make_link(tmp_path)
    (file,) = (tmp_path / "links").iterdir()
    os.utime(file, (NOON_S, NOON_S))
    return token


def kept(folder):
    return list((folder / "links").iterdir())


def test_a_word_that_is_no_link_opens_nothing(tmp_path, link):
    assert not use_link(tmp_path, "", now_s=NOON_S)
    assert not use_link(tmp_path, f"{link}x", now_s=NOON_S)
    assert not use_link(tmp_path, "../links", now_s=NOON_S)
    assert len(kept(tmp_path)) == 1


def test_a_folder_without_links_opens_nothing(tmp_path):
    assert not use_link(tmp_path, "anything", now_s=NOON_S)


def test_a_link_opens_once(tmp_path, link):
    assert use_link(tmp_path, link, now_s=NOON_S)
    assert not use_link(tmp_path, link, now_s=NOON_S)
    assert kept(tmp_path) == []


@pytest.mark.parametrize(("after_s", "opens"), [(LIFETIME_S - 1, True), (LIFETIME_S, False)])
def test_a_link_ends_after_an_hour_and_is_gone_either_way(tmp_path, link, after_s, opens):
    assert use_link(tmp_path, link, now_s=NOON_S + after_s) is opens
    assert kept(tmp_path) == []


@pytest.mark.parametrize(("after_s", "left"), [(LIFETIME_S - 1, 1), (LIFETIME_S, 0)])
@pytest.mark.usefixtures("link")
def test_links_that_nobody_used_are_dropped_when_they_have_ended(tmp_path, after_s, left):
    drop_old_links(tmp_path, now_s=NOON_S + after_s)
    assert len(kept(tmp_path)) == left


def test_the_token_is_nowhere_on_the_disk_and_others_cannot_look(tmp_path, link):
    (file,) = kept(tmp_path)
    assert link not in file.name
    assert file.read_bytes() == b""
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_no_two_links_are_alike(tmp_path):
    assert len({make_link(tmp_path) for _n in range(20)}) == len(kept(tmp_path)) == 20


def test_the_clock_of_the_door_tells_the_same_time_as_the_files(tmp_path):
    token = make_link(tmp_path)
    assert use_link(tmp_path, token, now_s=now_s())


@pytest.mark.usefixtures("owner")
def test_a_browser_comes_in_once_and_stays_in(client):
    path = f"/open/{make_link(settings.DATA)}/"
    for _again in range(2):  # the address stays in the browser's history
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/").status_code == 200
    assert Client().get(path).status_code == 403


@pytest.mark.usefixtures("owner")
def test_a_link_that_was_used_says_how_to_get_another(client):
    answer = client.get("/open/used/")
    assert answer.status_code == 403
    assert b"alongside link" in answer.content
