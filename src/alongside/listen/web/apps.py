"""The Django app of the room listen."""

from django.apps import AppConfig


class ListenConfig(AppConfig):
    """Pages only: what the room keeps is sealed in the member's vault."""

    name = "alongside.listen.web"
    label = "listen"
