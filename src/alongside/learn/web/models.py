"""What the questions of a community keep: who offered to answer, what was asked, whom it reached, the answer.

What somebody asks themselves alone stays sealed in their vault; here is only what they chose to send.
"""

import uuid

from django.db import models

from alongside.learn.educators import Pay
from alongside.learn.questions import QUOTA, State

PAYS = [(each.value, each.value) for each in Pay]
STATES = [(each.value, each.value) for each in State]


class Educator(models.Model):
    """That a member offered to answer, how often a month, and for what."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField("web.Member", on_delete=models.CASCADE, related_name="+")
    quota = models.PositiveSmallIntegerField(default=QUOTA)
    pay = models.CharField(max_length=12, choices=PAYS, default=Pay.ORGANISATION.value)
    fee = models.CharField(max_length=120, blank=True)
    since = models.DateField()

    def __str__(self) -> str:
        """The random id: who offered is nobody's business but theirs."""
        return str(self.id)


class AskedQuestion(models.Model):
    """A question that its asker sent to somebody who offered; `member` is the asker."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    asked_on = models.DateField()
    state = models.CharField(max_length=12, choices=STATES, default=State.QUEUED.value)
    named = models.BooleanField(default=False)
    can_pay = models.BooleanField(default=False)
    shares = models.BooleanField(default=False)

    class Meta:
        """Read by state each minute, and by asker."""

        indexes = [models.Index(fields=["state", "asked_on"], name="questions_waiting")]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)


class Handing(models.Model):
    """That a question was handed to somebody on a day; the row stays when they leave, without them."""

    question = models.ForeignKey(AskedQuestion, on_delete=models.CASCADE, related_name="handings")
    member = models.ForeignKey("web.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    day = models.DateField()
    declined = models.BooleanField(default=False)

    class Meta:
        """Nobody gets a question twice."""

        constraints = [models.UniqueConstraint(fields=["question", "member"], name="handed_once")]

    def __str__(self) -> str:
        """The day."""
        return self.day.isoformat()


class GivenAnswer(models.Model):
    """An answer; `member` wrote it, and it goes when they do."""

    question = models.OneToOneField(AskedQuestion, on_delete=models.CASCADE, related_name="given")
    member = models.ForeignKey("web.Member", on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    answered_on = models.DateField()
    named = models.BooleanField(default=False)
    shares = models.BooleanField(default=False)

    def __str__(self) -> str:
        """The day."""
        return self.answered_on.isoformat()
