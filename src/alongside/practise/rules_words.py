"""Rules about words: short, easy, without shame or marks; the person concerned neither teaches nor adores."""

import re
from collections.abc import Iterator
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.practise.faults import Known, Rule, Said
from alongside.practise.reading_ease import reading_ease, words_in
from alongside.practise.render import fill, texts_of, words_of
from alongside.practise.scenes import Node, Scene
from alongside.practise.walk import Setting

LONGEST: Final = 60
"""Words of one text (our choice)."""
EASE: Final = 60
"""Flesch's "plain English" begins here."""
LEAST_WORDS: Final = 20
"""Fewer words are not judged: the formula needs a few sentences (our choice)."""
_PERCENT: Final = re.compile(r"\d\s*%")
_SHORT_NAME: Final = "Ann"


def _shaming(scene: Scene, known: Known) -> Iterator[Said]:
    cure = _("Say what happened and what could be done; leave out what somebody is.")
    yield from _found(texts_of(scene), known.lists.shaming, cure)


def _marks(scene: Scene, known: Known) -> Iterator[Said]:
    cure = _("Nothing here is marked. Leave it out.")
    yield from _found(texts_of(scene), known.lists.marks, cure)
    yield from _found(texts_of(scene), _PERCENT, cure)


def _thanks(scene: Scene, known: Known) -> Iterator[Said]:
    yield from _found(
        _of_the_person(scene), known.lists.tearful_thanks, _("Say what changed for them, plainly.")
    )


def _teaches(scene: Scene, known: Known) -> Iterator[Said]:
    cure = _("Nobody owes a lesson. Let you look it up, or let it stand.")
    yield from _found(_of_the_person(scene), known.lists.teaching, cure)


def _found(texts: Iterator[tuple[str, str]], pattern: re.Pattern[str] | None, cure: str) -> Iterator[Said]:
    if pattern is None:
        return
    for place, text in texts:
        for word in pattern.findall(text):
            yield place, _("it says “%(word)s”.") % {"word": word}, cure


def _of_the_person(scene: Scene) -> Iterator[tuple[str, str]]:
    """What the person concerned says, or may be told to have said: not what you say."""
    for place, text in texts_of(scene):
        if place.endswith((".affected", ".text")) or ".power_text." in place:
            yield place, text


def _length(scene: Scene, _known: Known) -> Iterator[Said]:
    for place, text in texts_of(scene):
        count = len(text.split())
        if count > LONGEST:
            yield place, _("this has %(count)d words.") % {"count": count}, _("Keep it to 60.")


def _ease(scene: Scene, _known: Known) -> Iterator[Said]:
    if scene.language.partition("-")[0] != "en" or not scene.powers:
        return
    for node in scene.nodes.values():
        text = _as_read(scene, node)
        if len(words_in(text)) >= LEAST_WORDS and reading_ease(text) < EASE:
            what = _("reading ease %(ease)d.") % {"ease": reading_ease(text)}
            yield f"nodes.{node.id}", what, _("Shorter words and sentences bring it to 60.")


def _as_read(scene: Scene, node: Node) -> str:
    """All texts of a node; names are left out of account, because they are nobody's fault."""
    words = dict(words_of(scene, Setting(scene.powers[0].id, 0, scene.variant_ids[0])))
    words.update(dict.fromkeys(scene.cast, _SHORT_NAME))
    texts = [node.text, node.affected, node.ask, *(choice.say for choice in node.choices), node.consider]
    return " ".join(_closed(fill(text, words)) for text in texts if text)


def _closed(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _sources(scene: Scene, known: Known) -> Iterator[Said]:
    for source in scene.sources:
        if known.sources is not None and source not in known.sources:
            what = _("there is no resource “%(id)s”.") % {"id": source}
            yield "provenance.sources", what, _("Name the id of a resource, or add it.")


def _cards(scene: Scene, known: Known) -> Iterator[Said]:
    for card in scene.cards:
        if known.cards is not None and card not in known.cards:
            what = _("there is no history card “%(id)s”.") % {"id": card}
            yield "covers.cards", what, _("Name the id of a card, or add it.")


def _honest(scene: Scene, _known: Known) -> Iterator[Said]:
    if scene.claims_review and not scene.is_reviewed:
        what = _("it says reviewed, and holds no review of this text.")
        yield "review", what, _("Write unreviewed, until somebody with this experience has read it.")


RULES: Final = (
    Rule(id="no-shaming", says=_later("No text holds a shaming word."), check=_shaming),
    Rule(id="no-marks", says=_later("No text holds a mark, a score or a percentage."), check=_marks),
    Rule(id="no-tearful-thanks", says=_later("The person concerned never thanks with tears."), check=_thanks),
    Rule(id="no-teaching", says=_later("The person concerned never teaches."), check=_teaches),
    Rule(id="text-length", says=_later("No text has more than sixty words."), check=_length),
    Rule(id="reading-ease", says=_later("What stands in a node reads easily (English only)."), check=_ease),
    Rule(id="sources-exist", says=_later("Every source is a resource."), check=_sources),
    Rule(id="cards-exist", says=_later("Every history card it names is there."), check=_cards),
    Rule(id="review-honest", says=_later("Reviewed means that somebody read this very text."), check=_honest),
)
