"""The settings as they are, and beside English a made-up language that reads right to left: see `pseudo`."""

from alongside.core import language
from alongside.web.settings import *  # noqa: F403  # everything else stays as it is
from alongside.web.settings import DATA, LOCALE_PATHS

LANGUAGES = [("en", "English"), ("ar", "العربية")]
LOCALE_PATHS = [DATA / "pseudo", *LOCALE_PATHS]
language._FOLDER = LOCALE_PATHS[0]  # the engines read the same catalogue
