"""The stylesheet keeps its promises: contrast, mirrored pages, layers, and a size for a slow line."""

import re
from pathlib import Path

import brotli
import pytest

from alongside.core.figures.drawing import PAINT

WEB = Path(__file__).parent.parent.parent / "src/alongside/web"
CSS = (WEB / "static/alongside/alongside.css").read_text(encoding="utf-8")
BARE = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)

TEXT = 7.0
"""Contrast of text (WCAG 2.2, 1.4.6)."""

CONTROL = 3.0
"""Contrast of the borders of controls, of focus and of graphics (WCAG 2.2, 1.4.11 and 2.4.13)."""

GROUNDS = ("paper", "surface", "tint")
ON_GROUNDS = [
    (ink, ground) for ink in ("ink", "soft", "accent", "good", "careful", "stop") for ground in GROUNDS
]
BUTTONS = [("on-accent", "accent"), ("paper", "ink"), ("paper", "stop")]
EDGES = [(edge, ground) for edge in ("border", "accent", "stop") for ground in GROUNDS]


def colours(chapter):
    return dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6});", chapter))


def schemes():
    tokens = BARE.split("@layer tokens {")[1].split("@layer base {")[0]
    light, rest = tokens.split("@media (prefers-color-scheme: dark)")
    dark = rest.split("@media (prefers-contrast: more)")[0]
    return {"light": colours(light), "dark": colours(dark)}


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def declarations():
    """(property, value, what it stands in) for every declaration."""
    for rule in re.finditer(r"([^{}]*)\{([^{}]*)\}", BARE):
        for line in rule.group(2).split(";"):
            name, colon, value = line.partition(":")
            if colon:
                yield name.strip(), value.strip(), rule.group(1).strip()


def test_the_contrast_of_black_on_white_is_twenty_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), ON_GROUNDS + BUTTONS)
def test_text_can_be_read(scheme, ink, ground):
    found = schemes()[scheme]
    assert contrast(found[ink], found[ground]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_controls_focus_and_bars_can_be_seen(scheme, edge, ground):
    found = schemes()[scheme]
    assert contrast(found[edge], found[ground]) >= CONTROL


def test_both_schemes_name_the_same_colours():
    found = schemes()
    assert set(found["light"]) == set(found["dark"])


def test_a_figure_in_a_file_of_its_own_has_the_colours_of_the_page():
    light = schemes()["light"]
    assert PAINT["bar"]["fill"] == PAINT["runs"]["fill"] == light["accent"]
    assert PAINT["label"]["fill"] == PAINT["value"]["fill"] == PAINT["even"]["fill"] == light["ink"]
    assert PAINT["soft"]["fill"] == light["soft"]
    assert PAINT["hatch"]["stroke"] == PAINT["ground"]["fill"] == light["border"]


def test_colours_are_named_once_and_used_by_name():
    outside = BARE.split("@layer base {")[1].split("@layer print {\n")[0]
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b(?![^{}]*\{)", outside)


def test_every_name_that_is_used_is_defined():
    assert set(re.findall(r"var\(--([a-z0-9-]+)", BARE)) <= set(re.findall(r"--([a-z0-9-]+):", BARE))


def test_no_property_names_a_physical_side():
    physical = re.compile(
        r"(^|-)(left|right|top|bottom)(-|$)|^(width|height|min-width|max-width|min-height|max-height)$"
    )
    assert not [name for name, _, _ in declarations() if physical.search(name)]


def test_no_value_names_a_physical_side():
    sided = ("text-align", "float", "clear", "transform-origin")
    assert not [
        value for name, value, _ in declarations() if name in sided and re.search("left|right", value)
    ]


def test_nothing_shouts_important():
    allowed = BARE.split("@layer print {")[0]
    assert "!important" not in re.sub(
        r"@media \(forced-colors: active\) \{.*?\n  \}", "", allowed, flags=re.DOTALL
    )


def test_no_rule_hangs_on_an_id():
    assert not [where for _, _, where in declarations() if re.search(r"#[a-z]", where)]


def test_every_rule_lies_in_a_layer():
    order = re.search(r"@layer ([a-z, ]+);", BARE).group(1).split(", ")
    assert order == ["reset", "tokens", "base", "layout", "parts", "room", "print"]
    rest = re.sub(r"@layer [a-z]+ \{.*?\n\}", "", BARE, flags=re.DOTALL).replace(
        f"@layer {', '.join(order)};", ""
    )
    assert rest.strip() == ""


def test_nothing_moves_for_those_who_asked_for_rest():
    kept = BARE.split("@media (prefers-reduced-motion: no-preference) {")[1].split("\n  }")[0]
    moving = re.compile(r"\b(transition|animation)[a-z-]*:")
    assert moving.findall(kept)
    assert len(moving.findall(BARE)) == len(moving.findall(kept))


def test_the_outline_of_focus_is_never_taken_away():
    outlines = [value for name, value, _ in declarations() if name == "outline"]
    assert outlines == ["3px solid var(--accent)"]


def test_the_sheet_is_small():
    # WEB budget: 8 KB of CSS after brotli; first view 60 KB.
    assert len(brotli.compress(CSS.encode())) <= 8_000
    assert len(CSS.splitlines()) <= 400


def test_the_scripts_of_a_page_are_small():
    scripts = (WEB / "static/vendor/htmx/htmx.min.js", WEB / "static/alongside/focus.js")
    assert sum(len(brotli.compress(script.read_bytes())) for script in scripts) <= 20_000
