"""Door: one's own questions, invisible work, the quiz."""

import json
from collections.abc import Sequence
from datetime import date
from uuid import uuid4

import click

from alongside.core.clock import today
from alongside.core.deeds import Keeper
from alongside.core.ids import short
from alongside.core.language import gettext as _
from alongside.core.terminal import data_option, keeper, on_terminal, standard_input
from alongside.core.typed import Day, pick
from alongside.learn import flows
from alongside.learn.cli_find import shelf
from alongside.learn.fields import Refused
from alongside.learn.keeping import OwnQuestion, read_kept
from alongside.learn.labour import Kind, Labour

NEAREST = 3
"""Entries shown before a question is kept (our choice)."""


@click.command()
@click.argument("text", required=False)
@click.option("--keep", is_flag=True, help="Keep it in your own box, sealed.")
@click.option("--note", metavar="ID", help="TEXT is what you found out about the question ID.")
@click.option("--forget", metavar="ID", help="Take the question ID out again.")
@data_option
def question(text: str | None, keep: bool, note: str | None, forget: str | None) -> None:
    """The library first: what comes nearest to your question. Without TEXT, your own questions."""
    words = standard_input().decode("utf-8", "replace") if text == "-" else text or ""
    with keeper() as store:
        if forget:
            _forget(store, forget)
        elif note:
            found = _pick(store, note)
            flows.answer_question(store, found.id, words, today=today())
            click.echo(_("Written down beside: %(text)s") % {"text": found.text})
        elif words.strip():
            _look_up(store, words, keep=keep)
        else:
            _list(read_kept(store).questions)


def _pick(store: Keeper, prefix: str) -> OwnQuestion:
    return pick(prefix, read_kept(store).questions, "", see="alongside learn question")


def _forget(store: Keeper, prefix: str) -> None:
    found = _pick(store, prefix)
    flows.forget_question(store, found.id, today=today())
    click.echo(_("Taken out: %(text)s") % {"text": found.text})


def _list(questions: Sequence[OwnQuestion]) -> None:
    for each in questions:
        click.echo(f"{short(each.id)}  {each.text}")
        if each.answer:
            click.echo(f"        {each.answer}")
    if not questions:
        click.echo(_("No question of yours is kept here."))


def _look_up(store: Keeper, words: str, *, keep: bool) -> None:
    from alongside.core.paragraphs import wrapped
    from alongside.learn.letters import found_text, joined
    from alongside.learn.questions import Question, State, documents, duplicate
    from alongside.learn.search import search

    held = shelf()
    earlier = [
        Question(id=each.id.hex, text=each.text, asked=each.asked, state=State.ANSWERED, answer=each.answer)
        for each in read_kept(store).questions
    ]
    twin = duplicate(words, earlier, stop_words=held.stop_words)
    if twin is not None:
        click.echo(joined(wrapped(_("You found this out before: %(answer)s") % {"answer": twin.answer})))
    else:
        found = search(held.index(documents(earlier)), words, limit=NEAREST)
        click.echo(found_text(found), nl=False)
    if keep:
        kept = flows.keep_question(store, words, id=uuid4(), today=today(), stop_words=held.stop_words)
        told = {"id": short(kept.id)}
        click.echo(_("Kept as %(id)s. Found it out? alongside learn question --note %(id)s TEXT") % told)
    elif twin is None:
        click.echo(_("Not answered? Keep it in your own box with --keep."))


@click.command()
@click.argument("note", required=False)
@click.option("--minutes", type=int, metavar="N", help="How long it took.")
@click.option("--kind", type=click.Choice([each.value for each in Kind]), default=Kind.TEACH.value,
              help="What sort of work it was; teach unless said.")  # fmt: skip
@click.option("--day", type=Day(), help="The day you did it; today unless said.")
@click.option("--forget", metavar="ID", help="Take the entry ID out again.")
@click.option("--json", "as_json", is_flag=True, help="The ledger as JSON.")
@data_option
def labour(  # noqa: PLR0917  # click passes options by name
    note: str | None, minutes: int | None, kind: str, day: date | None, forget: str | None, as_json: bool
) -> None:
    """Invisible work, for your own eyes: note it with --minutes, or see the sums."""
    from alongside.learn.letters_own import labour_text

    if note and minutes is None and not forget:
        raise Refused("--minutes", _("It does not say how long it took."), _("Add --minutes 20."))
    with keeper() as store:
        if forget:
            found = pick(forget, read_kept(store).labour, "", see="alongside learn labour")
            flows.forget_labour(store, found.id, today=today())
            told = {"minutes": found.minutes, "kind": found.kind.label}
            click.echo(_("Taken out: %(minutes)d minutes of %(kind)s") % told)
            return
        if minutes is not None:
            made = Labour(id=uuid4(), day=day or today(), minutes=minutes, kind=Kind(kind), note=note or "")
            flows.note_labour(store, made, today=today())
            told = {"id": short(made.id), "minutes": minutes, "kind": made.kind.label}
            click.echo(_("Noted as %(id)s: %(minutes)d minutes of %(kind)s") % told)
            return
        entries = read_kept(store).labour
    if as_json:
        body = [
            {"id": each.id.hex, "day": each.day.isoformat(), "minutes": each.minutes, "kind": each.kind.value,
             "note": each.note}
            for each in entries
        ]  # fmt: skip
        click.echo(json.dumps(body, ensure_ascii=False, indent=2))
        return
    click.echo(labour_text(entries), nl=False)


@click.command("quiz")
@click.option("--count", type=click.IntRange(1, 20), default=3, help="How many questions; 3 unless said.")
@click.option("--seed", type=int, help="The same number asks the same; today's unless said.")
@click.option("--topic", default="", help="Only cards on this topic.")
@data_option
def quiz_command(count: int, seed: int | None, topic: str) -> None:
    """Questions from the history cards, each with its card to read. Nothing is counted or kept."""
    from alongside.learn.cards import on_topic
    from alongside.learn.letters_own import quiz_question
    from alongside.learn.quiz import quiz

    cards = on_topic(shelf().cards, topic)
    items = quiz(cards, count=count, seed=today().toordinal() if seed is None else seed)
    if not items:
        click.echo(_("There are too few cards on this for a quiz yet."))
    for item in items:
        click.echo(quiz_question(item), nl=False)
        chosen = _chosen(len(item.options)) if on_terminal() else None
        click.echo(f"{item.reply(chosen)}\nalongside learn card {item.card}\n")


def _chosen(options: int) -> int | None:
    given = click.prompt(_("Which one? Enter goes on"), default="", show_default=False).strip()
    return int(given) - 1 if given.isdecimal() and 1 <= int(given) <= options else None
