"""The parts of the pages about rules: the index, and one rule with everything there is to say about it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from babel.dates import format_date
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.core.grounds import Ground
from alongside.interrupt.hits import Profile
from alongside.interrupt.intentions import intention_of
from alongside.interrupt.keeping import Hidden
from alongside.interrupt.rules import Book, Rule
from alongside.interrupt.web.labels import grounds_words, level_words, profile_words
from alongside.interrupt.web.pages import practise_link
from alongside.web.parts import (
    Button,
    Choice,
    Empty,
    Field,
    Item,
    Link,
    NumberedStretch,
    PageHead,
    Unreviewed,
)

PAGE: Final = 25
"""Rules on one page of the index (taste, and the weight of a page)."""
_MARKED: Final = re.compile("«([^»]*)»")
GUIDE: Final = "guides/check-your-words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the address asks for: a ground, a profile, some letters, a page from 1."""

    ground: Ground | None = None
    profile: Profile | None = None
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHidden:
    """A rule that somebody hid: how it is named, since when, and the button that shows it again."""

    rule: str
    title: str
    url: str
    since: str
    button: Button


def wanted(asked: Mapping[str, str]) -> Wanted:
    """What the address asks for; odd values are left."""
    page = asked.get("page", "")
    return Wanted(
        ground=next((each for each in Ground if each == asked.get("ground")), None),
        profile=next((each for each in Profile if each == asked.get("profile")), None),
        words=asked.get("q", "").replace("\0", "").strip()[:80],
        page=int(page) if re.fullmatch("[1-9][0-9]{0,2}", page) else 1,
    )


def title_of(rule: Rule) -> str:
    """What a rule is called: the words it marks in its first example."""
    marked = _MARKED.search(rule.examples.flagged[0]) if rule.examples.flagged else None
    return marked[1] if marked else rule.id


def index_parts(book: Book, asked: Wanted, hidden: Mapping[str, Hidden]) -> dict[str, object]:
    """The index."""
    fitting = sorted(_fitting(book.rules, asked), key=_place_in_the_list)
    first = (asked.page - 1) * PAGE
    return {
        "head": PageHead(
            where=_("Words"),
            heading=_("The rules"),
            lead=_("What we look for, why, and when it is fine. Each names its sources."),
        ),
        "question": Field(name="q", label=_("A word"), value=asked.words, kind="search", optional=True),
        "narrowing": (_grounds(asked), _profiles(asked)),
        "narrow_button": Button(label=_("Narrow it down"), id="narrow-deed", kind="plain"),
        "summary": _summary(fitting, first),
        "items": tuple(_item(rule) for rule in fitting[first : first + PAGE]),
        "pages": _pages(asked, len(fitting)),
        "hidden": tuple(_hidden(each, book) for each in hidden.values()),
        "empty": None if fitting else _nothing(asked),
    }


def _place_in_the_list(rule: Rule) -> tuple[bool, str]:
    """By the words; slurs last, so that nobody who opens the page meets them first."""
    return rule.id.startswith("slur-"), title_of(rule).casefold()


def _fitting(rules: Iterable[Rule], asked: Wanted) -> list[Rule]:
    words = asked.words.casefold()
    return [
        rule
        for rule in rules
        if (asked.ground is None or asked.ground in rule.grounds)
        and (asked.profile is None or asked.profile in rule.profiles)
        and (not words or any(words in each.casefold() for each in _told(rule)))
    ]


def _told(rule: Rule) -> tuple[str, ...]:
    """Where the words of a search may stand."""
    return (rule.id, title_of(rule), *rule.forms, *rule.alternatives)


def _grounds(asked: Wanted) -> Field:
    grounds = ((each.value, each.label[:1].upper() + each.label[1:]) for each in Ground)
    return _select("ground", _("About"), grounds, asked.ground)


def _profiles(asked: Wanted) -> Field:
    return _select("profile", _("On in"), ((p.value, profile_words(p)) for p in Profile), asked.profile)


def _select(name: str, label: str, options: Iterable[tuple[str, str]], chosen: str | None) -> Field:
    anything = Choice(value="", label=_("Any"), chosen=chosen is None)
    choices = tuple(Choice(value=value, label=said, chosen=value == chosen) for value, said in options)
    return Field(name=name, label=label, choices=(anything, *choices))


def _summary(fitting: Sequence[Rule], first: int) -> str:
    if not fitting[first:]:
        return ""
    said = {"first": first + 1, "last": min(first + PAGE, len(fitting)), "count": len(fitting)}
    return _("One rule") if len(fitting) == 1 else _("Rules %(first)d to %(last)d of %(count)d") % said


def _item(rule: Rule) -> Item:
    facts = " · ".join(filter(None, (level_words(rule.level), grounds_words(rule.grounds))))
    link = Link(
        label=title_of(rule), url=reverse("interrupt:words-rule", args=(rule.id,)), id=f"rule-{rule.id}"
    )
    return Item(title=title_of(rule), text=facts, actions=(link,))


def _pages(asked: Wanted, count: int) -> tuple[Link, ...]:
    """The page before and the page after."""
    links = []
    if asked.page > 1:
        links.append(_page_link(asked, asked.page - 1, _("The rules before"), "page-before"))
    if count > asked.page * PAGE:
        links.append(_page_link(asked, asked.page + 1, _("More rules"), "page-after"))
    return tuple(links)


def _page_link(asked: Wanted, page: int, label: str, id: str) -> Link:
    told = {"q": asked.words, "ground": asked.ground or "", "profile": asked.profile or "", "page": page}
    kept = urlencode({name: value for name, value in told.items() if value})
    return Link(label=label, url=f"{reverse('interrupt:words-rules')}?{kept}", id=id)


def _hidden(hidden: Hidden, book: Book) -> ShownHidden:
    rule = next((each for each in book.rules if each.id == hidden.rule), None)
    return ShownHidden(
        rule=hidden.rule,
        title=title_of(rule) if rule else hidden.rule,
        url=reverse("interrupt:words-rule", args=(hidden.rule,)) if rule else "",
        since=_since(hidden),
        button=Button(
            label=_("Show it again"), id=f"show-{hidden.rule}", kind="quiet", about=f"hidden-{hidden.rule}"
        ),
    )


def _since(hidden: Hidden) -> str:
    day = format_date(hidden.day, "d MMMM y", locale=get_language() or "en")
    return _("Hidden since %(day)s.") % {"day": day}


def _nothing(asked: Wanted) -> Empty:
    return Empty(
        title=_("No rule fits that"),
        text=_("That does not mean that every reader is fine with it. If you miss one, a pack can add it."),
        action=Link(label=_("See all the rules"), url=reverse("interrupt:words-rules"), id="all-rules")
        if asked != Wanted()
        else None,
    )


def rule_parts(rule: Rule, book: Book, hidden: Hidden | None, *, can_hide: bool) -> dict[str, object]:
    """One rule: the reason first, then what to say and write, when it is fine, examples, sources."""
    title = title_of(rule)
    return {
        "head": PageHead(
            where=" · ".join(
                filter(None, (_("Words"), level_words(rule.level), grounds_words(rule.grounds)))
            ),
            heading=f"“{title}”",
            lead=rule.why,
        ),
        "rule": rule,
        "intention": intention_of(rule, title),
        "plan_url": reverse("act:commitments-from-finding"),
        "flagged": tuple(tuple(_marked(each)) for each in rule.examples.flagged),
        "unflagged": rule.examples.unflagged,
        "sources": [book.sources[each] for each in rule.sources if each in book.sources],
        "profiles": tuple(profile_words(each) for each in rule.profiles),
        "practise": practise_link(rule.scene, id="practise"),
        "hidden": _since(hidden) if hidden else "",
        "hide": _hide_button(hidden) if can_hide else None,
        "deed_url": reverse(f"interrupt:words-rule-{'show' if hidden else 'hide'}", args=(rule.id,)),
        "unreviewed": _unreviewed(rule) if rule.review != "reviewed" else None,
        "back": Link(label=_("All the rules"), url=reverse("interrupt:words-rules"), id="back"),
    }


def _hide_button(hidden: Hidden | None) -> Button:
    if hidden:
        return Button(label=_("Show it again"), id="show-rule", kind="plain")
    return Button(label=_("Hide this rule for me"), id="hide-rule", kind="plain")


def _marked(example: str) -> Iterable[NumberedStretch]:
    """An example with what is found in it marked."""
    for number, text in enumerate(_MARKED.split(example)):
        if text:
            yield NumberedStretch(text=text, number=number % 2)


def _unreviewed(rule: Rule) -> Unreviewed:
    return Unreviewed(
        line=_("Unreviewed: nobody whom these words concern has checked this rule yet."),
        entry=rule.id,
        file="content/en/rules",
        guide=Link(label=_("How to mend it"), url=reverse("help-page", args=(GUIDE,))),
    )
