"""What has to leave this machine: written together with the deed, sent afterwards, gone once it is taken."""

import uuid

from django.db import models


class OutboxRow(models.Model):
    """One thing to send. Its id goes with it each time, so that whoever gets it twice can tell."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=16)
    payload = models.JSONField()
    due = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    parked = models.BooleanField(default=False)
    trouble = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        """What kind of thing: to whom is nobody's business."""
        return self.kind
