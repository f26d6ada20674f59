"""The room's results as JSON values: stable names for scripts, and the same standing that people see."""

from collections.abc import Mapping

from alongside.core.review import Standing
from alongside.learn.cards import Card
from alongside.learn.library import Resource
from alongside.learn.search import Found

Body = Mapping[str, object]


def of_found(found: Found) -> Body:
    """What a search found."""
    hits = [
        {
            "kind": hit.kind,
            "id": hit.id,
            "title": hit.title,
            "snippet": hit.snippet,
            "reasons": list(hit.reasons),
        }
        for hit in found.hits
    ]
    return {"total": found.total, "hits": hits, "also": list(found.also), "nearest": list(found.nearest)}


def of_resource(resource: Resource) -> Body:
    """One work."""
    return {
        "id": resource.id,
        "title": resource.title,
        "authors": list(resource.authors),
        "year": resource.year,
        "perspective": resource.perspective,
        "type": resource.type.value,
        "level": resource.level,
        "minutes": resource.minutes,
        "practices": [each.value for each in resource.practices],
        "grounds": [each.value for each in resource.grounds],
        "topics": list(resource.topics),
        "language": resource.language,
        "regions": list(resource.regions),
        "access": list(resource.access),
        "cost": resource.cost,
        "url": resource.url,
        "archived": resource.archived,
        "licence": resource.licence,
        "checked_on": resource.checked_on.isoformat() if resource.checked_on else None,
        "checked_how": resource.checked_how,
        "why": resource.why,
        **of_standing(resource.standing),
    }


def of_card(card: Card) -> Body:
    """One card."""
    return {
        "id": card.id,
        "title": card.title,
        "topic": card.topic,
        "date": str(card.date),
        "places": list(card.places),
        "regions": list(card.regions),
        "grounds": [each.value for each in card.grounds],
        "practices": [each.value for each in card.practices],
        "led_by": card.led_by,
        "what_happened": card.what_happened,
        "what_allies_did": card.what_allies_did,
        "what_it_changed": card.what_it_changed,
        "sources": [
            {"cite": s.cite, "publisher": s.publisher, "year": s.year or None, "url": s.url, "place": s.place}
            for s in card.sources
        ],
        "related": list(card.related),
        **of_standing(card.standing),
    }


def of_standing(standing: Standing) -> Body:
    """Where a text stands, in the words that people read too."""
    reviewed = standing.reviewed_on.isoformat() if standing.reviewed_on else None
    return {"reviewed_on": reviewed, "standing": standing.label, "made": standing.made}
