"""What this room keeps: works with their consent, where they went, speakers and what they were asked.

Nothing here is sealed: each row is shared by its owner, with the readers they named.
"""

import uuid

from django.db import models

from alongside.amplify import passing_on, requests
from alongside.amplify.consent import Consent, Form, Place, State, Terms
from alongside.amplify.speakers import QUOTA, Audience, Fee, Format, Profile

WORK_STATES = [(each.value, each.value) for each in State]
FORMS = [(each.value, each.value) for each in Form]
PLACES = [(each.value, each.value) for each in Place]
PASSED_STATES = [(each.value, each.value) for each in passing_on.State]
REQUEST_STATES = [(each.value, each.value) for each in requests.State]
AUDIENCES = [(each.value, each.value) for each in Audience]
FEES = [(each.value, each.value) for each in Fee]


class Work(models.Model):
    """Something somebody said or made, and whether it may be passed on; `member` is its originator."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")
    circle = models.ForeignKey(
        "web.Circle", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(max_length=120)
    words = models.TextField(blank=True)
    url = models.URLField(max_length=300, blank=True)
    credit = models.CharField(max_length=60)
    state = models.CharField(max_length=12, choices=WORK_STATES)
    forms = models.JSONField(default=list)
    places = models.JSONField(default=list)
    until = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey(
        "web.Member", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_words = models.CharField(max_length=300, blank=True)
    made_on = models.DateField()

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)

    @property
    def consent(self) -> Consent:
        """The consent as the engine knows it."""
        terms = Terms(
            forms=frozenset(Form(each) for each in self.forms),
            places=frozenset(Place(each) for each in self.places),
            until=self.until,
        )
        return Consent(state=State(self.state), terms=terms)


class PassedOn(models.Model):
    """One time a work was passed on; `member` is the ally who did."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="passings")
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=8, choices=FORMS)
    place = models.CharField(max_length=8, choices=PLACES)
    where = models.CharField(max_length=200, blank=True)
    retold = models.CharField(max_length=600, blank=True)
    named = models.BooleanField(default=False)
    day = models.DateField()
    state = models.CharField(max_length=16, choices=PASSED_STATES, default=passing_on.State.PASSED_ON.value)

    class Meta:
        """Read by day."""

        indexes = [models.Index(fields=["day"], name="passed_on_by_day")]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)


class SpeakerProfile(models.Model):
    """Somebody who wants to be found as a speaker, and who may see what of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField("web.Member", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    topics = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    formats = models.JSONField(default=list)
    fee = models.CharField(max_length=8, choices=FEES, default=Fee.PAID.value)
    fee_words = models.CharField(max_length=400, blank=True)
    travel = models.TextField(blank=True)
    about = models.TextField(blank=True)
    quota = models.PositiveSmallIntegerField(default=QUOTA)
    renewed = models.DateField()
    seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.ME.value)
    fee_seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.MEMBERS.value)
    travel_seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.ORGANISERS.value)
    about_seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.ME.value)

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)

    @property
    def profile(self) -> Profile:
        """The profile as the engine knows it, without when they were last asked."""
        return Profile(
            id=self.id.hex,
            name=self.name,
            topics=tuple(self.topics),
            languages=tuple(self.languages),
            formats=frozenset(Format(each) for each in self.formats),
            fee=Fee(self.fee),
            fee_words=self.fee_words,
            travel=self.travel,
            about=self.about,
            quota=self.quota,
            renewed=self.renewed,
            seen_by=Audience(self.seen_by),
            fee_seen_by=Audience(self.fee_seen_by),
            travel_seen_by=Audience(self.travel_seen_by),
            about_seen_by=Audience(self.about_seen_by),
        )


class SpeakerRequest(models.Model):
    """That somebody asks a speaker; `member` is who asks."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    profile = models.ForeignKey(SpeakerProfile, on_delete=models.CASCADE, related_name="requests")
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")
    words = models.TextField()
    held_on = models.DateField(null=True, blank=True)
    made_on = models.DateField()
    state = models.CharField(max_length=12, choices=REQUEST_STATES, default=requests.State.WAITING.value)
    delivered_on = models.DateField(null=True, blank=True)
    reply = models.TextField(blank=True)

    class Meta:
        """Read by state each minute."""

        indexes = [models.Index(fields=["state", "made_on"], name="speaker_requests_waiting")]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)
