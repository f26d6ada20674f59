"""Charters between the database and the engine."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from alongside.core.content import load
from alongside.core.folder import content_roots
from alongside.include.charter import Charter, Promise, Standing, standing
from alongside.include.charter_templates import CharterTemplate, as_stored, clauses_of, from_entries
from alongside.web.asked import once
from alongside.web.content import WhileContentLasts
from alongside.web.models import CharterVersion, Circle, Membership


def charter_of(row: CharterVersion) -> Charter:
    """A stored version as the engine knows it."""
    return Charter(
        version=row.number,
        promise=Promise(
            clauses=clauses_of(row.clauses),
            retention_days=row.retention_days,
            chatham_house=row.chatham_house,
        ),
        accepted_from=row.accepted_from,
        notice=row.notice,
    )


def store(circle: Circle, charter: Charter) -> CharterVersion:
    """Keep a version; call it inside the deed's own transaction."""
    return CharterVersion.objects.create(
        circle=circle,
        number=charter.version,
        clauses=as_stored(charter.promise.clauses),
        retention_days=charter.promise.retention_days,
        chatham_house=charter.promise.chatham_house,
        notice=charter.notice,
        accepted_from=charter.accepted_from,
    )


def versions(circle: Circle) -> tuple[Charter, ...]:
    """Every version of a circle's charter, the first one first."""
    return tuple(charter_of(row) for row in CharterVersion.objects.filter(circle=circle).order_by("number"))


def standing_of(held: Membership, *, today: date, known: Sequence[Charter] | None = None) -> Standing:
    """Where a membership stands with the charter; `known` saves looking the versions up."""
    if known is None:
        rows = CharterVersion.objects.filter(circle_id=held.circle_id)
        found = rows.values_list("number", "accepted_from")
        asked = once(("charters", held.circle_id), lambda: list(found))
    else:
        asked = [(each.version, each.accepted_from) for each in known]
    return standing(held.accepted.number if held.accepted else 0, asked, today=today)


@WhileContentLasts
def templates() -> tuple[CharterTemplate, ...]:
    """The charters to begin from: ours, and those in the data folder."""
    also, cache = content_roots(settings.DATA), settings.DATA / "cache"
    return from_entries(load("charters", also=also, cache=cache).entries)


def template_of(name: str) -> CharterTemplate | None:
    """The charter with this id, None where there is none."""
    return next((each for each in templates() if each.id == name), None)
