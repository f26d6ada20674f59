"""The part of an id that a person reads and types."""

from typing import Final
from uuid import UUID

SHORT_ID: Final = 6
"""Hex digits of an id that are printed; enough for 16 million entries of one person (our choice)."""


def short(id: UUID) -> str:
    """The part of an id that a person types."""
    return id.hex[:SHORT_ID]
