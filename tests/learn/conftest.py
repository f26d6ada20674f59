"""For the terminal's tests: a ready data folder on a day that stands still."""

from pathlib import Path

import pytest


@pytest.fixture
def at_home(ready_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of somebody who begins on Thursday 12 March 2026."""
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-12")
    return ready_folder
