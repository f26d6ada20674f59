"""The pages of Words with two rules of the tests' own beside ours: no rule of ours has to stay as it is."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings

RULES = """schema = 1
language = "en"
licence = "CC-BY-SA-4.0"

[[rule]]
id = "test-quokka"
kind = "term"
level = "reword"
profiles = ["default", "strict", "job-ad"]
grounds = ["class"]
forms = ["quokkaman", "quokkamen"]
why = "It pictures a man with the quokkas, so others may feel left out."
call_in = "Could we write “quokka keeper”? It fits whoever does it."
alternatives = ["quokka keeper"]
fine_when = "In quotations."
both_ways = "Some keepers say quokkaman of themselves, others do not."
sources = ["test-source"]
examples.flagged = ["A «quokkaman» came.", "Two «quokkamen».", "The «quokkaman» of <Perth>."]
examples.unflagged = ["A quokka came.", "A keeper.", "The quokkas."]
provenance = { made_by = "project", method = "made up for the tests" }
review = "unreviewed"

[[rule]]
id = "test-zebra-talk"
kind = "phrase"
level = "consider"
profiles = ["strict"]
grounds = ["race", "migration"]
forms = ["where does the zebra really come from"]
why = "Asked again after an answer, it says: you cannot be from here."
call_in = "I noticed the zebra was asked twice. What did we want to know?"
no_drop_in = "Leave it out, and let the zebra choose what to tell."
fine_when = "About the origin of goods."
scene = "dinner-relative-01"
sources = ["test-source"]
examples.flagged = [
  "«Where does the zebra really come from»?",
  "«where does the zebra really come from»",
  "So, «where does the zebra really come from»?",
]
examples.unflagged = ["Where is the zebra?", "A zebra came.", "Really, a zebra."]
provenance = { made_by = "project", method = "made up for the tests" }
review = "unreviewed"
"""
SOURCES = """schema = 1
language = "en"
licence = "CC-BY-SA-4.0"

[[rule-source]]
id = "test-source"
title = "A. Nobody: Keeping quokkas kindly"
publisher = "The tests"
url = "https://example.org/quokkas"
kind = "guidance"
looked_up = "2026-11-22"
checked_how = "it does not exist"
"""


@pytest.fixture(autouse=True, scope="module")
def _rules_of_the_tests() -> Iterator[None]:
    folder = settings.DATA / "content" / "en"
    files = {"rules/test.toml": RULES, "rule-sources/test.toml": SOURCES}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    yield
    for name in files:
        (folder / name).unlink()


@pytest.fixture
def check(client_of_owner) -> Callable[..., object]:
    """Send the form of the page Words."""
    return lambda sent, path="/check/", **more: client_of_owner.post(path, sent, **more)
