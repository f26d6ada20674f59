"""Addresses by name: a room may lead to another without knowing whether it has pages."""

from functools import lru_cache

from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse


def place_of(name: str, *args: object) -> str:
    """The address of a page of any room, or "" where that room has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def fixed_place(name: str) -> str:
    """The address of a page that takes no arguments. Raises NoReverseMatch where there is none."""
    return _looked_up(name, get_urlconf(), get_script_prefix())


@lru_cache(maxsize=1024)
def _looked_up(name: str, urlconf: str | None, _prefix: str) -> str:
    return reverse(name, urlconf)
