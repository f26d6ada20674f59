"""The Django app of the room amplify."""

from django.apps import AppConfig


class AmplifyConfig(AppConfig):
    """Works that may be passed on, where they went, and the directory of speakers."""

    name = "alongside.amplify.web"
    label = "amplify"
