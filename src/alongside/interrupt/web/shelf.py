"""The rules as the pages use them: read once a process, and again when own entries or packs change.

Nothing of a person is held here, and no text.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from django.conf import settings

from alongside.core.folder import content_roots
from alongside.interrupt.book import read_book
from alongside.interrupt.check import load_rules
from alongside.interrupt.hits import Profile
from alongside.interrupt.library import rule_files
from alongside.interrupt.rule_set import RuleSet
from alongside.interrupt.rules import Book, Rule
from alongside.web.content import WhileContentLasts


class Held:
    """What ships, and the person's own rules and installed packs beside it."""

    def __init__(self) -> None:
        self._sets: dict[Profile, RuleSet] = {}

    @cached_property
    def book(self) -> Book:
        """Rules and sources as they are written."""
        return read_book(rule_files(self._packs))

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules by id, in the order of their files."""
        return {rule.id: rule for rule in self.book.rules}

    def ready(self, profile: Profile) -> RuleSet:
        """The rules of a profile, ready to match."""
        if profile not in self._sets:
            self._sets[profile] = load_rules(
                self._packs, profile=profile, cache=settings.DATA / "cache" / "rules"
            )
        return self._sets[profile]

    @cached_property
    def _packs(self) -> tuple[Path, ...]:
        """Content folders that hold rules; one without any is no pack of rules."""
        kinds = ("rules", "rule-sources", "word-lists")
        folders = (root / "en" / kind for root in content_roots(settings.DATA) for kind in kinds)
        return tuple(folder for folder in folders if any(folder.glob("*.toml")))


held = WhileContentLasts(Held)
