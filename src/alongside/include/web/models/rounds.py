"""Listening rounds."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class ListeningRound(models.Model):
    """A question to which everybody in a circle may say one thing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="rounds")
    question = models.CharField(_("question"), max_length=300)
    opened = models.DateField()
    closes = models.DateField()
    closed = models.BooleanField(default=False)
    last_day = models.DateField(db_index=True)

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)


class Turn(models.Model):
    """What one person said in a round, or, without words, that they passed; `place` keeps the order."""

    round = models.ForeignKey(ListeningRound, on_delete=models.CASCADE, related_name="turns")
    membership = models.ForeignKey(
        "web.Membership", null=True, on_delete=models.CASCADE, related_name="turns"
    )
    text = models.TextField(_("text"), blank=True)
    place = models.PositiveIntegerField()

    class Meta:
        """Everybody once, one after the other."""

        constraints = [
            models.UniqueConstraint(fields=["round", "membership"], name="one_turn_each"),
            models.UniqueConstraint(fields=["round", "place"], name="one_turn_at_a_time"),
        ]

    def __str__(self) -> str:
        """Its place, and no word of it."""
        return str(self.place)
