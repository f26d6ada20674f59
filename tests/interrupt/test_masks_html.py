"""In HTML the words that people see or hear are read; tags, code and addresses are not."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interrupt.documents import shown


@pytest.mark.parametrize(
    "text",
    [
        "<hidden>",
        "<p class=hidden id='hidden' data-x=\"a > hidden\">x</p>",
        "<p\nhidden\n>x",
        "<!-- hidden > hidden -->",
        "<!doctype hidden>",
        "<?hidden hidden?>",
        "<script>if (a < b) hidden('</p>')</script>",
        "<SCRIPT>hidden</Script>",
        "<style>hidden {}</style>",
        "<pre>hidden <b>hidden</b></pre>",
        "<code>hidden<code>hidden</code>hidden</code>",
        "<kbd>hidden</kbd><samp>hidden</samp>",
        "<code>hidden",
        "<script>hidden",
        "<a href='x'>https://hidden.example</a>",
        "{{ hidden }} {% if hidden %} {# hidden #}",
        "<meta name=viewport content='hidden'>",
        "<input value='hidden' name=hidden>",
        "<p title=hidden",
    ],
)
def test_what_is_no_word_for_readers_is_hidden(text):
    assert "hidden" not in shown(text, "a.html")


@pytest.mark.parametrize(
    "text",
    [
        "<p>shown</p>",
        "<title>shown</title>",
        "<img alt='shown'>",
        '<img src=x alt="shown > shown">',
        "<a title='shown'>shown</a>",
        '<button aria-label="shown">shown</button>',
        "<input placeholder='shown'>",
        "<meta name=description content='shown'>",
        "<meta property='og:title' content='shown'>",
        "<code>x</code> shown",
        "<pre>x</pre> shown <pre>x</pre> shown",
        "<script>x</script> shown",
        "<![CDATA[shown]]>",
        "1 < 2 shown",
        "shown &amp; shown",
        "<br/>shown",
        "<code/>shown",
        "don&rsquo;t shown",
    ],
)
def test_what_people_see_or_hear_is_left(text):
    assert shown(text, "a.html").count("shown") == text.count("shown")


class Oracle(HTMLParser):
    """What the standard library's parser takes for text, outside elements of code."""

    CODE = frozenset({"pre", "code", "kbd", "samp", "script", "style"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.depth = 0
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.depth += tag in self.CODE
        spoken = [value for name, value in attrs if name in {"alt", "title"} and value and not self.depth]
        self.texts += [" ", *spoken, " "]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self.depth = max(0, self.depth - (tag in self.CODE))
        self.texts.append(" ")

    def handle_comment(self, _data):
        self.texts.append(" ")

    def handle_data(self, data):
        if not self.depth:
            self.texts.append(data)


def seen(text: str) -> Counter[str]:
    oracle = Oracle()
    oracle.feed(text)
    oracle.close()
    return Counter(re.findall(r"\w{2,}", "".join(oracle.texts)))


ELEMENTS = st.sampled_from(["p", "b", "code", "pre", "script", "em", "kbd", "div"])
WORDS = st.text(st.sampled_from("abcde .,"), max_size=12)


@st.composite
def pages(draw, depth: int = 3) -> str:
    parts = []
    for _turn in range(draw(st.integers(0, 4))):
        tag, text = draw(ELEMENTS), draw(WORDS)
        inner = text if tag == "script" or depth == 0 else text + draw(pages(depth=depth - 1))
        quote = draw(st.sampled_from(["'", '"']))
        about = draw(
            st.sampled_from(
                ["", " class=xx", f" title={quote}{text} > aa{quote}", " data-x='cc > dd'", "\n id=ee"]
            )
        )
        parts.append(
            draw(WORDS)
            + f"<{tag}{about}>{inner}</{tag}>"
            + draw(st.sampled_from(["", "<!-- ff -->", "<br>", " 1 < 2 "]))
        )
    return "".join(parts)


@given(pages())
def test_any_whole_page_shows_what_the_oracle_shows(text):
    left = shown(text, "a.html").replace("·", " ")

    assert Counter(re.findall(r"\w{2,}", left)) == seen(text)
