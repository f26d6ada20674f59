"""Every word of a template can be translated, and templates stay within what the page's rules allow."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = sorted((ROOT / "src/alongside").glob("**/templates/**/*.html"))
NOT_SPEECH = {"script", "style", "code"}  # what one types stays as it is in every language
SPOKEN = {"title", "placeholder", "aria-label", "aria-description", "alt"}
TAGS = {
    *("load", "extends", "block", "endblock", "include", "static", "url", "csrf_token"),
    *("if", "elif", "else", "endif", "for", "empty", "endfor"),
    *("translate", "blocktranslate", "plural", "endblocktranslate"),
    *("get_current_language", "get_current_language_bidi"),
}
OF_ELEMENTS = {"slot", "endslot"}
"""What the parts that django-allauth composes its own pages of are made with."""
NOT_SHOWN = re.compile(
    r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{%\s*comment.*?endcomment\s*%}|{#.*?#}|{%.*?%}|{{.*?}}",
    re.DOTALL,
)
WORD = re.compile(r"[^\W\d_]{2,}")


class Reader(HTMLParser):
    """Collects what a reader would see or hear and what no translator would."""

    def __init__(self):
        super().__init__()
        self.bare = []
        self.inside = []

    def handle_starttag(self, tag, attrs):
        if tag in NOT_SPEECH:
            self.inside.append(tag)
        self.bare += [value for name, value in attrs if name in SPOKEN and value and WORD.search(value)]

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside and WORD.search(data):
            self.bare.append(data.strip())


def untranslated(source):
    reader = Reader()
    reader.feed(NOT_SHOWN.sub(" ", source))
    reader.close()
    return reader.bare


def test_the_check_finds_a_bare_text_and_a_bare_attribute():
    assert untranslated('<p title="Hello">{% translate "Fine" %} not fine</p>') == ["Hello", "not fine"]


def test_the_check_leaves_translated_words_and_data_alone():
    said = "{% blocktranslate %}a {{ b }}{% endblocktranslate %}"
    source = '<p id="heading" aria-label="{% translate "Fine" %}">' + said + " · {{ c }}</p>"
    assert untranslated(source) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
class TestEachTemplate:
    def test_every_word_goes_through_translation(self, path):
        assert untranslated(path.read_text(encoding="utf-8")) == []

    def test_only_lays_out_what_the_view_prepared(self, path):
        used = set(re.findall(r"{%-?\s*(\w+)", path.read_text(encoding="utf-8")))
        assert used <= TAGS | (OF_ELEMENTS if "allauth/elements" in path.as_posix() else set())

    def test_has_no_inline_script_or_style(self, path):
        source = path.read_text(encoding="utf-8")
        markup = NOT_SHOWN.sub(" ", source)
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|hx-on|hx-vals=.js:|javascript:", markup)
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", source))

    def test_every_form_that_changes_something_carries_its_token(self, path):
        forms = re.findall(r"<form\b.*?</form>", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert all("{% csrf_token %}" in form for form in forms if re.search(r'method="post"', form))

    def test_nothing_is_marked_safe(self, path):
        assert not re.search(r"\|\s*safe\b|autoescape", path.read_text(encoding="utf-8"))
