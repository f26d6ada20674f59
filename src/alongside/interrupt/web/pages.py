"""The parts of the page Words: the form, and what was found beside the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.intentions import Intention
from alongside.interrupt.hits import Hit, Kind, Passage
from alongside.interrupt.intentions import intention_of
from alongside.interrupt.web.given import AS, FILE, PASTED_AS, PROFILE, PROFILES, TEXT, Given
from alongside.interrupt.web.labels import grounds_words, kind_words, level_words, profile_words
from alongside.interrupt.web.marking import Block, Spot, blocks
from alongside.interrupt.web.queries import Checked, Found
from alongside.web.parts import Button, Choice, Field, Link, Notice, NoticeKind, PageHead
from alongside.web.places import place_of

PLACES = 12
"""Places of one rule that are named (taste); the text shows them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words were found, and the id of their mark, "" where it is not shown."""

    label: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRule:
    """What one rule found, as the list shows it."""

    number: int
    rule: str
    words: str
    facts: str
    places: tuple[Place, ...]
    more_places: str
    why: str
    say: str
    instead: tuple[str, ...]
    no_drop_in: str
    fine_when: str
    both_ways: str
    about: Link
    practise: Link | None
    intention: Intention
    plan_url: str
    hide: Button | None

    @property
    def id(self) -> str:
        """The id of its entry in the list."""
        return f"finding-{self.number}"


def form_parts(given: Given, *, again: bool = False) -> dict[str, object]:
    """The form: a text to paste or a file to choose, what it is, and how closely to read."""
    errors = given.errors
    return {
        "text": Field(
            name=TEXT,
            label=_("Your text, to change and check again") if again else _("Your text"),
            hint=_("Paste it here, up to 1 MB."),
            value=given.text,
            error=errors.get(TEXT, ""),
            rows=12,
        ),
        "file": Field(
            name=FILE,
            label=_("Or a file"),
            hint=_("Text, Markdown, HTML, Word, slides, PDF, source code and more. You can drop it here."),
            kind="file",
            error=errors.get(FILE, ""),
            optional=True,
        ),
        "more": (_pasted_as(given), _profile(given)),
        "name": given.name,
        "check_button": Button(label=_("Check again") if again else _("Check it"), id="check-deed"),
    }


def _pasted_as(given: Given) -> Field:
    kinds = PASTED_AS if given.kind in PASTED_AS else (*PASTED_AS, given.kind)
    choices = tuple(Choice(value=k.value, label=kind_words(Kind(k)), chosen=k is given.kind) for k in kinds)
    return Field(name=AS, label=_("What you pasted is"), choices=choices)


def _profile(given: Given) -> Field:
    choices = tuple(
        Choice(value=each.value, label=profile_words(each), chosen=each is given.profile) for each in PROFILES
    )
    return Field(name=PROFILE, label=_("What to look for"), choices=choices)


def empty_parts(given: Given) -> dict[str, object]:
    """The page before a check."""
    return {
        "head": PageHead(
            heading=_("Check your words"),
            lead=_("Find wording that may leave readers out, with a reason and another way to say it."),
        ),
        **form_parts(given),
        **ways_on(),
    }


def ways_on() -> dict[str, object]:
    """Where else to go from here."""
    return {
        "to_job_ad": Link(
            label=_("Check a job advert"), url=reverse("interrupt:words-job-ad"), id="to-job-ad"
        ),
        "to_rules": Link(label=_("Read all the rules"), url=reverse("interrupt:words-rules"), id="to-rules"),
    }


def result_parts(given: Given, checked: Checked, *, can_hide: bool) -> dict[str, object]:
    """The page after a check: the text with what was found, the list, and the form again."""
    return {
        "head": PageHead(where=_("Check your words"), heading=heading(checked), lead=lead(checked)),
        **found_parts(given.passages, checked, can_hide=can_hide),
        "notes": _notes(given.notes, checked),
        **form_parts(given, again=True),
        **ways_on(),
    }


def found_parts(passages: Sequence[Passage], checked: Checked, *, can_hide: bool) -> dict[str, object]:
    """The marked text and the list beside it."""
    shown = _blocks(passages, checked.found) if checked.found else ()
    marks = {stretch.id for block in shown for stretch in block.stretches if stretch.number}
    return {
        "blocks": shown,
        "findings": tuple(shown_rule(each, marks, can_hide=can_hide) for each in checked.found),
    }


def heading(checked: Checked) -> str:
    """What was found, in a few words."""
    count = len(checked.found) + checked.more
    if not count:
        return _("Nothing to reword was found")
    return ngettext("%(count)d wording to look at", "%(count)d wordings to look at", count) % {"count": count}


def lead(checked: Checked) -> str:
    """What to make of it."""
    if checked.found:
        return _("You know your readers and your text. Take what helps, and leave the rest.")
    return _("Our rules know a few hundred wordings; your readers know more. Ask one of them, if you can.")


def _notes(notes: Sequence[str], checked: Checked) -> list[Notice]:
    said = [*notes, *_left_out(checked)]
    return [Notice(kind=NoticeKind.INFO, text=text) for text in said]


def _left_out(checked: Checked) -> list[str]:
    lines = []
    if checked.more:
        lines.append(
            ngettext("%(count)d more kind is not shown.", "%(count)d more kinds are not shown.", checked.more)
            % {"count": checked.more}
        )
    if checked.hidden:
        lines.append(
            ngettext(
                "%(count)d place of a rule you hid is left out.",
                "%(count)d places of rules you hid are left out.",
                checked.hidden,
            )
            % {"count": checked.hidden}
        )
    if checked.aside:
        lines.append(
            ngettext(
                "%(count)d place was set aside by a comment in the text.",
                "%(count)d places were set aside by comments in the text.",
                checked.aside,
            )
            % {"count": checked.aside}
        )
    return lines


def _blocks(passages: Sequence[Passage], found: Sequence[Found]) -> tuple[Block, ...]:
    spots = sorted(
        (
            Spot(
                passage=passage,
                start=hit.start,
                end=hit.end,
                line=hit.line,
                number=each.number,
                note=each.rule.why,
            )
            for each in found
            for passage, hit in each.hits
        ),
        key=lambda spot: (spot.passage, spot.start),
    )
    return blocks([each.data for each in passages], [each.place for each in passages], spots)


def shown_rule(found: Found, marks: set[str], *, can_hide: bool) -> ShownRule:
    """What one rule found, as the list shows it."""
    rule = found.rule
    first = " ".join(found.hits[0][1].words.split())
    places = tuple(_place(passage, hit, found.number, marks) for passage, hit in found.hits[:PLACES])
    hide = Button(
        label=_("Hide this rule for me"),
        id=f"hide-{found.number}",
        about=f"finding-{found.number}-words",
        kind="quiet",
        name="hide",
        value=rule.id,
    )
    return ShownRule(
        number=found.number,
        rule=rule.id,
        words=first,
        facts=" · ".join(filter(None, (level_words(rule.level), grounds_words(rule.grounds)))),
        places=places,
        more_places=_more_places(len(found.hits) - len(places)),
        why=rule.why,
        say=rule.call_in,
        instead=rule.alternatives,
        no_drop_in=rule.no_drop_in,
        fine_when=rule.fine_when,
        both_ways=rule.both_ways,
        about=Link(
            label=_("About this rule"),
            url=reverse("interrupt:words-rule", args=(rule.id,)),
            id=f"about-{found.number}",
            about=f"finding-{found.number}-words",
        ),
        practise=practise_link(
            rule.scene, id=f"practise-{found.number}", about=f"finding-{found.number}-words"
        ),
        intention=intention_of(rule, first),
        plan_url=reverse("act:commitments-from-finding"),
        hide=hide if can_hide else None,
    )


def practise_link(scene: str, *, id: str, about: str = "") -> Link | None:
    """The way to a scene of the practise room, where there is one."""
    url = place_of("practise:practise-scene", scene) if scene else ""
    return Link(label=_("Practise this"), url=url, id=id, about=about) if url else None


def _place(passage: int, hit: Hit, number: int, marks: set[str]) -> Place:
    line = _("line %(line)d") % {"line": hit.line}
    mark = f"at-{number}-{passage}-{hit.start}"
    return Place(label=f"{hit.place}, {line}" if hit.place else line, mark=mark if mark in marks else "")


def _more_places(count: int) -> str:
    if count <= 0:
        return ""
    return ngettext("and %(count)d more", "and %(count)d more", count) % {"count": count}


def undo_label() -> str:
    """What the button says that brings back what was just hidden."""
    return _("Undo: show it again")
