"""The Django app of the room practise."""

from django.apps import AppConfig


class PractiseConfig(AppConfig):
    """Pages only: nothing that is chosen is kept, and when a skill comes back lies sealed."""

    name = "alongside.practise.web"
    label = "practise"
