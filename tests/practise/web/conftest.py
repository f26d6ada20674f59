"""The pages of this room on Thursday 12 March 2026, with a scene and drills of the tests' own beside ours."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from alongside.practise.keeping import Skill, read_skills
from alongside.practise.web import shelf

if TYPE_CHECKING:
    from alongside.web.keeper import DjangoKeeper

THURSDAY = "2026-03-12"
SCENE = Path(__file__).parent.parent / "credit-standup-01.toml"
CORRECTION = """schema = 1
language = "en"
licence = "CC-BY-SA-4.0"

[[correction]]
id = "a-short-name"
place = "work"
grounds = ["language"]
what_you_did = "You shortened a colleague's name in front of a customer."
how_told = "My name is Oluwaseun. Please use all of it."
told_by = "a colleague"
mends = ["Do not shorten it again.", "Write to the customer with the whole name."]
plan = { cue = "I next write to that customer", act = "write Oluwaseun's whole name" }
follow_up_days = 7
provenance = { made_by = "project", method = "made up for a test", sources = [] }
review = "unreviewed"
"""


@pytest.fixture(autouse=True)
def thursday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_TODAY", THURSDAY)


@pytest.fixture(autouse=True, scope="module")
def own_content() -> Iterator[None]:
    """A scene called idea-01 and one correction, in the data folder as somebody's own."""
    folder = settings.DATA / "content/en"
    files = {
        folder / "scenarios/idea-01.toml": SCENE.read_text("utf-8").replace("credit-standup-01", "idea-01"),
        folder / "corrections/mine.toml": CORRECTION,
    }
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    shelf.forget_all()
    yield
    for file in files:
        file.unlink()
    shelf.forget_all()


@pytest.fixture
def skills(keeper: "DjangoKeeper") -> Callable[[], Mapping[str, Skill]]:
    """What is kept of practising at the moment of asking."""
    return lambda: read_skills(keeper)
