"""The graph of a scene as a drawing that also reads as text: nodes in rows, by steps from the start."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

from alongside.core.figures.figure import Markup
from alongside.core.language import gettext as _
from alongside.practise.notes import title_of
from alongside.practise.scenes import Scene
from alongside.practise.walk import start

WIDTH: Final = 720
ROW: Final = 120
BOX: Final = (128, 44)
_STYLE: Final = (
    "text{font:14px system-ui,sans-serif;fill:#1f1b16}rect{fill:#fff;stroke:#0a4f4c;stroke-width:2}"
    "rect.end{stroke-width:4}path{fill:none;stroke:#4a4239;stroke-width:1.5}path.head{fill:#4a4239}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The middle of a node's box, in px."""

    x: float
    y: float


def draw(scene: Scene, *, id: str = "map") -> Markup:
    """The graph as one SVG, with a title and all edges in words as its description."""
    places = places_of(scene)
    height = max(place.y for place in places.values()) + ROW / 2
    title = _("The scene “%(title)s” as a map") % {"title": title_of(scene, start(scene).setting)}
    drawn = "".join((*_edges(scene, places), *_boxes(scene, places)))
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="100%" role="img"'
        f' aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{escape(title)}</title>'
        f'<desc id="{id}-desc">{escape(" ".join(sentences(scene)))}</desc><style>{_STYLE}</style>'
        f'<rect width="100%" height="100%" style="fill:#fbf7f0;stroke:none"/>{drawn}</svg>'
    )


def sentences(scene: Scene) -> tuple[str, ...]:
    """Every edge in words, in file order."""
    return tuple(_sentences(scene))


def places_of(scene: Scene) -> Mapping[str, Place]:
    """Where each node stands: its row is the most steps from the start, ends stand last."""
    rows = rows_of(scene)
    order = {name: place for place, name in enumerate(scene.nodes)}
    found: dict[str, Place] = {}
    for row, group in groupby(sorted(rows, key=lambda name: (rows[name], order[name])), key=rows.__getitem__):
        names = list(group)
        for place, name in enumerate(names):
            x = WIDTH * (place + 0.5) / len(names)
            found[name] = Place(x=x, y=ROW * row + ROW / 2)
    return found


def rows_of(scene: Scene) -> Mapping[str, int]:
    """The row of each node: the most steps from the start, rings left out; ends stand last."""
    rows = {scene.start: 0}
    _lay(scene, scene.start, rows, (scene.start,))
    last = max(rows.values())
    last += any(not scene.nodes[name].end and row == last for name, row in rows.items())
    return {name: last if node.end else rows.get(name, last) for name, node in scene.nodes.items()}


def _lay(scene: Scene, name: str, rows: dict[str, int], above: tuple[str, ...]) -> None:
    for after in scene.nodes[name].leads_to:
        row = rows[name] + 1
        if after not in above and row > rows.get(after, 0):
            rows[after] = row
            _lay(scene, after, rows, (*above, after))


def _sentences(scene: Scene) -> Iterator[str]:
    for node in scene.nodes.values():
        for choice in node.choices:
            told = {"node": node.id, "choice": choice.id, "to": choice.to}
            yield _("From %(node)s, %(choice)s leads to %(to)s.") % told
        if node.to:
            yield _("%(node)s goes on to %(to)s.") % {"node": node.id, "to": node.to}
        if node.end:
            yield _("%(node)s is an end.") % {"node": node.id}


def _boxes(scene: Scene, places: Mapping[str, Place]) -> Iterator[str]:
    width, height = BOX
    for name, place in places.items():
        kind = ' class="end"' if scene.nodes[name].end else ""
        yield (
            f'<rect x="{place.x - width / 2:.0f}" y="{place.y - height / 2:.0f}" width="{width}"'
            f' height="{height}" rx="8"{kind}/><text x="{place.x:.0f}" y="{place.y + 5:.0f}"'
            f' text-anchor="middle">{escape(name)}</text>'
        )


def _edges(scene: Scene, places: Mapping[str, Place]) -> Iterator[str]:
    for node in scene.nodes.values():
        for after in dict.fromkeys(node.leads_to):
            yield _arrow(places[node.id], places[after])


def _arrow(one: Place, other: Place) -> str:
    """A curve from the lower edge of one box to the upper edge of another."""
    height = BOX[1]
    x, y = one.x, one.y + height / 2
    to_x, to_y = other.x, other.y - height / 2 - 6
    bend = max(ROW / 2, abs(to_y - y) / 2) if to_y > y else ROW
    path = f"M{x:.0f} {y:.0f}C{x:.0f} {y + bend:.0f} {to_x:.0f} {to_y - bend:.0f} {to_x:.0f} {to_y:.0f}"
    head = f"M{to_x - 5:.0f} {to_y - 3:.0f}h10l-5 9z"
    return f'<path d="{path}"/><path class="head" d="{head}"/>'
