"""In which language a page speaks: the member's own choice, else what the browser asks for, else English."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from alongside.core.language import use_language

Respond = Callable[[HttpRequest], HttpResponse]


def speak(get_response: Respond) -> Respond:
    """Middleware: one language for pages and engines, for this one request."""

    def respond(request: HttpRequest) -> HttpResponse:
        chosen = getattr(request.user, "language", "")
        if chosen and translation.check_for_language(chosen):
            translation.activate(chosen)
        use_language((translation.get_language() or "en").replace("-", "_"))
        return get_response(request)

    return respond
