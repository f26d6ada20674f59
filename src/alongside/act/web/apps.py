"""The Django app of the room act."""

from django.apps import AppConfig


class ActConfig(AppConfig):
    """Pages only: what the room keeps is sealed in the member's vault."""

    name = "alongside.act.web"
    label = "act"
