"""The guides behind Help: the Markdown files of docs/, shown in the app as they are."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

_PACKAGED: Final = Path(__file__).parent / "docs"
_IN_THE_TREE: Final = Path(__file__).parents[3] / "docs"
DOCS: Final = _PACKAGED if _PACKAGED.exists() else _IN_THE_TREE


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
    """The guides of a folder of docs/ ("guides", "method"), by title."""
    found = [page for slug, page in _guides().items() if slug.startswith(f"{folder}/")]
    return tuple(sorted(found, key=lambda page: page.title))


@lru_cache(maxsize=1)
def _guides() -> dict[str, Guide]:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    pages = {}
    for file in sorted(DOCS.glob("*/*.md")):
        slug = file.relative_to(DOCS).with_suffix("").as_posix()
        text = file.read_text("utf-8")
        html = str(markdown.render(_LINK.sub(_inside_help, text)))
        pages[slug] = Guide(
            slug=slug, title=_title(text), lead=_lead(text), html=SafeString(_TABLE.sub(_scrolls, html))
        )
    return pages


_LINK: Final = re.compile(r"\]\((?:\.\./)?((?:guides|method)/)?([\w-]+)\.md(#[\w-]+)?\)")
_TABLE: Final = re.compile(r"<table>.*?</table>", re.DOTALL)


def _inside_help(match: re.Match[str]) -> str:
    folder, name, anchor = match.group(1) or "", match.group(2), match.group(3) or ""
    return f"](../../{folder}{name}/{anchor})" if folder else f"](../{name}/{anchor})"


def _scrolls(match: re.Match[str]) -> str:
    return f'<div class="table-region" role="region" aria-label="Table" tabindex="0">{match.group(0)}</div>'


def _title(text: str) -> str:
    return next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), "")


def _lead(text: str) -> str:
    paragraphs = (part.strip() for part in text.split("\n\n"))
    first = next((part for part in paragraphs if part and not part.startswith(("#", "|", "!", "<"))), "")
    return (
        re.sub(r"[*`_]|\[([^]]*)\]\([^)]*\)", r"\1", first.replace("\n", " ")).split(". ")[0].rstrip(".")
        + "."
    )
