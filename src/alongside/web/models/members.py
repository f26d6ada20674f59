"""Who uses this installation, what they may do for all of it, and how they came in."""

import uuid
from typing import ClassVar, Self

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Member(AbstractBaseUser):
    """Somebody who uses this installation; solo, that is the owner. No field says who they are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), unique=True, null=True, blank=True)
    name = models.CharField(_("what to call you"), max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    last_login = None  # when somebody comes and goes is nobody's business
    is_active = models.BooleanField(default=True)
    is_owner = models.BooleanField(default=False)

    USERNAME_FIELD = "email"
    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    class Meta:
        """One owner at most."""

        constraints = [
            models.UniqueConstraint(fields=["is_owner"], condition=Q(is_owner=True), name="one_owner"),
        ]

    def __str__(self) -> str:
        """The random id: what to call somebody is their own choice."""
        return str(self.id)

    @property
    def shown_name(self) -> str:
        """What they want to be called, or words that name nobody."""
        return self.name or gettext("A member")


class CommunityRole(models.Model):
    """A duty for the whole community: admins operate and read nothing, moderators answer reports."""

    class Role(models.TextChoices):
        """The two duties; the owner is always an admin."""

        ADMIN = "admin", _("admin")
        MODERATOR = "moderator", _("moderator")

    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="duties")
    role = models.CharField(max_length=12, choices=Role.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        """A duty is held once."""

        constraints = [models.UniqueConstraint(fields=["member", "role"], name="one_duty_of_a_kind")]

    def __str__(self) -> str:
        """The duty, not who holds it."""
        return self.role


class Invitation(models.Model):
    """A way in that an admin gave out: only the hash of its token is kept, and it opens once."""

    token_hash = models.CharField(primary_key=True, max_length=64)
    made = models.DateField()
    ends = models.DateField()
    made_by = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        """Until when it opens."""
        return self.ends.isoformat()


class Waiting(models.Model):
    """Somebody who asked to join and waits for an admin's yes; gone once it is decided."""

    member = models.OneToOneField(
        "web.Member", on_delete=models.CASCADE, primary_key=True, related_name="waiting"
    )
    since = models.DateField()
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        """Since when."""
        return self.since.isoformat()


class SignedIn(models.Model):
    """A browser in which a member is signed in: its session, and since which day. Nothing else."""

    session_key = models.CharField(primary_key=True, max_length=40)
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="browsers")
    since = models.DateField()

    def __str__(self) -> str:
        """Since when."""
        return self.since.isoformat()


class Setting(models.Model):
    """One choice of the whole community, such as its name and who may join."""

    key = models.CharField(primary_key=True, max_length=40)
    value = models.TextField(blank=True)

    def __str__(self) -> str:
        """Which choice."""
        return self.key
