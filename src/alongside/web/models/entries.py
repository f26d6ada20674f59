"""Sealed entries and the audit trail: the two tables that the terminal reaches without Django."""

import uuid

from django.db import models


class SealedEntry(models.Model):
    """A private entry as `core.vault` sealed it; `week` is the Monday of the week it was first written."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key_id = models.BinaryField(max_length=16)
    version = models.PositiveIntegerField(default=1)
    week = models.DateField()
    bucket = models.PositiveIntegerField()
    shelf = models.BinaryField(max_length=16, db_index=True)
    box = models.BinaryField()

    class Meta:
        """The plural people read."""

        verbose_name_plural = "sealed entries"

    def __str__(self) -> str:
        """The random id: nothing else can be told from outside."""
        return str(self.id)


class AuditRow(models.Model):
    """One deed in the hash chain of `core.trail`; appended only, triggers refuse the rest."""

    sequence = models.PositiveBigIntegerField(primary_key=True)
    day = models.DateField()
    actor = models.CharField(max_length=32, blank=True)
    action = models.CharField(max_length=64)
    object_id = models.CharField(max_length=32, blank=True)
    result = models.CharField(max_length=16)
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        """Number and name of the deed."""
        return f"{self.sequence} {self.action}"
