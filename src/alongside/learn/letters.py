"""The room's results as plain text for the terminal: 80 columns, short enough to read aloud."""

from collections.abc import Iterator, Sequence

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.paragraphs import hanging, indented, wrapped
from alongside.learn.cards import Card
from alongside.learn.library import Resource
from alongside.learn.search import Found, Hit
from alongside.learn.small_deeds import Doing


def found_text(found: Found) -> str:
    """What a search found, each with its reasons, or the words that come near."""
    lines: list[str] = []
    for hit in found.hits:
        lines += [*_hit(hit), ""]
    if found.total > len(found.hits):
        told = {"shown": len(found.hits), "total": found.total}
        lines += wrapped(_("The first %(shown)d of %(total)d.") % told)
    if found.also:
        lines += wrapped(_("Also searched for: %(words)s.") % {"words": ", ".join(found.also)})
    if not found.hits:
        lines += wrapped(_("Nothing here fits these words yet."))
        if found.nearest:
            lines += wrapped(_("Words that come near: %(words)s.") % {"words": ", ".join(found.nearest)})
        lines += wrapped(_("An empty place is a wish list: what should stand here?"))
    return joined(lines)


def _hit(hit: Hit) -> Iterator[str]:
    yield from hanging(hit.title)
    if isinstance(hit.thing, Resource):
        yield from indented(facts(hit.thing))
    yield from indented(hit.snippet)
    yield from indented(" ".join(hit.reasons))
    if hit.kind == "answer":
        return
    verb = "card" if hit.kind == "card" else "show"
    yield f"   alongside learn {verb} {hit.id}"


def facts(resource: Resource) -> str:
    """Type, authors, year and minutes in a line."""
    minutes = ngettext("%(count)d minute", "%(count)d minutes", resource.minutes) % {
        "count": resource.minutes
    }
    parts = [resource.type.label, ", ".join(resource.authors), str(resource.year or ""), minutes]
    return " · ".join(part for part in (*parts, resource.cost_label) if part)


def resource_text(resource: Resource, cards: Sequence[Card] = (), *, link: str = "") -> str:
    """One work: what it is, why it is here, what it takes, and where our text stands."""
    lines = [*hanging(resource.title), *indented(facts(resource)), "", *wrapped(resource.why), ""]
    lines += _labelled(
        (_("Where"), resource.url),
        (_("Link"), link),
        (_("Archived copy"), resource.archived),
        (_("Level"), _("%(level)d of 3") % {"level": resource.level}),
        (_("Practices"), ", ".join(each.label for each in resource.practices)),
        (_("About"), ", ".join((*(each.label for each in resource.grounds), *resource.topics))),
        (_("Language"), resource.language),
        (_("Regions"), ", ".join(resource.regions)),
        (_("Access"), resource.access_label),
        (_("Licence"), resource.licence),
        (_("The authors say of themselves"), resource.perspective),
        (_("Looked at"), _looked_at(resource)),
    )
    lines += ["", *wrapped(resource.standing.sentence)]
    if cards:
        lines += ["", _("History cards beside it")]
        lines += [f"   alongside learn card {each.id}" for each in cards]
    return joined(lines)


def _looked_at(resource: Resource) -> str:
    day = resource.checked_on.isoformat() if resource.checked_on else ""
    return ", ".join(part for part in (day, resource.checked_how) if part)


def card_text(card: Card, related: Sequence[Resource] = (), scenes: Sequence[Doing] = ()) -> str:
    """One card, its sources, where our text stands, and the scenes that it stands behind."""
    lines = [*hanging(card.title), *indented(f"{card.date} · {', '.join(card.places)}")]
    for heading, text in (
        (_("Who led"), card.led_by),
        (_("What happened"), card.what_happened),
        (_("What allies did"), card.what_allies_did),
        (_("What it changed"), card.what_it_changed),
    ):
        lines += ["", heading, *indented(text)]
    lines += ["", _("Sources")]
    for source in card.sources:
        parts = (source.cite, source.publisher, str(source.year or ""), source.place)
        lines += hanging("   " + ". ".join(part.rstrip(".") for part in parts if part) + ".", by=5)
        lines += [f"     {source.url}"] if source.url else []
    lines += ["", *wrapped(card.standing.sentence)]
    if related:
        lines += ["", _("To read on")]
        for each in related:
            lines += [*hanging(f"   {each.title}", by=5), f"     alongside learn show {each.id}"]
    if scenes:
        lines += ["", _("Practise it")]
        for scene in scenes:
            lines += [*hanging(f"   {scene.title}", by=5), f"     alongside practise scene {scene.id}"]
    return joined(lines)


def cards_text(cards: Sequence[Card], *, topics: Sequence[str]) -> str:
    """Cards in a list, by date; where there is none, the topics there are."""
    lines: list[str] = []
    for each in cards:
        lines += [*hanging(f"{each.date}  {each.title}"), f"   alongside learn card {each.id}"]
    if not lines:
        told = _("There are no cards on this yet. There are some on: %(topics)s.")
        lines = wrapped(told % {"topics": ", ".join(topics)})
    return joined(lines)


def joined(lines: Sequence[str]) -> str:
    """The lines as one text that ends with a line break and never with an empty line."""
    return "\n".join(lines).rstrip("\n") + "\n"


def _labelled(*pairs: tuple[str, str]) -> Iterator[str]:
    for label, text in pairs:
        if text:
            yield from hanging(f"{label}: {text}")
