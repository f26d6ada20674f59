"""The diary: this room's entries as they lie sealed on the shelf, and the deeds that write them.

Every body carries all fields by name; a field that is not there takes its default, so older entries stay
readable. Ids and days come from the door.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID

from alongside.act import bodies
from alongside.act.acts import Act
from alongside.act.away import Away
from alongside.act.bodies import Reflection
from alongside.act.commitments import Commitment
from alongside.act.profile import Profile
from alongside.act.words import monday_of
from alongside.core.deeds import Deed, Entry, Keeper, Reader, Stored
from alongside.rooms import ROOMS

ROOM: Final = "act"
ACT: Final = "act"
COMMITMENT: Final = "commitment"
AWAY: Final = "away"
REFLECTION: Final = "reflection"
PROFILE: Final = "profile"
CHOICE: Final = "choice"
KINDS: Final = (ACT, COMMITMENT, AWAY, REFLECTION, PROFILE, CHOICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekChoice:
    """Which suggestions were swapped away in the week that begins at `week` (a Monday), in order."""

    id: UUID
    week: date
    set_aside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """Everything a person keeps in this room, oldest day first and within a day in the order it was logged.

    What was kept before the moment of logging was comes first. `profile_id` is None until one is kept.
    """

    acts: tuple[Act, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    away: tuple[Away, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    choices: tuple[WeekChoice, ...] = ()
    profile: Profile = field(default_factory=Profile)
    profile_id: UUID | None = None

    def choice(self, today: date) -> WeekChoice | None:
        """What was swapped away in the week of `today`, None where nothing was."""
        return next((each for each in self.choices if each.week == monday_of(today)), None)

    def with_acts(self, acts: Sequence[Act]) -> "Diary":
        """The same diary with these acts."""
        return replace(self, acts=tuple(acts))

    def act(self, id: UUID) -> Act | None:
        """The act with this id, None where there is none."""
        return next((act for act in self.acts if act.id == id), None)

    def commitment(self, id: UUID) -> Commitment | None:
        """The commitment with this id, None where there is none."""
        return next((each for each in self.commitments if each.id == id), None)


def read_diary(keeper: Reader) -> Diary:
    """The diary as kept. An act that a reflection looks back on counts as reflected."""
    return from_stored(keeper.entries(ROOM, *KINDS))


def read_commitments(keeper: Keeper) -> tuple[Commitment, ...]:
    """The commitments alone, in the order of the diary: nothing else is opened."""
    return from_stored(keeper.entries(ROOM, COMMITMENT)).commitments


def count_entries(keeper: Keeper) -> Counter[str]:
    """How many entries of each kind this room keeps."""
    return Counter(stored.entry.kind for stored in keeper.entries(ROOM, *KINDS))


def from_stored(stored: Sequence[Stored]) -> Diary:
    """The diary made of these entries; what belongs to other rooms is passed over."""
    of: dict[str, list[Stored]] = {kind: [] for kind in KINDS}
    for each in stored:
        if each.entry.room == ROOM and each.entry.kind in of:
            of[each.entry.kind].append(each)
    reflections = tuple(bodies.reflection(each.id, each.entry.body) for each in of[REFLECTION])
    looked_at = {act for reflection in reflections for act in reflection.acts}
    acts = [bodies.act(each.id, each.entry.body) for each in of[ACT]]
    commitments = [bodies.commitment(each.id, each.entry.body) for each in of[COMMITMENT]]
    profile = of[PROFILE][-1] if of[PROFILE] else None
    return Diary(
        acts=tuple(
            replace(act, reflected=True) if act.id in looked_at else act
            for act in sorted(acts, key=lambda act: (act.day, act.logged))
        ),
        commitments=tuple(sorted(commitments, key=lambda each: (each.made, each.logged))),
        away=tuple(bodies.away(each.id, each.entry.body) for each in of[AWAY]),
        reflections=reflections,
        choices=tuple(_choice(each) for each in of[CHOICE]),
        profile=bodies.profile(profile.entry.body) if profile else Profile(),
        profile_id=profile.id if profile else None,
    )


def deed_log_act(act: Act) -> Deed:
    """Log an act, or change one."""
    entry = Entry(room=ROOM, kind=ACT, day=act.day, body=bodies.of_act(act), practice=act.counted_as)
    return Deed(action="act.log", put={act.id: entry})


def deed_forget_act(act: UUID) -> Deed:
    """Take an act out of the diary."""
    return Deed(action="act.forget", drop=(act,))


def deed_commit(commitment: Commitment) -> Deed:
    """Make a commitment, or change one (carry over, shrink)."""
    return Deed(action="act.commit", put={commitment.id: _commitment(commitment)})


def deed_close(commitment: Commitment) -> Deed:
    """Keep a commitment that `commitments.close` has closed, whichever way."""
    return Deed(action="act.close", put={commitment.id: _commitment(commitment)})


def deed_keep_with_act(commitment: Commitment, act: Act) -> Deed:
    """Log an act and close its commitment in one deed."""
    return Deed(action="act.log", put={**deed_log_act(act).put, **deed_close(commitment).put})


def deed_reflect(reflection: Reflection) -> Deed:
    """Keep a look back on a week."""
    body = bodies.of_reflection(reflection)
    entry = Entry(room=ROOM, kind=REFLECTION, day=reflection.week, body=body)
    return Deed(action="act.reflect", put={reflection.id: entry})


def deed_away(away: Away) -> Deed:
    """Set days away, or change them."""
    entry = Entry(room=ROOM, kind=AWAY, day=away.first, body=bodies.of_away(away))
    return Deed(action="act.away", put={away.id: entry})


def deed_forget_away(away: UUID) -> Deed:
    """Take days away out of the diary."""
    return Deed(action="act.forget_away", drop=(away,))


def deed_profile(profile: Profile, *, id: UUID, today: date) -> Deed:
    """Keep the profile under `id`: `Diary.profile_id` where there is one already."""
    entry = Entry(room=ROOM, kind=PROFILE, day=today, body=bodies.of_profile(profile))
    return Deed(action="act.profile", put={id: entry})


def deed_choose(choice: WeekChoice) -> Deed:
    """Keep which suggestions were swapped away this week."""
    entry = Entry(room=ROOM, kind=CHOICE, day=choice.week, body={"set_aside": list(choice.set_aside)})
    return Deed(action="act.swap", put={choice.id: entry})


def everything(keeper: Keeper) -> tuple[Stored, ...]:
    """Every entry of the person, of all rooms."""
    return (*keeper.entries(ROOM, *KINDS), *of_other_rooms(keeper))


def of_other_rooms(keeper: Keeper) -> tuple[Stored, ...]:
    """The entries of the person that other rooms keep."""
    others = (room for room in ROOMS if room.keeps and room.name != ROOM)
    return tuple(each for room in others for each in keeper.entries(room.name, *room.keeps))


def _commitment(commitment: Commitment) -> Entry:
    body = bodies.of_commitment(commitment)
    return Entry(room=ROOM, kind=COMMITMENT, day=commitment.made, body=body, practice=commitment.practice)


def _choice(stored: Stored) -> WeekChoice:
    held = stored.entry.body.get("set_aside")
    actions = tuple(str(each) for each in held) if isinstance(held, list) else ()
    return WeekChoice(id=stored.id, week=stored.entry.day, set_aside=actions)
