"""The gallery shows every part, its references hold, and sheet and templates know the same classes."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from alongside.web import gallery

ROOM = Path(__file__).parent.parent.parent / "src/alongside"
PARTS = ROOM / "web/templates/parts"
FRAME = {"here", "nav", "status", "page_head", "link_button", "question"}
"""Parts that belong to the frame of a page, or that other parts are made of."""

REFERENCES = ("for", "aria-labelledby", "aria-describedby", "href")


class Reader(HTMLParser):
    """Collects ids and what refers to them, and each control with its names."""

    def __init__(self):
        super().__init__()
        self.ids = []
        self.references = []
        self.tags = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if found.get("type") != "hidden":
            self.tags.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        for name in REFERENCES:
            value = found.get(name) or ""
            if name != "href":
                self.references += value.split()
            elif value.startswith("#"):
                self.references.append(value[1:])


@pytest.fixture(scope="module")
def page():
    return render_to_string("design.html", gallery.context())


@pytest.fixture(scope="module")
def read(page):
    reader = Reader()
    reader.feed(page)
    return reader


def test_no_id_is_given_twice(read):
    assert [name for name, count in Counter(read.ids).items() if count > 1] == []


def test_every_reference_leads_somewhere(read):
    assert set(read.references) <= set(read.ids)


def test_every_control_has_a_label(read):
    controls = {found["id"] for tag, found in read.tags if tag in {"input", "select", "textarea"}}
    assert controls <= {found.get("for") for tag, found in read.tags if tag == "label"}


def test_everything_that_takes_focus_keeps_its_id_through_a_swap(read):
    pressed = [
        found for tag, found in read.tags if tag in {"button", "input", "select", "textarea", "summary"}
    ]
    assert [found for found in pressed if not found.get("id")] == []


def test_nothing_is_left_unsaid(page):
    assert not re.search(r">\s*None\s*<|\{\{|%\(|\"None\"", page)


def test_every_part_is_shown():
    shown = set(
        re.findall(r"parts/(\w+)\.html", (ROOM / "web/templates/design.html").read_text(encoding="utf-8"))
    )
    assert {path.stem for path in PARTS.glob("*.html")} - FRAME == shown


def test_a_page_is_light_enough_for_a_slow_line(page):
    # The budget of a whole first view, which this longest of our pages keeps alone and uncompressed.
    assert len(page.encode()) <= 60_000


def classes_in_templates():
    sources = [path.read_text(encoding="utf-8") for path in ROOM.glob("**/templates/**/*.html")]
    plain = [re.sub(r"{%.*?%}|{{.*?}}", " ", source) for source in sources]
    return {
        name for source in plain for found in re.findall(r'class="([^"]*)"', source) for name in found.split()
    }


def test_every_class_of_a_template_is_styled():
    sheet = (ROOM / "web/static/alongside/alongside.css").read_text(encoding="utf-8")
    assert classes_in_templates() <= set(re.findall(r"\.([a-z][a-z-]*)", sheet))
