"""What `serve` asks itself, and the address it prints: the name that others use, not the machine's number."""

import pytest

from alongside.web.server import Server


def a_server(**how: object) -> Server:
    return Server(**{"host": "127.0.0.1", "port": 8123, "community": True, **how})


@pytest.mark.parametrize(
    ("how", "hosts", "begins"),
    [
        ({"community": False}, "", "http://127.0.0.1:8123/open/"),
        ({}, "", "http://localhost:8123/set-up/"),
        ({"behind_proxy": True}, "allies.example.org,10.0.0.2", "https://allies.example.org/set-up/"),
        ({"behind_proxy": True, "host": "::"}, ".example.org", "https://example.org/set-up/"),
        ({"host": "::1"}, "", "http://[::1]:8123/set-up/"),
    ],
)
def test_the_link_leads_to_where_others_reach_it(tmp_path, monkeypatch, how, hosts, begins):
    monkeypatch.setenv("ALONGSIDE_HOSTS", hosts)
    (tmp_path / "community").write_text("new")

    assert a_server(**how).way_in(tmp_path).startswith(begins)


def test_a_server_that_answers_everywhere_is_asked_on_this_machine_by_its_name(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_HOSTS", "allies.example.org")
    server = a_server(host="0.0.0.0", behind_proxy=True)  # noqa: S104  # in a container

    assert (server._here(), server._name()) == ("http://127.0.0.1:8123", "allies.example.org")
