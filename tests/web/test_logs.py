"""A log line names what went wrong and where in the code, and nothing that somebody wrote."""

import json
import logging
import sys

import pytest
from django.urls import include, path, resolve

from alongside.web.logs import AllowedFields

PRIVATE = "Mina told me in confidence"
urlpatterns = [
    path("broken/", lambda _request: fail_with(PRIVATE), name="broken"),
    path("", include("alongside.web.urls")),
]
handler500 = "alongside.web.views.broken"


def line(record):
    text = AllowedFields().format(record)
    assert "\n" not in text
    assert PRIVATE not in text
    return json.loads(text)


def a_record(*, exc_info=None, **more):
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, f"{PRIVATE}: %s", (PRIVATE,), exc_info
    )
    for name, value in more.items():
        setattr(record, name, value)
    return record


def fail_with(words):
    raise ValueError(words)


@pytest.fixture
def failure():
    """What is known of an error whose text repeats what somebody wrote."""
    try:
        fail_with(PRIVATE)
    except ValueError:
        yield sys.exc_info()


def test_a_message_and_its_arguments_are_left_out():
    assert set(line(a_record())) == {"time", "level", "logger"}


def test_an_error_is_told_by_type_and_the_lines_it_passed(failure):
    told = line(a_record(exc_info=failure))
    assert told["error"] == "ValueError"
    assert [frame.split()[-1] for frame in told["passed"]] == ["failure", "fail_with"]


def test_a_request_is_told_by_its_id_and_the_name_of_its_address(rf):
    request = rf.post("/log/", {"what": PRIVATE}, query_params={"q": PRIVATE})
    request.request_id = "abcd1234"
    request.resolver_match = resolve("/log/")
    told = line(a_record(request=request, status_code=500))
    assert (told["request"], told["route"], told["status"]) == ("abcd1234", "act:today-log", 500)


def test_no_exception_to_speak_of_is_left_out():
    assert "error" not in line(a_record(exc_info=(None, None, None)))


@pytest.mark.urls(__name__)
def test_a_page_that_breaks_logs_the_same_id_that_the_person_reads(client_of_owner):
    lines = []

    class Kept(logging.Handler):
        def emit(self, record):
            lines.append(line(record))

    kept = Kept()
    logging.getLogger("django").addHandler(kept)
    client_of_owner.raise_request_exception = False
    try:
        answer = client_of_owner.get("/broken/", {"q": PRIVATE})
    finally:
        logging.getLogger("django").removeHandler(kept)
    (told,) = lines
    assert answer.status_code == 500
    assert told["request"] in answer.content.decode()
    assert (told["error"], told["route"]) == ("ValueError", "broken")
