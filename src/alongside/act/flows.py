"""What a person does in this room, each one deed, the same through the terminal and the browser.

A flow checks, builds the deed, and has the keeper carry it out: entry and audit row together, or nothing. Ids
and days come from the door.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from alongside.act import acts, commitments, diary
from alongside.act.acts import Act, ActKind, Refused
from alongside.act.away import Away
from alongside.act.bodies import PROMPTS, Reflection
from alongside.act.catalogue import Action, Catalogue
from alongside.act.commitments import Commitment, Outcome
from alongside.act.diary import Diary, WeekChoice
from alongside.act.interchange import import_diary
from alongside.act.profile import Profile
from alongside.act.words import monday_of
from alongside.core import keyfile
from alongside.core.deeds import Keeper
from alongside.core.ids import short
from alongside.core.language import gettext as _
from alongside.core.practices import Practice

USUAL_EFFORT = 2
USUAL_PRACTICE = Practice.INCLUDE
"""Where nobody says which practice a logged act belongs to (our choice: the broadest); the door says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What somebody says they did; one of `what`, `action` and `commitment` is enough."""

    what: str = ""
    day: date | None = None
    practice: Practice | None = None
    effort: int | None = None
    kind: ActKind = ActKind.ACT
    commitment: UUID | None = None
    action: str = ""


def log(  # noqa: PLR0913  # the moment is one more thing the door brings
    keeper: Keeper,
    note: Note,
    *,
    id: UUID,
    catalogue: Catalogue,
    today: date,
    now: datetime | None = None,
) -> tuple[Act, Commitment | None]:
    """Log what was done; a one-off commitment it belongs to is kept with it. Raises Refused."""
    plan = _open_commitment(diary.read_diary(keeper), note.commitment) if note.commitment else None
    told = _act(note, plan, id=id, catalogue=catalogue, today=today)
    act = acts.log_act(replace(told, logged=_moment(now)), today=today)
    if plan is None or plan.weekly:
        keeper.carry_out(diary.deed_log_act(act), today=today)
        return act, plan
    kept = commitments.close(plan, outcome=Outcome.KEPT, today=act.day)
    keeper.carry_out(diary.deed_keep_with_act(kept, act), today=today)
    return act, kept


def _act(note: Note, plan: Commitment | None, *, id: UUID, catalogue: Catalogue, today: date) -> Act:
    """The act: plan or action give practice, effort and words where the note leaves them open."""
    action = catalogue.find(note.action) if note.action else None
    if note.action and action is None:
        raise _unknown_action(note.action)
    source = plan or action
    return Act(
        id=id,
        day=note.day or today,
        practice=note.practice or (source.practice if source else USUAL_PRACTICE),
        effort=note.effort if note.effort is not None else (source.effort if source else USUAL_EFFORT),
        kind=note.kind,
        what=" ".join(note.what.split()) or _words(plan, action),
        commitment=plan.id if plan else None,
        action=note.action or (plan.action if plan else ""),
    )


def _words(plan: Commitment | None, action: Action | None) -> str:
    """What stands in the diary where nobody wrote a line: a plan is worded as an order, a deed is none."""
    if plan:
        return as_planned(plan)
    return action.title if action else ""


def as_planned(plan: Commitment) -> str:
    """The plan's act as a deed that was done."""
    return _("As planned: %(act)s") % {"act": plan.act}


def _moment(now: datetime | None) -> str:
    return now.isoformat() if now else ""


def change_act(keeper: Keeper, act: UUID, note: Note, *, today: date) -> Act:
    """Put what the note says (words, day, practice, effort) in place of what an act said. Raises Refused."""
    found = diary.read_diary(keeper).act(act)
    if found is None:
        raise Refused("", _("There is no such entry."), _("It may be gone already."))
    changed = replace(
        found,
        what=" ".join(note.what.split()) or found.what,
        day=note.day or found.day,
        practice=note.practice or found.practice,
        effort=found.effort if note.effort is None else note.effort,
        kind=ActKind.ACT if note.practice and found.kind is ActKind.LEARN else found.kind,
    )
    changed = acts.log_act(changed, today=today)
    keeper.carry_out(diary.deed_log_act(changed), today=today)
    return changed


def forget_act(keeper: Keeper, act: UUID, *, today: date) -> None:
    """Take an act out again. Raises Refused where there is none."""
    found = diary.read_diary(keeper).act(act)
    if found is None:
        raise Refused("", _("There is no such entry."), _("It may be gone already."))
    keeper.carry_out(diary.deed_forget_act(act), today=today)


def put_back(keeper: Keeper, act: Act, *, today: date) -> None:
    """Put an act back as it was before it was taken out."""
    keeper.carry_out(diary.deed_log_act(act), today=today)


def commit(keeper: Keeper, commitment: Commitment, *, today: date, now: datetime | None = None) -> Commitment:
    """Make or change a commitment. Raises Refused where a half of it is empty."""
    told = commitments.commit(commitment)
    made = replace(told, logged=told.logged or _moment(now))
    keeper.carry_out(diary.deed_commit(made), today=today)
    return made


def commit_once(
    keeper: Keeper, commitment: Commitment, *, today: date, now: datetime | None = None
) -> Commitment:
    """Make a commitment, or give back the open one that says the same: a second press adds nothing."""
    tidy = commitments.commit(commitment)
    same = (tidy.cue, tidy.act, tidy.action)
    mine = (c for c in diary.read_diary(keeper).commitments if c.is_open and not c.weekly)
    twin = next((c for c in mine if (c.cue, c.act, c.action) == same), None)
    return twin or commit(keeper, tidy, today=today, now=now)


def close(keeper: Keeper, commitment: UUID, *, outcome: Outcome, today: date) -> Commitment:
    """Keep, let go or open again; no reason is asked. What is closed stays so until reopened."""
    found = _commitment(diary.read_diary(keeper), commitment)
    if found.is_open is (outcome is Outcome.OPEN):
        return found
    closed = (
        replace(found, outcome=Outcome.OPEN, closed=None)
        if outcome is Outcome.OPEN
        else commitments.close(found, outcome=outcome, today=today)
    )
    keeper.carry_out(diary.deed_close(closed), today=today)
    return closed


def from_action(action: str, *, catalogue: Catalogue, id: UUID, today: date) -> Commitment:
    """The commitment that an action of the catalogue proposes, not yet made. Raises Refused."""
    found = catalogue.find(action)
    if found is None:
        raise _unknown_action(action)
    return Commitment(
        id=id,
        cue=found.cue,
        act=found.act,
        practice=found.practice,
        effort=found.effort,
        made=today,
        action=found.id,
    )


def reflect(keeper: Keeper, answers: Sequence[str | None], *, id: UUID, today: date) -> Reflection | None:
    """Keep a look back on this week; nothing is kept where every answer is empty.

    None, or an answer not given at all, leaves what stands there. Raises Refused for a fourth answer.
    """
    if len(answers) > PROMPTS:
        raise Refused(
            "",
            _("There are three questions; you gave %(count)s answers.") % {"count": len(answers)},
            _("Put each answer in quotation marks. Nothing was kept."),
        )
    tidy = [None if answer is None else " ".join(answer.split()) for answer in answers]
    if not any(tidy):
        return None
    held = diary.read_diary(keeper)
    week = monday_of(today)
    mine = next((each for each in held.reflections if each.week == week), None)
    before = mine.answers if mine else ("", "", "")
    given = (*tidy, None, None, None)[:PROMPTS]
    first, second, third = (old if new is None else new for new, old in zip(given, before, strict=True))
    done = tuple(act.id for act in held.acts if week <= act.day <= today)
    reflection = Reflection(id=mine.id if mine else id, week=week, answers=(first, second, third), acts=done)
    keeper.carry_out(diary.deed_reflect(reflection), today=today)
    return reflection


def set_away(keeper: Keeper, away: Away, *, today: date) -> None:
    """Set days aside."""
    keeper.carry_out(diary.deed_away(away), today=today)


def forget_away(keeper: Keeper, away: UUID, *, today: date) -> None:
    """Take days away out again. Raises Refused where there are none."""
    if away not in {each.id for each in diary.read_diary(keeper).away}:
        raise Refused("", _("There is no such entry."), _("It may be gone already."))
    keeper.carry_out(diary.deed_forget_away(away), today=today)


def save_profile(keeper: Keeper, profile: Profile, *, id: UUID, today: date) -> None:
    """Keep roles, occasions and capacity; `id` is used where there was no profile yet."""
    held = diary.read_diary(keeper)
    dated = profile if profile.capacity == held.profile.capacity else replace(profile, since=today)
    keeper.carry_out(diary.deed_profile(dated, id=held.profile_id or id, today=today), today=today)


def set_aside(keeper: Keeper, actions: Sequence[str], *, id: UUID, today: date) -> None:
    """Remember for this week which suggestions were swapped away."""
    mine = diary.read_diary(keeper).choice(today)
    choice = WeekChoice(id=mine.id if mine else id, week=monday_of(today), set_aside=tuple(actions))
    keeper.carry_out(diary.deed_choose(choice), today=today)


def bring_back(keeper: Keeper, data: bytes, *, today: date) -> int:
    """Put the entries of an export back, and say how many. Raises Refused and writes nothing otherwise."""
    deed = import_diary(data)
    keeper.carry_out(deed, today=today)
    return len(deed.put)


def erase(keeper: Keeper, *, folder: Path, today: date) -> None:
    """Erase everything of the person, then the key: what an older copy still holds stays closed for good."""
    keeper.erase(today=today)
    keyfile.destroy(folder)


def _commitment(held: Diary, commitment: UUID) -> Commitment:
    found = held.commitment(commitment)
    if found is None:
        raise Refused(
            "commitment",
            _("There is no such commitment."),
            _("See yours with: alongside act week, or on the page Commitments."),
        )
    return found


def _open_commitment(held: Diary, commitment: UUID) -> Commitment:
    found = _commitment(held, commitment)
    if not found.is_open:
        raise Refused(
            "commitment",
            _("This commitment is closed already."),
            _(
                "Log the act on its own, or open the commitment again first. You can do that on the page "
                "Commitments, or with alongside act close %(id)s --reopen"
            )
            % {"id": short(commitment)},
        )
    return found


def _unknown_action(action: str) -> Refused:
    return Refused(
        "action",
        _("There is no action called “%(action)s”.") % {"action": action},
        _("See the ids with: alongside act plan --json"),
    )
