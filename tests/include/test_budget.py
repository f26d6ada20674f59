"""A circle's money: sums to the cent, two people above the limit, and a table that calculates nothing."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.include.event_builders import number

from alongside.include.budget import (
    Line,
    LineState,
    NotSo,
    approve,
    balance,
    changed,
    needed,
    read_amount,
    spend,
)
from alongside.include.budget_csv import safe, to_csv
from alongside.include.receipts import LARGEST, ReceiptKind, kind_of

LIMIT = Decimal("100.00")
ADA, BEA, CAI = number(1), number(2), number(3)
CENTS = st.integers(1, 999_999_999)


def a_line(amount="40.00", n=1, **more) -> Line:
    told = Line(
        id=number(n), what="Interpreter", amount=Decimal(amount), day=date(2026, 5, 1), planned_by=ADA
    )
    return replace(told, **more)


def test_one_person_cannot_approve_above_the_limit():
    once = approve(a_line("100.01"), by=ADA, limit=LIMIT)

    assert once.state is LineState.PLANNED
    with pytest.raises(NotSo, match="somebody else"):
        approve(once, by=ADA, limit=LIMIT)
    assert approve(once, by=BEA, limit=LIMIT).state is LineState.APPROVED


def test_at_the_limit_one_person_is_enough():
    assert needed(a_line("100.00"), limit=LIMIT) == 1
    assert approve(a_line("100.00"), by=BEA, limit=LIMIT).state is LineState.APPROVED


@given(st.lists(st.sampled_from([ADA, BEA, CAI]), max_size=8), CENTS, CENTS)
def test_no_order_of_tries_gets_a_line_above_the_limit_past_fewer_than_two_people(tries, cents, limit):
    line, bound = a_line(amount=str(Decimal(cents) / 100)), Decimal(limit) / 100
    for who in tries:
        try:
            line = approve(line, by=who, limit=bound)
        except NotSo:
            continue
    approved = line.state is LineState.APPROVED
    assert approved is (len(set(tries)) >= (2 if cents > limit else 1))


def test_a_change_takes_every_yes_back():
    once = approve(a_line("500.00"), by=ADA, limit=LIMIT)

    assert changed(once, what=once.what, amount=once.amount, day=once.day) is once
    assert changed(once, what=once.what, amount=Decimal("900.00"), day=once.day).approved_by == ()
    with pytest.raises(NotSo, match="stays as it is"):
        changed(a_line(state=LineState.APPROVED), what="Two", amount=Decimal(1), day=once.day)


def test_what_is_spent_stays_within_what_was_approved():
    approved = approve(a_line("40.00"), by=BEA, limit=LIMIT)

    assert spend(approved, Decimal("39.99")).spent == Decimal("39.99")
    with pytest.raises(NotSo, match="more than was approved"):
        spend(approved, Decimal("40.01"))
    with pytest.raises(NotSo, match="not approved yet"):
        spend(a_line(), Decimal("1.00"))


def test_approving_twice_is_refused_once_it_is_approved():
    with pytest.raises(NotSo, match="approved already"):
        approve(approve(a_line(), by=ADA, limit=LIMIT), by=BEA, limit=LIMIT)


def test_the_sums_are_those_of_a_spreadsheet():
    lines = [
        a_line("10.10", 1),
        a_line("20.20", 2, state=LineState.APPROVED),
        a_line("30.30", 3, state=LineState.SPENT, spent=Decimal("29.95")),
        a_line("0.01", 4),
    ]
    told = balance(lines, granted=Decimal(100))

    # 10.10 + 0.01; 20.20; 29.95; 100.00 - 20.20 - 29.95 = 49.85
    assert [str(each) for each in (told.planned, told.approved, told.spent, told.left)] == [
        "10.11", "20.20", "29.95", "49.85",
    ]  # fmt: skip


@given(st.lists(st.tuples(CENTS, st.sampled_from(LineState)), max_size=60), CENTS)
def test_any_sums_are_right_to_the_cent(rows, granted):
    lines = [
        a_line(
            amount=str(Decimal(cents) / 100),
            n=n,
            state=state,
            spent=Decimal(cents) / 100 if state is LineState.SPENT else None,
        )
        for n, (cents, state) in enumerate(rows)
    ]
    told = balance(lines, granted=Decimal(granted) / 100)
    sums = {state: sum(cents for cents, stands in rows if stands is state) for state in LineState}  # in cents

    assert int(told.planned * 100) == sums[LineState.PLANNED]
    assert int(told.approved * 100) == sums[LineState.APPROVED]
    assert int(told.spent * 100) == sums[LineState.SPENT]
    assert int(told.left * 100) == granted - sums[LineState.APPROVED] - sums[LineState.SPENT]


@pytest.mark.parametrize(
    ("typed", "read"), [("12", "12.00"), ("12.5", "12.50"), (" 12,50 ", "12.50"), ("0", "0.00")]
)
def test_an_amount_is_read_as_people_write_it(typed, read):
    assert str(read_amount(typed)) == read


@pytest.mark.parametrize("typed", ["", "-1", "1e3", "1.234", "1,000.00", "twelve", "99999999", "١٢", "=1"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(NotSo, match=r"Write it like 12\.50"):
        read_amount(typed)


@pytest.mark.parametrize("text", ["Interpreter", "2 chairs", "a=b", "", "'x", "é"])
def test_plain_words_stay_as_they_are_in_the_table(text):
    assert safe(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "  =1", "\uff1d1", "\uff0b1"])
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text):
    assert safe(text) == f"'{text}"


def test_the_table_has_the_lines_and_the_sums():
    lines = [
        a_line("40.00", what='=HYPERLINK("x")'),
        a_line("9.00", 2, state=LineState.SPENT, spent=Decimal("8.50")),
    ]
    rows = list(csv.reader(io.StringIO(to_csv(lines, balance(lines, granted=Decimal(50)), currency="EUR"))))

    assert rows[1] == ["2026-05-01", '\'=HYPERLINK("x")', "Planned", "40.00", "", "EUR"]
    assert rows[2] == ["2026-05-01", "Interpreter", "Spent", "9.00", "8.50", "EUR"]
    assert [(row[1], row[3]) for row in rows[3:]] == [
        ("Granted", "50.00"), ("Planned", "40.00"), ("Approved", "0.00"),
        ("Spent", "8.50"), ("Left", "41.50"),
    ]  # fmt: skip


def test_every_order_of_lines_comes_to_the_same():
    lines = [a_line("0.10", 1), a_line("0.20", 2), a_line("0.30", 3)]

    assert {balance(order).planned for order in permutations(lines)} == {Decimal("0.60")}


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b"%PDF-1.7\n", ReceiptKind.PDF),
        (b"\x89PNG\r\n\x1a\n", ReceiptKind.PNG),
        (b"\xff\xd8\xff\xe0", ReceiptKind.JPEG),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", ReceiptKind.WEBP),
    ],
)
def test_a_receipt_is_known_by_what_is_in_it(begins, kind):
    assert kind_of(begins + b"rest") is kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"<?xml version='1.0'?><svg/>",
        b"MZ\x90",
        b"PK\x03\x04",
        b"GIF89a",
        b" %PDF-",
        b"RIFF....WAVE",
    ],
)
def test_anything_else_is_refused(data):
    with pytest.raises(NotSo, match="neither a PDF nor a picture"):
        kind_of(data)


def test_a_receipt_that_is_too_large_is_refused():
    with pytest.raises(NotSo, match="larger than 5 MB"):
        kind_of(b"%PDF-" + b"x" * LARGEST)
