"""What this room shares on purpose: asks and take-ups in the open, cards and thanks sealed for their readers.

Everything about people of a circle hangs on their membership, never on their account: a pseudonym stays one.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.act.asks import State

STATES = [(state.value, state.value) for state in State]


class CircleAsk(models.Model):
    """An ask in a circle. `key` marks taps while it is open; it goes when the ask closes.

    `proof` stands in place of an asker who handed it in through the steward.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="asks")
    asker = models.ForeignKey("web.Membership", null=True, on_delete=models.CASCADE, related_name="asks")
    proof = models.BinaryField(max_length=32, null=True)
    what = models.CharField(_("what would help"), max_length=140)
    more = models.TextField(blank=True)
    rather_not = models.TextField(blank=True)
    practice = models.CharField(max_length=12)
    due = models.DateField(null=True)
    places = models.PositiveSmallIntegerField(default=1)
    written = models.DateField()
    posted = models.DateField(null=True)
    ended = models.CharField(max_length=10, choices=STATES, blank=True)
    ended_on = models.DateField(null=True)
    told = models.DateField(null=True)
    key = models.BinaryField(max_length=32, null=True)

    class Meta:
        """What is still going on is asked for on every page."""

        indexes = [models.Index(fields=["circle", "ended"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended="") | models.Q(key=None), name="a_closed_ask_has_no_key"
            )
        ]

    def __str__(self) -> str:
        """The random id: what was asked belongs in no log."""
        return str(self.id)


class TakeUp(models.Model):
    """Somebody of the circle who takes an ask up, and the lines that the circle reads about it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ask = models.ForeignKey(CircleAsk, on_delete=models.CASCADE, related_name="takes")
    by = models.ForeignKey("web.Membership", on_delete=models.CASCADE, related_name="take_ups")
    state = models.CharField(max_length=10, choices=STATES, default=State.TAKEN.value)
    line = models.CharField(max_length=140, blank=True)
    done = models.CharField(max_length=140, blank=True)
    missing = models.CharField(max_length=140, blank=True)
    turn = models.PositiveSmallIntegerField(default=0)
    since = models.DateField()
    heard = models.JSONField(default=list)

    class Meta:
        """One take-up of a person and an ask."""

        constraints = [models.UniqueConstraint(fields=["ask", "by"], name="one_take_up_of_an_ask")]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)


class AnswerTap(models.Model):
    """One answer to a claim: no account, only a mark that the ask's key could make again."""

    take = models.ForeignKey(TakeUp, on_delete=models.CASCADE, related_name="taps")
    mark = models.BinaryField(max_length=16)
    answer = models.CharField(max_length=8)
    words = models.CharField(max_length=280, blank=True)

    class Meta:
        """One answer of a person and a claim."""

        constraints = [models.UniqueConstraint(fields=["take", "mark"], name="one_tap_of_a_person")]

    def __str__(self) -> str:
        """Nothing that tells what was answered."""
        return "tap"


class LetterKey(models.Model):
    """The public key with which others seal cards and thanks for a member."""

    member = models.OneToOneField("web.Member", on_delete=models.CASCADE, related_name="letter_key")
    public = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        """Nothing that tells whose it is."""
        return "letter key"


class CardCopy(models.Model):
    """A support card as one chosen reader may read it, sealed for them; revoking deletes it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey("web.Membership", on_delete=models.CASCADE, related_name="cards_shown")
    reader = models.ForeignKey("web.Membership", on_delete=models.CASCADE, related_name="cards_read")
    box = models.BinaryField()
    shared = models.DateField()

    class Meta:
        """One copy for a reader."""

        constraints = [models.UniqueConstraint(fields=["owner", "reader"], name="one_copy_of_a_card")]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)


class ThanksWish(models.Model):
    """That somebody would like to get thanks from a circle of theirs."""

    membership = models.OneToOneField("web.Membership", on_delete=models.CASCADE, related_name="thanks_wish")
    since = models.DateField()

    def __str__(self) -> str:
        """Nothing that tells whose it is."""
        return "wish"


class ThanksLetter(models.Model):
    """Thanks sealed for one reader, from a day on. Who wrote them stands nowhere but, perhaps, inside."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    to = models.ForeignKey("web.Membership", on_delete=models.CASCADE, related_name="thanks")
    box = models.BinaryField()
    arrives = models.DateField()

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)
