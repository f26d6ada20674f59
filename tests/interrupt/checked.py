"""The terminal door over a pack of invented words, so that no change of the rules that ship moves a test."""

import json
from pathlib import Path

from tests.terminal import Said, typed

HOUSE = Path(__file__).parent / "house"
SETTINGS = f'[tool.alongside.check]\npacks = ["{HOUSE.as_posix()}"]\n'


def check(*words: object, text: str = "", terminal: bool = False) -> Said:
    """`alongside check …` with the pack of invented words."""
    return typed("check", "--pack", HOUSE, *words, text=text, terminal=terminal)


def findings(*words: object, text: str = "") -> list[dict]:
    """The findings as JSON tells them."""
    return json.loads(check("--format", "json", *words, text=text).out)["findings"]


def places(*words: object, text: str = "") -> list[tuple[str, int, int, str]]:
    """Path, line, column and words of each finding."""
    return [(one["path"], one["line"], one["column"], one["words"]) for one in findings(*words, text=text)]
