"""The guides behind Help: the Markdown files of docs/, shown in the app as they are.

Headings get ids, so that a finding can lead to the measure it rests on. Tables and examples may be wider than
the page: each scrolls in a region of its own, named after its heading. Links between guides lead to Help.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

_PACKAGED: Final = Path(__file__).parent / "docs"
_IN_THE_TREE: Final = Path(__file__).parents[3] / "docs"
DOCS: Final = _PACKAGED if _PACKAGED.exists() else _IN_THE_TREE

FIRST: Final = (
    "first-week",
    "look-at-a-meeting",
    "learn",
    "practise",
    "plan-and-look-back",
    "privacy",
    "limits",
)
"""The guides as somebody new reads them (our choice); the rest follow by title."""

_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
_WIDE: Final = {"table_open": "table", "fence": "example", "code_block": "example"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One page: its address below /help/, its title, its first sentence, its text as HTML."""

    slug: str
    title: str
    lead: str
    html: SafeString


def guide(slug: str) -> Guide | None:
    """The guide of that address ("guides/first-week"), or None."""
    return _guides().get(slug)


def guides(folder: str) -> tuple[Guide, ...]:
    """The guides of a folder of docs/ ("guides", "method"): what to read first, then by title."""
    found = [page for slug, page in _guides().items() if slug.startswith(f"{folder}/")]
    return tuple(sorted(found, key=_place))


def anchor(heading: str) -> str:
    """The id of a heading, as GitHub and mkdocs make it: "Who can read it?" is who-can-read-it."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


def read(text: str, *, slug: str) -> Guide:
    """A guide from its Markdown."""
    tokens = _MARKDOWN.parse(text)
    title = next((inline for tag, inline in _blocks(tokens) if tag == "h1"), None)
    lead = next((inline for tag, inline in _blocks(tokens) if tag == "p"), None)
    _name_headings(tokens)
    _turn_links(tokens, folder=posixpath.dirname(slug))
    _plain_cells(tokens)
    shown = list(_with_regions(tokens))
    return Guide(
        slug=slug,
        title=_words(title),
        lead=re.split(r"(?<=[.?!])\s", _words(lead), maxsplit=1)[0],
        html=SafeString(_MARKDOWN.renderer.render(shown, _MARKDOWN.options, {})),
    )


@lru_cache(maxsize=1)
def _guides() -> dict[str, Guide]:
    slugs = {file.relative_to(DOCS).with_suffix("").as_posix(): file for file in sorted(DOCS.glob("*/*.md"))}
    return {slug: read(file.read_text("utf-8"), slug=slug) for slug, file in slugs.items()}


def _place(page: Guide) -> tuple[int, str]:
    name = posixpath.basename(page.slug)
    return (FIRST.index(name) if name in FIRST else len(FIRST), page.title)


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    """Headings and paragraphs: the tag, and what stands in it."""
    for place, token in enumerate(tokens):
        if token.type in {"heading_open", "paragraph_open"}:
            yield token.tag, tokens[place + 1]


def _words(inline: Token | None) -> str:
    """What a heading or paragraph says, without its markup."""
    parts = inline.children or [] if inline else []
    return "".join(" " if part.type in {"softbreak", "hardbreak"} else _plain(part) for part in parts)


def _plain(part: Token) -> str:
    return part.content if part.type in {"text", "code_inline"} else ""


def _name_headings(tokens: Sequence[Token]) -> None:
    """Give each heading its id; the page's own heading can take the focus."""
    used: set[str] = set()
    for place, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        name = unique = anchor(_words(tokens[place + 1])) or "part"
        again = 0
        while unique in used:
            again += 1
            unique = f"{name}-{again}"
        used.add(unique)
        token.attrSet("id", unique)
        if token.tag == "h1":
            token.attrSet("tabindex", "-1")


def _turn_links(tokens: Sequence[Token], *, folder: str) -> None:
    for token in tokens:
        for part in token.children or []:
            if part.type == "link_open":
                part.attrSet("href", _inside_help(str(part.attrGet("href") or ""), folder=folder))


def _inside_help(href: str, *, folder: str) -> str:
    """A link from one file of docs/ to another, as a link from one page of Help to another."""
    path, hash_mark, place = href.partition("#")
    if ":" in path or not path.endswith(".md"):
        return href
    target = posixpath.normpath(posixpath.join(folder, path)).removesuffix(".md")
    return "../../" + (f"{target}/" if target != "index" else "") + hash_mark + place


def _with_regions(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with a labelled region around everything that may be wider than the page."""
    heading, counted = "", dict[str, int]()
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading, counted = _words(tokens[place + 1]), {}
        if token.type in _WIDE and token.level == 0:
            kind = _WIDE[token.type]
            counted[kind] = counted.get(kind, 0) + 1
            yield _html(_region(kind, heading=heading, number=counted[kind]))
        yield token
        if token.level == 0 and (token.type == "table_close" or _WIDE.get(token.type) == "example"):
            yield _html("</div>")


def _plain_cells(tokens: Sequence[Token]) -> None:
    """No inline styles, which our policy forbids; and an empty heading of a column is no heading."""
    for place, token in enumerate(tokens):
        if token.type in {"th_open", "td_open"}:
            token.attrs.pop("style", None)
        if token.type == "th_open" and not tokens[place + 1].content:
            token.tag = tokens[place + 2].tag = "td"


def _region(kind: str, *, heading: str, number: int) -> str:
    words = _("Table: %(heading)s") if kind == "table" else _("Example: %(heading)s")
    label = words % {"heading": heading} + (f" ({number})" if number > 1 else "")
    return format_html('<div class="table-region" role="region" aria-label="{}" tabindex="0">', label)


def _html(text: str) -> Token:
    return Token("html_block", "", 0, content=f"{text}\n")
