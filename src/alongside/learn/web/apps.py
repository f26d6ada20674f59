"""The Django app of the room learn."""

from django.apps import AppConfig


class LearnConfig(AppConfig):
    """Pages only: what the room keeps is sealed in the member's vault."""

    name = "alongside.learn.web"
    label = "learn"
