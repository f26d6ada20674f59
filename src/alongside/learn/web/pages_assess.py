"""The parts of the self-assessment: before it, one item a page, where it stalls, and what came of it."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.disclosure import for_own_eyes
from alongside.core.figures import Figure, Range, range_bars
from alongside.core.practices import Practice
from alongside.learn.assess import (
    Change,
    Estimate,
    Item,
    Occasions,
    Profile,
    Stall,
    compare,
    shares_for,
)
from alongside.learn.keeping import Kept, Round
from alongside.learn.path import gap, practices_to_ask
from alongside.learn.web import words
from alongside.learn.web.onward import ready_plans
from alongside.web.parts import (
    Button,
    Choice,
    ChoiceGroup,
    Confirm,
    Link,
    Notice,
    NoticeKind,
    PageHead,
    Progress,
    Term,
)
from alongside.web.places import place_of

ACTED, ACTED_OF_TWO = "acted", "acted_of_two"
"""The two forms of part two: for three moments or more, and for one or two."""


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
        "progress": Progress(step=number, of=of + 1),
        "practice": item.practice.label,
        "occasions": ChoiceGroup(
            name="occasions",
            legend=item.first_question,
            heading=True,
            error=errors.get("occasions", ""),
            choices=tuple(
                Choice(value=o.value, label=o.label, chosen=values.get("occasions") == o.value)
                for o in Occasions
            ),
        ),
        "acted": _acted(item, Occasions.SOME, values, errors),
        "acted_of_two": _acted(item, Occasions.FEW, values, errors),
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


def _acted(
    item: Item, occasions: Occasions, values: Mapping[str, str], errors: Mapping[str, str]
) -> ChoiceGroup:
    """Part two, with the answers that make sense for so many moments; the page shows the one that fits."""
    name = ACTED_OF_TWO if occasions is Occasions.FEW else ACTED
    few, more = _("If it was once or twice."), _("If it was 3 times or more.")
    return ChoiceGroup(
        name=name,
        legend=item.second_question,
        hint=few if occasions is Occasions.FEW else more,
        error=errors.get(name, ""),
        choices=tuple(
            Choice(value=s.value, label=s.label_for(occasions), chosen=values.get(name) == s.value)
            for s in shares_for(occasions)
        ),
    )


def _after(number: int, of: int, *, anew: bool) -> str:
    return item_url(number + 1, anew=anew) if number < of else words.url("learn-assess-stall")


def stall_parts(profile: Profile, *, of: int) -> dict[str, object]:
    """The one page at the end: where it stalled, in the two or three practices with most room."""
    return {
        "head": PageHead(
            heading=_("When you did not act, where did it stall?"),
            lead=_("Choose what was true most often, or leave it open. The path then helps just there."),
        ),
        "progress": Progress(step=of + 1, of=of + 1),
        "groups": [_stall_group(practice, profile) for practice in practices_to_ask(profile)],
        "none": _("In nothing you answered so far was there a moment that went by."),
        "button": Button(label=_("Keep and see what came of it"), id="keep-stall"),
        "skip": Link(label=_("I'd rather not say"), url=words.url("learn-assess-result"), id="skip-stall"),
    }


def _stall_group(practice: Practice, profile: Profile) -> ChoiceGroup:
    chosen = profile.stalls.get(practice)
    return ChoiceGroup(
        name=stall_field(practice),
        legend=practice.label,
        hint=practice.meaning,
        optional=True,
        choices=tuple(Choice(value=s.value, label=s.label, chosen=s is chosen) for s in Stall),
    )


def stall_field(practice: Practice) -> str:
    """The name of the field that says where it stalled in a practice."""
    return f"stall_{practice.value}"


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
        "ask_stall": _ask_stall(profile),
        "path": Link(label=_("See the path that follows"), url=words.url("learn-path"), id="to-path"),
        "round": last,
        "begun": words.day_in_words(last.begun) if last else "",
        "unanswered": not any(each.answered for each in profile.estimates),
        "forget": Link(
            label=_("Take this round out"), url=words.url("learn-assess-forget", last.id), id="forget-round"
        )
        if last
        else None,
        "influence": Link(
            label=_("What can you open, and for whom?"), url=words.url("learn-influence"), id="to-influence"
        ),
    }


def _ask_stall(profile: Profile) -> Link | None:
    open_ones = [p for p in practices_to_ask(profile) if p not in profile.stalls]
    label = _("Say where it stalled")
    return Link(label=label, url=words.url("learn-assess-stall"), id="to-stall") if open_ones else None


def forget_parts(round: Round) -> dict[str, object]:
    """The question before a round goes, for there is no way back."""
    day = words.day_in_words(round.begun)
    count = len(round.answers)
    goes = ngettext(
        "Your answer of %(day)s goes, for good.", "All your %(count)d answers of %(day)s go, for good.", count
    ) % {"count": count, "day": day}
    stalls = (_("What you said about where it stalled goes with it."),) if round.stalls else ()
    stays = _("Other rounds, your marks and your plans stay. The path is made without this round.")
    back = Link(label=_("Keep them"), url=words.url("learn-assess-result"))
    confirm = Confirm(
        heading=_("Take this round out?"),
        goes=(goes, *stalls),
        stays=(stays,),
        button=Button(label=_("Take them out"), id="forget-for-good", kind="stop"),
        back=back,
    )
    return {"head": PageHead(where=_("Learn"), heading=confirm.heading), "confirm": confirm}


def profile_figure(profile: Profile) -> Figure:
    """The eight estimates with their ranges; no occasion is said, and is not nought."""
    ranges = [
        Range(
            label=each.practice.label,
            low=for_own_eyes(each.low if each.had_occasion else None, n=1),
            mean=for_own_eyes(each.mean if each.had_occasion else None, n=1),
            high=for_own_eyes(each.high if each.had_occasion else None, n=1),
            note=each.often.label if each.had_occasion else _no_range(each),
        )
        for each in profile.estimates
    ]
    return range_bars(
        ranges,
        id="profile",
        title=_("Of the moments that came up, in how many you acted"),
        finding=_(
            "The bars show where it most likely lies. Where two overlap, no difference can be told."
            " The numbers stand in the table."
        ),
    )


def _no_range(estimate: Estimate) -> str:
    return _("no occasion") if estimate.answered else _("not answered")


def _room(estimate: Estimate, profile: Profile) -> dict[str, object]:
    stall = profile.stalls.get(estimate.practice)
    return {
        "id": estimate.practice.value,
        "title": estimate.practice.label,
        "text": estimate.sentence,
        "stall": _("You said: “%(stall)s.”") % {"stall": stall.label} if stall else "",
        "remedy": stall.remedy if stall else "",
        "link": _remedy(stall, estimate.practice) if stall else None,
        "plans": ready_plans(estimate.practice, stall),
    }


def _remedy(stall: Stall, practice: Practice) -> Link | None:
    """Where what helps can be found; who did not dare finds small plans right there."""
    if stall is Stall.DARE:
        return None
    ways = {
        Stall.NOTICE: (_("To the noticing drills"), place_of("practise:practise-notice")),
        Stall.MATTERED: (_("To the history cards"), words.url("learn-cards")),
        Stall.MINE: (_("See what you can open"), words.url("learn-influence")),
        Stall.KNOW: (_("To the scenes"), place_of("practise:practise-scenes")),
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
