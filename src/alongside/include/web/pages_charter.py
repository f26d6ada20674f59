"""What a charter on a page is made of: clauses with their reasons, what changed, what cannot be promised."""

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.charter import Answer, Change, Clause, Key, Promise, changes, not_promised
from alongside.include.charter_templates import CharterTemplate
from alongside.include.charter_templates import Opening as Way
from alongside.include.web.queries import Look
from alongside.web.answers import Answers
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, PageHead, Term


def charter_parts(seen: Look) -> dict[str, object]:
    """The charter of a circle as everybody reads it who may see the circle."""
    return {
        "clauses": seen.promise.clauses,
        "facts": promise_facts(seen.promise, Way(seen.circle.opening)),
        "not_promised": not_promised(hidden=seen.circle.is_hidden),
    }


def promise_facts(promise: Promise, way: Way) -> tuple[Term, ...]:
    """What the program itself keeps of a promise."""
    rule = (
        _("Yes: what is said may be used; who said it, or was there, is never named.")
        if promise.chatham_house
        else _("No: the clause on sharing says what may be told.")
    )
    kept = _("%(days)d days at most, then they are deleted.") % {"days": promise.retention_days}
    return (
        Term(term=_("How one comes in"), text=way.hint),
        Term(term=_("Posts stay"), text=kept),
        Term(term=_("Chatham House Rule"), text=rule),
    )


def charter_page_parts(seen: Look) -> dict[str, object]:
    """The charter for those in the circle: what changed since they accepted, and the yes to it."""
    asked = seen.standing.answer is not Answer.CURRENT
    before = seen.accepted.promise if seen.accepted else None
    newest = seen.charters[-1] if seen.charters else None
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("The charter has changed") if asked else _("Charter"),
            lead=newest.notice if asked and newest else _("What we promise each other, and why."),
        ),
        "circle": seen.circle.pk,
        "changed": changed_lines(before, seen.promise) if asked and before else [],
        "charter": charter_parts(seen),
        "version": newest.version if newest else 0,
        "accept": Button(label=_("I accept the changed charter"), id="accept") if asked else None,
        "leave": Link(label=_("Leave instead"), url=_to("circle-leave", seen), id="leave-instead")
        if asked
        else None,
        "change": Link(label=_("Change the charter"), url=_to("circle-charter-change", seen), id="change")
        if seen.may_keep and seen.circle.archived_on is None
        else None,
        "back": back(seen),
    }


def changed_lines(before: Promise, after: Promise) -> list[dict[str, object]]:
    """What a new version changes, clause by clause, and in the rules that the program keeps."""
    words = {Change.NEW: _("New"), Change.REWORDED: _("Reworded"), Change.DROPPED: _("No longer there")}
    lines: list[dict[str, object]] = [
        {
            "word": words[each.change],
            "before": each.before.text if each.before else "",
            "after": each.after.text if each.after else "",
        }
        for each in changes(before, after)
    ]
    if before.retention_days != after.retention_days:
        told = _("Posts stay %(days)d days.")
        lines.append(
            {
                "word": words[Change.REWORDED],
                "before": told % {"days": before.retention_days},
                "after": told % {"days": after.retention_days},
            }
        )
    if before.chatham_house != after.chatham_house:
        said = {True: _("The Chatham House Rule holds."), False: _("The Chatham House Rule does not hold.")}
        lines.append(
            {
                "word": words[Change.REWORDED],
                "before": said[before.chatham_house],
                "after": said[after.chatham_house],
            }
        )
    return lines


def back(seen: Look) -> Link:
    """The way back to the circle."""
    return Link(label=_("Back to the circle"), url=_to("circle", seen), id="back")


def clause_fields(promise: Promise, answers: Answers) -> list[Field]:
    """One question for each clause; the reason stays as it is where the words stay."""
    typed = answers.values()
    return [
        Field(
            name=f"clause-{clause.key}",
            label=clause_label(clause),
            hint=_("Why: %(why)s") % {"why": clause.why} if clause.why else "",
            value=typed.get(f"clause-{clause.key}", clause.text),
            error=answers.errors.get(f"clause-{clause.key}", ""),
            rows=3,
        )
        for clause in promise.clauses
    ]


def own_clause_field(answers: Answers) -> Field:
    """A clause of one's own."""
    return Field(
        name="own-clause",
        label=_("One more clause of your own"),
        hint=_("Something that people here can do or leave."),
        value=answers.text("own-clause"),
        error=answers.errors.get("own-clause", ""),
        optional=True,
        rows=3,
    )


def rule_fields(promise: Promise, answers: Answers) -> tuple[Field, ChoiceGroup]:
    """How long posts stay, and whether the Chatham House Rule holds."""
    typed = answers.values()
    days = typed.get("retention_days", str(promise.retention_days))
    holds = answers.checked("chatham_house") if typed else promise.chatham_house
    return (
        Field(
            name="retention_days",
            label=_("How long do posts stay at most?"),
            error=answers.errors.get("retention_days", ""),
            choices=tuple(
                Choice(value=value, label=label, chosen=value == days)
                for value, label in (("30", _("30 days")), ("90", _("90 days")), ("365", _("365 days")))
            ),
        ),
        ChoiceGroup(
            name="chatham_house",
            legend=_("Chatham House Rule"),
            many=True,
            choices=(
                Choice(
                    value="yes",
                    label=_("It holds here"),
                    hint=_("What is said may be used. Who said it, or was there, is never named."),
                    chosen=holds,
                ),
            ),
        ),
    )


def promise_from(before: Promise, answers: Answers) -> Promise:
    """The promise as it was typed; an emptied clause of one's own is dropped."""
    own = answers.text("own-clause")
    clauses = [_reworded(clause, answers) for clause in before.clauses]
    kept = [each for each in clauses if each.text or each.key in set(Key)]
    taken = {each.key for each in before.clauses}
    if own:
        number = next(n for n in range(1, len(taken) + 2) if f"own-{n}" not in taken)
        kept.append(Clause(key=f"own-{number}", text=own, why=""))
    days = answers.whole("retention_days")
    return Promise(
        clauses=tuple(kept),
        retention_days=before.retention_days if days is None else days,
        chatham_house=answers.checked("chatham_house"),
    )


def _reworded(clause: Clause, answers: Answers) -> Clause:
    name = f"clause-{clause.key}"
    text = answers.text(name).replace("\r\n", "\n") if name in answers.values() else clause.text
    return Clause(key=clause.key, text=text, why=clause.why)


def clause_label(clause: Clause) -> str:
    """What a clause is about."""
    labels = {
        Key.PURPOSE: _("What we are here for"),
        Key.WHO: _("Who it is for"),
        Key.ALLIES: _("Those who stand beside"),
        Key.SHARING: _("What may be told outside"),
        Key.NOTES: _("Content notes"),
        Key.MODERATORS: _("What moderators see"),
        Key.KEEPING: _("How long things stay"),
        Key.LEAVING: _("Leaving"),
    }
    known = {str(key): label for key, label in labels.items()}
    return known.get(clause.key, _("One more clause"))


def template_lines(found: tuple[CharterTemplate, ...], *, parent: object = None) -> list[dict[str, object]]:
    """The charters to begin from, each with when to take it."""
    return [
        {
            "link": Link(
                label=each.title,
                url=reverse("include:circle-chapter-from", args=(parent, each.id))
                if parent
                else reverse("include:circles-found-from", args=(each.id,)),
                id=f"charter-{each.id}",
            ),
            "fits": each.fits,
            "way": each.opening.label,
        }
        for each in found
    ]


def _to(name: str, seen: Look) -> str:
    return reverse(f"include:{name}", args=(seen.circle.pk,))
