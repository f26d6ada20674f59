"""The path: a few weeks of small steps, the weakest practice first, each with its reasons; it ends in an act.

Reading alone moves little, so every week begins with one small deed, of the practice that its first work is
about. The same answers, library and day give the same path in every process. Method: docs/method/learn.md
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, partial
from typing import Final

from alongside.core.practices import Practice
from alongside.learn.assess import UNKNOWN, Estimate, Profile, Stall
from alongside.learn.library import Library, Resource, Type
from alongside.learn.path_reasons import of_doing, of_reading
from alongside.learn.small_deeds import ACTION, SMALL, Doing, size

STEPS: Final = 8
"""Steps of a path (our choice): about a month at twenty to thirty minutes a week."""
VOICES: Final = 3
"""Of so many works, one at least is by people with the experience."""
IN_A_ROW: Final = 2
MOST_STALLS: Final = 3
"""Practices asked about at the end of the self-assessment, on one page (our choice)."""
OPENS_DOORS: Final = 1.15
"""Sponsor and advocate: ranked first by those concerned, and done least (our choice of the factor)."""
COMES_AGAIN: Final = 0.8
"""What is left of a practice's gap for each step that it has in the path already (our choice)."""
FIT: Final = (1.0, 0.6, 0.3)
"""How well a work fits at one's own level, one off, and two off (our choice)."""
LEVEL_BOUNDS: Final = (0.35, 0.65)
REMEDY: Final = 1.3
"""A work or a deed of the sort that helps where it stalled (our choice)."""
SERVES: Final = {
    Stall.NOTICE: {Type.ARTICLE, Type.GUIDE},
    Stall.MATTERED: {Type.FILM, Type.PODCAST, Type.TALK, Type.BOOK},
    Stall.MINE: {Type.TOOLKIT, Type.NEWSLETTER, Type.CHAPTER},
    Stall.KNOW: {Type.GUIDE, Type.TOOLKIT, Type.WORKSHOP, Type.WEBINAR},
    Stall.DARE: {Type.WORKSHOP, Type.PODCAST, Type.TALK},
}
"""Which sort of work serves which stall (our choice)."""
HELPS: Final = {Stall.NOTICE: "drill", Stall.KNOW: "scene", Stall.DARE: "action", Stall.MINE: "action"}
READ: Final = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what, for which practice, in the week that begins on `week` (a Monday), and why now."""

    kind: str
    id: str
    title: str
    practice: Practice
    minutes: int
    week: date
    reasons: tuple[str, ...]


def path(  # noqa: PLR0913  # each is weighed on its own
    profile: Profile,
    library: Library,
    seen: Collection[str],
    *,
    minutes: int,
    today: date,
    doings: Sequence[Doing] = (),
    first: Sequence[str] = (),
    languages: Sequence[str] = (),
    most: int = STEPS,
) -> tuple[Step, ...]:
    """At most eight steps, or only the first `most` of them, which is quicker.

    `seen` are ids read, hidden or set aside; `first` those moved to the front. Works are in one of the
    `languages`, or in any where none is named. What takes longer than a week's `minutes` does not come. Empty
    where there is nothing new at all.
    """
    walk = _Walk(profile=profile, minutes=minutes, week=today - timedelta(days=today.weekday()))
    readable = cache(partial(_readable, languages))
    works = [
        each
        for each in library
        if each.id not in seen and each.minutes <= minutes and readable(each.language)
    ]
    open_doings = [each for each in doings if each.id not in seen]
    front = [work for name in first for work in works if work.id == name]
    while len(walk.steps) < most:
        if len(walk.steps) + 1 == STEPS and walk.close(open_doings):
            break
        found = _next_reading(walk, works, front)
        if found is None:
            walk.close(open_doings)
            break
        work, practice = found
        walk.begin_week_with_room_for(work.minutes)
        if walk.wants_deed:
            walk.begin_with(_deed(walk, open_doings, practice, beside=work.minutes))
            continue
        walk.read(work, practice, moved=work in front)
    return tuple(walk.steps)


def _readable(languages: Sequence[str], language: str) -> bool:
    return not languages or language.split("-", maxsplit=1)[0] in languages


@dataclass(slots=True, kw_only=True)
class _Walk:
    """The path as it grows: the steps so far, and what is left of the week."""

    profile: Profile
    minutes: int
    week: date
    left: int = -1
    wants_deed: bool = True
    steps: list[Step] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    own_voice: list[bool] = field(default_factory=list)
    read_for: list[Practice] = field(default_factory=list)
    gaps: dict[Practice, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.left = self.minutes
        self.gaps = {practice: gap(self.profile.of(practice)) for practice in Practice}

    def practices(self) -> list[Practice]:
        """The practices in falling gap, each work in the path lowering it; ties in their own order."""
        times = {p: self.read_for.count(p) for p in Practice}
        return sorted(Practice, key=lambda p: -self.gaps[p] * COMES_AGAIN ** times[p])

    def blocked(self) -> Practice | None:
        """The practice that has come twice in a row."""
        last = self.read_for[-IN_A_ROW:]
        return last[0] if len(last) == IN_A_ROW and len(set(last)) == 1 else None

    def wants_own_voice(self) -> bool:
        """Whether this is the last of three works, and none so far is by people with the experience."""
        place = len(self.own_voice) % VOICES
        return place == VOICES - 1 and not any(self.own_voice[-place:])

    def begin_week_with_room_for(self, minutes: int) -> None:
        """Go on to the next week where what is left of this one is too little."""
        if minutes > self.left:
            self.next_week()

    def next_week(self) -> None:
        """Begin the next week, which wants its deed."""
        self.week += timedelta(weeks=1)
        self.left, self.wants_deed = self.minutes, True

    def begin_with(self, doing: Doing | None) -> None:
        """Begin the week with a deed; where there is none left, with a work."""
        self.wants_deed = False
        if doing is not None:
            self.do(doing)

    def close(self, doings: Sequence[Doing]) -> bool:
        """End in an act: this week's, or where this week has one, the next one's."""
        if self.steps and self.steps[-1].kind == ACTION:
            return True
        near = self.read_for[-1] if self.read_for else self.practices()[0]
        doing = _deed(self, doings, near, last=True)
        if doing is None:
            return False
        if not self.wants_deed:
            self.next_week()
        self.begin_with(doing)
        return True

    def read(self, work: Resource, practice: Practice, *, moved: bool) -> None:
        """Add a work."""
        reasons = of_reading(
            self.profile, work, practice, serves=_serves(self.profile, work, practice), moved=moved
        )
        self._add(READ, work.id, work.title, practice, work.minutes, reasons)
        self.left -= work.minutes
        self.own_voice.append(bool(work.perspective))
        self.read_for.append(practice)

    def do(self, doing: Doing) -> None:
        """Add a scene, a drill or an action; an action has its own moment and takes none of the week."""
        reasons = of_doing(self.profile, doing.practice, helps=_helps(self.profile, doing))
        self._add(doing.kind, doing.id, doing.title, doing.practice, doing.minutes, reasons)
        self.left -= 0 if doing.kind == ACTION else doing.minutes

    def _add(  # noqa: PLR0913, PLR0917  # the fields of a step
        self, kind: str, id: str, title: str, practice: Practice, minutes: int, reasons: tuple[str, ...]
    ) -> None:
        self.taken.add(id)
        self.steps.append(
            Step(
                kind=kind,
                id=id,
                title=title,
                practice=practice,
                minutes=minutes,
                week=self.week,
                reasons=reasons,
            )
        )


def gap(estimate: Estimate) -> float:
    """How much is open in a practice: 0.5 where there was no occasion."""
    if not estimate.had_occasion:
        return UNKNOWN
    doors = OPENS_DOORS if estimate.practice in {Practice.SPONSOR, Practice.ADVOCATE} else 1.0
    return (1 - estimate.mean) * doors


def practices_to_ask(profile: Profile) -> tuple[Practice, ...]:
    """The two or three practices with most room, in which it is worth asking where it stalled."""
    room = [each for each in profile.estimates if each.has_room]
    return tuple(each.practice for each in sorted(room, key=lambda each: -gap(each))[:MOST_STALLS])


def own_level(estimate: Estimate) -> int:
    """The level that suits: 1 to 3 by the mean; 1 where nothing is known."""
    if not estimate.had_occasion:
        return 1
    return 1 + sum(estimate.mean >= bound for bound in LEVEL_BOUNDS)


def score(profile: Profile, work: Resource, practice: Practice) -> float:
    """Step score of a work that is new: gap · fit · remedy."""
    estimate = profile.of(practice)
    fit = FIT[min(abs(work.level - own_level(estimate)), len(FIT) - 1)]
    return gap(estimate) * fit * (REMEDY if _serves(profile, work, practice) else 1.0)


def _serves(profile: Profile, work: Resource, practice: Practice) -> bool:
    stall = profile.stalls.get(practice)
    return stall is not None and work.type in SERVES[stall]


def _helps(profile: Profile, doing: Doing) -> bool:
    stall = profile.stalls.get(doing.practice)
    return stall is not None and HELPS.get(stall) == doing.kind


def _next_reading(
    walk: _Walk, works: Sequence[Resource], front: Sequence[Resource]
) -> tuple[Resource, Practice] | None:
    """The next work and the practice it comes for; None where nothing new is left."""
    left = [work for work in works if work.id not in walk.taken]
    for work in front:
        if work in left:
            return work, next(p for p in walk.practices() if p in work.practices)
    voices = [work for work in left if work.perspective] if walk.wants_own_voice() else []
    for among in (voices, left):
        for skipped in (walk.blocked(), None):
            found = _best(walk, among, skipped)
            if found is not None:
                return found
    return None


def _best(
    walk: _Walk, works: Sequence[Resource], skipped: Practice | None
) -> tuple[Resource, Practice] | None:
    for practice in walk.practices():
        fitting = [work for work in works if practice in work.practices] if practice != skipped else []
        if fitting:
            best = min(fitting, key=lambda work: (-score(walk.profile, work, practice), work.id))
            return best, practice
    return None


def _deed(
    walk: _Walk, doings: Sequence[Doing], practice: Practice, *, beside: int = 0, last: bool = False
) -> Doing | None:
    """The small deed of a week, of the practice it is about where there is one left.

    The first and the last are actions, for they can be planned; in between what helps where it stalls comes
    first, else what did not come the time before. `beside` are the minutes that have to be left for reading.
    """
    room = walk.minutes - beside
    left = [d for d in doings if d.id not in walk.taken and (d.kind == ACTION or d.minutes <= room)]
    before = [step.kind for step in walk.steps if step.kind != READ]
    others = (each for each in walk.practices() if each is not practice)
    place = {each: n for n, each in enumerate((practice, *others))}
    action_now = last or not before

    def rank(doing: Doing) -> tuple[object, ...]:
        fits = action_now or _helps(walk.profile, doing), action_now or doing.kind != before[-1]
        about = doing.effort > SMALL, place[doing.practice]
        return action_now and doing.kind != ACTION, *about, not fits[0], not fits[1], *size(doing)

    return min(left, key=rank, default=None)
