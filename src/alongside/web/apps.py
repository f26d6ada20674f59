"""The Django app that holds what all rooms' pages share."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Members, sealed entries, the audit trail."""

    name = "alongside.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
