"""What a page needs to play one scene by itself: its texts, its graph, and every sentence it may say.

Sentences about a walk are made here, by the engine's own functions, so that the page only picks among them.
"""

from collections.abc import Mapping

from alongside.core.language import gettext as _
from alongside.practise.feedback import (
    comparing_questions,
    cost_of,
    done_words,
    headings,
    meanings_of,
    stayed_line,
)
from alongside.practise.notes import not_kept_line, place_label, role_label, standing_templates
from alongside.practise.render import cast_words, members_of, power_words, variant_words
from alongside.practise.scenes import BOUND, Choice, Node, Scene, Totals


def player_data(scene: Scene, *, told: str = "") -> Mapping[str, object]:
    """The scene as plain values for JSON. `told` says who else hears of it, "" where nobody does."""
    return {
        "id": scene.id,
        "title": scene.title,
        "note": scene.note,
        "where": where_words(scene),
        "told": [line for line in (not_kept_line(), told) if line],
        "unreviewed": unreviewed_words(scene),
        "person": scene.affected_role,
        "bound": BOUND,
        "power": [
            {"id": power.id, "words": power_words(power), "standing": standing_templates(scene, power)}
            for power in scene.powers
        ],
        "variant": _variants(scene),
        "cast": [_cast(scene, cast) for cast in range(scene.casts)],
        "opening": scene.opening,
        "nodes": {name: _node(scene, node) for name, node in scene.nodes.items()},
        "moves": _moves(scene),
        "said": _said(scene),
        "questions": comparing_questions(),
        "labels": _labels(told=bool(told)),
    }


def unreviewed_words(scene: Scene) -> str:
    """What stands on a page of a scene that nobody with the experience has checked; "" where somebody has."""
    if scene.is_reviewed:
        return ""
    return _(
        "Unreviewed: nobody with this experience has checked this scene yet. If something is wrong with it, "
        "tell whoever gave you this page, with its id: %(id)s."
    ) % {"id": scene.id}


def where_words(scene: Scene) -> str:
    """Where it happens, and who you are in it."""
    words = f"{place_label(scene.place)} · {role_label(scene.your_role)}"
    return words[:1].upper() + words[1:]


def named_words(choice: Choice) -> str:
    """The strategies of a choice, as what was done."""
    return " ".join(each.told for each in choice.strategies)


def _variants(scene: Scene) -> list[object]:
    if not scene.variants:
        return [{"label": "", "words": {}}]
    return [
        {"label": _("Version %(number)d") % {"number": number}, "words": variant_words(variant)}
        for number, variant in enumerate(scene.variants, start=1)
    ]


def _cast(scene: Scene, cast: int) -> object:
    names = ", ".join(member.name for member in members_of(scene, cast).values())
    return {"label": names, "words": cast_words(scene, cast)}


def _node(scene: Scene, node: Node) -> object:
    return {
        "text": node.text,
        "power_text": node.power_text,
        "affected": node.affected,
        "ask": node.ask,
        "choices": [
            {"id": each.id, "say": each.say, "named": named_words(each), "meanings": meanings_of(each)}
            for each in node.choices
        ],
        "end": _end(scene, node),
    }


def _end(scene: Scene, node: Node) -> object:
    if not node.end or node.intention is None:
        return None
    ways = (scene.choice(name) for name in node.another_way)
    return {
        "consider": node.consider,
        "ways": [{"id": way.id, "say": way.say} for way in ways if way],
        "plan": node.intention.sentence,
    }


def _moves(scene: Scene) -> object:
    moves: dict[str, dict[str, dict[str, object]]] = {}
    for (power, node, choice), move in scene.moves.items():
        moves.setdefault(power, {}).setdefault(node, {})[choice] = {
            "passed": move.passed,
            "effects": move.effects,
        }
    return moves


def _said(scene: Scene) -> object:
    """The headings, and the sentences that hang on the totals."""
    return {
        "parts": headings(),
        "cost": [[cost_of(scene, Totals(relation=less, risk=more)) for more in (0, 1)] for less in (0, -1)],
        "done": done_words(),
        "stayed": stayed_line(),
    }


def _labels(*, told: bool) -> object:
    return {
        "own": _("In my own words first"),
        "own_hint": _("You write, then compare by yourself. What you write is not kept."),
        "own_words": _("Your own words"),
        "compare": _("Hold your own words beside these. Nobody reads them but you."),
        "listed": _("Show what is listed"),
        "begin": _("Begin the scene"),
        "leave": _("Leave it"),
        "left": _("You left the scene"),
        "left_line": _("What you chose is gone. Nobody was told of it.") if told else _("Nothing was kept."),
        "back": _("Go back one step"),
        "again": _("Begin it again"),
        "again_power": _("Play it with another standing"),
        "again_cast": _("Play it with other people"),
        "again_variant": _("Play another version"),
        "stay": _("Stay a little"),
        "done": _("Done for now"),
        "setting": _("Change who plays, and who is what to whom"),
        "power": _("Who is what to whom"),
        "cast": _("The people"),
        "variant": _("What it is about"),
        "you": _("You:"),
        "followed": _("What followed"),
        "ways": _("What else could be said"),
        "whole": _("The whole scene as text, to read or print"),
        "play": _("Play it"),
    }
