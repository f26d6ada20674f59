"""Alongside turns allyship from a label into a steady practice."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("alongside")
except PackageNotFoundError:  # a source tree on the path, never installed
    __version__ = "0+unknown"
