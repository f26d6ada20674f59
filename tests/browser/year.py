"""A made-up year of one person's entries, the same every time, with a few that are hard to lay out."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from alongside.act import diary
from alongside.act.acts import Act, ActKind
from alongside.act.away import Away
from alongside.act.bodies import Reflection
from alongside.act.commitments import Commitment, Outcome
from alongside.act.profile import Occasion, Profile
from alongside.act.words import monday_of
from alongside.core.deeds import Deed
from alongside.core.practices import Practice
from alongside.learn import keeping
from alongside.learn.assess import Answer, Occasions, Share, Stall
from alongside.learn.influence import Opening
from alongside.learn.keeping import Marked
from alongside.learn.labour import Kind, Labour
from alongside.listen.keeping import deed_keep

TODAY = date(2026, 3, 12)  # a Thursday
WHATS = (
    "Thanked Mina by name in stand-up",
    "سألت ليلى عن رأيها قبل أن نقرر",
    "Asked <b>who</b> had not spoken & waited",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
    "Put Ama forward for the talk, with her consent, and told the organisers what she has done " * 4,
)
MARKS = {
    "accent-bias-in-britain": Marked.READ,
    "indigenous-ally-toolkit": Marked.LATER,
    "alta-dam-1979": Marked.LATER,
    "no-longer-here": Marked.HIDDEN,
}
OPEN = UUID(int=9001)
CHANGED = UUID(int=9002)
ASKED = UUID(int=4001)
ROUND = UUID(int=4400)


def a_year() -> Deed:
    """Everything of the year as one deed."""
    deeds = [*_acts(), *_commitments(), *_weeks(), _profile(), *_looks(), *_learnt()]
    return Deed(action="act.import", put={key: entry for deed in deeds for key, entry in deed.put.items()})


def _acts() -> list[Deed]:
    practices = tuple(Practice)
    days = [day for day in range(0, 365, 3) if not 200 <= day <= 215]
    return [
        diary.deed_log_act(
            Act(
                id=UUID(int=1000 + day),
                day=TODAY - timedelta(days=day),
                practice=practices[day % 8],
                effort=1 + day % 5,
                kind=ActKind.LEARN if day % 7 == 0 else ActKind.ACT,
                what=WHATS[day // 3 % len(WHATS)],
                action="",
            )
        )
        for day in days
    ]


def _commitment(n: int, **other: object) -> Deed:
    held: dict[str, object] = {
        "id": UUID(int=9000 + n),
        "cue": "somebody is talked over in our Tuesday meeting",
        "act": "say: “I'd like to hear the end of that”",
        "practice": Practice.INTERRUPT,
        "effort": 2,
        "made": TODAY - timedelta(days=40),
    }
    return diary.deed_commit(Commitment(**held | other))  # type: ignore[arg-type]


def _commitments() -> list[Deed]:
    closed = TODAY - timedelta(days=9)
    return [
        _commitment(1, due=TODAY, obstacle="I freeze", buddy="Noor"),
        _commitment(2, due=TODAY - timedelta(days=2), act=WHATS[3]),
        _commitment(3, weekly=True, cue="the retrospective begins", act="ask who has not spoken"),
        _commitment(4, cue=WHATS[1], act=WHATS[4]),
        _commitment(5, due=closed, closed=closed, outcome=Outcome.KEPT),
        _commitment(6, cue="a name is said wrongly", due=closed, closed=closed, outcome=Outcome.DROPPED),
    ]


def _weeks() -> list[Deed]:
    monday = monday_of(TODAY)
    answers = ("Ama gave the talk.", WHATS[3], "Ask her first next time.")
    reflections = [
        diary.deed_reflect(
            Reflection(id=UUID(int=7000 + n), week=monday - timedelta(weeks=n), answers=answers)
        )
        for n in range(0, 50, 2)
    ]
    first, last = TODAY - timedelta(days=215), TODAY - timedelta(days=200)
    return [*reflections, diary.deed_away(Away(id=UUID(int=8000), first=first, last=last))]


def _profile() -> Deed:
    held = Profile(
        roles=("chair", "review"), occasions=(Occasion(id="meeting", weekday=1), Occasion(id="review"))
    )
    return diary.deed_profile(held, id=UUID(int=6000), today=TODAY)


def _looks() -> list[Deed]:
    finding = {
        "id": "listen.no-turn",
        "practice": "include",
        "what": "One person there had no turn.",
        "confidence": "worth a look",
        "source": "docs/method/meetings.md",
        "try_next": "Before the close, ask whether somebody has not come in yet.",
        "cue": "the meeting comes to its close",
        "act": "ask who has not come in yet",
    }
    body = {"title": WHATS[3], "findings": [finding, {**finding, "what": WHATS[1]}]}
    kept_at = datetime.combine(TODAY - timedelta(days=3), time(12))
    return [deed_keep(body, id=UUID(int=5000), now=kept_at)]


def _learnt() -> list[Deed]:
    """Two rounds of the self-assessment, a few marks, the path's state, a question, some labour, openings."""
    days = (TODAY - timedelta(days=140), TODAY - timedelta(days=20))
    question = keeping.OwnQuestion(id=ASKED, text=WHATS[4][:200], asked=TODAY)
    found = keeping.OwnQuestion(
        id=UUID(int=4002), text=WHATS[1], asked=TODAY, answer=WHATS[3], answered=TODAY
    )
    ledger = [
        Labour(
            id=UUID(int=4100 + n), day=TODAY - timedelta(days=9 * n), minutes=20, kind=kind, note=WHATS[n % 5]
        )
        for n, kind in enumerate(Kind)
    ]
    marks = [
        keeping.Mark(id=UUID(int=4200 + n), thing=thing, marked=marked, day=TODAY - timedelta(days=n))
        for n, (thing, marked) in enumerate(MARKS.items())
    ]
    path = keeping.PathState(id=UUID(int=4300), minutes=20, set_aside=("disability-debrief",))
    return [
        *(keeping.deed_save_round(_round(4400 + n, day, shift=n)) for n, day in enumerate(days)),
        *map(keeping.deed_keep_question, (question, found)),
        *map(keeping.deed_note_labour, ledger),
        *map(keeping.deed_mark, marks),
        keeping.deed_keep_path(path, today=TODAY),
        keeping.deed_tick_openings((Opening.CHAIR, Opening.HIRING), id=UUID(int=4500), today=TODAY),
    ]


def _round(id: int, day: date, *, shift: int) -> keeping.Round:
    """Three answers a practice, from "not once" for the last to "6 or more" for the first."""
    occasions, shares = tuple(Occasions), tuple(Share)
    answers = tuple(
        Answer(
            item=f"item-{place}-{n}",
            practice=practice,
            occasions=occasions[(7 - place) // 2],
            acted=shares[(place + n + shift) % 5],
        )
        for place, practice in enumerate(Practice)
        for n in range(3)
    )
    return keeping.Round(
        id=UUID(int=id), begun=day, number=shift + 1, answers=answers, stalls={Practice.LISTEN: Stall.KNOW}
    )
