"""What somebody asked `alongside check` for, as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

STDIN: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of one run. `packs`, `only` and `without` may be given more than once."""

    profile: str | None
    out_format: str
    kind: str | None
    stdin_name: str | None
    diff: str | None
    diff_file: Path | None
    baseline: Path | None
    update_baseline: bool
    packs: tuple[Path, ...]
    only: tuple[str, ...]
    without: tuple[str, ...]
    fail_on: str
    fix: bool
    dry_run: bool
    show_suppressed: bool
    report_unused: bool
    jobs: int | None
    stats: bool
    explain: str | None

    @classmethod
    def of(cls, given: Mapping[str, object]) -> "Options":
        """The options as click hands them over."""
        return cls(**cast("dict[str, object]", given))  # type: ignore[arg-type]
