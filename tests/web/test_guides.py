"""Help shows the guides as they are: headings to lead to, regions that scroll, links that stay inside."""

import re

import pytest

from alongside.web import guides
from alongside.web.guides import anchor, read

PAGE = """# A page with `code`

One *plain* sentence, over
two lines. Then another.

## Who can read it?

| What | |
|:-----|--:|
| a | b |

## Again

## Again
"""


def html_of(text, *, slug="guides/here"):
    return str(read(text, slug=slug).html)


def test_what_looks_like_html_stays_text():
    assert "<script" not in html_of("# T\n\n<script>alert(1)</script>\n")


def test_no_inline_style_is_written_because_our_policy_forbids_it():
    assert "style=" not in html_of(PAGE)


@pytest.mark.parametrize("href", ["https://example.org/page.md", "#below", "mailto:us@example.org"])
def test_a_link_that_leads_nowhere_in_docs_is_left_alone(href):
    assert f'href="{href}"' in html_of(f"# T\n\n[there]({href})\n")


def test_a_link_in_an_example_is_left_alone():
    assert "[there](privacy.md)" in html_of("# T\n\n```text\n[there](privacy.md)\n```\n")


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        # Seen from /help/guides/here/, two steps up is /help/.
        ("privacy.md", "../../guides/privacy/"),
        ("privacy.md#erase", "../../guides/privacy/#erase"),
        ("../method/rhythm.md", "../../method/rhythm/"),
        ("../index.md", "../../"),
    ],
)
def test_a_link_from_guide_to_guide_becomes_a_link_from_page_to_page(href, shown):
    assert f'href="{shown}"' in html_of(f"# T\n\n[there]({href})\n")


def test_the_title_and_the_first_sentence_are_plain_words():
    page = read(PAGE, slug="guides/here")

    assert page.title == "A page with code"
    assert page.lead == "One plain sentence, over two lines."


def test_a_page_of_a_title_alone_has_no_first_sentence():
    assert read("# T\n", slug="guides/here").lead == ""


@pytest.mark.parametrize(
    ("heading", "id"),
    [
        ("Who can read it?", "who-can-read-it"),
        ("unanswered-questions", "unanswered-questions"),
        ("Tuesday to Thursday: do it", "tuesday-to-thursday-do-it"),
        ("Überhaupt", "überhaupt"),
    ],
)
def test_a_heading_has_the_id_that_other_readers_of_markdown_give_it(heading, id):
    assert anchor(heading) == id
    assert f'id="{id}"' in html_of(f"# T\n\n## {heading}\n")


def test_two_headings_of_one_name_have_two_ids():
    ids = re.findall(r'id="([^"]+)"', html_of(PAGE))

    assert ids == ["a-page-with-code", "who-can-read-it", "again", "again-1"]


def test_a_table_scrolls_in_a_region_that_is_named_and_can_be_reached_by_keyboard():
    region = '<div class="table-region" role="region" aria-label="Table: Who can read it?" tabindex="0">'

    assert f"{region}\n<table>" in html_of(PAGE)
    assert html_of(PAGE).count("</div>") == 1


def test_two_examples_under_one_heading_have_two_names():
    page = html_of("# T\n\n## Start <&\n\n```console\na\n```\n\n```console\nb\n```\n")

    assert re.findall(r'aria-label="([^"]+)"', page) == [
        "Example: Start &lt;&amp;",
        "Example: Start &lt;&amp; (2)",
    ]


def test_an_empty_cell_at_the_head_of_a_column_is_no_heading():
    head = html_of(PAGE).partition("<thead>")[2].partition("</thead>")[0]

    assert (head.count("<th>"), head.count("<td>")) == (1, 1)
    assert (head.count("</th>"), head.count("</td>")) == (1, 1)


def test_there_is_no_guide_of_an_unknown_name():
    assert guides.guide("guides/../settings") is None


def test_somebody_new_finds_the_first_week_first():
    assert [page.slug for page in guides.guides("guides")][:2] == [
        "guides/first-week",
        "guides/look-at-a-meeting",
    ]


def test_every_name_of_the_order_is_a_guide():
    assert {f"guides/{name}" for name in guides.FIRST} <= {page.slug for page in guides.guides("guides")}
