"""What a browser gets back: the words of a page, the place a deed leads to, the part that htmx puts in."""

import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from django.http import HttpResponse

HTMX: Final = {"HX-Request": "true"}


def page(answer: "HttpResponse", status: int = 200) -> str:
    """The page as text, without the escapes of HTML and without line breaks."""
    assert answer.status_code == status, answer
    return " ".join(html.unescape(answer.content.decode()).split())


def part(answer: "HttpResponse", status: int = 200) -> str:
    """The part that htmx puts in place of the old one: no page around it, and the status line beside it."""
    text = page(answer, status)
    assert "<html" not in text
    assert 'id="status" role="status" hx-swap-oob="innerHTML"' in text
    return text


def spoken(answer: "HttpResponse") -> str:
    """What the status line says."""
    found = re.search(r'<p[^>]*id="status"[^>]*>(.*?)</p>', page(answer, answer.status_code))
    assert found is not None
    return found.group(1).strip()


def went_to(answer: "HttpResponse") -> str:
    """Where a deed leads with a redirect that turns it into a GET."""
    assert answer.status_code == 303, answer
    return str(answer["Location"])
