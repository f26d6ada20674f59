"""Who may ask what: every address with every method and role, and what every answer carries."""

import re
import time
import tomllib
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import URLResolver, get_resolver
from tests.browser.pages import NOT_PAGES, PAGES
from tests.web.test_matrix_community import ADDRESSES as OF_A_COMMUNITY

from alongside.act import diary
from alongside.act.acts import Act
from alongside.act.away import Away
from alongside.act.commitments import Commitment
from alongside.core.deeds import Deed
from alongside.core.practices import Practice
from alongside.learn import keeping
from alongside.learn.labour import Kind, Labour
from alongside.listen.keeping import deed_keep
from alongside.web.jobs import WORKER
from alongside.web.links import make_link
from alongside.web.models import AuditRow, SealedEntry

pytestmark = pytest.mark.exhaustive

MATRIX = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text("utf-8"))["address"]
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE")
DAY = date(2026, 3, 4)
FOREIGN = UUID(int=0xBAD)
OWN = {
    "act:today-forget": UUID(int=1),
    "act:commitments-change": UUID(int=2),
    "act:commitments-close": UUID(int=2),
    "act:look-back-away-forget": UUID(int=3),
    "listen:look-forget": UUID(int=4),
    "learn:learn-assess-forget": UUID(int=5),
    "learn:learn-question": UUID(int=6),
    "learn:learn-question-forget": UUID(int=6),
    "learn:learn-labour-forget": UUID(int=7),
}
ASKED = [
    pytest.param(row, role, method, id=f"{row['name']}-{role}-{method}")
    for row in MATRIX
    for role in ("anonymous", "owner", "foreign")
    for method in METHODS
    if role in row
]


def resolver_names(resolver: URLResolver, space: str = "") -> list[str]:
    """Every address's name, with the name space of its room."""
    found = []
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            found += resolver_names(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        elif pattern.name:  # the way to a provider of sign-on lies twice, once without a name
            found.append(f"{space}{pattern.name}")
    return found


def named(names: list[str]) -> list[str]:
    return sorted(set(names))


@pytest.fixture(autouse=True)
def _worker_just_beat(monkeypatch):
    """No worker runs in the tests, and after three minutes of them it would count as late."""
    monkeypatch.setattr(WORKER, "_beat_s", time.monotonic())


@pytest.fixture
def own_entries(keeper):
    """One entry of every kind that an address can name."""
    act = Act(id=UUID(int=1), day=DAY, practice=Practice.LISTEN, effort=1, what="Listened")
    plan = Commitment(
        id=UUID(int=2), cue="it rains", act="share", practice=Practice.INCLUDE, effort=1, made=DAY
    )
    deeds = (
        diary.deed_log_act(act),
        diary.deed_commit(plan),
        diary.deed_away(Away(id=UUID(int=3), first=DAY, last=DAY)),
        keeping.deed_save_round(keeping.Round(id=UUID(int=5), begun=DAY)),
        keeping.deed_keep_question(keeping.OwnQuestion(id=UUID(int=6), text="Why?", asked=DAY)),
        keeping.deed_note_labour(Labour(id=UUID(int=7), day=DAY, minutes=20, kind=Kind.TEACH)),
        deed_keep({"title": "Stand-up", "findings": []}, id=UUID(int=4), now=datetime(2026, 3, 4, 9)),  # noqa: DTZ001
    )
    put = {key: entry for deed in deeds for key, entry in deed.put.items()}
    keeper.carry_out(Deed(action="act.import", put=put), today=DAY)


def path_of(row: dict[str, str], role: str) -> str:
    own = FOREIGN if role == "foreign" else OWN.get(row["name"], FOREIGN)
    return row["path"].format(own=own)


def test_every_address_has_its_rows():
    assert [row["name"] for row in MATRIX] == [*dict.fromkeys(row["name"] for row in MATRIX)]
    at_home = [name for name in resolver_names(get_resolver()) if name not in OF_A_COMMUNITY]
    assert named([row["name"] for row in MATRIX]) == named(at_home)


def test_every_address_that_takes_an_id_is_asked_with_a_foreign_one_too():
    assert {row["name"] for row in MATRIX if "foreign" in row} == set(OWN)
    assert {row["name"] for row in MATRIX if "{own}" in row["path"]} == set(OWN)


def test_the_browser_visits_every_page_that_answers_get():
    answering = [row["name"] for row in MATRIX if row["owner"]["GET"] != 405]
    assert named([page.name for page in PAGES] + list(NOT_PAGES)) == named(answering)


@pytest.mark.usefixtures("own_entries")
@pytest.mark.parametrize(("row", "role", "method"), ASKED)
def test_an_address_answers_as_the_table_says(row, role, method, client_of_owner):
    client = Client() if role == "anonymous" else client_of_owner
    answer = client.generic(method, path_of(row, role), content_type="application/x-www-form-urlencoded")
    assert answer.status_code == row[role][method]


@pytest.mark.usefixtures("own_entries")
def test_somebody_without_the_link_changes_nothing():
    before = AuditRow.objects.count(), SealedEntry.objects.count()
    for row in MATRIX:
        Client().post(path_of(row, "owner"), {"deed": "erase", "what": "x", "capacity": "3"})
    assert (AuditRow.objects.count(), SealedEntry.objects.count()) == before


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("path", ["/nowhere/", "/help/nowhere/", "/open/", "/admin/"])
def test_somebody_without_the_link_cannot_tell_what_is_there(path):
    answer = Client().get(path)
    assert answer.status_code == 403
    assert answer.content == Client().get("/").content


@pytest.mark.usefixtures("own_entries")
@pytest.mark.parametrize("row", MATRIX, ids=lambda row: row["name"])
def test_every_post_needs_the_token_of_a_form(row, owner):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    before = AuditRow.objects.count()
    answer = client.post(path_of(row, "owner"), {"deed": "erase", "what": "x", "capacity": "3"})
    assert answer.status_code == 403
    assert AuditRow.objects.count() == before


@pytest.mark.usefixtures("own_entries")
@pytest.mark.parametrize("row", MATRIX, ids=lambda row: row["name"])
@pytest.mark.parametrize("role", ["anonymous", "owner"])
def test_every_answer_carries_the_headers(row, role, client_of_owner):
    client = client_of_owner if role == "owner" else Client()
    method = client.get if row["owner"]["GET"] != 405 else client.post
    check_headers(method(path_of(row, "owner")))


def test_a_page_that_is_not_there_carries_the_headers(client_of_owner):
    check_headers(client_of_owner.get("/nowhere/"))


def check_headers(answer):
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    assert "base-uri 'none'" in policy
    assert not re.search(r"unsafe|\*|https?:|data:", policy)
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "geolocation=()" in answer["Permissions-Policy"]


@pytest.mark.usefixtures("owner")
def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client):
    client.get(f"/open/{make_link(settings.DATA)}/", follow=True)
    assert set(client.cookies) == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_djangos_own_checks_for_production_have_nothing_left_to_say(capsys):
    call_command("check", deploy=True, fail_level="WARNING")
    assert "no issues" in capsys.readouterr().out


def test_only_what_plain_http_on_loopback_costs_is_silenced():
    # HSTS, redirect to https, Secure session cookie, Secure CSRF cookie.
    assert sorted(settings.SILENCED_SYSTEM_CHECKS) == [
        "security.W004",
        "security.W008",
        "security.W012",
        "security.W016",
    ]
