"""The parts of what is somebody's own: invisible work, what they can open, their packs."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import uuid4

from django.utils.translation import gettext as _

from alongside.core.intentions import Intention
from alongside.core.packs import Pack
from alongside.learn.influence import Opening, Suggestion, suggestions
from alongside.learn.labour import Kind, Labour, by_kind, by_month, hours_and_minutes
from alongside.learn.web import words
from alongside.learn.web.plans import ShownPlan
from alongside.web.parts import Button, Choice, ChoiceGroup, Empty, Field, PageHead, Table, Term


def labour_parts(
    entries: Sequence[Labour],
    values: Mapping[str, str],
    errors: Mapping[str, str],
    *,
    today: date,
    undo: str = "",
) -> dict[str, object]:
    """The ledger: note a piece of work, see the sums, take them along; `undo` puts the last one back."""
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("Invisible work"),
            lead=_("Explaining, translating, sitting on panels: work that is seldom counted. For you alone."),
        ),
        "fields": _labour_fields(values, errors, today=today),
        "once": values.get("once") or uuid4(),
        "button": Button(label=_("Note it"), id="note-labour"),
        "undo": undo,
        "put_back": Button(label=_("Put it back"), id="put-back", kind="plain"),
        "kinds": _sums(entries) if entries else None,
        "months": _months(entries) if entries else None,
        "lines": [_labour_line(each) for each in reversed(entries)],
        "empty": Empty(
            title=_("Nothing noted yet"),
            text=_("Some people want to show one day how much they did. It is yours to show, or to keep."),
            example=_("20 minutes: explained captions again"),
        ),
    }


def _labour_fields(values: Mapping[str, str], errors: Mapping[str, str], *, today: date) -> tuple[Field, ...]:
    kinds = tuple(
        Choice(
            value=k.value,
            label=words.capital(k.label),
            chosen=values.get("kind", Kind.TEACH.value) == k.value,
        )
        for k in Kind
    )
    return (
        Field(
            name="minutes",
            label=_("How many minutes?"),
            kind="number",
            value=values.get("minutes", ""),
            error=errors.get("minutes", ""),
        ),
        Field(name="kind", label=_("What sort of work?"), error=errors.get("kind", ""), choices=kinds),
        Field(
            name="note",
            label=_("A few words"),
            hint=_("“Explained captions again”"),
            value=values.get("note", ""),
            error=errors.get("note", ""),
            optional=True,
        ),
        Field(
            name="day",
            label=_("When?"),
            kind="date",
            value=values.get("day", today.isoformat()),
            error=errors.get("day", ""),
        ),
    )


def _sums(entries: Sequence[Labour]) -> Table:
    rows = tuple((words.capital(k.label), hours_and_minutes(m)) for k, m in by_kind(entries).items())
    return Table(id="by-kind", caption=_("By kind of work"), headers=(_("Work"), _("Time")), rows=rows)


def _months(entries: Sequence[Labour]) -> Table:
    rows = tuple((words.month_in_words(m), hours_and_minutes(n)) for m, n in by_month(entries).items())
    return Table(id="by-month", caption=_("By month"), headers=(_("Month"), _("Time")), rows=rows[::-1])


def _labour_line(labour: Labour) -> dict[str, object]:
    what = (
        f"{words.capital(labour.kind.label)}: {labour.note}"
        if labour.note
        else words.capital(labour.kind.label)
    )
    told = {"time": hours_and_minutes(labour.minutes), "day": words.day_in_words(labour.day)}
    return {
        "id": labour.id,
        "what": what,
        "under": _("%(time)s on %(day)s") % told,
        "button": Button(
            label=_("Take out"), id=f"forget-{labour.id}", about=f"about-{labour.id}", kind="quiet"
        ),
    }


def influence_parts(ticked: Collection[Opening]) -> dict[str, object]:
    """What can be ticked, and what one could do with what was."""
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("What can you open, and for whom?"),
            lead=_("Not who you are, but what lies in your hands. It is not counted."),
        ),
        "group": ChoiceGroup(
            name="openings",
            legend=_("Tick what is yours"),
            many=True,
            choices=tuple(Choice(value=o.value, label=o.label, chosen=o in ticked) for o in Opening),
        ),
        "button": Button(label=_("See what you could do with it"), id="keep-openings"),
        "deeds": [_deed(number, each) for number, each in enumerate(suggestions(ticked), start=1)],
    }


def _deed(number: int, suggestion: Suggestion) -> dict[str, object]:
    """A suggestion with the if-then that plans it in one step."""
    intention = Intention(cue=suggestion.cue, act=suggestion.act, practice=suggestion.practice, effort=2)
    return {
        "id": f"deed-{number}",
        "title": suggestion.text,
        "under": f"{suggestion.practice.label} · {suggestion.opening.label}",
        "plan": ShownPlan(id=f"do-{number}", intention=intention),
    }


def packs_parts(packs: Sequence[Pack]) -> dict[str, object]:
    """The packs that are installed, and how one comes in."""
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("Content packs"),
            lead=_("Works, cards, scenes and actions that others wrote. Data only: nothing in a pack runs."),
        ),
        "packs": [_pack(each) for each in packs],
        "empty": Empty(
            title=_("No pack is installed"),
            text=_("A circle, a library or a trainer can write one in plain text files and hand it on."),
        ),
    }


def _pack(pack: Pack) -> dict[str, object]:
    counts = "; ".join(f"{_kind_of(kind)}: {count}" for kind, count in pack.counts.items())
    button = Button(
        label=_("Put it aside") if pack.on else _("Use it again"),
        id=f"switch-{pack.id}",
        about=f"about-{pack.id}",
        kind="quiet",
        name="deed",
        value="off" if pack.on else "on",
    )
    terms = (
        (_("Published by"), pack.publisher),
        (_("Licence"), pack.licence),
        (_("Language"), words.language_name(pack.language)),
        (_("Holds"), counts),
        (_("Contact"), pack.contact),
        (_("State"), _("in use") if pack.on else _("put aside")),
    )
    return {
        "id": pack.id,
        "title": f"{pack.title} {pack.version}",
        "terms": tuple(Term(term=term, text=text) for term, text in terms if text),
        "button": button,
    }


def _kind_of(kind: str) -> str:
    """A kind of content as people read it."""
    return {
        "actions": _("actions"),
        "cards": _("history cards"),
        "resources": _("works"),
        "scenarios": _("scenes"),
        "drills": _("drills"),
        "items": _("questions"),
        "corrections": _("corrections"),
        "notice-plans": _("plans to take along"),
        "synonyms": _("groups of words"),
    }.get(kind, kind)
