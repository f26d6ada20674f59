"""Ways into a circle and into a part in it: nothing of it happens without the person's own yes."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class CircleInvitation(models.Model):
    """An invitation to whoever has this e-mail address, kept as a keyed hash.

    It looks the same to a steward whether or not somebody has that address, has said no, or has come in.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="invitations")
    address = models.CharField(max_length=64, db_index=True)
    as_guest = models.BooleanField(default=False)
    made = models.DateField()
    ends = models.DateField()
    answered = models.BooleanField(default=False)

    class Meta:
        """One invitation for an address in a circle."""

        constraints = [models.UniqueConstraint(fields=["circle", "address"], name="one_invitation_each")]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)


class JoinRequest(models.Model):
    """What somebody says who asks to come in; gone when they have an answer."""

    membership = models.OneToOneField("web.Membership", on_delete=models.CASCADE, related_name="request")
    text = models.TextField(_("a few words to the stewards"), blank=True)

    def __str__(self) -> str:
        """Nothing of what it says."""
        return "request"


class RoleOffer(models.Model):
    """A part in a circle that a steward offers somebody; `steps_down` hands the steward's own part over."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    to = models.OneToOneField("web.Membership", on_delete=models.CASCADE, related_name="offer")
    by = models.ForeignKey("web.Membership", on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=12)
    steps_down = models.BooleanField(default=False)
    made = models.DateField()

    def __str__(self) -> str:
        """Which part."""
        return self.role
