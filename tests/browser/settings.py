"""The settings as they are, and Arabic beside English, so that the pages can be seen right to left."""

from alongside.web.settings import *  # noqa: F403  # everything else stays as it is

LANGUAGES = [("en", "English"), ("ar", "العربية")]
