"""Sessions in the database, as Django keeps them, with a reading that costs half.

Every page begins by reading its session, and a model's query is most of what that costs. Writing, making and
ending sessions are Django's own.
"""

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

_SELECT = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Django's store; only `load` is another."""

    def load(self) -> dict[str, Any]:
        """What the session holds; empty where it has ended or never was, and then its key is dropped."""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(_SELECT, [self.session_key, now])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        return dict(self.decode(row[0]))
