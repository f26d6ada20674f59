"""CHAT transcripts (.cha) of the CHILDES and TalkBank archives, read with pylangacq, which is an extra.

An utterance that somebody else cut off (`+/.`) ends in a dash here, as in other transcripts; one that the
speaker broke off alone (`+//.`) does not. Words nobody could make out (`xxx`) are not in the text.
"""

from collections.abc import Sequence
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from alongside.core.language import gettext as _
from alongside.listen.readers.plain import estimated_ends
from alongside.listen.source import Unreadable
from alongside.listen.transcript import Problem, Source, Transcript

_CUT_OFF = ("+/.", "+/?")
_ENDS = frozenset({".", "?", "!"})
_CLOSE = frozenset({",", ";", ":"}) | _ENDS

Span = tuple[float, float] | None


def read(source: Source) -> Transcript:
    """The utterances of a CHAT transcript. Raises Unreadable without the extra, or for a broken file."""
    try:
        pylangacq = import_module("pylangacq")
    except ModuleNotFoundError as error:
        cause, way_out = _("CHAT transcripts need one more package;"), _("run pip install 'alongside[chat]'.")
        raise Unreadable(source.name, cause, way_out) from error
    try:
        document = pylangacq.CHAT.from_strs([source.text])
        names = {one.code: one.name for one in document.participants()}
        found = [
            (utterance.participant, utterance.time_marks, [token.word for token in utterance.tokens or ()])
            for utterance in document.utterances()
            if utterance.participant
        ]
    except Exception as error:  # the parser's own errors are of many kinds
        cause = _("The CHAT transcript is broken: %(why)s.") % {"why": str(error).split("\n")[0].rstrip(".")}
        raise Unreadable(source.name, cause, _("Check it with CLAN's “check” and try again.")) from error
    rows = [(names.get(code) or code, marks, _text(words)) for code, marks, words in found]
    return _transcript(rows)


def _text(words: Sequence[str]) -> str:
    """The words as a sentence."""
    text = ""
    for word in words:
        if word in _CUT_OFF:
            text += "—"
        elif word in _CLOSE:
            text += word
        elif not word.startswith("+"):
            text += f" {word}"
    return text.strip()


def _transcript(rows: Sequence[tuple[str, tuple[int, int] | None, str]]) -> Transcript:
    spoken = [row for row in rows if any(sign.isalnum() for sign in row[2])]
    texts = [text for _label, _marks, text in spoken]
    start, end, estimated = _times([marks for _label, marks, _text in spoken], texts)
    silent = len(rows) - len(spoken)
    return Transcript(
        labels=[label.replace("_", " ") for label, _marks, _text in spoken],
        start=start.tolist(),
        end=end.tolist(),
        texts=texts,
        cues=len(spoken),
        problems=[Problem(line=1, why=_("an utterance holds no words that could be made out"))] * silent,
        estimated=estimated,
        times=estimated < len(spoken),
    )


def _times(
    marks: Sequence[tuple[int, int] | None], texts: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.float64], int]:
    """Start, end, and how many are ours: an utterance without marks begins where the one before ended."""
    spans = np.array([mark or (np.nan, np.nan) for mark in marks], np.float64).reshape(-1, 2) / 1000
    missing = np.isnan(spans[:, 0])
    if missing.all():
        return spans[:, 0], spans[:, 1], len(marks)
    for row in np.flatnonzero(missing).tolist():
        spans[row, 0] = spans[row - 1, 1] if row else 0.0
        spans[row, 1] = spans[row, 0]
        ends = estimated_ends(spans[row : row + 1, 0], texts[row : row + 1])
        following = spans[row + 1 :, 0][~np.isnan(spans[row + 1 :, 0])]
        spans[row, 1] = max(spans[row, 0], min([float(ends[0]), *following[:1].tolist()]))
    return spans[:, 0].copy(), spans[:, 1].copy(), int(missing.sum())
