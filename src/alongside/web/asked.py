"""What the rules asked the database, remembered while one page is read.

A page of fifty lines asks the policy fifty times the same about the reader. Only reading remembers: whoever
sends a form is asked about anew at every step, so that no rule decides by what was so a moment before.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from django.http import HttpRequest, HttpResponse

Respond = Callable[[HttpRequest], HttpResponse]
Answer = TypeVar("Answer")
_NOTED: ContextVar[dict[Hashable, object] | None] = ContextVar("alongside_asked", default=None)


def once(key: Hashable, ask: Callable[[], Answer]) -> Answer:
    """What `ask` finds; while a page is read, the same question is asked once."""
    noted = _NOTED.get()
    if noted is None:
        return ask()
    if key not in noted:
        noted[key] = ask()
    return cast("Answer", noted[key])


def note(known: Mapping[Hashable, object]) -> None:
    """Take down what was read anyway; outside of reading nothing is kept."""
    noted = _NOTED.get()
    if noted is not None:
        noted.update(known)


@contextmanager
def remembering(noted: dict[Hashable, object]) -> Iterator[None]:
    """Remember while something is read, beginning with what is known already."""
    token = _NOTED.set(noted)
    try:
        yield
    finally:
        _NOTED.reset(token)


def remember(get_response: Respond) -> Respond:
    """Middleware: remember while somebody reads, and forget with the answer."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return get_response(request)
        with remembering({}):
            return get_response(request)

    return respond
