"""Markdown and MDX: what CommonMark shows as words is for readers, code and addresses are not.

Raw HTML, comments, link targets, reference definitions, and the head of the page (but title, description and
summary) are hidden too. Limits: a link needs no opening bracket here, and a definition over several lines
hides its first line only. Oracle of the tests: markdown-it-py.
"""

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.front_matter import front_matter
from alongside.interrupt.masks.markdown_blocks import blocks
from alongside.interrupt.masks.markdown_inline import inline
from alongside.interrupt.masks.spans import Pair, apart


def mask(data: bytes, *, mdx: bool = False) -> tuple[Span, ...]:
    """What in a Markdown page is not written for readers; in MDX, imports, exports and expressions too."""
    start, unread = front_matter(data)
    hidden: list[Pair] = [*unread]
    read = blocks(data, start=start, mdx=mdx)
    hidden += read.hidden
    for first, last in read.shown:
        hidden += inline(data, first, last, mdx=mdx)
    hidden += addresses(data)
    return apart(hidden)
