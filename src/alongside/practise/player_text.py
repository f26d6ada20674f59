"""A whole scene as text whose choices are links: for a browser without JavaScript, for reading, for paper.

It is told in the first setting. What a walk would have cost is not in it, because nobody walks here.
"""

from collections.abc import Iterator, Mapping
from html import escape

from alongside.core.language import gettext as _
from alongside.practise.notes import (
    not_kept_line,
    note_line,
    standing_line,
    title_of,
)
from alongside.practise.player_data import named_words, unreviewed_words, where_words
from alongside.practise.render import Words, fill, words_of
from alongside.practise.scenes import Choice, Node, Scene
from alongside.practise.walk import Setting, start

Numbers = Mapping[str, int]


def whole_text(scene: Scene) -> str:
    """The scene as HTML, node by node in file order."""
    setting = start(scene).setting
    words = words_of(scene, setting)
    numbers = {name: place for place, name in enumerate(scene.nodes, start=1)}
    nodes = scene.nodes.values()
    sections = ("".join(_section(scene, node, setting, words, numbers)) for node in nodes)
    return "\n".join([*_head(scene, setting), *sections])


def _head(scene: Scene, setting: Setting) -> Iterator[str]:
    yield _p(where_words(scene), "where")
    yield f'<h1 tabindex="-1">{escape(title_of(scene, setting))}</h1>'
    yield _p(note_line(scene, setting), "lead")
    yield _p(standing_line(scene, setting))
    yield _p(not_kept_line(), "soft")
    yield _p(unreviewed_words(scene), "notice")


def _section(scene: Scene, node: Node, setting: Setting, words: Words, numbers: Numbers) -> Iterator[str]:
    number = numbers[node.id]
    title = _("Moment %(number)d") % {"number": number}
    yield f'<section><h2 id="n{number}" tabindex="-1">{escape(title)}</h2>'
    if node.affected:
        person = escape(words.get(scene.affected_role, ""))
        yield f"<blockquote>{_p(fill(node.affected, words))}<cite>{person}</cite></blockquote>"
    yield _p(fill(node.power_text.get(setting.power, node.text), words))
    if node.choices:
        yield f"<h3>{escape(fill(node.ask, words))}</h3>"
        ways = "".join(_way(each, words, numbers) for each in node.choices)
        yield f'<ul class="ways" role="list">{ways}</ul>'
        yield _names(node.choices, words)
    if node.to:
        onward = numbers[node.to]
        yield f'<p><a class="go" href="#n{onward}" data-to="{onward}">{escape(_("Go on"))}</a></p>'
    if node.end:
        yield from _ending(scene, node, words)
    yield "</section>"


def _way(choice: Choice, words: Words, numbers: Numbers) -> str:
    number, say = numbers[choice.to], escape(fill(choice.say, words))
    return f'<li><a class="way" href="#n{number}" data-to="{number}">{say}</a></li>'


def _names(choices: tuple[Choice, ...], words: Words) -> str:
    """What each choice does, by name; folded, to be read after choosing."""
    rows = "".join(
        f"<dt>{escape(fill(each.say, words))}</dt><dd>{escape(named_words(each))}</dd>" for each in choices
    )
    return f"<details><summary>{escape(_('What each of them does'))}</summary><dl>{rows}</dl></details>"


def _ending(scene: Scene, node: Node, words: Words) -> Iterator[str]:
    yield f"<h3>{escape(_('Another way'))}</h3>{_p(fill(node.consider, words))}"
    ways = (scene.choice(name) for name in node.another_way)
    items = "".join(f"<li>{escape(fill(way.say, words))}</li>" for way in ways if way)
    yield f"<ul>{items}</ul>" if items else ""
    if node.intention:
        yield f'<div class="plan"><h3>{escape(_("For this week"))}</h3>'
        yield f"{_p(node.intention.sentence, 'next')}</div>"
    yield f'<p><a class="go" href="#n1">{escape(_("Back to the beginning"))}</a></p>'


def _p(text: str, kind: str = "") -> str:
    if not text:
        return ""
    mark = f' class="{kind}"' if kind else ""
    return f"<p{mark}>{escape(text)}</p>"
