"""Puts the compiled rules for wording into the wheel: an installed Alongside starts without reading them.

A source tree has none: there they are compiled when they are first used, and again when one changes.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface[Any]):
    """Compiles beside the tree, never in it: a checkout must not come to trust a copy that grows old."""

    PLUGIN_NAME = "compiled-rules"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled rules to a wheel that is installed for use, not for development."""
        if version != "standard":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from alongside.interrupt import book, compiled, compiler, library  # noqa: PLC0415  # found from here on

        files = library.rule_files()
        made = compiler.compile_rules(book.read_book(files), digest=compiled.digest(files))
        self._folder = TemporaryDirectory(prefix="alongside-rules-")
        for name, held in made.items():
            file = Path(self._folder.name, f"{name}.json")
            file.write_bytes(compiled.written(held))
            build_data["force_include"][str(file)] = f"alongside/interrupt/compiled/{name}.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear what the wheel now holds."""
        del version, build_data, artifact_path
        if hasattr(self, "_folder"):
            self._folder.cleanup()
