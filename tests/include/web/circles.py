"""What the tests of circles' pages are made of: forms as people send them, and the day that is meant."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.community import DAY

from alongside.include.charter import Key
from alongside.web.models import CharterVersion, Circle, Member, Membership

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w{64}"')
"""Drawn anew for every answer: pages are the same without it."""
CLAUSES = [{"key": str(key), "text": f"What we say of {key}.", "why": "It helps."} for key in Key]


def url(name: str, circle: Circle, *args: object) -> str:
    return reverse(f"include:{name}", args=(circle.pk, *args))


def page(client: Client, name: str, circle: Circle, *args: object) -> str:
    answer = client.get(url(name, circle, *args))
    assert answer.status_code == 200, (name, answer.status_code)
    return TOKEN.sub("", answer.content.decode())


def send(client: Client, name: str, circle: Circle, *args: object, **form: str) -> str:
    """Post a form that is taken, and read the page one comes to."""
    answer = client.post(url(name, circle, *args), form, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    assert answer.status_code == 200
    return answer.content.decode()


def held(member: Member, circle: Circle) -> Membership:
    return Membership.objects.get(member=member, circle=circle)


def on_day(monkeypatch: pytest.MonkeyPatch, days: int) -> date:
    """From now on it is so many days after the day on which the tests begin."""
    day = DAY + timedelta(days=days)
    monkeypatch.setenv("ALONGSIDE_TODAY", day.isoformat())
    return day


def with_clauses(circle: Circle, *, days: int = 90) -> Circle:
    """Give the circle a charter in which every subject is spoken of."""
    CharterVersion.objects.filter(circle=circle).update(clauses=CLAUSES, retention_days=days)
    return circle


def clause_form(circle: Circle, **changed: str) -> dict[str, str]:
    """The form in which a charter is changed, as the page shows it, but for what is changed."""
    newest = circle.charters.order_by("-number").first()
    return {
        "version": str(newest.number),
        "retention_days": str(newest.retention_days),
        **{f"clause-{each['key']}": each["text"] for each in newest.clauses},
        **({"chatham_house": "yes"} if newest.chatham_house else {}),
        "own-clause": "",
        "notice": "",
        **changed,
    }
