"""Scenes for the tests: the example of the room's brief, and the same with an edit."""

import json
import tomllib
from pathlib import Path

from alongside.practise.scene_files import from_entry
from alongside.practise.scenes import Scene

FILE = Path(__file__).with_name("credit-standup-01.toml")
TEXT = FILE.read_text("utf-8")
Edits = tuple[tuple[str, str], ...]


def edited(edits: Edits, *, text: str = TEXT) -> str:
    """The example with each old passage, which stands in it once, replaced."""
    for old, new in edits:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return text


def scene_of(text: str) -> Scene:
    return from_entry(json.loads(json.dumps(tomllib.loads(text), default=str)))


def example(*edits: tuple[str, str]) -> Scene:
    return scene_of(edited(edits))
