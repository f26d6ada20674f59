"""What is kept about a member, taken from the registry: to show it, to hand it over, to erase it.

Every room's `privacy.toml` has a row for each field. One row of a model names, as `of`, the path that leads
from the model to the member; its `erase` says what becomes of the whole row when the member leaves.
"""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.translation import gettext

from alongside.core import erasures
from alongside.core.erasures import Erased, Kind
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member, SealedEntry, Vault
from alongside.web.upkeep import registry
from alongside.web.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One kind of thing that is kept: its registry rows by field, and how it leads to the member."""

    model: type[models.Model]
    of: str
    fields: tuple[Mapping[str, object], ...]

    @property
    def name(self) -> str:
        """Room and model, such as "web.Membership"."""
        return self.model._meta.label

    @property
    def title(self) -> str:
        """What it is, in the member's language."""
        return gettext(next(str(row["title"]) for row in self.fields if "title" in row))

    @property
    def erase(self) -> str:
        """What becomes of a row: "delete", "anonymise" or "keep"."""
        rows = {str(row["name"]).rpartition(".")[2]: str(row["erase"]) for row in self.fields}
        return rows[self.of.split("__")[0] if self.of != "pk" else "id"].partition(":")[0]

    def rows(self, member: Member) -> "models.QuerySet[models.Model]":
        """What is kept about this member."""
        return self.model._default_manager.filter(**{self.of: member.pk})

    def shown(self, row: models.Model) -> dict[str, object]:
        """What an export holds of one row."""
        names = (str(each["name"]).rpartition(".")[2] for each in self.fields if each["export"] == "include")
        columns = {field.name: field.attname for field in row._meta.concrete_fields}
        return {name: _plain(getattr(row, columns[name])) for name in names}


@cache
def tables() -> tuple[Table, ...]:
    """Everything that is kept in the clear about members, in the order of the registry."""
    by_model: dict[str, list[Mapping[str, object]]] = {}
    for row in registry.rows():
        by_model.setdefault(str(row["name"]).rpartition(".")[0], []).append(row)
    return tuple(
        Table(model=apps.get_model(label), of=of, fields=tuple(fields))
        for label, fields in by_model.items()
        for of in [next((str(each["of"]) for each in fields if "of" in each), "")]
        if of
    )


def everything(member: Member) -> Iterator[tuple[Table, list[dict[str, object]]]]:
    """Each table with what it holds of the member; tables that hold nothing are left out."""
    for table in tables():
        held = [table.shown(row) for row in table.rows(member)]
        if held:
            yield table, held


def as_archive(member: Member, *, entries: bytes | None) -> bytes:
    """All of it as one ZIP: `about-you.json`, and `alongside.json` where the vault was open."""
    about = {table.name: rows for table, rows in everything(member)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about-you.json", json.dumps(about, ensure_ascii=False, indent=2) + "\n")
        if entries is not None:
            archive.writestr("alongside.json", entries)
    return out.getvalue()


def erase(member: Member, *, today: date) -> None:
    """Erase a member: first what opens their vault, then every row; at last note the random ids."""
    keys = [bytes(key) for key in Vault.objects.filter(member=member).values_list("key_id", flat=True)]
    with writing():
        Vault.objects.filter(member=member).delete()
        SealedEntry.objects.filter(key_id__in=keys).delete()
        for table in tables():
            _erase_from(table, member)
        append_to_trail("member.erase", actor=member, today=today)
        erased = Erased(kind=Kind.MEMBER, id=member.pk.hex)
        member.delete()
    erasures.note(settings.DATA, erased, *(Erased(kind=Kind.KEY, id=key.hex()) for key in keys))


def _erase_from(table: Table, member: Member) -> None:
    if table.model is Member:
        return  # goes last
    if table.erase == "delete":
        table.rows(member).delete()
    elif table.erase == "anonymise":
        table.rows(member).update(**{table.of.split("__")[0]: None})


def _plain(value: object) -> object:
    """A value as JSON can hold it."""
    if isinstance(value, str | int | float | bool | list | dict) or value is None:
        return value
    return "(sealed)" if isinstance(value, bytes | memoryview) else str(value)
