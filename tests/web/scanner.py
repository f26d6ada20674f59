"""The scan for a planted text, the same that `alongside doctor --privacy` uses."""

from alongside.web.upkeep.scanner import clothings, clothings_found, layers

__all__ = ["clothings", "clothings_found", "layers"]
