"""Scenes as plain text for the terminal: 80 columns, in the order in which one would read them aloud."""

from collections.abc import Iterator, Sequence

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.paragraphs import hanging, indented, wrapped
from alongside.practise.feedback import Feedback, comparing_questions
from alongside.practise.finding_scenes import minutes_of
from alongside.practise.history import Behind
from alongside.practise.notes import (
    not_kept_line,
    note_line,
    place_label,
    role_label,
    standing_line,
    title_of,
    unreviewed_line,
    unreviewed_list_line,
)
from alongside.practise.render import Moment
from alongside.practise.scenes import Scene
from alongside.practise.walk import Setting, start


def list_text(scenes: Sequence[Scene], *, near: Sequence[Scene] = ()) -> str:
    """The scenes, one in two lines each; where none fits, those that nearly do."""
    if not scenes and near:
        return _("Nothing fits all of it. Close:") + "\n" + list_text(near)
    if not scenes:
        return _("No scene fits. Ask for less: alongside practise scene") + "\n"
    return _joined(
        [*_paragraphs([unreviewed_list_line(scenes)]), *(line for scene in scenes for line in _listed(scene))]
    )


def head_text(scene: Scene, setting: Setting) -> str:
    """What comes before the first choice: the content note, who is who, and that nothing is kept."""
    told = (unreviewed_line(scene), note_line(scene, setting), standing_line(scene, setting), not_kept_line())
    return _joined([title_of(scene, setting), "", *_paragraphs(told)])


def moment_text(moment: Moment) -> str:
    """What followed, the person's words, and the strategy of the choice that led here."""
    lines: list[str] = []
    for strategy in moment.named:
        lines += wrapped(strategy.told)
    lines += [""] if lines else []
    for passage in moment.passages:
        lines += _paragraphs([passage.text])
        if passage.affected and not moment.is_end:  # at the end feedback begins with these words
            lines += [*indented(f"“{passage.affected}”"), ""]
    return _joined(lines)


def offers_text(moment: Moment) -> str:
    """The question and the numbered choices."""
    lines = _paragraphs([moment.ask])
    for number, offer in enumerate(moment.offers, start=1):
        lines += hanging(f"{number}. {offer.say}")
    return _joined(lines)


def chosen_text(moment: Moment) -> str:
    """What was chosen, as it stands in a walk that is printed whole."""
    return _joined(["", *hanging(f"→ {moment.chosen}", by=2), ""])


def feedback_text(said: Feedback) -> str:
    """The five parts in their order, then things to say that were not chosen."""
    lines: list[str] = []
    for heading, sentences in said.parts:
        lines += [heading, *(line for sentence in sentences for line in indented(sentence)), ""]
    if said.ways:
        lines.append(_("To say another time"))
        lines += [line for way in said.ways for line in indented(way)]
        lines.append("")
    return _joined(lines)


def history_text(cards: Sequence[Behind]) -> str:
    """The history cards that stand behind a scene, each with the command that shows it."""
    lines: list[str] = []
    for card in cards:
        told = _("The history behind it: %(title)s") % {"title": card.title}
        lines += [*hanging(told), f"   alongside learn card {card.id}"]
    return _joined([*lines, ""]) if lines else ""


def questions_text() -> str:
    """Six questions beside one's own words."""
    lead = _("Hold your own words beside these. Nobody reads them but you.")
    return _joined([*wrapped(lead), *(line for q in comparing_questions() for line in indented(q)), ""])


def again_text(scene: Scene, setting: Setting) -> str:
    """How to play it again as another scene."""
    powers = [power.id for power in scene.powers]
    power = powers[(powers.index(setting.power) + 1) % len(powers)]
    cast = (setting.cast + 1) % scene.casts + 1
    words = ["alongside", "practise", "scene", scene.id, "--power", power, "--cast", str(cast)]
    if scene.variants:
        ids = scene.variant_ids
        words += ["--variant", ids[(ids.index(setting.variant) + 1) % len(ids)]]
    return _joined([_("Again, with other people: %(command)s") % {"command": " ".join(words)}])


def _listed(scene: Scene) -> Iterator[str]:
    setting = start(scene).setting
    count = minutes_of(scene)
    minutes = ngettext("about %(count)d minute", "about %(count)d minutes", count) % {"count": count}
    facts = (place_label(scene.place), role_label(scene.your_role), minutes, _short_review(scene))
    yield f"{scene.id}  {title_of(scene, setting)}"
    yield f"   {' · '.join(fact for fact in facts if fact)}"


def _short_review(scene: Scene) -> str:
    return _("reviewed") if scene.is_reviewed else ""


def _paragraphs(texts: Sequence[str]) -> list[str]:
    return [line for text in texts if text for line in (*wrapped(text), "")]


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
