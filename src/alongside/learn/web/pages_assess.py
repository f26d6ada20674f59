"""The parts of the self-assessment: before it, one item a page, where it stalls, and what came of it."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from django.utils.translation import gettext as _

from alongside.core.disclosure import for_own_eyes
from alongside.core.figures import Figure, Range, range_bars
from alongside.core.practices import Practice
from alongside.learn.assess import Change, Estimate, Item, Occasions, Profile, Share, Stall, compare
from alongside.learn.keeping import Kept, Round
from alongside.learn.path import gap
from alongside.learn.web import words
from alongside.web.parts import (
    Button,
    Choice,
    ChoiceGroup,
    Link,
    Notice,
    NoticeKind,
    PageHead,
    Progress,
    Term,
)
from alongside.web.places import place_of


def first_open(held: Round, items: Sequence[Item]) -> int | None:
    """The number of the first item without an answer; None where all have one."""
    numbers = (n for n, item in enumerate(items, start=1) if held.answer_to(item.id) is None)
    return next(numbers, None)


def assess_parts(kept: Kept, held: Round, items: Sequence[Item]) -> dict[str, object]:
    """Before it: what it is, what it is not, and where one left off in the round that is open."""
    answered = sum(held.answer_to(item.id) is not None for item in items)
    seen = kept.last_round is not None
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("What comes up for you?"),
            lead=_("Moments of the last four weeks, and what you did in them. About 6 minutes."),
        ),
        "notice": not_validated(),
        "begin": _begin(first_open(held, items), answered),
        "left_off": _("%(n)d of %(all)d are answered.") % {"n": answered, "all": len(items)}
        if answered
        else "",
        "result": Link(label=_("See what came of it"), url=words.url("learn-assess-result"), id="to-result")
        if seen
        else None,
        "anew": Link(label=_("Begin a new round"), url=item_url(1, anew=True), id="begin-anew")
        if answered
        else None,
    }


def item_url(number: int, *, anew: bool = False) -> str:
    """The page of an item, in the round that is open or in a new one."""
    return words.url("learn-assess-item", number) + ("?new=1" if anew else "")


def _begin(number: int | None, answered: int) -> Link:
    if number is None:
        return Link(label=_("See what came of it"), url=words.url("learn-assess-result"), id="begin")
    label = _("Go on where you left off") if answered else _("Begin")
    return Link(label=label, url=words.url("learn-assess-item", number), id="begin")


def not_validated() -> Notice:
    """What every page of it says."""
    return Notice(
        kind=NoticeKind.INFO,
        text=_("We wrote these questions, and no study has tested them. A mirror, not a measurement."),
    )


def item_parts(
    item: Item,
    number: int,
    *,
    of: int,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    anew: bool,
) -> dict[str, object]:
    """One item: did the moment come up, and in how many did you act."""
    return {
        "title": _("%(practice)s, %(n)d of %(all)d")
        % {"practice": item.practice.label, "n": number, "all": of},
        "head": PageHead(heading=item.first_question),
        "number": number,
        "progress": Progress(step=number, of=of),
        "practice": item.practice.label,
        "groups": (
            ChoiceGroup(
                name="occasions",
                legend=item.first_question,
                heading=True,
                error=errors.get("occasions", ""),
                choices=tuple(
                    Choice(value=o.value, label=o.label, chosen=values.get("occasions") == o.value)
                    for o in Occasions
                ),
            ),
            ChoiceGroup(
                name="acted",
                legend=item.second_question,
                hint=_("Leave it open if it did not come up."),
                error=errors.get("acted", ""),
                choices=tuple(
                    Choice(value=s.value, label=s.label, chosen=values.get("acted") == s.value) for s in Share
                ),
            ),
        ),
        "go_on": Button(label=_("Keep and go on"), id="keep-item"),
        "leave": Button(
            label=_("Keep and stop for now"), id="keep-leave", kind="quiet", name="deed", value="leave"
        ),
        "back": Link(label=_("Back one"), url=item_url(number - 1, anew=anew), id="back-one")
        if number > 1
        else None,
        "skip": Link(label=_("Skip this one"), url=_after(number, of, anew=anew), id="skip-item"),
        "anew": anew,
        "once": values.get("once") or uuid4(),
    }


def _after(number: int, of: int, *, anew: bool) -> str:
    return item_url(number + 1, anew=anew) if number < of else words.url("learn-assess-result")


def stalled(profile: Profile) -> tuple[Practice, ...]:
    """The practices in which something came up and one did not always act, and has not said yet why."""
    return tuple(
        each.practice
        for each in profile.estimates
        if each.had_occasion and each.acted < each.occasions and each.practice not in profile.stalls
    )


def stall_parts(practice: Practice, profile: Profile, *, error: str = "") -> dict[str, object]:
    """Where it stalled in one practice."""
    chosen = profile.stalls.get(practice)
    question = _("%(practice)s: when you did not act, where did it stall?") % {"practice": practice.label}
    return {
        "title": practice.label,
        "head": PageHead(heading=question),
        "practice": practice.value,
        "meaning": practice.meaning,
        "group": ChoiceGroup(
            name="stall",
            legend=question,
            heading=True,
            hint=_("Choose what was true most often. The path then helps just there."),
            error=error,
            choices=tuple(Choice(value=s.value, label=s.label, chosen=s is chosen) for s in Stall),
        ),
        "button": Button(label=_("Keep and go on"), id="keep-stall"),
        "skip": Link(label=_("I'd rather not say"), url=words.url("learn-assess-result"), id="skip-stall"),
    }


def result_parts(kept: Kept) -> dict[str, object]:
    """What came of it: eight ranges, what changed, where there is most room, and the way on."""
    profile = kept.profile
    known = sorted((e for e in profile.estimates if e.had_occasion), key=lambda e: -gap(e))
    last = kept.last_round
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("What came of it"),
            lead=_("Where you acted when a moment came up. For your eyes alone."),
        ),
        "notice": not_validated(),
        "figure": profile_figure(profile),
        "room": [_room(each, profile) for each in known[:3]],
        "resting": _resting(profile),
        "changes": _changes(kept),
        "ask_stall": Link(
            label=_("Say where it stalls"), url=words.url("learn-assess-stall", still[0]), id="to-stall"
        )
        if (still := stalled(profile))
        else None,
        "path": Link(label=_("See the path that follows"), url=words.url("learn-path"), id="to-path"),
        "round": last,
        "begun": words.day_in_words(last.begun) if last else "",
        "unanswered": not any(each.answered for each in profile.estimates),
        "forget": Button(label=_("Take this round out"), id="forget-round", kind="quiet"),
    }


def profile_figure(profile: Profile) -> Figure:
    """The eight estimates with their ranges; no occasion is said, and is not nought."""
    ranges = [
        Range(
            label=each.practice.label,
            low=for_own_eyes(each.low if each.had_occasion else None, n=1),
            mean=for_own_eyes(each.mean if each.had_occasion else None, n=1),
            high=for_own_eyes(each.high if each.had_occasion else None, n=1),
            note="" if each.had_occasion else _no_range(each),
        )
        for each in profile.estimates
    ]
    return range_bars(
        ranges,
        id="profile",
        title=_("Of the moments that came up, in how many you acted"),
        finding=_(
            "The bars show where the share most likely lies (80%)."
            " Where two overlap, no difference can be told."
        ),
    )


def _no_range(estimate: Estimate) -> str:
    return _("no occasion") if estimate.answered else _("not answered")


def _room(estimate: Estimate, profile: Profile) -> dict[str, object]:
    stall = profile.stalls.get(estimate.practice)
    return {
        "title": estimate.practice.label,
        "text": estimate.sentence,
        "stall": f"{stall.label}. {stall.remedy}" if stall else "",
        "link": _remedy(stall, estimate.practice) if stall else None,
    }


def _remedy(stall: Stall, practice: Practice) -> Link | None:
    """Where what helps can be found."""
    ways = {
        Stall.NOTICE: (_("To the noticing drills"), place_of("practise:practise-notice")),
        Stall.MATTERED: (_("To the history cards"), words.url("learn-cards")),
        Stall.MINE: (_("See what you can open"), words.url("learn-influence")),
        Stall.KNOW: (_("To the scenes"), place_of("practise:practise-scenes")),
        Stall.DARE: (_("Plan something small"), place_of("act:commitments-new")),
    }
    label, url = ways[stall]
    return Link(label=label, url=url, id=f"remedy-{practice.value}") if url else None


def _resting(profile: Profile) -> str:
    names = [each.practice.label for each in profile.estimates if each.answered and not each.had_occasion]
    return _("You had no occasion for: %(names)s.") % {"names": ", ".join(names)} if names else ""


def _changes(kept: Kept) -> tuple[Term, ...]:
    """Each practice beside the round before; said to differ only where that is clear."""
    if len(kept.rounds) < 2:  # noqa: PLR2004  # it takes two to compare
        return ()
    before, now = kept.rounds[-2].profile, kept.rounds[-1].profile
    changes = ((p, compare(before.of(p), now.of(p))) for p in Practice)
    return tuple(
        Term(term=p.label, text=words.capital(change.label) + ".")
        for p, change in changes
        if change is not Change.CANNOT_SAY
    )
