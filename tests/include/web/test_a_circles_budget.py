"""A circle's money in the browser: two people above the limit, receipts, a safe table."""

import os
from decimal import Decimal

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests.include.web.gathering import said
from tests.web.community import client_of, join, make_circle, make_member
from tests.web.visits import page

from alongside.include.receipts import LARGEST
from alongside.include.web.flows_money import sweep_receipts
from alongside.include.web.models import Budget, BudgetLine, BudgetYes, Receipt
from alongside.include.web.queries_money import place_of
from alongside.web.models import Part

pytestmark = pytest.mark.usefixtures("community")
PERIOD = {"first": "2026-01-01", "last": "2026-12-31", "granted": "500", "limit": "100", "currency": "eur"}
PDF = b"%PDF-1.7 a receipt"


@pytest.fixture
def people(community):  # noqa: ARG001  # a fixture needed for what it does
    """A steward, a facilitator, a member, and the circle's budget."""
    sol, fen, mina = make_member("Sol"), make_member("Fen"), make_member("Mina")
    circle = make_circle(sol, members=[mina])
    join(circle, fen, part=Part.FACILITATOR)
    assert client_of(sol).post(here("budget-open", circle.pk), PERIOD).status_code == 303
    return {name: client_of(each) for name, each in (("sol", sol), ("fen", fen), ("mina", mina))}


def here(name: str, *args: object) -> str:
    return reverse(f"include:{name}", args=args)


def planned(people, amount: str = "40", what: str = "Captions") -> BudgetLine:
    budget = Budget.objects.get()
    form = {"what": what, "amount": amount, "day": "2026-05-01"}
    assert people["mina"].post(here("budget-plan", budget.pk), form).status_code == 303
    return BudgetLine.objects.order_by("-id").get(what=what)


def test_above_the_limit_two_people_are_needed(people):
    line = planned(people, "100.01")
    yes = here("budget-approve", line.pk)

    assert people["mina"].post(yes).status_code == 404
    assert "Somebody else has to say yes" in said(people["sol"], yes)
    again = people["sol"].post(yes)
    assert "You have said yes to this already." in page(again, 422)
    assert BudgetLine.objects.get().state == "planned"
    assert "Approved." in said(people["fen"], yes)
    assert BudgetLine.objects.get().state == "approved"


def test_the_database_itself_holds_that_nobody_says_yes_twice(people):
    line = planned(people)
    by = line.budget.circle.memberships.get(role=Part.STEWARD)
    BudgetYes.objects.create(line=line, by=by)

    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetYes.objects.create(line=line, by=by)
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetLine.objects.filter(pk=line.pk).update(spent=Decimal("40.01"))


def approved(people) -> BudgetLine:
    line = planned(people)
    people["sol"].post(here("budget-approve", line.pk))
    return line


def spent(people, line, data: bytes = b"", amount: str = "39.90", name: str = "receipt.pdf"):
    form = {"spent": amount}
    if data:
        form["receipt"] = SimpleUploadedFile(name, data)
    return people["mina"].post(here("budget-spent", line.pk), form)


def test_what_was_spent_and_its_receipt_are_there_for_the_circle(people):
    line = approved(people)
    assert spent(people, line, PDF).status_code == 303
    receipt = Receipt.objects.get()
    answer = people["fen"].get(here("receipt", receipt.pk))

    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert place_of(receipt).stat().st_mode & 0o777 == 0o600
    assert settings.DATA in place_of(receipt).parents
    outsider = client_of(make_member("Odo"))
    assert outsider.get(here("receipt", receipt.pk)).status_code == 404
    text = page(people["sol"].get(here("budget", line.budget.circle_id)))
    assert "€39.90 of €40.00" in text
    assert "€460.10" in text  # left: 500 - 39.90


@pytest.mark.parametrize(
    "data",
    [
        b"<html><script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ\x90\x00",
        b"PK\x03\x04",
        b" " + PDF,
    ],
)
def test_a_file_that_is_no_receipt_is_refused_whatever_it_is_called(people, data):
    answer = spent(people, approved(people), data)

    assert "neither a PDF nor a picture" in page(answer, 422)
    assert "39.90" in page(answer, 422)  # what was typed is still there
    assert (Receipt.objects.count(), BudgetLine.objects.get().state) == (0, "approved")


def test_a_file_that_is_too_large_is_refused(people):
    assert "larger than 5 MB" in page(spent(people, approved(people), PDF + b"x" * LARGEST), 422)


def test_more_than_was_approved_cannot_be_spent(people):
    assert "This is more than was approved." in page(spent(people, approved(people), amount="40.01"), 422)


def test_files_whose_line_is_gone_are_swept_a_day_later(people):
    assert spent(people, approved(people), PDF).status_code == 303
    file = place_of(Receipt.objects.get())
    Receipt.objects.all().delete()
    sweep_receipts()
    assert file.exists()
    os.utime(file, (1, 1))
    sweep_receipts()
    assert not file.exists()


def test_the_table_calculates_nothing(people):
    planned(people, what="=HYPERLINK(1)")
    answer = people["mina"].get(here("budget-csv", Budget.objects.get().pk))

    assert "'=HYPERLINK(1),Planned,40.00,,EUR" in answer.content.decode()


def test_only_who_planned_a_line_or_leads_takes_it_out(people):
    line = planned(people)
    other = make_member("Lee")
    join(line.budget.circle, other)
    out = here("budget-take-out", line.pk)

    assert client_of(other).post(out).status_code == 404
    assert people["mina"].post(out).status_code == 303
    line = approved(people)
    assert people["sol"].post(here("budget-take-out", line.pk)).status_code == 422  # approved stays


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("last", {"last": "2025-12-31"}),
        ("currency", {"currency": "euro"}),
        ("granted", {"granted": "-5"}),
        ("first", {"first": ""}),
    ],
)
def test_a_period_that_cannot_be_kept_names_its_field(people, field, more):
    circle = Budget.objects.get().circle
    answer = people["sol"].post(here("budget-open", circle.pk), {**PERIOD, **more})

    assert answer.status_code == 422
    assert [link.target for link in answer.context["errors"]] == [f"id_{field}"]


def test_only_a_steward_opens_a_period(people):
    circle = Budget.objects.get().circle
    for name in ("fen", "mina"):
        assert people[name].post(here("budget-open", circle.pk), PERIOD).status_code == 404
