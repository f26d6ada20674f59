"""In Markdown the words that a reader sees are read, and code, addresses and markup are not."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.interrupt.documents import shown, words

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "text",
    [
        "`hidden`",
        "``hidden ` hidden``",
        "`hidden\nhidden`",
        "```\nhidden\n```",
        "~~~ hidden\nhidden\n\nhidden\n~~~",
        "````\n```\nhidden\n````",
        "```\nhidden",
        "    hidden\n\n    hidden",
        "\thidden",
        "- x\n\n      hidden",
        "- x\n\n  ```hidden\n  hidden\n  ```",
        "1. x\n\n       hidden",
        "> ```\n> hidden\n> ```",
        "> > ~~~\n> > hidden",
        "[x](hidden)",
        "[x](<hidden hidden>)",
        "[x](hidden_(hidden))",
        "![x](hidden.png)",
        "[x][hidden]",
        "[hidden]: https://hidden.example/hidden",
        "<https://hidden.example/hidden>",
        "<hidden@hidden.example>",
        "https://hidden.example/hidden?hidden=hidden",
        "www.hidden.example/hidden",
        "hidden@hidden.example",
        "./hidden/hidden.md",
        "hidden/hidden.md",
        "<hidden hidden=hidden>",
        "</hidden>",
        "<code>hidden</code>",
        "<kbd>hidden</kbd>",
        "<pre>\nhidden\n\nhidden\n</pre>",
        "<script>\nhidden\n\nhidden\n</script>",
        "<!-- hidden\n\nhidden -->",
        "x <!-- hidden --> x",
        "<?hidden hidden?>",
        "x {{ hidden }} {% hidden %}",
        "# x {#hidden .hidden}",
        "x [^hidden]",
        "---\nlayout: hidden\ntags: [hidden]\n---\n",
        "+++\nhidden = 'hidden'\n+++\n",
    ],
)
def test_what_is_no_word_for_readers_is_hidden(text):
    assert "hidden" not in shown(text, "a.md")


@pytest.mark.parametrize(
    "text",
    [
        "shown",
        "# shown",
        "shown\n=====",
        "*shown* **shown** _shown_ ~~shown~~",
        "[shown](x)",
        '[shown](x "shown")',
        '![shown](x "shown")',
        "[shown][x]",
        '[x]: http://x.example "shown"',
        "[^x]: shown",
        "`x` shown `` x ` x `` shown",
        "a ` shown, and no closing",
        "shown ``` shown",
        "\\`shown\\`",
        "```x``` shown",
        "```\nx\n```\nshown",
        "x\n    shown, for code cannot interrupt a paragraph",
        "- x\n\n  shown\n\n- shown",
        "- x\n\n    shown",
        "> shown\nshown lazily",
        "| shown | `x` |\n|---|---|\n| shown | x |",
        "<b>shown</b> <em class=x>shown</em>",
        '<img src="x" alt="shown">',
        "<a title='shown' href=x>shown</a>",
        '<button aria-label="shown">',
        "1 < 2 and shown > 1",
        "he/she/they shown, and/or shown",
        "---\ntitle: shown\n---\nshown",
        "---\ntags: x\ndescription: >\n  shown\n  shown\nsummary: shown\n---\n",
        '+++\ntitle = "shown"\n+++\nshown',
        "x\n---\nshown: shown\n---\n",
        "<!-- x -->\nshown",
        "<details>\n<summary>shown</summary>\n\nshown\n</details>",
        "10\\. shown",
        "2. shown",
        "***\nshown",
    ],
)
def test_what_readers_see_is_left(text):
    assert shown(text, "a.md").count("shown") == text.count("shown")


def test_imports_and_expressions_are_code_in_mdx_only():
    text = (
        "import Hidden from 'x'\n\nexport const hidden = 1\n\n"
        "# Shown {hidden} <Tab name='x' value={{hidden: 1}}>shown</Tab>\n\n    shown\n"
    )

    assert "idden" not in shown(text, "a.mdx")
    assert words(text, "a.mdx").count("shown") == 2
    assert "Hidden" in shown(text, "a.md")


def test_lines_with_carriage_returns_are_read_like_others():
    assert words("# one\r\n\r\n```x\r\nhidden\r\n```\r\n\r\ntwo `hidden`\r\n", "a.md") == ["", "one", "two"]


WORD = re.compile(r"[^\W_]{2,}")


def seen(text: str) -> Counter[str]:
    """The words that a page shows, by markdown-it-py: the texts of its inline tokens."""
    found: Counter[str] = Counter()
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        for child in token.children or ():
            if child.type == "text":
                found.update(WORD.findall(child.content))
            for inner in child.children or ():
                found.update(WORD.findall(inner.content) if inner.type == "text" else ())
    return found


def unhidden(text: str) -> Counter[str]:
    return Counter(WORD.findall(shown(text, "a.md").replace("·", " ")))


PAGES = [
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "LICENSE-CONTENT.md",
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_of_ours_shows_the_words_that_the_oracle_shows(page):
    # Addresses in running text are words to the oracle and hidden here, so they are taken out of both.
    text = re.sub(
        r"[^\s`]*(?:://|@|www\.|[\w-]\.[\w-]+/|/[\w-]+\.|/\w+/)[^\s`]*", "", page.read_text("utf-8")
    )

    assert unhidden(text) == seen(text)


PIECE = st.sampled_from(
    [
        "word ",
        "other ",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "2. ",
        "> ",
        "    ",
        "  ",
        "# ",
        "*",
        "***\n",
        "---\n",
        "\\",
        "1) ",
        "+ ",
    ]
)


@given(st.lists(PIECE, max_size=24).map("".join))
def test_any_page_of_blocks_and_code_shows_what_the_oracle_shows(text):
    text = "start\n\n" + text  # so that no head of a page is begun

    assert unhidden(text) == seen(text)
