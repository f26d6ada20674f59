"""Circles and who belongs to them: the facts that every room's rules ask for."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.web.models.members import Member


class Opening(models.TextChoices):
    """How one comes into a circle."""

    OPEN = "open", _("open to all members")
    ASK = "ask", _("on request")
    INVITE = "invite", _("by invitation")
    HIDDEN = "hidden", _("hidden, by invitation")


class Part(models.TextChoices):
    """What somebody does in a circle, from listening to keeping it."""

    GUEST = "guest", _("guest")
    MEMBER = "member", _("member")
    FACILITATOR = "facilitator", _("facilitator")
    MODERATOR = "moderator", _("moderator")
    STEWARD = "steward", _("steward")


class Standing(models.TextChoices):
    """Where a membership stands. Nobody is in a circle without their own yes."""

    INVITED = "invited", _("invited")
    ASKED = "asked", _("asked to join")
    ACTIVE = "active", _("in the circle")
    LEFT = "left", _("left")


class CircleQuerySet(models.QuerySet["Circle"]):
    """The one filter that hides what is hidden."""

    def visible_to(self, member: Member) -> "CircleQuerySet":
        """What a page may list or open: hidden circles show to those in them, and to those they invited."""
        inside = Membership.objects.filter(
            member=member, state__in=(Standing.ACTIVE, Standing.INVITED)
        ).values("circle")
        return self.filter(~Q(opening=Opening.HIDDEN) | Q(id__in=inside))

    def of(self, member: Member) -> "CircleQuerySet":
        """The circles somebody is in."""
        inside = Membership.objects.filter(member=member, state=Standing.ACTIVE).values("circle")
        return self.filter(id__in=inside)


class Circle(models.Model):
    """A small group with a promise that can be read before one enters."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=80)
    purpose = models.CharField(_("purpose"), max_length=300, blank=True)
    opening = models.CharField(max_length=8, choices=Opening.choices, default=Opening.OPEN)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="chapters"
    )
    founded = models.DateField()
    archived_on = models.DateField(null=True, blank=True)

    objects = CircleQuerySet.as_manager()

    def __str__(self) -> str:
        """Its random id: a hidden circle's name belongs in no log."""
        return str(self.id)

    @property
    def circle(self) -> "Circle":
        """Itself, so that rules ask every object the same way."""
        return self

    @property
    def is_hidden(self) -> bool:
        """True where nobody outside may learn that it exists."""
        return self.opening == Opening.HIDDEN


class CharterVersion(models.Model):
    """One wording of a circle's promise; joining accepts one of them."""

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="charters")
    number = models.PositiveSmallIntegerField()
    clauses = models.JSONField(default=list)
    retention_days = models.PositiveSmallIntegerField(default=90)
    chatham_house = models.BooleanField(default=True)
    notice = models.TextField(blank=True)
    accepted_from = models.DateField()

    class Meta:
        """Numbers are not used twice."""

        constraints = [models.UniqueConstraint(fields=["circle", "number"], name="one_charter_of_a_number")]

    def __str__(self) -> str:
        """Its number."""
        return str(self.number)


class Membership(models.Model):
    """Somebody in a circle, under their account's name or a pseudonym of this circle alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="memberships")
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="memberships")
    pseudonym = models.CharField(max_length=40, blank=True)
    role = models.CharField(max_length=12, choices=Part.choices, default=Part.MEMBER)
    state = models.CharField(max_length=8, choices=Standing.choices, default=Standing.ACTIVE)
    since = models.DateField()
    term_ends = models.DateField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    accepted = models.ForeignKey(
        CharterVersion, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    accepted_on = models.DateField(null=True, blank=True)

    class Meta:
        """One membership of a person, and one bearer of a pseudonym, in a circle."""

        constraints = [
            models.UniqueConstraint(fields=["circle", "member"], name="one_membership_in_a_circle"),
            models.UniqueConstraint(
                fields=["circle", "pseudonym"], condition=~Q(pseudonym=""), name="one_bearer_of_a_pseudonym"
            ),
        ]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)

    @property
    def shown_name(self) -> str:
        """The pseudonym of this circle, or what they want to be called."""
        return self.pseudonym or self.member.shown_name
