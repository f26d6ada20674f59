"""The Django app of the room interrupt."""

from django.apps import AppConfig


class InterruptConfig(AppConfig):
    """Pages only: no text is kept, and which rules somebody hid lies sealed in their vault."""

    name = "alongside.interrupt.web"
    label = "interrupt"
