"""A letter says the same in both its forms, leads nowhere but home, and keeps quiet about hidden circles."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.language import use_language
from alongside.include.digest import Digest, Digestible, compose
from alongside.include.letter import Every, Line, Section

TODAY = date(2026, 3, 4)
HOME = "https://alongside.example.org/"
STOP = f"{HOME}letters/stop/abc/"
ASK = Line(section=Section.ASKS, text="Take notes so that Mina can speak", url="/asks/1/")
EVENT = Line(section=Section.EVENTS, text="Lunch & listening, 12 March", url="/events/7/")
OWN = Line(section=Section.OWN, text="Your three for this week are ready.", url="/")
SECRET = Line(section=Section.ASKS, text="Owls: walk home together", url="/asks/9/", hidden=True)


def letter(*lines: Line, every: Every = Every.WEEK, title: str = "", note: str = "", hidden: bool = False):
    items = Digestible(home=HOME, stop=STOP, every=every, lines=lines, title=title, note=note, hidden=hidden)
    return compose(items, today=TODAY)


class Read(HTMLParser):
    """The words and the addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.addresses: list[str] = []
        self._skip = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self._skip = tag in {"style", "title"}
        self.addresses += [value for name, value in attrs if name in {"href", "src", "background", "action"}]

    def handle_data(self, data):
        if not self._skip and data.strip():
            self.words.append(" ".join(data.split()))


def words_of(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("secret", ["Owls", "walk home", "asks/9"])
def test_a_line_of_a_hidden_circle_is_told_as_something_and_nothing_more(secret):
    made = letter(ASK, SECRET)

    assert secret not in made.subject + made.text + made.html
    assert made.text.count("Something waits for you.") == 1
    assert "Take notes so that Mina can speak" in made.text


def test_several_hidden_lines_are_one_something_so_that_nobody_counts_them():
    assert letter(ASK, SECRET, SECRET).text == letter(ASK, SECRET).text


def test_the_letter_of_a_hidden_circle_has_no_name_and_no_body():
    made = letter(ASK, EVENT, title="Owls", note="See you on Friday.", hidden=True)
    whole = made.subject + made.text + made.html

    assert not re.search("Owls|Friday|Mina|Lunch|asks|events", whole)
    assert "Something waits for you. Sign in to read it." in made.text


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/x",
        "//elsewhere.example/x",
        "/\\elsewhere.example/x",
        "https://alongside.example.org.elsewhere.example/",
        "https://alongside.example.org@elsewhere.example/",
        "http://alongside.example.org/",
        "javascript:alert(1)",
        "mailto:somebody@elsewhere.example",
    ],
)
def test_no_link_leads_anywhere_but_home(url):
    made = letter(Line(section=Section.HISTORY, text="Read on", url=url))

    assert all(address.startswith(HOME) for address in Read(made.html).addresses)
    assert "elsewhere" not in made.text + made.html
    assert "Read on" in made.text


def test_nothing_is_fetched_when_the_letter_is_opened():
    made = letter(ASK, EVENT, OWN)

    assert not re.search(r"<(?:img|link|script|iframe|object|embed|video|audio|form)\b", made.html)
    assert "url(" not in made.html
    assert "@import" not in made.html


def test_the_subject_says_nothing_of_what_is_inside():
    assert letter(ASK, EVENT, title="Reading group", note="Owls").subject == "Your weekly letter"
    assert letter(ASK, every=Every.MONTH).subject == "Your monthly letter"
    assert letter(ASK, title="Reading group", every=Every.WRITTEN).subject == "A letter for you"


def test_the_text_is_the_letter_line_by_line():
    assert letter(EVENT, ASK, OWN).text == (
        "Your weekly letter\n"
        "\n"
        "March 4, 2026\n"
        "\n"
        "FOR YOU\n"
        "\n"
        "* Your three for this week are ready.\n"
        "  https://alongside.example.org/\n"
        "\n"
        "WHAT YOUR CIRCLES ASK FOR\n"
        "\n"
        "* Take notes so that Mina can speak\n"
        "  https://alongside.example.org/asks/1/\n"
        "\n"
        "COMING UP\n"
        "\n"
        "* Lunch & listening, 12 March\n"
        "  https://alongside.example.org/events/7/\n"
        "\n"
        "-- \n"
        "You asked for this letter once a week. Nobody can see whether you open\n"
        "it.\n"
        "End these letters:\n"
        "https://alongside.example.org/letters/stop/abc/\n"
    )


def test_what_the_steward_wrote_stands_above_in_paragraphs():
    made = letter(EVENT, title="Reading group", note="Dear all,\r\n\r\nwe meet\non Friday.\n\n\n")

    assert made.text.startswith(
        "Reading group\n\nMarch 4, 2026\n\nDear all,\n\nwe meet on Friday.\n\nCOMING UP"
    )


def test_typed_signs_stay_signs_in_html():
    made = letter(Line(section=Section.ASKS, text='<b>A</b> & "B" <script>x</script>', url='/a/?b=1&c="2'))

    assert "&lt;b&gt;A&lt;/b&gt; &amp; " in made.html
    assert "<script" not in made.html
    assert Read(made.html).addresses[0] == f'{HOME}a/?b=1&c="2'


def test_each_way_of_reading_colours_is_provided_for():
    page = letter(ASK).html
    dark = page[page.index("prefers-color-scheme: dark") : page.index("max-width: 480px")]

    assert '<meta name="color-scheme" content="light dark">' in page
    # each colour that is written into an element has its dark one in the head
    assert {"#181410", "#221D18", "#F5EFE6", "#CDC3B5", "#8FD8CD"} <= set(re.findall("#[0-9A-F]{6}", dark))
    assert 'style="' in page[page.index("<li") :]


def test_a_language_from_right_to_left_turns_the_letter():
    use_language("ar")
    try:
        assert 'dir="rtl"' in letter(ASK).html
    finally:
        use_language("en")


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200)


@given(
    st.lists(st.builds(Line, section=st.sampled_from(list(Section)), text=TEXTS, url=st.just("/x/1/"))),
    TEXTS,
    TEXTS,
)
def test_the_text_part_is_complete(lines, title, note):
    made: Digest = letter(*lines, title=title.strip(), note=note)
    read, text = Read(made.html), words_of(made.text)

    # Headings stand in capitals in the text; folding may break a long word, so blanks do not count.
    bare = "".join(text.split()).casefold()
    for said in read.words:
        assert "".join(said.split()).casefold() in bare or said.upper() in text
    for address in read.addresses:
        assert address in made.text
