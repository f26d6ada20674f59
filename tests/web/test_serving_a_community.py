"""Starting a community from the terminal: the way in, and what is refused in words."""

import socket

import pytest
from tests.processes import alongside, serving
from tests.web.test_canary_of_pages import Visitor

TOLD = {"community": "River allies", "email": "ada@example.org", "password": "fourteen letters 9f"}


def test_a_fresh_link_leads_to_the_set_up_and_then_to_the_sign_in(data_folder, tmp_path):
    with serving(data_folder, tmp_path / "printed", "--community") as served:
        fresh = alongside("link", folder=data_folder).stdout.strip()
        assert fresh.startswith(f"{served.address}/set-up/")
        visitor = Visitor(served)
        assert "Set up your community" in visitor.get(fresh)
        visitor.send(fresh, TOLD, form=fresh)
        assert alongside("link", folder=data_folder).stdout.strip() == f"{served.address}/"
        assert "Sign in" in Visitor(served).get("/")


def test_a_trial_is_reached_by_a_name_since_a_passkey_belongs_to_one(data_folder, tmp_path):
    with serving(data_folder, tmp_path / "printed", "--community") as served:
        assert served.address.startswith("http://localhost:")


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        (("--host", "0.0.0.0"), {}),  # noqa: S104  # to be refused
        ((), {"ALONGSIDE_HOSTS": "allies.example.org"}),
        (("--certificate", "here.pem"), {}),
        (("--processes", "2"), {}),
    ],
)
def test_what_would_be_an_open_door_is_refused_in_one_line(data_folder, options, settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    words = ("serve", "--community", "--no-browser", "--port", port, *options)
    done = alongside(*words, folder=data_folder, **settings)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_diary_of_one_person_is_not_opened_to_others(ready_folder):
    alongside("act", "log", "Thanked Ola", "--practice", "amplify", folder=ready_folder)
    done = alongside("serve", "--community", "--no-browser", "--port", "8478", folder=ready_folder)
    assert done.returncode == 2
    assert "alongside act export" in done.stderr
    assert not (ready_folder / "community").exists()


def test_in_the_folder_of_a_community_nobody_writes_a_diary_from_the_terminal(data_folder):
    (data_folder / "community").write_text("ready")
    done = alongside("act", "log", "Thanked Ola", folder=data_folder)
    assert done.returncode == 2
    assert "Sign in in the browser" in done.stderr
    assert not (data_folder / "vault.key").exists()
