"""Links: asked gently, by name, and gone only when not found twice, a week apart."""

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from tests.learn.builders import TODAY

from alongside.learn.cli_links import AGENT, fetch
from alongside.learn.links import Link, check_links, read_links, write_links

A, B, ELSEWHERE = "https://a.example/1", "https://a.example/2", "https://b.example/1"


class World:
    """A made-up web with a clock: what each address answers, what was asked, and how long was waited."""

    def __init__(self, **answers: int) -> None:
        self.answers, self.asked, self.waits, self.time = answers, [], [], 0.0

    def fetch(self, method: str, url: str) -> int:
        self.asked.append((method, url, self.time))
        status = self.answers.get(method, 200)
        if not status:
            message = "no such host"
            raise OSError(message)
        return status

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


def ask(world: World, *urls: str, known: dict[str, Link] | None = None, today: date = TODAY) -> list[Link]:
    clock = {"fetch": world.fetch, "clock": lambda: world.time, "sleep": world.sleep}
    return list(check_links(urls, known or {}, today=today, **clock))


def test_what_works_is_asked_once_by_head():
    world = World()
    (link,) = ask(world, A, A)
    assert [(method, url) for method, url, _time in world.asked] == [("HEAD", A)]
    assert (link.worked_on, link.missing_since, link.gone) == (TODAY, None, False)


def test_where_head_is_refused_get_decides():
    assert ask(World(HEAD=405, GET=200), A)[0].worked_on == TODAY
    assert ask(World(HEAD=404, GET=200), A)[0].worked_on == TODAY


def test_a_second_between_two_requests_to_a_host_and_none_to_another():
    world = World(HEAD=405)
    ask(world, A, ELSEWHERE, B)
    times = {url: [t for _m, u, t in world.asked if u == url] for url in (A, ELSEWHERE, B)}
    assert times == {A: [0, 1], ELSEWHERE: [1, 2], B: [2, 3]}
    assert all(wait <= 1 for wait in world.waits)


def test_not_found_once_is_not_gone():
    (link,) = ask(World(HEAD=404, GET=404), A)
    assert (link.missing_since, link.gone) == (TODAY, False)
    assert link.sentence == "It was not found on 2026-03-12."


@pytest.mark.parametrize(("days", "gone"), [(1, False), (6, False), (7, True)])
def test_not_found_twice_is_gone_after_a_week(days, gone):
    (first,) = ask(World(HEAD=404, GET=404), A)
    (second,) = ask(World(HEAD=410, GET=410), A, known={A: first}, today=TODAY + timedelta(days=days))
    assert second.gone is gone
    assert second.missing_since == TODAY


def test_what_is_back_is_not_gone():
    gone = Link(url=A, missing_since=TODAY, gone=True)
    (link,) = ask(World(), A, known={A: gone})
    assert (link.gone, link.missing_since) == (False, None)


@pytest.mark.parametrize("status", [0, 403, 429, 500])
def test_a_host_that_does_not_answer_says_nothing(status):
    before = Link(url=A, worked_on=TODAY - timedelta(days=9))
    (link,) = ask(World(HEAD=status, GET=status), A, known={A: before})
    assert (link.worked_on, link.missing_since, link.gone) == (before.worked_on, None, False)


def test_what_was_found_is_read_back_and_a_damaged_file_is_nothing(tmp_path):
    links = {A: Link(url=A, worked_on=TODAY, checked_on=TODAY, said="200"), B: Link(url=B, gone=True)}
    write_links(tmp_path, links)
    assert read_links(tmp_path) == links
    (tmp_path / "library-links.json").write_text("[{")
    assert read_links(tmp_path) == {}


class _Answers(BaseHTTPRequestHandler):
    agents: list[str] = []  # noqa: RUF012  # one list for the one server

    def do_HEAD(self) -> None:  # the name that http.server calls
        self.agents.append(self.headers["User-Agent"])
        self.send_response(404 if self.path == "/gone" else 200)
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Answers) as held:
        thread = threading.Thread(target=held.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{held.server_port}"
        held.shutdown()
        thread.join()


def test_over_the_wire_it_says_who_asks(server):
    assert (fetch("HEAD", server + "/there"), fetch("GET", server + "/gone")) == (200, 404)
    assert set(_Answers.agents) == {AGENT}


def test_where_nothing_answers_it_is_an_error_that_the_check_takes():
    for url in ("file:///etc/hostname", "http://127.0.0.1:1/", "http://[::bad"):
        with pytest.raises(OSError, match=r"address|refused|URL|IP"):
            fetch("HEAD", url)
