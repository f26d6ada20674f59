"""Who gets letters, what a circle wrote in one, and where a circle's public news is told."""

import secrets
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def new_token() -> str:
    """What a letter's own links carry: 128 random bits."""
    return secrets.token_urlsafe(16)


class Subscription(models.Model):
    """That somebody wants letters: the member's own, or a circle's. Nothing is sent before they confirm."""

    class Every(models.TextChoices):
        """How often."""

        WEEK = "week", _("once a week")
        MONTH = "month", _("once a month")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.CharField(max_length=32, unique=True, default=new_token)
    circle = models.ForeignKey(
        "web.Circle", null=True, blank=True, on_delete=models.CASCADE, related_name="letter_readers"
    )
    member = models.ForeignKey(
        "web.Member", null=True, blank=True, on_delete=models.CASCADE, related_name="letters"
    )
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=12, blank=True)
    every = models.CharField(max_length=8, choices=Every.choices, default=Every.WEEK)
    asked_on = models.DateField()
    confirmed_on = models.DateField(null=True, blank=True)
    wording = models.PositiveSmallIntegerField()
    last_on = models.DateField(null=True, blank=True)

    class Meta:
        """One own letter a member, one of a circle a reader; the own letter is a member's."""

        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(circle=None), name="one_own_letter_of_a_member"
            ),
            models.UniqueConstraint(
                fields=["circle", "member"], condition=Q(member__isnull=False), name="one_letter_of_a_member"
            ),
            models.UniqueConstraint(
                fields=["circle", "address"], condition=~Q(address=""), name="one_letter_of_an_address"
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=False) | (~Q(address="") & Q(circle__isnull=False)),
                name="a_letter_goes_to_somebody",
            ),
        ]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)

    @property
    def to(self) -> str:
        """Where it goes: a member's own address of today, or the one that was given."""
        return (self.member.email or "") if self.member else self.address


class OpenLetters(models.Model):
    """That a circle's steward lets anybody ask for its letters, without an account."""

    circle = models.OneToOneField("web.Circle", on_delete=models.CASCADE, related_name="open_letters")
    since = models.DateField()

    def __str__(self) -> str:
        """Since when."""
        return self.since.isoformat()


class DigestIssue(models.Model):
    """A letter of a circle, as it went out and stands in its archive."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="issues")
    day = models.DateField()
    title = models.CharField(_("title"), max_length=80, blank=True)
    note = models.TextField(_("letter"), blank=True)
    lines = models.JSONField(default=list)

    class Meta:
        """Newest first."""

        ordering = ["-day", "id"]

    def __str__(self) -> str:
        """Its day."""
        return self.day.isoformat()


class Poster(models.Model):
    """A place outside where a circle's public news is told. Its secrets are sealed under the server's key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="posters")
    service = models.CharField(max_length=12)
    host = models.CharField(max_length=255)
    sealed = models.BinaryField()
    since = models.DateField()
    key_changed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        """Which service: the address itself is a secret."""
        return self.service
