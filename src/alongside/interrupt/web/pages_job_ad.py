"""The parts of the page for job adverts: what helps first, the balance of words, then other wording."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.interrupt.job_ad import CodedWord, Count, JobAdScore, Lean
from alongside.interrupt.job_ad_first import FirstThing
from alongside.interrupt.stems import Coding
from alongside.interrupt.web.given import EMPLOYER, FILE, TEXT, Given
from alongside.interrupt.web.marking import Block, Spot, blocks
from alongside.interrupt.web.pages import found_parts, ways_on
from alongside.interrupt.web.queries import Checked
from alongside.web.parts import Button, Field, Link, PageHead, Table

MOST_CODED: Final = 200
"""Coded words that are marked (our choice)."""
METHOD: Final = "method/job-adverts"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWord:
    """A counted word as the list shows it: how it counts, how often, where, and what could stand instead."""

    word: str
    coding: str
    letter: str
    times: int
    places: str
    left_out: str
    neutral: tuple[str, ...]


def form_parts(given: Given, *, again: bool = False) -> dict[str, object]:
    """The form: an advert, and the employer's name."""
    errors = given.errors
    return {
        "text": Field(
            name=TEXT,
            label=_("Your advert, to change and check again") if again else _("Your advert"),
            hint=_("Paste it here. From 100 words on, its balance can be told."),
            value=given.text,
            error=errors.get(TEXT, ""),
            rows=12,
        ),
        "file": Field(
            name=FILE,
            label=_("Or a file"),
            hint=_("Text, Markdown, HTML, Word or PDF, up to 1 MB. You can drop it here."),
            kind="file",
            error=errors.get(FILE, ""),
            optional=True,
        ),
        "employer": Field(
            name=EMPLOYER,
            label=_("The employer's name"),
            hint=_("Its words are then left out of what you can reword."),
            value=given.employer,
            optional=True,
        ),
        "name": given.name,
        "check_button": Button(label=_("Check again") if again else _("Check it"), id="check-deed"),
    }


def empty_parts(given: Given) -> dict[str, object]:
    """The page before a check."""
    return {
        "head": PageHead(
            where=_("Words"),
            heading=_("Check a job advert"),
            lead=_("What it does not say yet, how its words lean, and what may leave people out."),
        ),
        **form_parts(given),
        "to_rules": ways_on()["to_rules"],
    }


def result_parts(
    given: Given, score: JobAdScore, firsts: Sequence[FirstThing], checked: Checked, *, can_hide: bool
) -> dict[str, object]:
    """The page after a check."""
    found = found_parts(given.passages, checked, can_hide=can_hide)
    return {
        "head": PageHead(where=_("Check a job advert"), heading=_heading(firsts)),
        "missing": [each for each in firsts if not each.seen],
        "present": [each.what for each in firsts if each.seen],
        "lean": lean_sentence(score),
        "balance": _table(score),
        "counted": shown_words(score.counted),
        "coded_blocks": _coded_blocks(given.text, score.counted),
        **found,
        **form_parts(given, again=True),
        "to_rules": ways_on()["to_rules"],
        "method": Link(
            label=_("How this is counted, and how far to trust it"),
            url=reverse("help-page", args=(METHOD,)),
            id="method",
        ),
    }


def _heading(firsts: Sequence[FirstThing]) -> str:
    missing = sum(not each.seen for each in firsts)
    return _("What your advert could still say") if missing else _("Your advert says the first things first")


def lean_sentence(score: JobAdScore) -> str:
    """The balance in a sentence."""
    lean, editable = score.published.lean, score.editable.lean
    if lean is Lean.CANNOT_SAY:
        return _(
            "Cannot say: this is under 100 words, and one word would tip it. The words are marked below."
        )
    if lean is editable:
        return _("The wording, as the study counts it: %(lean)s. So is what you can reword.") % {
            "lean": lean.words
        }
    said = {"lean": lean.words, "editable": editable.words}
    return _("The wording, as the study counts it: %(lean)s. What you can reword: %(editable)s.") % said


def _table(score: JobAdScore) -> Table:
    rows = (
        (_("The whole advert, as the study counts"), *_row(score.published)),
        (_("What you can reword"), *_row(score.editable)),
    )
    headers = ("", _("Words"), _("Masculine"), _("Feminine"), _("Difference"), _("Balance"))
    return Table(id="balance", caption=_("Words that the study counted"), headers=headers, rows=rows)


def _row(count: Count) -> tuple[str, ...]:
    shares = (count.masculine_share, count.feminine_share)
    told = (
        f"{n} ({share:.1f} %)" for n, share in zip((count.masculine, count.feminine), shares, strict=True)
    )
    return (str(count.words), *told, f"{count.difference:+.1f}", count.lean.words)


def shown_words(counted: Sequence[CodedWord]) -> tuple[ShownWord, ...]:
    """The counted words, each once, masculine ones first, most frequent first."""
    groups: dict[tuple[Coding, str, str], list[CodedWord]] = {}
    for each in counted:
        why = each.left_out.words if each.left_out else ""
        groups.setdefault((each.coding, each.word.lower(), why), []).append(each)
    order = Counter({key: len(of_key) for key, of_key in groups.items()}).most_common()
    shown = [_shown(key, groups[key]) for key, _times in order]
    return tuple(sorted(shown, key=lambda each: each.letter != letter(Coding.MASCULINE)))


def _shown(key: tuple[Coding, str, str], of_key: Sequence[CodedWord]) -> ShownWord:
    coding, word, why = key
    lines = sorted({each.place.line for each in of_key})
    return ShownWord(
        word=word,
        coding=_("masculine") if coding is Coding.MASCULINE else _("feminine"),
        letter=letter(coding),
        times=len(of_key),
        places=", ".join(_("line %(line)d") % {"line": line} for line in lines[:6]),
        left_out=why,
        neutral=() if why else of_key[0].stem.neutral,
    )


def letter(coding: Coding) -> str:
    """One letter for a coding, beside a mark."""
    return _("M") if coding is Coding.MASCULINE else _("F")


def _coded_blocks(text: str, counted: Sequence[CodedWord]) -> tuple[Block, ...]:
    data = text.encode("utf-8", "replace")
    spots = [
        Spot(
            passage=0,
            start=len(text[: each.place.start].encode("utf-8", "replace")),
            end=len(text[: each.place.end].encode("utf-8", "replace")),
            line=each.place.line,
            number=number,
            kind="part" if each.coding is Coding.MASCULINE else "habit",
            note=letter(each.coding),
        )
        for number, each in enumerate(counted[:MOST_CODED], start=1)
    ]
    return blocks([data], [""], spots) if spots else ()
