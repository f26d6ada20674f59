"""Plain text with a name and a time before each utterance: Otter ("Name  0:05") and Rev ("Name (00:03):").

Only starts are known. An utterance is taken to last until the next one begins, and no longer than its words
need.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alongside.core.language import gettext as _
from alongside.listen import words
from alongside.listen.readers.heads import OTTER, REV, Head, head
from alongside.listen.transcript import Problem, Source, Transcript

WORDS_PER_SECOND = 2.5  # Own choice: 150 words a minute, an ordinary pace of talk.


def read_otter(source: Source) -> Transcript:
    """A text as Otter exports it."""
    return _read(source, OTTER)


def read_rev(source: Source) -> Transcript:
    """A text as Rev exports it."""
    return _read(source, REV)


def _read(source: Source, pattern: re.Pattern[str]) -> Transcript:
    found: list[tuple[int, Head, list[str]]] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        begun = head(line, pattern)
        if begun:
            found.append((number, begun, [begun.text] if begun.text else []))
        elif found and line.strip():
            found[-1][2].append(line.strip())
    spoken = [(begun, " ".join(lines)) for _number, begun, lines in found if lines]
    texts = [text for _begun, text in spoken]
    start = np.array([begun.start_s for begun, _text in spoken], np.float64)
    return Transcript(
        labels=[begun.label for begun, _text in spoken],
        start=start.tolist(),
        end=estimated_ends(start, texts).tolist(),
        texts=texts,
        cues=len(spoken),
        problems=[
            Problem(line=n, why=_("this piece holds no words")) for n, _begun, lines in found if not lines
        ],
        estimated=len(spoken),
        ends=False,
        overlap=False,
    )


def estimated_ends(start: NDArray[np.float64], texts: Sequence[str]) -> NDArray[np.float64]:
    """Each end: the next start, or the time the words need where that is shorter."""
    needed = words.count(texts) / WORDS_PER_SECOND
    in_order = np.sort(start)
    place = np.searchsorted(in_order, start, side="right")
    following = np.append(in_order, np.inf)[place]
    ends: NDArray[np.float64] = start + np.minimum(following - start, needed)
    return ends
