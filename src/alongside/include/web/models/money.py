"""A circle's budget: periods, lines, who said yes, and receipts. It records; it moves nothing."""

import uuid

from django.db import models
from django.db.models import Q

from alongside.include.budget import LineState
from alongside.include.receipts import ReceiptKind


class Budget(models.Model):
    """What a circle may spend in a period, and above which amount two people approve."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="budgets")
    first = models.DateField()
    last = models.DateField()
    granted = models.DecimalField(max_digits=9, decimal_places=2)
    limit = models.DecimalField(max_digits=9, decimal_places=2)
    currency = models.CharField(max_length=3)

    class Meta:
        """A period ends after it begins."""

        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=models.F("first")), name="a_period_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        """Its period."""
        return f"{self.first.isoformat()} {self.last.isoformat()}"


class BudgetLine(models.Model):
    """One thing that costs, for an event or for the circle."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="lines")
    event = models.ForeignKey(
        "include.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    what = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    spent = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    day = models.DateField()
    state = models.CharField(
        max_length=8,
        choices=[(each.value, each.value) for each in LineState],
        default=LineState.PLANNED.value,
    )
    planned_by = models.ForeignKey("web.Membership", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        """Amounts are above zero, and what is spent stays within what was approved."""

        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="an_amount_is_above_zero"),
            models.CheckConstraint(
                condition=Q(spent=None) | Q(spent__lte=models.F("amount")),
                name="spent_within_what_was_approved",
            ),
        ]

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)

    @property
    def circle(self) -> models.Model:
        """Where it lies, for the rules."""
        return self.budget.circle


class BudgetYes(models.Model):
    """Somebody's yes to a line."""

    line = models.ForeignKey(BudgetLine, on_delete=models.CASCADE, related_name="yeses")
    by = models.ForeignKey("web.Membership", on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Nobody says yes twice: the database holds what two people are needed for."""

        constraints = [models.UniqueConstraint(fields=["line", "by"], name="one_yes_of_a_person")]

    def __str__(self) -> str:
        """Nothing that names somebody."""
        return "yes"


class Receipt(models.Model):
    """A file beside the database, outside what the web serves; its kind is what was found in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    line = models.ForeignKey(BudgetLine, on_delete=models.CASCADE, related_name="receipts")
    kind = models.CharField(max_length=4, choices=[(each.value, each.value) for each in ReceiptKind])
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        """The random id."""
        return str(self.id)
