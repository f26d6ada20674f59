"""Every page of the room answers htmx with its part alone, and a browser without htmx with the whole page."""

import pytest
from tests.web.visits import HTMX, page, part

PATHS = (
    "/",
    "/welcome/roles/",
    "/welcome/week/",
    "/welcome/room/",
    "/commitments/",
    "/commitments/new/",
    "/look-back/",
    "/look-back/how/",
    "/my-data/",
    "/my-data/erase/",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_comes_whole_or_as_its_part(client_of_owner, path):
    whole, alone = client_of_owner.get(path), client_of_owner.get(path, headers=HTMX)
    assert page(whole).startswith("<!doctype html>")
    assert len(part(alone)) < len(page(whole))
    assert "HX-Request" in whole["Vary"]
    assert "HX-Request" in alone["Vary"]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_was_done_is_said_on_the_page_that_follows(client_of_owner, headers):
    text = page(client_of_owner.get("/?done=logged", headers=headers))
    assert "Logged. It lies sealed in your diary." in text
