"""Look: choose a file, see where you could act; the text is measured in memory and dropped."""

from django.http import HttpRequest, HttpResponse


def look(_request: HttpRequest) -> HttpResponse:
    """To come."""
    return HttpResponse("")
