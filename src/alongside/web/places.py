"""Addresses of other rooms by name: a room may lead to another without knowing whether it has pages."""

from django.urls import NoReverseMatch, reverse


def place_of(name: str, *args: object) -> str:
    """The address of a page of any room, or "" where that room has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
