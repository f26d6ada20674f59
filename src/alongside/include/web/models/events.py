"""Events, who comes to them, what they said afterwards, and the secret addresses of calendars."""

import uuid
from collections.abc import Collection

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.include.event import ANNOUNCED, EventState
from alongside.include.seating import Answer
from alongside.include.series import Rhythm
from alongside.web.models import Circle, Member


class Audience(models.TextChoices):
    """Who is invited."""

    CIRCLE = "circle", _("This circle")
    EVERYBODY = "everybody", _("Everybody in the community")


class EventSeries(models.Model):
    """What events that come round have in common: that they do."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="+")
    rhythm = models.CharField(max_length=16, choices=[(each.value, each.value) for each in Rhythm])

    def __str__(self) -> str:
        """How it comes round."""
        return self.rhythm


class EventQuerySet(models.QuerySet["Event"]):
    """The one filter of what may be listed or opened."""

    def visible_to(self, member: Member) -> "EventQuerySet":
        """Events of one's circles, and those everybody was invited to."""
        return self.visible_in(Circle.objects.of(member).values("id"))

    def visible_in(
        self, circles: "Collection[uuid.UUID] | models.QuerySet[Circle, object]"
    ) -> "EventQuerySet":
        """The same for somebody in these circles, or for several of whom each is in some of them."""
        to_all = Q(audience=Audience.EVERYBODY, state__in=ANNOUNCED)
        return self.filter(Q(circle__in=circles) | to_all)

    def announced(self) -> "EventQuerySet":
        """What people were invited to."""
        return self.filter(state__in=ANNOUNCED)


class Event(models.Model):
    """Something a circle invites to. Times are local, with their zone; `begins` and `ended` are in UTC.

    `version` counts every change of the form, so that two people who edit see each other's.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="events")
    series = models.ForeignKey(
        EventSeries, null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    host = models.ForeignKey("web.Membership", null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=300)
    about = models.TextField(blank=True)
    note = models.CharField(max_length=300, blank=True)
    starts_day = models.DateField()
    starts_clock = models.TimeField(null=True, blank=True)
    ends_day = models.DateField()
    ends_clock = models.TimeField(null=True, blank=True)
    zone = models.CharField(max_length=64)
    begins = models.DateTimeField()
    ended = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    online = models.CharField(max_length=500, blank=True)
    price = models.CharField(max_length=120, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    offers = models.JSONField(default=dict)
    getting_there = models.TextField(blank=True)
    ask_whom = models.CharField(max_length=200, blank=True)
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.CIRCLE)
    state = models.CharField(
        max_length=10,
        choices=[(each.value, each.value) for each in EventState],
        default=EventState.PROPOSED.value,
    )
    word = models.CharField(max_length=300, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    changed = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        """Read by circle and by time."""

        indexes = [
            models.Index(fields=["circle", "begins"], name="events_of_a_circle"),
            models.Index(fields=["audience", "state", "begins"], name="events_for_everybody"),
        ]

    def __str__(self) -> str:
        """The random id: what a circle meets for belongs in no log."""
        return str(self.id)

    def is_visible_in(self, circles: Collection[uuid.UUID]) -> bool:
        """As `EventQuerySet.visible_in`, of one event that was read already."""
        to_all = self.audience == Audience.EVERYBODY and self.state in ANNOUNCED
        return to_all or self.circle_id in circles


class Rsvp(models.Model):
    """Somebody's answer to an invitation; `needs` is sealed under the event's own key, and goes with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="rsvps")
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Answer])
    turn = models.PositiveIntegerField()
    needs = models.BinaryField(null=True, blank=True)
    told = models.BooleanField(default=False)
    changed = models.DateTimeField()

    class Meta:
        """One answer of a person to an event, and one place in its order."""

        constraints = [
            models.UniqueConstraint(fields=["event", "member"], name="one_answer_to_an_event"),
            models.UniqueConstraint(fields=["event", "turn"], name="one_turn_of_a_number"),
        ]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)


class TookPart(models.TextChoices):
    """Whether somebody could take part."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("In part")
    NO = "no", _("No")


class Worked(models.TextChoices):
    """Whether the access that was asked for was there."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("In part")
    NO = "no", _("No")
    NOTHING = "nothing", _("I asked for nothing")


class EventFeedback(models.Model):
    """What somebody said afterwards. No column leads to who it was, or to when they wrote it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="feedback")
    took_part = models.CharField(max_length=8, choices=TookPart.choices)
    access = models.CharField(max_length=8, choices=Worked.choices)
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)


class CalendarFeed(models.Model):
    """A member's secret calendar address: of one circle, or of all they may see. Only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")
    circle = models.ForeignKey(
        "web.Circle", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    titles = models.BooleanField(default=False)
    made = models.DateField()

    class Meta:
        """One address of a kind for each member."""

        constraints = [
            models.UniqueConstraint(fields=["member", "circle"], name="one_feed_of_a_circle"),
            models.UniqueConstraint(fields=["member"], condition=Q(circle=None), name="one_feed_of_all"),
        ]

    def __str__(self) -> str:
        """Nothing that opens it."""
        return str(self.id)
