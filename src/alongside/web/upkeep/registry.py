"""The privacy registry as the program itself reads it: one row for every field we keep."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from django.apps import apps

_PACKAGE: Final = Path(__file__).parents[2]


@cache
def rows() -> Sequence[Mapping[str, object]]:
    """The rows of every privacy.toml."""
    files = sorted(_PACKAGE.rglob("privacy.toml"))
    return [row for file in files for row in tomllib.loads(file.read_text("utf-8"))["field"]]


def fields() -> list[str]:
    """Every column of every model of ours, as app.Model.field."""
    return [
        f"{model._meta.label}.{field.name}"  # Django's documented door to a model's fields
        for config in apps.get_app_configs()
        if config.name.startswith("alongside.")
        for model in config.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.concrete
    ]


def unexplained() -> list[str]:
    """Fields without a row."""
    explained = {str(row["name"]) for row in rows()}
    return [name for name in fields() if name not in explained]
