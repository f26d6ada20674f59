"""Every field in which we keep something is in a privacy.toml: why, who reads it, for how long."""

import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

SOURCE = Path(__file__).parents[2] / "src" / "alongside"
KEYS = {"name", "purpose", "basis", "special", "readers", "retention", "export", "erase"}
READERS = {"nobody", "member", "operator", "lead", "moderator", "handler", "trustee"}
OF_ALLAUTH = {"account.EmailAddress", "mfa.Authenticator", "socialaccount.SocialAccount"}
"""Tables of django-allauth that hold something about members; its others stay empty here."""
ROWS = [
    row
    for file in sorted(SOURCE.rglob("privacy.toml"))
    for row in tomllib.loads(file.read_text("utf-8"))["field"]
]


def fields_of_ours() -> list[str]:
    """Every column of every model of ours, as app.Model.field."""
    return [
        f"{model._meta.label}.{field.name}"
        for config in apps.get_app_configs()
        for model in config.get_models(include_auto_created=True)
        if config.name.startswith("alongside.") or model._meta.label in OF_ALLAUTH
        for field in model._meta.get_fields()
        if field.concrete
    ]


def test_every_field_has_one_row_and_every_row_a_field():
    assert sorted(row["name"] for row in ROWS) == sorted(fields_of_ours())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_row_says_everything_in_words_that_the_rest_of_the_program_can_use(row):
    assert row.keys() - {"of", "title"} == KEYS
    assert ("of" in row) == ("title" in row)
    assert row["purpose"].endswith(".")
    assert re.fullmatch(r"6\(1\)\([a-f]\)", row["basis"])
    assert re.fullmatch(r"no|9\(2\)\([a-j]\): .+", row["special"])
    assert set(row["readers"]) <= READERS
    assert row["readers"]
    assert row["retention"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_what_is_not_exported_or_not_erased_carries_its_reason(row):
    assert re.fullmatch(r"include|skip: .+", row["export"])
    assert re.fullmatch(r"delete(: .+)?|anonymise(: .+)?|keep: .+", row["erase"])


def test_only_what_is_sealed_may_reveal_what_article_9_protects():
    telling = {row["name"]: row["readers"] for row in ROWS if row["special"] != "no"}
    needs = telling.pop("include.Rsvp.needs")
    assert needs == ["member", "lead"]  # the named host of that event, sealed to be opened there alone
    assert {"web.SealedEntry.box", "act.CardCopy.box"} <= telling.keys()
    assert {name.rpartition(".")[2] for name in telling} == {"box"}
    assert set(map(tuple, telling.values())) == {("member",)}


def test_no_field_says_who_somebody_is():
    telling = re.compile(
        r"gender|sex|race|ethnic|religio|pronoun|disab|orient|birth|(^|[._])age\b|nation|identity"
    )

    assert [name for name in fields_of_ours() if telling.search(name.lower())] == []
