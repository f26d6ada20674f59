"""`alongside serve` and `link` as a person runs them: a free port, a link, a clean stop."""

import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from tests.processes import _wait_for_link, environment, serving
from tests.terminal import refused, typed


@pytest.fixture
def taken():
    """A port that somebody else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.mark.usefixtures("ready_folder")
def test_a_port_that_is_taken_is_told_with_both_ways_out(taken):
    line = refused(typed("serve", "--no-browser", "--port", taken))
    assert line.startswith(f"--port: {taken} cannot be used on this machine")
    assert "alongside link." in line
    assert "--port 8123" in line


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_cannot_be_is_a_usage_error(port):
    said = typed("serve", "--port", port)
    assert (said.code, said.out) == (2, "")
    assert "--port" in said.err


def test_a_link_without_a_folder_says_what_to_run_and_makes_none(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "none"))
    assert "Start it: alongside serve." in refused(typed("link"))
    assert not (tmp_path / "none").exists()


def test_a_link_to_nobody_is_refused_and_made_by_nobody(ready_folder):
    (ready_folder / "port").write_text("1", "ascii")  # a server that was killed left its note
    assert "no Alongside is running with this folder" in refused(typed("link"))
    assert list((ready_folder / "links").glob("*")) == []


def test_a_fresh_link_opens_a_running_server(ready_folder, tmp_path):
    with serving(ready_folder, tmp_path / "printed") as served:
        said = typed("link")
        assert (said.code, said.err, said.out.count("\n")) == (0, "", 1)
        link = said.out.strip()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(link, timeout=20) as page:
            assert page.geturl() == f"{served.address}/"
            assert "Three to begin with" in page.read().decode()


def test_ctrl_c_ends_the_server_with_exit_code_0_and_a_word(ready_folder, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    printed = tmp_path / "printed"
    with printed.open("wb") as out:
        server = subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-m", "alongside", "serve", "--no-browser", "--port", port],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment(ready_folder),
        )
    try:
        _wait_for_link(server, printed)
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=30) == 0
    finally:
        server.kill()
        server.wait()
    assert printed.read_text("utf-8").rstrip().endswith("Stopped. Everything you wrote is kept.")
    assert "Traceback" not in printed.read_text("utf-8")
