"""The parts of the pages about speakers: the search, one profile with a request, one's own, requests."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.amplify.requests import State
from alongside.amplify.speakers import MOST_QUOTA, QUOTA, Audience, Fee, Format, Profile, Wanted
from alongside.amplify.web import words
from alongside.amplify.web.pages_consent import FieldGroup, Typed, one
from alongside.amplify.web.queries_speakers import Asked, ToMe
from alongside.web.parts import (
    Button,
    Choice,
    ChoiceGroup,
    Empty,
    Field,
    Item,
    Link,
    PageHead,
    Term,
    error_links,
)


def search_parts(found: Sequence[Profile], wanted: Wanted, *, has_profile: bool) -> dict[str, object]:
    """Look for a speaker by what they know."""
    formats = (
        Choice(value="", label=_("Any way")),
        *(Choice(value=f.value, label=words.capital(f.label), chosen=wanted.format is f) for f in Format),
    )
    return {
        "head": PageHead(
            where=_("Pass on"),
            heading=_("Find a speaker"),
            lead=_("People who offered to speak, by what they know. You cannot search for who they are."),
        ),
        "fields": (
            Field(
                name="topic",
                label=_("About what?"),
                hint=_("Such as: captions, pay gaps, caring for parents."),
                value=wanted.topic,
                kind="search",
                optional=True,
            ),
            Field(name="languages", label=_("In which language?"), value=wanted.languages, optional=True),
            Field(name="format", label=_("How?"), choices=formats, optional=True),
        ),
        "button": Button(label=_("Look"), id="look-speakers"),
        "found": [_line(each) for each in found],
        "nobody": Empty(
            title=_("Nobody like that yet"),
            text=_("Try other words, or leave a field open. Who wants to be found adds themselves."),
        ),
        "mine": Link(
            label=_("Change your own profile") if has_profile else _("Offer to speak yourself"),
            url=words.url("my-profile"),
            id="to-my-profile",
        ),
        "requests": Link(label=_("Requests"), url=words.url("requests"), id="to-requests"),
        "back": Link(label=_("Back"), url=words.url("amplify"), id="back"),
    }


def _line(profile: Profile) -> Item:
    link = Link(
        label=_("See, or ask"), url=words.url("speaker", UUID(profile.id)), id=f"speaker-{profile.id}"
    )
    about = " · ".join(
        part for part in (words.listed(profile.topics), words.listed(profile.languages)) if part
    )
    return Item(title=profile.name, text=about, actions=(link,))


def speaker_parts(
    profile: Profile, *, is_mine: bool, once: UUID, values: Mapping[str, str], errors: Mapping[str, str]
) -> dict[str, object]:
    """One speaker, as they chose to be seen, and a request to them."""
    fields = (
        Field(
            name="words",
            label=_("What would you like to ask?"),
            hint=_("What it is for, who comes, what you pay, and how you meet their needs."),
            value=values.get("words", ""),
            error=errors.get("words", ""),
            kind="area",
            rows=5,
        ),
        Field(
            name="held_on",
            label=_("On which day?"),
            kind="date",
            value=values.get("held_on", ""),
            error=errors.get("held_on", ""),
            optional=True,
        ),
    )
    return {
        "head": PageHead(where=_("Speaker"), heading=profile.name),
        "speaker": UUID(profile.id),
        "terms": profile_terms(profile),
        "is_mine": is_mine,
        "fields": fields,
        "errors": error_links(fields),
        "once": once,
        "button": Button(label=_("Send the request"), id="ask-speaker"),
        "library": Link(
            label=_("Ask the library first"), url=reverse("learn:questions-people"), id="to-people"
        ),
        "back": Link(label=_("Back to the search"), url=words.url("speakers"), id="back"),
    }


def profile_terms(profile: Profile) -> tuple[Term, ...]:
    """What a profile says, as far as its reader may see it."""
    fee = ": ".join(part for part in (profile.fee.label if profile.fee else "", profile.fee_words) if part)
    told = (
        (_("Speaks about"), words.listed(profile.topics)),
        (_("Languages"), words.listed(profile.languages)),
        (_("How"), words.listed(each.label for each in Format if each in profile.formats)),
        (_("Fee"), fee),
        (_("Travel and access"), profile.travel),
        (_("In their own words"), profile.about),
    )
    return tuple(Term(term=term, text=text[:1].upper() + text[1:]) for term, text in told if text)


def mine_parts(
    profile: Profile | None, *, name: str, typed: Typed | None, errors: Mapping[str, str]
) -> dict[str, object]:
    """One's own profile: what is said, and who sees it."""
    given = typed if typed is not None else _as_typed(profile, name)
    groups = (
        FieldGroup(heading=_("What you offer"), id="what", fields=_what(given, errors)),
        FieldGroup(heading=_("What it costs, and how often"), id="cost", fields=_money(given, errors)),
        FieldGroup(heading=_("Who may see it"), id="readers", fields=_readers(given, errors)),
    )
    lapses = words.day_in_words(profile.lapses) if profile else ""
    return {
        "head": PageHead(
            where=_("Find a speaker"),
            heading=_("Be found, on your terms"),
            lead=_(
                "You say what you speak about, what it costs, and who may see it. You can leave in one step."
            ),
        ),
        "stands": _("Others see it until %(day)s. Save it again to stay longer.") % {"day": lapses}
        if profile and profile.seen_by is not Audience.ME
        else "",
        "groups": groups,
        "errors": error_links([field for group in groups for field in group.fields]),
        "button": Button(label=_("Save it"), id="save-profile"),
        "withdraw": Button(label=_("Take my profile out"), id="withdraw-profile", kind="plain")
        if profile
        else None,
        "back": Link(label=_("Back to the search"), url=words.url("speakers"), id="back"),
    }


def _as_typed(profile: Profile | None, name: str) -> Typed:
    if profile is None:
        return {
            "name": [name],
            "quota": [str(QUOTA)],
            "fee": [Fee.PAID],
            "seen_by": [Audience.MEMBERS],
            "fee_seen_by": [Audience.MEMBERS],
            "travel_seen_by": [Audience.ORGANISERS],
            "about_seen_by": [Audience.ME],
        }
    return {
        "name": [profile.name],
        "topics": ["\n".join(profile.topics)],
        "languages": ["\n".join(profile.languages)],
        "formats": [each.value for each in profile.formats],
        "fee": [profile.fee or Fee.PAID],
        "fee_words": [profile.fee_words],
        "travel": [profile.travel],
        "about": [profile.about],
        "quota": [str(profile.quota)],
        "seen_by": [profile.seen_by],
        "fee_seen_by": [profile.fee_seen_by],
        "travel_seen_by": [profile.travel_seen_by],
        "about_seen_by": [profile.about_seen_by],
    }


def _what(typed: Typed, errors: Mapping[str, str]) -> tuple[Field | ChoiceGroup, ...]:
    chosen = typed.get("formats", ())
    return (
        _field("name", _("What to call you"), "", typed, errors),
        _field(
            "topics",
            _("What do you speak about?"),
            _("One topic a line, a few words each."),
            typed,
            errors,
            rows=4,
        ),
        _field("languages", _("In which languages?"), _("One a line."), typed, errors, rows=2, optional=True),
        ChoiceGroup(
            name="formats",
            legend=_("How?"),
            many=True,
            optional=True,
            choices=tuple(
                Choice(value=f.value, label=words.capital(f.label), chosen=f in chosen) for f in Format
            ),
        ),
        _field(
            "travel",
            _("What do you need for travel and on the spot?"),
            _("Such as: step-free, a carer's ticket, home by nine."),
            typed,
            errors,
            rows=3,
            optional=True,
        ),
        _field(
            "about",
            _("Anything about you that you want known"),
            _("Nobody can search for it."),
            typed,
            errors,
            rows=3,
            optional=True,
        ),
    )


def _money(typed: Typed, errors: Mapping[str, str]) -> tuple[Field | ChoiceGroup, ...]:
    hint = _("From 0 to %(most)d. 0 is a pause. What is over waits, and you do not hear of it.")
    return (
        ChoiceGroup(
            name="fee",
            legend=_("What does it cost?"),
            hint=_("Alongside moves no money."),
            error=errors.get("fee", ""),
            choices=tuple(
                Choice(value=f.value, label=words.capital(f.label), chosen=one(typed, "fee") == f)
                for f in Fee
            ),
        ),
        _field("fee_words", _("How much?"), _("Such as: from 300 euros."), typed, errors, optional=True),
        _field(
            "quota",
            _("How many requests a month?"),
            hint % {"most": MOST_QUOTA},
            typed,
            errors,
            kind="number",
        ),
    )


def _readers(typed: Typed, errors: Mapping[str, str]) -> tuple[Field, ...]:
    told = (
        ("seen_by", _("Who may see the profile?")),
        ("fee_seen_by", _("Who may see what it costs?")),
        ("travel_seen_by", _("Who may see what you need?")),
        ("about_seen_by", _("Who may see what you say about yourself?")),
    )
    return tuple(
        Field(
            name=name,
            label=label,
            error=errors.get(name, ""),
            choices=tuple(
                Choice(value=a.value, label=words.capital(a.label), chosen=one(typed, name) == a)
                for a in Audience
            ),
        )
        for name, label in told
    )


def _field(  # what a field can have
    name: str,
    label: str,
    hint: str,
    typed: Typed,
    errors: Mapping[str, str],
    *,
    rows: int = 0,
    kind: str = "text",
    optional: bool = False,
) -> Field:
    return Field(
        name=name,
        label=label,
        hint=hint,
        value=one(typed, name),
        error=errors.get(name, ""),
        rows=rows,
        kind="area" if rows else kind,
        optional=optional,
    )


def requests_parts(
    to_me: Sequence[ToMe], asked: Sequence[Asked], instead: Mapping[UUID, Sequence[Profile]]
) -> dict[str, object]:
    """What others ask one, and what one asked others."""
    return {
        "head": PageHead(
            where=_("Find a speaker"),
            heading=_("Requests"),
            lead=_("A no needs no reason. What waits for room in somebody's month does not reach them."),
        ),
        "to_me": [_to_me(each) for each in to_me],
        "asked": [_asked(each, instead.get(each.id, ())) for each in asked],
        "empty": Empty(
            title=_("No requests"),
            text=_("What you ask speakers, and what they ask you about, stands here."),
            action=Link(label=_("Find a speaker"), url=words.url("speakers"), id="to-speakers"),
        ),
        "back": Link(label=_("Back to the search"), url=words.url("speakers"), id="back"),
    }


def _to_me(asked: ToMe) -> dict[str, object]:
    day = (
        _("for %(day)s") % {"day": words.day_in_words(asked.held_on)} if asked.held_on else _("no day named")
    )
    return {
        "id": asked.id,
        "heading": _("%(name)s asks, %(day)s") % {"name": asked.asked_by, "day": day},
        "words": asked.words,
        "is_open": asked.state is State.DELIVERED,
        "reply": asked.reply,
        "field": Field(
            name=f"reply-{asked.id}",
            label=_("Your reply"),
            hint=_("With a yes, say how they reach you. A no can stay empty."),
            optional=True,
            rows=3,
        ),
        "yes": Button(
            label=_("Say yes"), id=f"yes-{asked.id}", name="deed", value="yes", about=f"about-{asked.id}"
        ),
        "no": Button(
            label=_("Say no"),
            id=f"no-{asked.id}",
            kind="plain",
            name="deed",
            value="no",
            about=f"about-{asked.id}",
        ),
    }


def _asked(asked: Asked, instead: Sequence[Profile]) -> dict[str, object]:
    back = Button(
        label=_("Take it back"),
        id=f"back-{asked.id}",
        kind="quiet",
        name="deed",
        value="back",
        about=f"about-{asked.id}",
    )
    return {
        "id": asked.id,
        "name": asked.name,
        "words": asked.words,
        "standing": asked.standing,
        "reply": asked.reply,
        "back": back if asked.state in {State.WAITING, State.DELIVERED} else None,
        "instead": [
            Link(label=each.name, url=words.url("speaker", UUID(each.id)), id=f"instead-{asked.id}-{each.id}")
            for each in instead
        ],
    }
