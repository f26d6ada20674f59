"""Door: finding something to read: search, one work, the cards, the quiz, and where the library is thin."""

import json
from uuid import uuid4

import click

from alongside.core.clock import today
from alongside.core.folder import make_data_folder
from alongside.core.grounds import Ground
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.terminal import data_option, keeper
from alongside.learn.fields import Refused
from alongside.learn.library import Filters, Resource, Type
from alongside.learn.shelf import Shelf, read_shelf, scenes_on

MARKS = ("read", "later", "hidden")
SORTS = (*(each.value for each in Type), "card")


def shelf() -> Shelf:
    """The library as it lies in the program and the person's own folder."""
    return read_shelf(make_data_folder())


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--practice", type=click.Choice([each.value for each in Practice]), help="Only this practice.")
@click.option("--ground", type=click.Choice([each.value for each in Ground]), help="Only on this ground.")
@click.option("--type", "sort", type=click.Choice(SORTS), help="Only this sort of work, or card.")
@click.option("--minutes", type=click.IntRange(1), metavar="N", help="At most so many minutes.")
@click.option("--level", type=click.IntRange(1, 3), help="1 a first step, 3 for those who know the field.")
@click.option("--language", default="", help="The language of the work, such as en.")
@click.option("--region", default="", help="A country's code, such as KE.")
@click.option("--limit", type=click.IntRange(1, 100), default=5, help="How many to show; 5 unless said.")
@click.option("--json", "as_json", is_flag=True, help="What was found as JSON.")
@data_option
def search(  # noqa: PLR0917  # click passes options by name
    words: tuple[str, ...],
    practice: str | None,
    ground: str | None,
    sort: str | None,
    minutes: int | None,
    level: int | None,
    language: str,
    region: str,
    limit: int,
    as_json: bool,
) -> None:
    """Search the library and the history cards. WORDS are what you want to know about."""
    from alongside.learn.json_report import of_found
    from alongside.learn.letters import found_text
    from alongside.learn.search import search as find

    filters = Filters(
        practice=Practice(practice) if practice else None,
        ground=Ground(ground) if ground else None,
        type=sort or "",
        minutes=minutes,
        level=level,
        language=language,
        region=region,
    )
    found = find(shelf().index(), " ".join(words), filters=filters, limit=limit)
    click.echo(_json(of_found(found)) if as_json else found_text(found), nl=False)


@click.command()
@click.argument("entry")
@click.option("--mark", type=click.Choice([*MARKS, "none"]), help="Mark it, sealed; none takes it off.")
@click.option("--json", "as_json", is_flag=True, help="The entry as JSON.")
@data_option
def show(entry: str, mark: str | None, as_json: bool) -> None:
    """One work of the library. ENTRY is its id, from a search."""
    from alongside.learn.cards import cards_for
    from alongside.learn.json_report import of_resource
    from alongside.learn.letters import resource_text
    from alongside.learn.links import read_links

    held = shelf()
    found = held.library.find(entry)
    if found is None:
        raise Refused(
            "",
            _("No entry has the id “%(id)s”.") % {"id": entry},
            _("Find it with: alongside learn search WORDS"),
        )
    if mark:
        _mark(found, mark)
        return
    if as_json:
        click.echo(_json(of_resource(found)), nl=False)
        return
    link = read_links(make_data_folder()).get(found.url)
    text = resource_text(found, cards_for(found, held.cards), link=link.sentence if link else "")
    click.echo(text, nl=False)


def _mark(found: Resource, mark: str) -> None:
    from alongside.learn import flows
    from alongside.learn.keeping import Marked

    said = {
        "read": _("Marked as read: %(title)s"),
        "later": _("Kept for later: %(title)s"),
        "hidden": _("Hidden from your path: %(title)s"),
        "none": _("No mark any more: %(title)s"),
    }
    with keeper() as store:
        wanted = None if mark == "none" else Marked(mark)
        flows.mark(store, found.id, wanted, id=uuid4(), today=today())
    click.echo(said[mark] % {"title": found.title})
    if mark != "none":
        click.echo(_("To undo: alongside learn show %(id)s --mark none") % {"id": found.id}, err=True)


@click.command()
@click.argument("topic", default="")
@click.option("--json", "as_json", is_flag=True, help="The cards as JSON.")
@data_option
def cards(topic: str, as_json: bool) -> None:
    """The history cards by date, all or on a TOPIC."""
    from alongside.learn.cards import on_topic
    from alongside.learn.json_report import of_card
    from alongside.learn.letters import cards_text

    every = shelf().cards
    found, topics = on_topic(every, topic), sorted({each.topic for each in every})
    text = _json([of_card(each) for each in found]) if as_json else cards_text(found, topics=topics)
    click.echo(text, nl=False)


@click.command()
@click.argument("entry", default="")
@click.option("--json", "as_json", is_flag=True, help="The card as JSON.")
@data_option
def card(entry: str, as_json: bool) -> None:
    """One history card: the one with the id ENTRY, or today's."""
    from alongside.learn.cards import card_of_the_day, linked
    from alongside.learn.json_report import of_card
    from alongside.learn.letters import card_text

    held = shelf()
    found = held.find_card(entry) if entry else card_of_the_day(held.cards, today=today())
    if found is None and not entry:
        raise Refused("", _("There are no cards here yet."), _("Add some, or update Alongside."))
    if found is None:
        raise Refused(
            "",
            _("No card has the id “%(id)s”.") % {"id": entry},
            _("See the ids with: alongside learn cards"),
        )
    scenes = scenes_on(found.id, make_data_folder())
    if as_json:
        click.echo(_json({**of_card(found), "scenes": [each.id for each in scenes]}), nl=False)
        return
    click.echo(card_text(found, linked(found, held.library), scenes), nl=False)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
