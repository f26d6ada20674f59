"""SubRip (.srt): words and times. It has no place for speakers, so nobody is named."""

from alongside.listen.readers.cues import find
from alongside.listen.readers.webvtt import without_speakers
from alongside.listen.transcript import Source, Transcript


def read(source: Source) -> Transcript:
    """The words and times of a SubRip file."""
    return without_speakers(find(source.text))
