"""The pages of this room on Thursday 12 March 2026, with two works of the tests' own beside ours."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from alongside.learn.keeping import Kept, read_kept

if TYPE_CHECKING:
    from alongside.web.keeper import DjangoKeeper

THURSDAY = "2026-03-12"
WORKS = """schema = 1
language = "en"
licence = "CC-BY-SA-4.0"

[[resource]]
id = "a-ramp-of-ones-own"
title = "A ramp of one's own"
authors = ["A. Nobody"]
year = 2020
perspective = ""
type = "guide"
level = 1
minutes = 12
practices = ["include"]
grounds = ["disability"]
topics = ["quokkas"]
language = "en"
regions = ["GB"]
access = ["text"]
cost = "free"
url = "https://example.org/ramp"
archived = "https://example.com/archived-ramp"
licence = "link only"
checked_on = 2026-03-01
checked_how = "made up for a test"
why = "A made-up guide for a test."
provenance = { made_by = "project", method = "made up for a test", read = "abstract" }
review = "unreviewed"

[[resource]]
id = "la-rampe"
title = "La rampe"
authors = ["A. Nobody"]
year = 2021
perspective = ""
type = "article"
level = 1
minutes = 12
practices = ["include"]
grounds = ["disability"]
topics = ["quokkas"]
language = "fr"
regions = ["FR"]
access = ["text"]
cost = "free"
url = "https://example.org/rampe"
licence = "link only"
checked_on = 2026-03-01
checked_how = "made up for a test"
why = "A made-up article for a test."
provenance = { made_by = "project", method = "made up for a test", read = "whole" }
review = "unreviewed"
"""


@pytest.fixture(autouse=True)
def thursday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_TODAY", THURSDAY)


@pytest.fixture(autouse=True, scope="module")
def own_works() -> Iterator[None]:
    """Works in the data folder as somebody's own; the pages see them without a restart."""
    file = settings.DATA / "content/en/resources/mine.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(WORKS, "utf-8")
    yield
    file.unlink()


@pytest.fixture
def kept(keeper: "DjangoKeeper") -> Callable[[], Kept]:
    """What is kept in this room at the moment of asking."""
    return lambda: read_kept(keeper)
