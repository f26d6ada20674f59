"""Real meetings from outside the repository: what is in the files, counted by other means."""

import os
from collections import defaultdict
from pathlib import Path

import pytest

from alongside.listen import formats
from alongside.listen.conversation import Capability, Extras

REAL = Path(os.environ.get("ALONGSIDE_REAL_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
TRIO = REAL / "meetings" / "zoom-trio"
AMI = REAL / "meetings" / "ami"
needs_trio = pytest.mark.skipif(not TRIO.is_dir(), reason=f"no real Zoom meeting at {TRIO}")
needs_ami = pytest.mark.skipif(not AMI.is_dir(), reason=f"no AMI meetings at {AMI}")


@needs_trio
def test_the_zoom_meeting_has_its_cues_speakers_roster_and_offers():
    extras = Extras(roster=(TRIO / "participants.csv").read_bytes(), chat=(TRIO / "chat.txt").read_bytes())
    conversation = formats.read(TRIO / "transcript.vtt", extras=extras)
    assert conversation.format == "zoom-vtt"
    assert conversation.loss.read == 300
    assert len(set(conversation.speaker.tolist())) == 5
    assert conversation.loss.unattributed == 0
    assert sum(person.on_roster for person in conversation.people) == 10
    assert len(conversation.alias_offers) == 2
    assert any("(Wings)" in right for _left, right in conversation.alias_offers)
    assert any("iPad" in right for _left, right in conversation.alias_offers)
    assert Capability.OVERLAP not in conversation.can
    assert len(conversation.chat) == 10


def union_s(spans: list[tuple[float, float]]) -> float:
    """Length of the union by walking the spans in order of start."""
    total, reached = 0.0, 0.0
    for begin, end in sorted(spans):
        total += max(0.0, end - max(begin, reached))
        reached = max(reached, end)
    return total


@needs_ami
@pytest.mark.parametrize("path", sorted(AMI.glob("*.rttm")), ids=lambda path: path.stem)
def test_seconds_of_speech_of_each_label_equal_an_independent_union(path):
    expected: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        _type, _file, _channel, start, duration, _a, _b, label, *_rest = line.split()
        expected[label].append((float(start), float(start) + float(duration)))
    conversation = formats.read(path)
    for place, person in enumerate(conversation.people):
        mine = conversation.speaker == place
        spans = list(zip(conversation.start[mine].tolist(), conversation.end[mine].tolist(), strict=True))
        assert union_s(spans) == pytest.approx(union_s(expected[person.label]), rel=0.001)
    assert {person.label for person in conversation.people} == set(expected)
    assert len(conversation) == sum(map(len, expected.values()))
    assert Capability.OVERLAP in conversation.can
