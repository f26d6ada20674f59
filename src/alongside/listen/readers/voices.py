"""Who speaks in a WebVTT payload: voice tags, or Zoom's "Name: text". And the text without markup.

A voice holds for its own cue and is never inherited. A Zoom prefix is a name only if it recurs or is known
from the roster, the chat or an alias; "Note: we start late" is no person called Note.
"""

import html
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

# Compiled at first use, which most files never come to: compiling costs more than reading a short one.
_ONE_VOICE = r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>([^<]*)(?:</v>)?\s*"
_VOICE = r"<v(?:\.[^\s>]*)?(?:\s+([^>]*))?>"
_TAG = r"</?(?:[bciuv]|ruby|rt|lang)(?:[.\s][^<>]*)?>|<[0-9]+:[0-9:.]+>"
_LONGEST_NAME = 80  # Own choice: Zoom allows 64 characters, Teams a little more.
_WORDS_IN_A_NAME = 4  # Own choice: what stands once before a colon and is longer is a phrase.
_SAME_EACH_TIME = 3  # Own choice: "Ana: Design: " before each of three cues is a name, before one it is talk.
_SHARE_NAMED = 0.5  # Own choice: below it the file is captions in which a few lines hold a colon.


def plain(text: str) -> str:
    """The text without tags, entities and line breaks."""
    if "<" in text:
        text = re.sub(_TAG, "", text)
    if "&" in text:
        text = html.unescape(text)
    return " ".join(text.split("\n")).strip()


def all_plain(texts: Sequence[str]) -> list[str]:
    """Each text without tags, entities and line breaks. Most files have none: one look tells."""
    joined = "".join(texts)
    if any(sign in joined for sign in "<&\n"):
        return [plain(text) for text in texts]
    return [text.strip() for text in texts]


def one_voice_each(heads: Sequence[str | None], rests: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Names and texts where every payload, cut at ">", is one plain `<v Name>text</v>`; else None."""
    known = {head for head in set(heads) if head and head.startswith("<v ") and "\n" not in head}
    texts = [rest.removesuffix("</v>") for rest in rests]
    if "<" in "".join(texts) or not all(texts) or not known.issuperset(heads):
        return None
    names = {head: plain(head[3:]) for head in known}
    return [names[head] for head in heads if head], all_plain(texts)


def by_tag(payload: str) -> list[tuple[str, str]]:
    """(name, text) of each voice in a payload, in order; "" for text that stands outside every voice."""
    match = re.fullmatch(_ONE_VOICE, payload)
    if match:
        return [(plain(match[1]), plain(match[2]))]
    before, *rest = re.split(_VOICE, payload)
    pieces = [("", before)]
    for name, spoken in zip(rest[::2], rest[1::2], strict=True):
        inside, _tag, outside = spoken.partition("</v>")
        pieces += [(name or "", inside), ("", outside)]
    return [(plain(name), text) for name, text in ((n, plain(t)) for n, t in pieces) if text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefixes:
    """The prefixes of a file that are names, and those that stand before one cue only and might be."""

    names: frozenset[str]
    doubtful: frozenset[str]
    longer: Mapping[str, str]

    @property
    def simple(self) -> frozenset[str]:
        """Names that end at the first colon."""
        return self.names - self.longer.keys()

    def split(self, payload: str) -> tuple[str | None, str]:
        """(name, text); name is "" where it is in doubt, None where the payload names nobody."""
        head, colon, text = payload.partition(": ")
        if colon and head in self.longer and text.startswith(self.longer[head]):
            added = self.longer[head]
            return f"{head}: {added[:-2]}", text[len(added) :]
        if colon and head in self.names:
            return head, text
        return ("" if colon and head in self.doubtful else None), payload


def prefixes(heads: Sequence[str | None], rests: Sequence[str], *, known: Collection[str]) -> Prefixes | None:
    """What stands before ": " and is a name. None for captions, which name nobody."""
    counts = Counter([*heads, *_heads_of_further_lines(rests)])
    del counts[None]
    names = {
        h
        for h, n in counts.items()
        if h and (n > 1 or h in known) and len(h) <= _LONGEST_NAME and "\n" not in h
    }
    with_colon = {name for name in known if ": " in name}
    longer = {name.partition(": ")[0]: name.partition(": ")[2] + ": " for name in with_colon}
    if not (names & set(known) or longer) and sum(counts[name] for name in names) < _SHARE_NAMED * len(heads):
        return None
    longer |= _two_part(
        heads, rests, {name for name in names - set(known) if counts[name] >= _SAME_EACH_TIME}
    )
    doubtful = {
        head for head, n in counts.items() if head and n == 1 and head not in names and _may_be_name(head)
    }
    return Prefixes(names=frozenset(names), doubtful=frozenset(doubtful), longer=longer)


def _heads_of_further_lines(rests: Sequence[str]) -> Iterator[str | None]:
    """What stands before ": " in the second line of a cue and below, where somebody else may speak."""
    for rest in rests:
        if "\n" in rest:
            cuts = [line.partition(": ") for line in rest.split("\n")[1:]]
            yield from (head for head, colon, _text in cuts if colon)


def _two_part(heads: Sequence[str | None], rests: Sequence[str], names: Collection[str]) -> dict[str, str]:
    """Names that hold a colon themselves: whatever they say begins with the same "Design: "."""
    begins = {head: rest.partition(": ") for head, rest in _first_said(heads, rests, names).items()}
    longer = {head: added + colon for head, (added, colon, _text) in begins.items() if colon}
    return {
        head: added
        for head, added in longer.items()
        if len(added) <= _LONGEST_NAME
        and all(rest.startswith(added) for other, rest in zip(heads, rests, strict=True) if other == head)
    }


def _first_said(heads: Sequence[str | None], rests: Sequence[str], names: Collection[str]) -> dict[str, str]:
    """What each name says first. A name that only begins further lines of cues is not among them."""
    first: dict[str, str] = {}
    for head, rest in zip(heads, rests, strict=True):
        if head is not None and head in names and head not in first:
            first[head] = rest
            if len(first) == len(names):
                break
    return first


def _may_be_name(head: str) -> bool:
    words = head.split()
    return 0 < len(words) <= _WORDS_IN_A_NAME and not any(word[0].islower() for word in words)
