"""The interface for programs: tokens with scopes, one shape for refusals, the same rules as the pages."""

import json
import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from tests.web.community import client_of, make_member, open_vault_in

from alongside.web.api import tokens
from alongside.web.api.door import api
from alongside.web.api.tokens import Scope
from alongside.web.models import ApiToken, SealedEntry

DAY = date(2026, 3, 4)
OPENAPI = Path(__file__).parents[2] / "docs" / "openapi.json"


@pytest.fixture
def mina(community):  # noqa: ARG001  # a fixture needed for what it does
    return make_member("Mina")


@pytest.fixture
def vault(mina):
    return open_vault_in(client_of(mina, unlocked=False), mina)


@pytest.fixture
def words(mina, vault):
    return tokens.make(mina, name="Script", scopes=tuple(Scope), vault=vault, today=DAY)[1]


def ask(words, method, path, body=None, **headers):
    given = {"authorization": f"Bearer {words}", **headers} if words else headers
    data = json.dumps(body) if body is not None else ""
    return Client().generic(method, f"/api/v1{path}", data, content_type="application/json", headers=given)


def refusal(answer):
    assert answer.json().keys() == {"error"}
    assert answer.json()["error"].keys() == {"code", "message", "field", "try_next"}
    return answer.status_code, answer.json()["error"]["code"]


def test_without_a_token_or_with_a_cookie_alone_nothing_is_answered(mina):
    assert refusal(ask("", "GET", "/me")) == (401, "unauthorized")
    assert refusal(client_of(mina).get("/api/v1/me")) == (401, "unauthorized")


@pytest.mark.parametrize("given", ["alongside_wrong", "x" * 5000, "ü", " "])
@pytest.mark.usefixtures("community")
def test_other_words_open_nothing(given):
    assert ask(given.encode("utf-8").decode("latin-1"), "GET", "/me").status_code == 401


def test_a_token_that_ended_or_of_somebody_shut_out_opens_nothing(mina, words):
    ApiToken.objects.update(ends=DAY - timedelta(days=1))
    assert ask(words, "GET", "/me").status_code == 401
    ApiToken.objects.update(ends=DAY)
    assert ask(words, "GET", "/me").status_code == 200
    mina.is_active = False
    mina.save()
    assert ask(words, "GET", "/me").status_code == 401


def test_at_home_there_is_no_interface(client_of_owner):
    assert client_of_owner.get("/api/v1/me").status_code == 404
    assert client_of_owner.get("/api/v1/openapi.json").status_code == 404


def test_a_scope_that_was_not_given_is_refused_by_name(mina, vault):
    words = tokens.make(mina, name="Little", scopes=[Scope.ME], vault=vault, today=DAY)[1]
    answer = ask(words, "GET", "/acts")
    assert refusal(answer) == (403, "forbidden")
    assert answer.json()["error"]["field"] == "acts"


def test_an_act_is_logged_read_and_seen_in_the_browser(mina, words):
    made = ask(words, "POST", "/acts", {"what": "Thanked Ola", "practice": "amplify"})
    assert made.status_code == 201
    held = ask(words, "GET", "/acts").json()
    assert [act["what"] for act in held["acts"]] == ["Thanked Ola"]
    assert held["after"] == ""
    assert "Thanked Ola" in client_of(mina).get("/look-back/").content.decode()


def test_the_same_request_twice_logs_it_once(words):
    for _time in range(2):
        ask(words, "POST", "/acts", {"what": "Thanked Ola"}, **{"idempotency-key": "k1"})
    ask(words, "POST", "/acts", {"what": "Thanked Ola"}, **{"idempotency-key": "k2"})
    assert SealedEntry.objects.count() == 2


def test_pages_go_on_where_the_last_one_ended(words):
    for number in range(5):
        ask(words, "POST", "/acts", {"what": f"Deed {number}"})
    first = ask(words, "GET", "/acts?limit=3").json()
    second = ask(words, "GET", f"/acts?limit=3&after={first['after']}").json()
    told = [act["what"] for act in (*first["acts"], *second["acts"])]
    assert sorted(told) == [f"Deed {number}" for number in range(5)]
    assert second["after"] == ""


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "what"),
        ({"what": ""}, "what"),
        ({"what": "x", "effort": 9}, "effort"),
        ({"what": "x", "practice": "boasting"}, "practice"),
        ({"what": "x" * 501}, "what"),
        ({"what": "x", "day": "2026-02-30"}, "day"),
    ],
)
def test_a_body_that_does_not_fit_names_the_field(words, body, field):
    answer = ask(words, "POST", "/acts", body)
    assert refusal(answer)[0] == 422
    assert answer.json()["error"]["field"] == field


def test_an_act_of_tomorrow_is_refused_in_words(words):
    answer = ask(words, "POST", "/acts", {"what": "x", "day": "2026-03-05"})
    assert refusal(answer)[0] == 422
    assert answer.json()["error"]["try_next"]


def test_what_is_no_json_is_refused_in_the_same_shape(words):
    answer = Client().post(
        "/api/v1/acts", "{", content_type="application/json", headers={"authorization": f"Bearer {words}"}
    )
    assert refusal(answer)[0] == 400


def test_a_token_made_while_the_vault_was_locked_does_not_open_it(mina):
    with pytest.raises(tokens.Refused):
        tokens.make(mina, name="Script", scopes=[Scope.ACTS], vault=None, today=DAY)
    words = tokens.make(mina, name="Script", scopes=[Scope.ME], vault=None, today=DAY)[1]
    ApiToken.objects.update(scopes=["acts"])
    assert refusal(ask(words, "GET", "/acts")) == (423, "locked")


def test_the_database_opens_no_vault_without_the_token(mina, words, vault):
    kept = ApiToken.objects.get()
    assert words not in str(vars(kept))
    assert vault.export_key() not in bytes(kept.box)
    other = tokens.make(mina, name="Other", scopes=[Scope.ACTS], vault=vault, today=DAY)[1]
    ApiToken.objects.filter(name="Other").update(box=kept.box)  # a row swapped by whoever holds the database
    assert refusal(ask(other, "GET", "/acts")) == (423, "locked")


def test_a_token_is_made_shown_once_and_ended_in_the_browser(mina):
    client = client_of(mina)
    made = client.post("/tokens/", {"name": "Script", "scopes": ["me", "acts"]}).content.decode()
    assert tokens.PREFIX in made
    assert tokens.PREFIX not in client.get("/tokens/").content.decode()
    token = ApiToken.objects.get()
    assert client_of(make_member("Ola")).post(f"/tokens/{token.pk}/revoke/").status_code == 404
    client.post(f"/tokens/{token.pk}/revoke/")
    assert not ApiToken.objects.exists()


def test_a_token_asks_for_a_name_and_at_least_one_thing(mina):
    answer = client_of(mina).post("/tokens/", {"name": "", "scopes": ["me"]})
    assert answer.status_code == 422
    assert client_of(mina).post("/tokens/", {"name": "x"}).status_code == 422


def test_too_many_requests_wait(words, monkeypatch):
    monkeypatch.setattr(api._throttle[0] if hasattr(api, "_throttle") else api.throttle[0], "num_requests", 2)
    assert [ask(words, "GET", "/me").status_code for _time in range(3)] == [200, 200, 429]


def test_the_description_in_the_docs_is_that_of_the_program():
    told = json.dumps(api.get_openapi_schema(), indent=1, sort_keys=True, default=str) + "\n"
    if os.environ.get("ALONGSIDE_WRITE_OPENAPI"):
        OPENAPI.write_text(told, "utf-8")
    assert OPENAPI.read_text("utf-8") == told


def test_every_operation_declares_every_refusal():
    schema = api.get_openapi_schema()
    wanted = {"400", "401", "403", "404", "409", "422", "423", "429"}
    for path in schema["paths"].values():
        for operation in path.values():
            assert wanted <= {str(code) for code in operation["responses"]}
