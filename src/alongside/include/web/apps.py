"""The Django app of the room include."""

from django.apps import AppConfig


class IncludeConfig(AppConfig):
    """Circles, posts, reports, events, and who gets the digest."""

    name = "alongside.include.web"
    label = "include"
