"""What people do with works: offer, ask, agree, withdraw, pass on. One deed, one transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.amplify import consent as consents
from alongside.amplify import passing_on
from alongside.amplify.consent import Consent, Form, Move, Place, State, Terms, Who, agree
from alongside.amplify.passing_on import Passing
from alongside.amplify.refusals import Refused
from alongside.amplify.web.models import PassedOn, Work
from alongside.core.language import gettext as _
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member, Membership, Standing
from alongside.web.policy import require
from alongside.web.writing import writing

LONGEST_URL = 300
LONGEST_TITLE, LONGEST_WORDS, LONGEST_CREDIT, LONGEST_ASKED, LONGEST_RETOLD = 120, 2000, 60, 300, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """A work as its originator describes it, and what they agree to."""

    title: str
    words: str = ""
    url: str = ""
    credit: str = ""
    forms: Sequence[Form] = ()
    places: Sequence[Place] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassingOn:
    """How and where somebody passes a work on, and whether with their own name beside the originator's."""

    form: Form
    place: Place
    where: str = ""
    retold: str = ""
    named: bool = False


def offer(member: Member, offering: Offering, *, id: UUID, circle: UUID | None, today: date) -> Work:
    """Say yes, unasked, to passing on something of one's own. Raises Refused. Sent twice it is made once."""
    require(member, "work.offer")
    with writing():
        before = Work.objects.filter(id=id, member=member).first()
        if before is not None:
            return before
        row = Work(id=id, member=member, circle=_circle(member, circle), made_on=today)
        row.credit = _own_name(member, row.circle)
        _describe(row, offering, today=today)
        row.save(force_insert=True)
        append_to_trail("work.offer", actor=member, today=today)
    return row


def ask(member: Member, person: UUID, title: str, words: str, *, id: UUID, today: date) -> Work:
    """Ask somebody of one's circle whether something of theirs may be passed on. Raises Refused."""
    require(member, "work.offer")
    _fits("title", title, LONGEST_TITLE, needed=True)
    _fits("asked", words, LONGEST_ASKED)
    with writing():
        before = Work.objects.filter(id=id, asked_by=member).first()
        if before is not None:
            return before
        whose = _person(member, person)
        require(member, "circle.write", whose)
        row = Work.objects.create(
            id=id,
            member=whose.member,
            circle=whose.circle,
            title=title,
            credit=whose.shown_name[:LONGEST_CREDIT],
            state=State.ASKED.value,
            asked_by=member,
            asked_words=words,
            made_on=today,
        )
        append_to_trail("work.ask", actor=member, today=today)
    return row


def give_yes(member: Member, id: UUID, offering: Offering, *, today: date) -> None:
    """Say yes, or change what one agrees to; it holds from now on. Raises Refused."""
    with writing():
        row = _locked(member, "work.consent", id)
        _describe(row, offering, today=today)
        row.save()
        append_to_trail("work.consent", actor=member, today=today)


def move_consent(member: Member, id: UUID, move: Move, *, today: date) -> None:
    """Say no, withdraw a yes, or take back a request. It holds at once, everywhere. Raises Refused."""
    by, action = (Who.ASKER, "work.asked") if move is Move.TAKE_BACK else (Who.ORIGINATOR, "work.consent")
    with writing():
        row = _locked(member, action, id)
        row.state = consents.advance(row.consent, move, by=by).state.value
        row.save(update_fields=["state"])
        append_to_trail(f"work.{move.value.replace(' ', '-')}", actor=member, today=today)


def remove(member: Member, id: UUID, *, today: date) -> None:
    """Take a work of one's own out, and where it went. Its yes has to be ended first. Raises Refused."""
    with writing():
        row = _locked(member, "work.consent", id)
        if consents.is_in_force(row.consent, today=today):
            raise Refused("", _("There is a yes for it."), _("Withdraw your yes first."))
        row.delete()
        append_to_trail("work.remove", actor=member, today=today)


def pass_on(member: Member, work: UUID, how: PassingOn, *, id: UUID, today: date) -> PassedOn:
    """Pass a work on under its originator's name. Raises NotAgreed without a yes that covers it; Refused."""
    _fits(
        "retold",
        how.retold,
        LONGEST_RETOLD,
        needed=how.form is Form.RETELL and how.place is not Place.OUTSIDE,
    )
    with writing():
        row = _locked(member, "work.see", work)
        require(member, "work.pass-on", row)
        before = PassedOn.objects.filter(id=id, member=member).first()
        if before is not None:
            return before
        passing = Passing(
            originator=row.credit,
            title=row.title,
            ally=member.shown_name,
            form=how.form,
            place=how.place,
            day=today,
            where=how.where,
        )
        done = passing_on.pass_on(passing, row.consent)
        if how.place is Place.CIRCLE:
            require(member, "circle.write", row)
        made = PassedOn.objects.create(
            id=id,
            work=row,
            member=member,
            form=done.form.value,
            place=done.place.value,
            where=done.where,
            retold=how.retold if how.form is Form.RETELL else "",
            named=how.named,
            day=today,
        )
        append_to_trail("work.pass-on", actor=member, today=today)
    return made


def move_passing(member: Member, id: UUID, move: passing_on.Move, *, today: date) -> None:
    """Confirm it or miss one's name as its originator; put it right or take it back as who did it."""
    by = passing_on.BY[move]
    action = "passed.made" if by is passing_on.Who.ORIGINATOR else "passed.own"
    with writing():
        rows = PassedOn.objects.select_for_update(of=("self",)).select_related("work")
        row = rows.filter(id=id).first()
        require(member, action, row)
        if row is None:
            return
        row.state = passing_on.step(passing_on.State(row.state), move, by=by).value
        row.save(update_fields=["state"])
        append_to_trail(f"passed.{move.value.replace(' ', '-')}", actor=member, today=today)


def _describe(row: Work, offering: Offering, *, today: date) -> None:
    """Write a yes into a row. Raises Refused where a field does not fit, or the yes covers nothing."""
    _fits("title", offering.title, LONGEST_TITLE, needed=True)
    _fits("words", offering.words, LONGEST_WORDS, needed=Form.QUOTE in offering.forms)
    _fits("credit", offering.credit, LONGEST_CREDIT)
    _leads_somewhere(offering.url)
    in_circle = row.circle is not None
    terms = agree(offering.forms, offering.places, offering.until, today=today, in_circle=in_circle)
    if row.state:
        now = consents.advance(row.consent, Move.GIVE, by=Who.ORIGINATOR, terms=terms)
    else:
        now = Consent(state=State.GIVEN, terms=terms)
    row.title, row.words, row.url = offering.title, offering.words, offering.url
    row.credit = offering.credit or row.credit
    row.state = now.state.value
    _write_terms(row, now.terms)


def _write_terms(row: Work, terms: Terms) -> None:
    row.forms = [each.value for each in Form if each in terms.forms]
    row.places = [each.value for each in Place if each in terms.places]
    row.until = terms.until


def _locked(member: Member, action: str, id: UUID) -> Work:
    """The work, held until the transaction ends; only for whom the action is allowed."""
    row = Work.objects.select_for_update(of=("self",)).select_related("circle").filter(id=id).first()
    require(member, action, row)
    assert row is not None  # noqa: S101  # no rule allows anything with nothing
    return row


def _circle(member: Member, id: UUID | None) -> Circle | None:
    if id is None:
        return None
    found = Circle.objects.of(member).filter(pk=id).first()
    require(member, "circle.write", found)
    return found


def _person(member: Member, id: UUID) -> Membership:
    rows = Membership.objects.filter(circle__in=Circle.objects.of(member), state=Standing.ACTIVE)
    found = rows.exclude(member=member).select_related("circle", "member").filter(pk=id).first()
    if found is None:
        raise Refused("person", _("It is not said whom you ask."), _("Choose somebody from the list."))
    return found


def _own_name(member: Member, circle: Circle | None) -> str:
    """What somebody is called where the work belongs."""
    held = Membership.objects.filter(member=member, circle=circle).first() if circle else None
    return (held.shown_name if held else member.shown_name)[:LONGEST_CREDIT]


def _leads_somewhere(url: str) -> None:
    if url and (not url.startswith(("https://", "http://")) or len(url) > LONGEST_URL or " " in url):
        raise Refused("url", _("That is no web address."), _("It begins with https:// and has no spaces."))


def _empty(place: str) -> str:
    told = {"words": _("There is nothing to quote yet."), "retold": _("Your retelling is empty.")}
    return told.get(place, _("It has no name yet."))


def _fits(place: str, words: str, most: int, *, needed: bool = False) -> None:
    if needed and not words.strip():
        raise Refused(place, _empty(place), _("A few words will do."))
    if len(words) > most:
        told = {"most": most}
        raise Refused(place, _("That is longer than %(most)d letters.") % told, _("Say it shorter."))
