"""What the pages about passing on read: what may be passed on, where it went, and what is one's own.

Nobody is named by their account where they have a name in a circle; a circle is named to those in it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.amplify import passing_on
from alongside.amplify.consent import Form, Place, State, is_in_force
from alongside.amplify.passing_on import Passing, credit, is_shown, must_come_down
from alongside.amplify.web.models import PassedOn, Work
from alongside.core.language import gettext as _
from alongside.web.models import Circle, Member, Membership, Standing

SHOWN_DAYS = 60
"""Days for which something that was passed on stands on the page (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWork:
    """A work with what its originator agreed to; `circle` is its name, for those in it."""

    id: UUID
    title: str
    words: str
    url: str
    credit: str
    circle: str
    state: State
    forms: tuple[Form, ...]
    places: tuple[Place, ...]
    until: date | None
    in_force: bool
    is_mine: bool
    asked_by: str = ""
    asked_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPassing:
    """One time a work was passed on, as a reader may see it; the sentence begins with the originator."""

    id: UUID
    work: UUID
    title: str
    sentence: str
    text: str
    url: str
    where: str
    day: date
    state: passing_on.State
    for_mail: str
    must_come_down: bool = False


def work(member: Member, row: Work, *, today: date) -> ShownWork:
    """One work, as this member sees it."""
    return _shown(row, member, names=_names(member, [row]), today=today)


def find_work(id: UUID) -> Work | None:
    """A work by its id, for the rules to look at."""
    return Work.objects.select_related("circle", "member", "asked_by").filter(id=id).first()


def may_be_passed_on(member: Member, *, today: date) -> tuple[ShownWork, ...]:
    """What others agreed to have passed on, and this member can see, newest first."""
    rows = (
        _works()
        .filter(_readable(member), state=State.GIVEN.value, until__gte=today)
        .exclude(member=member)
        .order_by("-made_on", "-id")
    )
    return _all(rows, member, today=today)


def my_works(member: Member, *, today: date) -> tuple[ShownWork, ...]:
    """One's own works with their consent, without requests still open."""
    rows = _works().filter(member=member).exclude(state__in=_UNANSWERED).order_by("-made_on", "-id")
    return _all(rows, member, today=today)


def my_requests(member: Member, *, today: date) -> tuple[ShownWork, ...]:
    """What somebody would like to pass on, and asks this member about."""
    rows = _works().filter(member=member, state=State.ASKED.value).order_by("made_on", "id")
    return _all(rows, member, today=today)


def i_asked(member: Member, *, today: date) -> tuple[ShownWork, ...]:
    """What this member asked others for; a no cannot be told from no answer."""
    rows = _works().filter(asked_by=member).exclude(state=State.TAKEN_BACK.value).order_by("-made_on", "-id")
    return _all(rows, member, today=today)


def passed_on(member: Member, *, today: date, days: int = SHOWN_DAYS) -> tuple[ShownPassing, ...]:
    """What was passed on of late in this member's circles and to everybody here, newest first."""
    held = list(_passed_in(Circle.objects.of(member), today=today, days=days))
    names = _names(member, [row.work for row in held])
    shown = (row for row in held if is_shown(as_passing(row, names), row.work.consent, today=today))
    return tuple(_passing(row, names, today=today) for row in shown)


def passed_on_among(
    circles: Collection[UUID], *, today: date, days: int
) -> Callable[[Collection[UUID]], Iterator[str]]:
    """As `passed_on`, for many who are told one after another: from one look at all these circles.

    What comes back is called with the circles that one of them is in.
    """
    held = list(_passed_in(circles, today=today, days=days))
    names = _allies(held)

    def shown_in(own: Collection[UUID]) -> Iterator[str]:
        for row in held:
            made = as_passing(row, names) if _reaches(row, own) else None
            if made and is_shown(made, row.work.consent, today=today):
                yield _for_mail(row, made)

    return shown_in


def where_mine_went(member: Member, *, today: date) -> tuple[ShownPassing, ...]:
    """Every time a work of this member's was passed on, newest first."""
    return _list(_passings().filter(work__member=member), member, today=today)


def what_i_passed_on(member: Member, *, today: date) -> tuple[ShownPassing, ...]:
    """Every time this member passed something on, newest first."""
    return _list(_passings().filter(member=member), member, today=today)


def people_to_ask(member: Member) -> tuple[tuple[UUID, str, str], ...]:
    """Membership, name and circle of everybody who shares a circle with this member."""
    rows = Membership.objects.filter(circle__in=Circle.objects.of(member), state=Standing.ACTIVE)
    others = rows.exclude(member=member).select_related("circle", "member")
    named = [(row.pk, row.shown_name, row.circle.name) for row in others]
    return tuple(sorted(named, key=lambda each: (each[2].casefold(), each[1].casefold(), each[0])))


def circles_of(member: Member) -> tuple[tuple[UUID, str], ...]:
    """The circles somebody is in."""
    rows = Circle.objects.of(member).filter(archived_on=None).order_by("name", "id")
    return tuple((row.pk, row.name) for row in rows)


def as_passing(row: PassedOn, names: "_Names") -> Passing:
    """A row as the engine knows it."""
    return Passing(
        originator=row.work.credit,
        title=row.work.title,
        ally=names.of(row.member, row.work.circle if row.place == Place.CIRCLE else None)
        if row.named
        else _("a member"),
        form=Form(row.form),
        place=Place(row.place),
        day=row.day,
        where=row.where,
        state=passing_on.State(row.state),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What people are called in which circle, and the circles that the reader is in."""

    inside: dict[tuple[UUID, UUID], str]
    circles: dict[UUID, str]

    def of(self, person: Member, circle: Circle | None) -> str:
        return self.inside.get((circle.pk, person.pk), _("a member")) if circle else person.shown_name


_UNANSWERED = (State.ASKED.value, State.LAPSED.value, State.TAKEN_BACK.value)


def _names(member: Member, rows: Iterable[Work]) -> _Names:
    circles = {row.circle_id for row in rows if row.circle_id}
    held = Membership.objects.filter(circle__in=circles).select_related("member", "circle")
    inside = {(each.circle_id, each.member_id): each.shown_name for each in held}
    mine = {each.circle_id: each.circle.name for each in held if _is_in(each, member)}
    return _Names(inside=inside, circles=mine)


def _allies(rows: Iterable[PassedOn]) -> _Names:
    """What those who passed something on are called in the circle where they did."""
    circles = {row.work.circle_id for row in rows if row.work.circle_id}
    held = Membership.objects.filter(circle__in=circles, member__in={row.member_id for row in rows})
    inside = {(each.circle_id, each.member_id): each.shown_name for each in held.select_related("member")}
    return _Names(inside=inside, circles={})


def _is_in(membership: Membership, member: Member) -> bool:
    return membership.member_id == member.pk and membership.state == Standing.ACTIVE


def asked_about(members: Iterable[Member]) -> Counter[UUID]:
    """How many works each of these members is asked about."""
    rows = Work.objects.filter(member__in=members, state=State.ASKED.value)
    return Counter(rows.values_list("member", flat=True))


def _works() -> "QuerySet[Work]":
    return Work.objects.select_related("circle", "member", "asked_by")


def _passed_in(
    circles: "Collection[UUID] | QuerySet[Circle]", *, today: date, days: int
) -> "QuerySet[PassedOn]":
    place = Q(place=Place.CIRCLE.value, work__circle__in=circles) | Q(place=Place.HERE.value)
    return _passings().filter(place, day__gt=today - timedelta(days=days)).order_by("-day", "-id")


def _reaches(row: PassedOn, circles: Collection[UUID]) -> bool:
    return row.place == Place.HERE or row.work.circle_id in circles


def _passings() -> "QuerySet[PassedOn]":
    return PassedOn.objects.select_related("work__circle", "work__member", "member")


def _readable(member: Member) -> Q:
    return Q(circle=None) | Q(circle__in=Circle.objects.of(member))


def _all(rows: Iterable[Work], member: Member, *, today: date) -> tuple[ShownWork, ...]:
    held = list(rows)
    names = _names(member, held)
    return tuple(_shown(row, member, names=names, today=today) for row in held)


def _list(rows: "QuerySet[PassedOn]", member: Member, *, today: date) -> tuple[ShownPassing, ...]:
    held = list(rows.exclude(state=passing_on.State.TAKEN_BACK.value).order_by("-day", "-id"))
    names = _names(member, [row.work for row in held])
    return tuple(_passing(row, names, today=today) for row in held)


def _shown(row: Work, member: Member, *, names: _Names, today: date) -> ShownWork:
    consent = row.consent
    return ShownWork(
        id=row.pk,
        title=row.title,
        words=row.words,
        url=row.url,
        credit=row.credit,
        circle=names.circles.get(row.circle_id, "") if row.circle_id else "",
        state=consent.state,
        forms=tuple(each for each in Form if each in consent.terms.forms),
        places=tuple(each for each in Place if each in consent.terms.places),
        until=row.until,
        in_force=is_in_force(consent, today=today),
        is_mine=row.member_id == member.pk,
        asked_by=names.of(row.asked_by, row.circle) if row.asked_by else "",
        asked_words=row.asked_words,
    )


def _passing(row: PassedOn, names: _Names, *, today: date) -> ShownPassing:
    made = as_passing(row, names)
    return ShownPassing(
        id=row.pk,
        work=row.work_id,
        title=row.work.title,
        sentence=credit(made),
        text=_text(row),
        url=row.work.url,
        where=_where(row, names),
        day=row.day,
        state=made.state,
        for_mail=_for_mail(row, made),
        must_come_down=must_come_down(made, row.work.consent, today=today),
    )


def _for_mail(row: PassedOn, made: Passing) -> str:
    """The sentence, or words that tell nothing where it lies in a hidden circle: others see mail, too."""
    circle = row.work.circle if made.place is Place.CIRCLE else None
    return _("Something was passed on in a circle of yours.") if circle and circle.is_hidden else credit(made)


def _text(row: PassedOn) -> str:
    return {Form.QUOTE.value: row.work.words, Form.RETELL.value: row.retold}.get(row.form, "")


def _where(row: PassedOn, names: _Names) -> str:
    if row.place == Place.OUTSIDE:
        return row.where
    if row.place == Place.HERE:
        return Place.HERE.label
    return names.circles.get(row.work.circle_id, Place.CIRCLE.label) if row.work.circle_id else ""
