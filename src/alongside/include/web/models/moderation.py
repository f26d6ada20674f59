"""Reports, whose pseudonym was looked up, and the notices that tell people what followed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Report(models.Model):
    """A report of a post or of conduct in a circle; `include.moderation` says what can happen to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=8)
    post = models.ForeignKey("include.Post", null=True, on_delete=models.SET_NULL, related_name="+")
    reporter = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    reported = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(_("what happened"))
    beyond = models.BooleanField(default=False)
    opened = models.DateTimeField()
    state = models.CharField(max_length=12, db_index=True)
    moderator = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    given = models.DateTimeField(null=True, blank=True)
    acknowledged = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, blank=True)
    decided = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    told_reported = models.TextField(blank=True)
    told_reporter = models.TextField(blank=True)
    appealed = models.DateTimeField(null=True, blank=True)
    appealed_by = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    appeal_words = models.TextField(blank=True)
    settled_as = models.CharField(max_length=8, blank=True)
    settled_by = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    final = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """The random id: what it is about belongs in no log."""
        return str(self.id)


class StoodBack(models.Model):
    """A moderator who has stepped aside from a report, or whose time for it ran out."""

    class Why(models.TextChoices):
        """They said so, or the clock did."""

        ASIDE = "aside", _("stepped aside")
        LATE = "late", _("ran out of time")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="stood_back")
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=8, choices=Why.choices)

    class Meta:
        """Once for each reason."""

        constraints = [models.UniqueConstraint(fields=["report", "member", "why"], name="stood_back_once")]

    def __str__(self) -> str:
        """Why, not who."""
        return self.why


class Unmasking(models.Model):
    """The wish of one moderator to know whose pseudonym it is, and the second one's yes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    membership = models.ForeignKey("web.Membership", on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    asked = models.DateField()
    reason = models.TextField(_("reason"))
    agreed_by = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    agreed = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)

    @property
    def circle(self) -> models.Model:
        """The circle of the pseudonym, so that rules ask every object the same way."""
        return self.membership.circle


class Notice(models.Model):
    """One line on somebody's notices page: that there is something, and where to read it."""

    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="notices")
    key = models.CharField(max_length=24)
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    unmasking = models.ForeignKey(
        Unmasking, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    day = models.DateField()
    read = models.BooleanField(default=False)

    def __str__(self) -> str:
        """What kind of line it is."""
        return self.key
