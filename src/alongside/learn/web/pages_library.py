"""The parts of the pages of the library: its front page, what a search found, one work, what was marked."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.learn.cards import Card, card_of_the_day, cards_for
from alongside.learn.gaps import Thin
from alongside.learn.keeping import Kept, Mark, Marked
from alongside.learn.library import Resource
from alongside.learn.links import Link as LinkCheck
from alongside.learn.path import READ, Step
from alongside.learn.search import Found, Hit
from alongside.learn.shelf import Shelf
from alongside.learn.web import words
from alongside.learn.web.narrowing import MOST, Wanted, narrowing_fields
from alongside.learn.web.onward import plan_after
from alongside.learn.web.pages_path import shown_step
from alongside.learn.web.plans import ShownPlan
from alongside.web.parts import (
    Button,
    Empty,
    Field,
    Item,
    Link,
    Notice,
    NoticeKind,
    PageHead,
    ShownWork,
    Term,
)


def home_parts(
    shelf: Shelf, kept: Kept, steps: Sequence[Step], *, thin: Sequence[Thin], today: date
) -> dict[str, object]:
    """The front page of the room: this week's step first, the search beside it."""
    card = card_of_the_day(shelf.cards, today=today)
    return {
        "head": PageHead(
            heading=_("Learn a little, then use it"),
            lead=_("A few minutes a week, and one small thing to do."),
        ),
        "question": search_field(""),
        "search_button": search_button(),
        "step": shown_step(steps[0]) if steps else None,
        "reading": next((shown_step(each) for each in steps[1:] if each.kind == READ), None),
        "influence": Link(
            label=_("What can you open, and for whom?"), url=words.url("learn-influence"), id="to-influence"
        ),
        "influence_text": _influence_text(kept),
        "card": words.shown_card(card, text=first_sentence(card.what_happened)) if card else None,
        "assess": _assess(kept, today=today),
        "more": _more(kept),
        "counts": counts(shelf),
        "thin": [_thin(each) for each in thin],
        "problems": len(shelf.problems),
    }


def _thin(place: Thin) -> str:
    """A thin place of the works, or of the cards."""
    said = words.capital(place.sentence)
    return _("History cards, %(place)s") % {"place": place.sentence} if place.of_cards else said


def search_field(asked: str) -> Field:
    """The box to search in."""
    return Field(
        name="q",
        label=_("What would you like to know about?"),
        hint=_("In your own words, such as “speaking up to a boss”."),
        kind="search",
        value=asked,
    )


def search_button() -> Button:
    """The button beside it."""
    return Button(label=_("Search"), id="search-deed", kind="plain")


def first_sentence(text: str) -> str:
    """The first sentence or two of a text, up to some 200 letters."""
    shown = ""
    for sentence in text.replace(". ", ".\n").splitlines():
        if shown and len(shown) + len(sentence) > 200:  # noqa: PLR2004  # two or three lines of a page (taste)
            break
        shown = f"{shown} {sentence}".strip()
    return shown


def _assess(kept: Kept, *, today: date) -> Item:
    """The self-assessment, suggested where a quarter has gone by, else a quiet way to its result."""
    begin = Link(label=_("Take a look"), url=reverse("learn:learn-assess"), id="to-assess")
    see = Link(label=_("See what came of it"), url=reverse("learn:learn-assess-result"), id="to-result")
    if kept.last_round is None:
        text = _(
            "24 short questions and one page at the end, about 6 minutes, for your eyes alone."
            " The path fits you better after it."
        )
        return Item(title=_("What comes up for you?"), text=text, actions=(begin,))
    if kept.round_may_be_suggested(today):
        return Item(
            title=_("A quarter has gone by"),
            text=_("If you like, look again at what comes up for you. Once a quarter is plenty."),
            actions=(begin, see),
        )
    day = words.day_in_words(kept.last_round.begun)
    change = Link(label=_("Go on, or change an answer"), url=begin.url, id=begin.id)
    said = _("Your answers of %(day)s shape the path.") % {"day": day}
    return Item(title=_("What comes up for you"), text=said, actions=(see, change))


def _influence_text(kept: Kept) -> str:
    """What one can open, said anew to those who have ticked something."""
    if kept.openings:
        return _("What you ticked, and what you could do with it.")
    return _("Rooms, lists, budgets: tick what lies in your hands, and see what you could do with it.")


def _more(kept: Kept) -> tuple[Item, ...]:
    marked = sum(each.marked is Marked.LATER for each in kept.marks)
    waiting = ngettext("%(count)d kept for later.", "%(count)d kept for later.", marked) % {"count": marked}
    rows = (
        (
            _("Ask a question"),
            _("The library first; nobody is asked to explain their life."),
            "learn-questions",
        ),
        *_people(),
        (_("History cards"), _("Who led, what allies did, what it changed."), "learn-cards"),
        (_("What you marked"), waiting if marked else _("Read, kept for later, hidden."), "learn-marked"),
        (
            _("Invisible work"),
            _("Teaching and explaining take time. Note it, for yourself."),
            "learn-labour",
        ),
        (_("Content packs"), _("What others wrote and you installed."), "learn-packs"),
    )
    return tuple(
        Item(
            title=title,
            text=text,
            actions=(Link(label=title, url=reverse(f"learn:{name}"), id=f"to-{name}"),),
        )
        for title, text, name in rows
    )


def _people() -> tuple[tuple[str, str, str], ...]:
    """Where several people share Alongside: those who offered to answer."""
    if not settings.COMMUNITY:
        return ()
    told = _("One person who offered gets it, without your name, and as often as they chose.")
    return ((_("Ask somebody who offered"), told, "questions-people"),)


def counts(shelf: Shelf) -> tuple[Term, ...]:
    """How much there is, and how much of it somebody with the experience has reviewed."""
    reviewed = sum(each.standing.reviewed_on is not None for each in shelf.cards)
    return (
        Term(term=_("Works"), text=_count(len(shelf.library), shelf.library.reviewed)),
        Term(term=_("History cards"), text=_count(len(shelf.cards), reviewed)),
    )


def _count(total: int, reviewed: int) -> str:
    told = {"total": total, "reviewed": reviewed, "not": total - reviewed}
    return _("%(total)d: %(reviewed)d reviewed, %(not)d not yet") % told


def search_parts(asked: Wanted, found: Found, shelf: Shelf, *, own: Sequence[Hit] = ()) -> dict[str, object]:
    """What a search found, or where to go when it found nothing."""
    looking = bool(asked.words or asked.filters.any_set)
    return {
        "head": PageHead(where=_("Learn"), heading=_("Search the library")),
        "question": search_field(asked.words),
        "search_button": Button(label=_("Search"), id="search-deed"),
        "narrowing": narrowing_fields(asked, shelf),
        "narrowed": asked.filters.any_set,
        "summary": _summary(asked, found, looking=looking),
        "also": _("Also searched for: %(words)s.") % {"words": ", ".join(found.also)} if found.also else "",
        "works": [shown_hit(hit) for hit in (*own, *found.hits)],
        "standing": words.standing_of_list([hit.thing for hit in found.hits]),
        "more": _more_hits(asked, found),
        "nearest": [_again(word) for word in found.nearest],
        "empty": None if found.total else _nothing(asked),
        "asked": asked.words,
    }


def _summary(asked: Wanted, found: Found, *, looking: bool) -> str:
    if not looking:
        return _("All %(total)d works, by title.") % {"total": found.total}
    said = ngettext("%(count)d fits.", "%(count)d fit.", found.total) % {"count": found.total}
    best = _("The best come first.") if asked.words and found.total > 1 else ""
    return f"{said} {best}".strip() if found.total else ""


def shown_hit(hit: Hit) -> ShownWork:
    """One hit with where the words stand."""
    about = " ".join(hit.reasons)
    if isinstance(hit.thing, Card):
        return words.shown_card(hit.thing, text=hit.snippet, about=about)
    if isinstance(hit.thing, Resource):
        return words.shown_work(hit.thing, text=hit.snippet, about=about)
    link = Link(
        label=hit.title, url=reverse("learn:learn-question", args=(UUID(hit.id),)), id=f"own-{hit.id}"
    )
    return ShownWork(link=link, facts=_("Your own earlier question"), text=hit.snippet, about=about)


def _more_hits(asked: Wanted, found: Found) -> Link | None:
    if found.total <= asked.limit or asked.limit >= MOST:
        return None
    return Link(label=_("Show more"), url=_address(asked, n=min(asked.limit + 20, MOST)), id="more-hits")


def _again(word: str) -> Link:
    return Link(
        label=word, url=f"{reverse('learn:learn-search')}?{urlencode({'q': word})}", id=f"near-{word}"
    )


def _address(asked: Wanted, *, n: int) -> str:
    filters = asked.filters
    held = {
        "q": asked.words[:200],
        "practice": filters.practice or "",
        "ground": filters.ground or "",
        "type": filters.type,
        "minutes": filters.minutes or "",
        "level": filters.level or "",
        "language": filters.language,
        "region": filters.region,
        "n": n,
    }
    return f"{reverse('learn:learn-search')}?{urlencode({k: str(v) for k, v in held.items() if v})}"


def _nothing(asked: Wanted) -> Empty:
    everything = Link(label=_("See everything"), url=reverse("learn:learn-search"), id="see-all")
    if not asked.words:
        text = _("Take one of the filters away. An empty place here is a wish list: what should stand in it?")
        return Empty(title=_("Nothing fits all of this yet"), text=text, action=everything)
    return Empty(
        title=_("Nothing here fits these words yet"),
        text=_(
            "Try other words. An empty place here is a wish list: somebody with the experience may fill it."
        ),
        action=everything,
    )


def work_parts(
    work: Resource, kept: Kept, cards: Sequence[Card], check: LinkCheck | None
) -> dict[str, object]:
    """One work: why it is here, the way to it, what it takes, and where our text about it stands."""
    host = words.host_of(work.url)
    return {
        "head": PageHead(
            where=f"{_('Learn')} · {words.capital(work.type.label)}",
            heading=work.title,
            lead=work.why,
            language=words.foreign(work.language),
        ),
        "way": Link(label=_("Read it on %(host)s") % {"host": host}, url=work.url, id="go-there")
        if work.type.value not in {"film", "podcast", "talk", "webinar"}
        else Link(label=_("Go to it on %(host)s") % {"host": host}, url=work.url, id="go-there"),
        "gone": Notice(kind=NoticeKind.CAREFUL, text=check.sentence)
        if check and (check.gone or check.missing_since)
        else None,
        "archived": work.archived,
        "marks": mark_parts(work.id, kept.mark_of(work.id)),
        "onward": onward(work, kept),
        "terms": _terms(work, check),
        "standing": work.standing.sentence,
        "seen": words.seen_on(work.checked_on),
        "checked_how": words.capital(work.checked_how),
        "cards": [words.shown_card(each) for each in cards_for(work, cards)],
    }


def _terms(work: Resource, check: LinkCheck | None) -> tuple[Term, ...]:
    year = f" ({work.year})" if work.year else ""
    about = [*(each.label for each in work.grounds), *work.topics]
    seen = check.sentence if check else ""
    rows = (
        (_("By"), ", ".join(work.authors) + year if work.authors else str(work.year or "")),
        (_("The authors say of themselves"), work.perspective),
        (_("Takes"), words.minutes_in_words(work.minutes)),
        (_("Costs"), words.capital(work.cost_label)),
        (_("Level"), words.level_in_words(work.level)),
        (_("Practices"), ", ".join(each.label for each in work.practices)),
        (_("About"), ", ".join(dict.fromkeys(about))),
        (_("Language"), words.language_name(work.language)),
        (_("Where it is about"), ", ".join(words.region_name(each) for each in work.regions)),
        (_("You get it as"), words.capital(work.access_label)),
        (
            _("Licence"),
            _("We only link to it; its makers decide about copies")
            if work.licence == "link only"
            else work.licence,
        ),
        (_("Last asked"), seen),
    )
    return tuple(Term(term=term, text=text) for term, text in rows if text)


def onward(thing: Resource | Card, kept: Kept) -> ShownPlan | None:
    """One thing for this week, after what was read."""
    mark = kept.mark_of(thing.id)
    return plan_after(thing.id, thing.practices) if mark and mark.marked is Marked.READ else None


def mark_parts(thing: str, mark: Mark | None) -> dict[str, object]:
    """What one can do with a work or card: each mark takes itself off again."""
    deeds = (
        (Marked.READ, _("I read it"), _("Take “read” off")),
        (Marked.LATER, _("Keep for later"), _("Take it from the later pile")),
        (Marked.HIDDEN, _("Hide it from me"), _("Show it to me again")),
    )
    now = mark.marked if mark else None
    said = {
        Marked.READ: _("Read on %(day)s. It does not come on your path again."),
        Marked.LATER: _("Kept for later since %(day)s."),
        Marked.HIDDEN: _("Hidden since %(day)s. It does not come on your path."),
    }
    return {
        "thing": thing,
        "buttons": tuple(
            Button(
                label=off if now is marked else on,
                id=f"mark-{marked.value}",
                kind="plain" if marked is Marked.READ or now is marked else "quiet",
                name="mark",
                value="none" if now is marked else marked.value,
            )
            for marked, on, off in deeds
        ),
        "said": said[mark.marked] % {"day": words.day_in_words(mark.day)} if mark else "",
    }


def marked_parts(kept: Kept, shelf: Shelf) -> dict[str, object]:
    """What was marked, by mark; what left the library keeps its id."""
    headings = ((Marked.LATER, _("For later")), (Marked.READ, _("Read")), (Marked.HIDDEN, _("Hidden")))
    piles = [
        {"id": f"pile-{marked.value}", "heading": heading, "lines": _pile(kept, shelf, marked)}
        for marked, heading in headings
    ]
    return {
        "head": PageHead(
            where=_("Learn"), heading=_("What you marked"), lead=_("Sealed, like all you write here.")
        ),
        "piles": [pile for pile in piles if pile["lines"]],
        "empty": Empty(
            title=_("Nothing marked yet"),
            text=_("Beside each work you can say that you read it, keep it for later, or hide it."),
            action=Link(label=_("Search the library"), url=reverse("learn:learn-search"), id="to-search"),
        ),
    }


def _pile(kept: Kept, shelf: Shelf, marked: Marked) -> list[dict[str, object]]:
    marks = [each for each in reversed(kept.marks) if each.marked is marked]
    lines = []
    for mark in marks:
        thing = shelf.library.find(mark.thing) or shelf.find_card(mark.thing)
        button = Button(
            label=_("Take the mark off"),
            id=f"off-{mark.id}",
            about=f"about-{mark.id}",
            kind="quiet",
            name="mark",
            value="none",
        )
        lines.append(
            {
                "thing": mark.thing,
                "id": mark.id,
                "title": thing.title if thing else mark.thing,
                "url": words.url_of(thing),
                "under": words.day_in_words(mark.day),
                "button": button,
            }
        )
    return lines
