"""What happens in circles with time: posts and rounds go, visits and invitations end, silence becomes out.

Every function can be called again at once and then does nothing.
"""

from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef

from alongside.include.charter import ANSWER_DAYS, READING_DAYS, Answer
from alongside.include.web.charters import standing_of
from alongside.include.web.flows_coming_in import take_out
from alongside.include.web.models import CircleInvitation, ListeningRound, Post
from alongside.web.keeper import append_to_trail
from alongside.web.models import CharterVersion, Circle, Membership, Part, Standing
from alongside.web.writing import writing


def circles(*, now: datetime) -> None:
    """The periodic work of circles."""
    today = now.date()
    expire(today=today)
    end_visits(today=today)
    lapse(today=today)
    drop_empty(today=today)


def expire(*, today: date) -> None:
    """Delete what is past its last day."""
    gone = (
        Post.objects.filter(last_day__lt=today),
        ListeningRound.objects.filter(last_day__lt=today),
        CircleInvitation.objects.filter(ends__lt=today),
        Membership.objects.filter(state=Standing.LEFT, paused_until__lt=today),
    )
    if any(rows.exists() for rows in gone):
        with writing():
            for rows in gone:
                rows.delete()
            append_to_trail("circles.expire", actor=None, today=today)


def end_visits(*, today: date) -> None:
    """Guests whose time is over are out."""
    over = Membership.objects.filter(role=Part.GUEST, state=Standing.ACTIVE, term_ends__lt=today)
    for held in over.select_related("circle"):
        with writing():
            take_out(held, words_stay=False, today=today)
            append_to_trail("visit.end", actor=None, today=today)


def lapse(*, today: date) -> None:
    """Who has not answered a changed charter for four weeks is out, but for a circle's only steward."""
    for held in _unanswered(today):
        if standing_of(held, today=today).answer is not Answer.OUT or _keeps_alone(held):
            continue
        with writing():
            take_out(held, words_stay=False, today=today)
            append_to_trail("charter.lapse", actor=None, today=today)


def drop_empty(*, today: date) -> None:
    """A circle that nobody is in any more, as after an account was erased, goes."""
    inside = Membership.objects.filter(circle=OuterRef("pk"), state=Standing.ACTIVE)
    empty = Circle.objects.filter(~Exists(inside))
    if empty.exists():
        with writing():
            empty.delete()
            append_to_trail("circles.drop-empty", actor=None, today=today)


def _unanswered(today: date) -> list[Membership]:
    """Those who may be out: an engine's rule decides, this only saves it from looking at everybody."""
    long_ago = today - timedelta(days=ANSWER_DAYS + READING_DAYS)
    open_versions = CharterVersion.objects.filter(
        circle=OuterRef("circle"), number__gt=OuterRef("accepted__number"), accepted_from__lt=long_ago
    )
    held = Membership.objects.filter(state=Standing.ACTIVE, circle__archived_on=None)
    return list(held.filter(Exists(open_versions)).select_related("circle", "accepted"))


def _keeps_alone(held: Membership) -> bool:
    others = Membership.objects.filter(circle=held.circle, role=Part.STEWARD, state=Standing.ACTIVE)
    return held.role == Part.STEWARD and not others.exclude(pk=held.pk).exists()
