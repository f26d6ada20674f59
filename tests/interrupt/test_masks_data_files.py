"""In files of data the values that people read are read, and keys, places and programs are not."""

import pytest
from tests.interrupt.documents import passages, shown

from alongside.interrupt.documents import read_passages
from alongside.interrupt.hits import Kind

HIDDEN = [
    ("a.json", '{"hidden": "x"}'),
    ("a.json", '{"hidden" : ["x", {"hidden": 1}]}'),
    ("a.json", '{"x": hidden}'),
    ("a.json", '{"x": "https://hidden.example/hidden"}'),
    ("a.json", '{"hid\\"hidden": 1}'),
    ("a.toml", "[hidden]\nhidden = 1"),
    ("a.toml", '"hidden" = "x"'),
    ("a.toml", "hidden.hidden = 'x'"),
    ("a.yaml", "hidden: x"),
    ("a.yaml", "'hidden': x\n? hidden : x"),
    ("a.yaml", "- hidden: x\n  hidden: &hidden x\n- *hidden\n- !hidden x"),
    ("a.yaml", "run: |\n  hidden\n\n  hidden\n"),
    ("a.yaml", "- run: hidden hidden"),
    ("a.yaml", "script:\n  - hidden\n  - hidden: hidden\n"),
    ("a.yaml", "script:\n- hidden\n- hidden\n"),
    ("a.yaml", "image: hidden/hidden"),
    ("a.yaml", "%hidden\n--- \n"),
    ("a.po", 'msgid "hidden"\nmsgstr "x"'),
    ("a.po", 'msgctxt "hidden"\nmsgid "x"\n"hidden"\nmsgstr "x"'),
    ("a.po", 'msgid ""\nmsgstr ""\n"Hidden-hidden: hidden\\n"\n'),
    ("a.po", '#: hidden.c:1\n#, hidden\n#| msgid "hidden"\n#~ msgid "hidden"\nmsgid "x"\nmsgstr "x"'),
    ("a.po", 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\nmsgid "x"\nmsgstr "hidden"'),
    ("a.pot", 'msgid "x"\nmsgstr "hidden"'),
]
SHOWN = [
    ("a.json", '{"x": "shown shown"}'),
    ("a.json", '["shown", {"x": ["shown"]}]'),
    ("a.jsonl", '{"x": "shown"}\n{"x": "shown"}'),
    ("a.jsonc", '{"x": 1} // shown\n/* shown */'),
    ("a.toml", "x = 'shown' # shown"),
    ("a.toml", 'x = ["shown", "shown"]'),
    ("a.toml", 'x = """\nshown\n"shown" """\n# shown'),
    ("a.yaml", "x: shown # shown\n# shown"),
    ("a.yaml", "x:\n  - shown\n  - 'shown'\n  - x: shown"),
    ("a.yaml", "x: >\n  shown\n  shown: shown\n\n  shown\ny: shown"),
    ("a.yaml", "- x: |\n    shown\n  y: shown"),
    ("a.yaml", "x: shown\n  shown"),
    ("a.yaml", "run: x # shown\nx: shown"),
    ("a.yaml", "run: |\n  x\nx: shown"),
    ("a.yaml", "script:\n- x\nx: shown"),
    ("a.po", '# shown\n#. shown\nmsgid "x"\nmsgstr "shown"\n"shown"'),
    ("a.po", 'msgid "x"\nmsgid_plural "x"\nmsgstr[0] "shown"\nmsgstr[1] "shown"'),
    ("a.po", 'msgid ""\nmsgstr ""\n"Language: en_GB\\n"\n\nmsgid "x"\nmsgstr "shown"'),
    ("a.pot", 'msgid "shown"\n"shown"\nmsgstr ""'),
]


@pytest.mark.parametrize(("name", "text"), HIDDEN)
def test_what_is_no_word_for_readers_is_hidden(name, text):
    assert "hidden" not in shown(text, name).lower()


@pytest.mark.parametrize(("name", "text"), SHOWN)
def test_values_and_comments_are_left(name, text):
    assert shown(text, name).count("shown") == text.count("shown")


@pytest.mark.parametrize(
    "text", ['{"hidden": "shown"}', 'hidden = "shown"', "hidden: shown\n", 'msgid "hidden"\nmsgstr "shown"\n']
)
def test_without_a_name_the_content_tells_the_form(text):
    (passage,) = read_passages(text.encode(), Kind.DATA).passages
    (named,) = passages(
        text.encode(),
        {"{": "a.json", "hidden =": "a.toml", "hidden:": "a.yml", "msgid": "a.po"}[
            next(k for k in ("{", "hidden =", "hidden:", "msgid") if text.startswith(k))
        ],
    )

    assert passage.masked == named.masked
    assert passage.masked
