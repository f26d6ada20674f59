"""Tokens by which a member's own programs reach the interface for programs."""

import uuid

from django.db import models


class ApiToken(models.Model):
    """One token: only its hash is kept. `box` wraps the member's data key under the token, or is empty."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=60)
    hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    key_id = models.BinaryField(max_length=16, default=b"")
    box = models.BinaryField(default=b"")
    made = models.DateField()
    ends = models.DateField()

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)
