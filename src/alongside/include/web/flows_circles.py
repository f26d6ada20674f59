"""Founding a circle, changing its charter, archiving it: each one deed and one transaction."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from alongside.core.language import gettext as _
from alongside.include import founding, handover
from alongside.include.charter import Charter, Promise, first_version, next_version
from alongside.include.founding import Beginning
from alongside.include.refusals import Refused
from alongside.include.web.charters import charter_of, store
from alongside.include.web.models import ListeningRound, Post
from alongside.include.web.naming import pseudonym_for
from alongside.web.belonging import membership_of
from alongside.web.keeper import append_to_trail
from alongside.web.models import CharterVersion, Circle, Member, Membership, Opening, Part, Standing
from alongside.web.policy import require
from alongside.web.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What somebody founds: name and purpose, how one comes in, the promise, the circle it belongs to."""

    beginning: Beginning
    opening: Opening
    promise: Promise
    pseudonym: str = ""
    parent: Circle | None = None


def found(member: Member, plan: Plan, *, id: UUID, today: date) -> Circle:
    """Begin a circle as its steward. Sent twice, it begins once. Raises Refused."""
    require(member, "circle.found")
    if plan.parent is not None:
        require(member, "circle.keep", plan.parent)
        _check_parent(plan.parent)
    beginning = founding.check(plan.beginning)
    charter = first_version(plan.promise, today=today)
    with writing():
        made = Circle.objects.of(member).filter(pk=id).first()
        if made is not None:
            return made
        circle = Circle.objects.create(
            pk=uuid4() if Circle.objects.filter(pk=id).exists() else id,
            name=beginning.name,
            purpose=beginning.purpose,
            opening=plan.opening,
            parent=plan.parent,
            founded=today,
        )
        Membership.objects.create(
            circle=circle,
            member=member,
            pseudonym=pseudonym_for(circle, plan.pseudonym),
            role=Part.STEWARD,
            state=Standing.ACTIVE,
            since=today,
            term_ends=handover.term_from(today),
            accepted=store(circle, charter),
            accepted_on=today,
        )
        append_to_trail("circle.found", actor=member, today=today)
    return circle


def _check_parent(parent: Circle) -> None:
    if parent.is_hidden:
        raise Refused(
            "",
            _("A hidden circle has no chapters: a chapter would show that it exists."),
            _("Found a circle of its own instead."),
        )


def change_charter(
    member: Member, circle: Circle, promise: Promise, *, notice: str, instead_of: int, today: date
) -> Charter:
    """Put a new version to everybody; who changes it accepts it. Raises Refused.

    `instead_of` is the version they had before them: where another came in between, nothing is overwritten.
    """
    require(member, "circle.keep", circle)
    with writing():
        row = CharterVersion.objects.filter(circle=circle).order_by("-number").first()
        now = charter_of(row) if row else None
        if now is None or now.version != instead_of:
            raise Refused(
                "clauses",
                _("Somebody else has changed the charter while you wrote."),
                _("Your words are still here. Open the charter in another window and put both together."),
            )
        after = next_version(now, promise, notice=notice, today=today)
        stored = store(circle, after)
        Membership.objects.filter(circle=circle, member=member).update(accepted=stored, accepted_on=today)
        _shorten(circle, days=promise.retention_days)
        append_to_trail("charter.change", actor=member, today=today)
    return after


def _shorten(circle: Circle, *, days: int) -> None:
    """What was promised to stay longer than the charter now says, goes earlier; nothing stays longer."""
    for post in Post.objects.filter(circle=circle):
        last = post.written.date() + timedelta(days=days)
        if post.last_day > last:
            Post.objects.filter(pk=post.pk).update(last_day=last)
    for row in ListeningRound.objects.filter(circle=circle):
        last = row.closes + timedelta(days=days)
        if row.last_day > last:
            ListeningRound.objects.filter(pk=row.pk).update(last_day=last)


def accept_charter(member: Member, circle: Circle, *, version: int, today: date) -> None:
    """Accept the version somebody has read. Raises Refused where it is not the newest."""
    require(member, "circle.read", circle)
    with writing():
        row = newest(circle, read=version)
        Membership.objects.filter(circle=circle, member=member).update(accepted=row, accepted_on=today)
        append_to_trail("charter.accept", actor=member, today=today)


def newest(circle: Circle, *, read: int) -> CharterVersion:
    """The newest version of a charter, if it is the one that was read. Raises Refused."""
    row = CharterVersion.objects.filter(circle=circle).order_by("-number").first()
    if row is None or row.number != read:
        raise Refused(
            "version",
            _("The charter was changed while you read it."),
            _("Here is the new one; read it again."),
        )
    return row


def archive(member: Member, circle: Circle, *, today: date) -> None:
    """End what happens in a circle: it can be read until its posts have gone, and nobody new comes in."""
    require(member, "circle.keep", circle)
    with writing():
        Circle.objects.filter(pk=circle.pk).update(archived_on=today)
        append_to_trail("circle.archive", actor=member, today=today)


def reopen(member: Member, circle: Circle, *, today: date) -> None:
    """Open an archived circle again."""
    require(member, "circle.steward", circle)
    with writing():
        Circle.objects.filter(pk=circle.pk).update(archived_on=None)
        append_to_trail("circle.reopen", actor=member, today=today)


def take_on(member: Member, circle: Circle, *, today: date) -> None:
    """Keep a circle that nobody keeps."""
    with writing():
        require(member, "circle.take-on", circle)
        held = membership_of(member, circle)
        if held is not None:
            held.role, held.term_ends = Part.STEWARD, handover.term_from(today)
            held.save(update_fields=["role", "term_ends"])
        append_to_trail("circle.take-on", actor=member, today=today)
