"""The WSGI application. The server runs it in a process of its own, so the worker thread starts in here."""

import atexit
import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.web.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402  # as the next one

from alongside.web.jobs import WORKER  # noqa: E402  # needs the settings that the line above loads
from alongside.web.transport import refuse_open_door  # noqa: E402

if settings.COMMUNITY:
    refuse_open_door(community=True, transport=settings.TRANSPORT, hosts=settings.ALLOWED_HOSTS)
# What start-up made stays for good: the collector need not walk it again while pages are answered.
gc.collect()
gc.freeze()
WORKER.start()
atexit.register(WORKER.stop)
