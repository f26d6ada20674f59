"""Posts and rounds as pages show them: in the order in which they were written, and nothing counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from alongside.include.posts import how_long
from alongside.include.rounds import Place, Role, Round, Turn, place_of
from alongside.include.web.days import day_in_words
from alongside.include.web.models import ListeningRound, Post
from alongside.include.web.models import Turn as TurnRow
from alongside.include.web.queries import Look
from alongside.include.web.queries_moderation import taken_down

A_PAGE = 20
"""Posts on a page (taste)."""


_SHOWN = (
    *("text", "note", "written", "last_day", "edited"),
    *("author__pseudonym", "author__member__name"),
)
"""The columns that a page of posts needs; the other half would only be read to be thrown away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPost:
    """A post. `name` is "" where its writer has left; `goes` says when it goes."""

    id: UUID
    name: str
    text: str
    note: str
    day: str
    goes: str
    edited: bool
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """A page of posts, newest first; `earlier` is the id from which the next page goes on."""

    posts: tuple[ShownPost, ...]
    earlier: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """A round in a list."""

    id: UUID
    question: str
    closes: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said in a round."""

    name: str
    text: str
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRound:
    """A round as one member sees it: what was said, and what they can do. Who passed is not in it."""

    line: RoundLine
    place: Place
    said: tuple[Said, ...]
    goes: str


def posts(seen: Look, *, before: UUID | None = None) -> Posts:
    """A page of a circle's posts, those before `before` where it is given."""
    rows = _shown_in(seen)
    if before is not None:
        rows = rows.filter(written__lt=Post.objects.filter(pk=before, circle=seen.circle).values("written"))
    told = rows.select_related("author__member").only(*_SHOWN).order_by("-written", "pk")
    found = list(told[: A_PAGE + 1])
    shown = tuple(_shown(row, seen) for row in found[:A_PAGE])
    return Posts(posts=shown, earlier=shown[-1].id if len(found) > A_PAGE else None)


def _shown_in(seen: Look) -> QuerySet[Post]:
    """What has not ended, and was not taken down by a decision."""
    rows = Post.objects.filter(circle=seen.circle, last_day__gte=seen.today)
    return rows.exclude(pk__in=taken_down(seen.circle))


def post_of(seen: Look, post: UUID) -> ShownPost:
    """One post of the circle. Raises Http404."""
    return _shown(post_row(seen, post), seen)


def post_row(seen: Look, post: UUID) -> Post:
    """The row of a post that is still there. Raises Http404."""
    row = _shown_in(seen).filter(pk=post).select_related("author__member", "circle").first()
    if row is None:
        raise Http404
    return row


def _shown(row: Post, seen: Look) -> ShownPost:
    return ShownPost(
        id=row.pk,
        name=row.author.shown_name if row.author else "",
        text=row.text,
        note=row.note,
        day=day_in_words(row.written.date()),
        goes=how_long(row.last_day, today=seen.today, in_words=day_in_words),
        edited=row.edited,
        mine=row.author_id is not None and seen.held is not None and row.author_id == seen.held.pk,
    )


def rounds(seen: Look) -> tuple[RoundLine, ...]:
    """The rounds of a circle, the newest first."""
    rows = ListeningRound.objects.filter(circle=seen.circle, last_day__gte=seen.today).order_by(
        "-opened", "pk"
    )
    return tuple(_line(row, seen) for row in rows)


def round_row(seen: Look, round_: UUID) -> ListeningRound:
    """The row of a round that is still there. Raises Http404."""
    row = ListeningRound.objects.filter(pk=round_, circle=seen.circle, last_day__gte=seen.today).first()
    if row is None:
        raise Http404
    return row


def round_of(seen: Look, round_: UUID) -> ShownRound:
    """One round, as this member sees it. Raises Http404."""
    row = round_row(seen, round_)
    turns = list(row.turns.select_related("membership__member").order_by("place"))
    return ShownRound(
        line=_line(row, seen),
        place=_place(engine_round(row, turns), seen),
        said=tuple(
            Said(
                name=turn.membership.shown_name if turn.membership else "",
                text=turn.text,
                mine=seen.held is not None and turn.membership_id == seen.held.pk,
            )
            for turn in turns
            if turn.text
        ),
        goes=how_long(row.last_day, today=seen.today, in_words=day_in_words),
    )


def engine_round(row: ListeningRound, turns: Sequence[TurnRow]) -> Round:
    """The round as the engine knows it."""
    return Round(
        question=row.question,
        closes=row.closes,
        closed=row.closed,
        turns=tuple(Turn(who=who_of(turn.membership_id), text=turn.text) for turn in turns),
    )


def who_of(membership: UUID | None) -> str:
    """How the engine knows a membership; those who left are nobody in particular."""
    return membership.hex if membership else ""


def _place(round_: Round, seen: Look) -> Place:
    if seen.held is None or not seen.may_write:
        return place_of("", round_, role=Role.GUEST, today=seen.today)
    return place_of(who_of(seen.held.pk), round_, role=Role(seen.held.role), today=seen.today)


def _line(row: ListeningRound, seen: Look) -> RoundLine:
    is_open = not row.closed and row.closes >= seen.today
    return RoundLine(id=row.pk, question=row.question, closes=day_in_words(row.closes), is_open=is_open)
