"""One meeting in every format gives the same people and words, and the same shares where there are times."""

import numpy as np
import pytest
from tests.listen import meeting

from alongside.listen import formats, words
from alongside.listen.conversation import Capability, Conversation, Extras

SAID = meeting.said()
WORDS = {
    name: sum(len(cue.text.replace("—", " ").split()) for cue in SAID if cue.name == name)
    for name in meeting.SPEAKERS
}


def words_of(conversation: Conversation) -> dict[str, int]:
    return {
        person.label: int(words.count(conversation.texts)[conversation.speaker == place].sum())
        for place, person in enumerate(conversation.people)
    }


def shares_of(conversation: Conversation) -> dict[str, float]:
    length = conversation.end - conversation.start
    return {
        person.label.replace("_", " "): float(length[conversation.speaker == place].sum() / length.sum())
        for place, person in enumerate(conversation.people)
    }


def expected_shares() -> dict[str, float]:
    total = sum(cue.end_ms - cue.start_ms for cue in SAID)
    return {
        name: sum(cue.end_ms - cue.start_ms for cue in SAID if cue.name == name) / total
        for name in meeting.SPEAKERS
    }


WITH_SPEAKERS = {
    "zoom-vtt": meeting.zoom,
    "teams-vtt": meeting.teams,
    "webvtt": meeting.voiced,
    "otter": meeting.otter,
    "rev": meeting.rev,
    "elan": meeting.elan,
    "chat": meeting.chat_transcript,
}
NEEDS = {"elan": "pympi", "chat": "pylangacq"}


def read(format_id: str, text: str) -> Conversation:
    if format_id in NEEDS:
        pytest.importorskip(NEEDS[format_id], reason=f"the extra for {format_id} is not installed")
    return formats.read(text.encode(), name="meeting")


@pytest.mark.parametrize("format_id", WITH_SPEAKERS)
def test_a_format_is_recognised_by_its_content(format_id):
    found = formats.recognise(WITH_SPEAKERS[format_id](SAID).encode(), name="misleading.png")
    assert found is not None
    assert found.format == format_id


@pytest.mark.parametrize("format_id", WITH_SPEAKERS)
def test_every_format_with_speakers_gives_the_same_people_and_words(format_id):
    assert words_of(read(format_id, WITH_SPEAKERS[format_id](SAID))) == WORDS


@pytest.mark.parametrize("format_id", [*WITH_SPEAKERS, "rttm"])
def test_shares_of_time_agree_within_two_points(format_id):
    text = (WITH_SPEAKERS | {"rttm": meeting.rttm})[format_id](SAID)
    assert shares_of(read(format_id, text)) == pytest.approx(expected_shares(), abs=0.02)


def test_captions_without_speakers_give_the_same_words_and_no_people():
    conversation = formats.read(meeting.srt(SAID).encode(), name="meeting.srt")
    assert int(words.count(conversation.texts).sum()) == sum(WORDS.values())
    assert conversation.people == ()
    assert Capability.SPEAKERS not in conversation.can
    assert (conversation.speaker == -1).all()
    assert len(conversation.loss.notes) == 1
    assert "does not say who spoke" in conversation.loss.notes[0]


def test_rttm_has_times_and_no_words():
    conversation = formats.read(meeting.rttm(SAID).encode(), name="meeting.rttm")
    assert conversation.texts is None
    assert Capability.TEXT not in conversation.can
    assert Capability.OVERLAP in conversation.can


def test_start_only_formats_say_that_ends_are_estimated():
    conversation = formats.read(meeting.otter(SAID).encode(), name="meeting.txt")
    assert conversation.loss.estimated == len(SAID)
    assert Capability.ENDS not in conversation.can
    assert bool((conversation.end[:-1] <= conversation.start[1:]).all())


def test_the_shipped_sample_reads_without_loss_and_knows_the_silent_person():
    extras = Extras(roster=meeting.ROSTER, chat=meeting.CHAT)
    conversation = formats.read(meeting.VTT, name="festival-planning.vtt", extras=extras)
    assert [person.label for person in conversation.people] == [*meeting.SPEAKERS, meeting.SILENT]
    assert conversation.loss.read == len(SAID)
    assert conversation.loss.notes == ()
    assert meeting.SPEAKERS.index("Leif Johansen") in conversation.speaker
    assert len(meeting.SPEAKERS) not in conversation.speaker  # Yusuf Demir has no utterance
    assert conversation.end[-1] >= 12 * 60
    assert {line.speaker for line in conversation.chat} == {1, 2, 5}
    assert all(person.present_s == 16 * 60 for person in conversation.people)


def test_utterances_are_in_order_of_start_whatever_the_file_says():
    conversation = formats.read(meeting.zoom(SAID[::-1]).encode(), name="backwards.vtt")
    assert bool((np.diff(conversation.start) >= 0).all())
    assert words_of(conversation) == WORDS
    assert conversation.texts is not None
    assert conversation.texts[0] == SAID[0].text


CHAT_LINES = """@UTF8
@Begin
@Languages:\teng
@Participants:\tANA Ana_Silva Adult, BEN Ben Adult
@ID:\teng|x|ANA|||||Adult|||
@ID:\teng|x|BEN|||||Adult|||
*ANA:\tI want <to go> [//] to stay because +/.
*BEN:\tno xxx .
*ANA:\twell +//.
*BEN:\txxx .
@End
"""


def test_a_chat_transcript_without_times_has_words_and_marks_of_being_cut_off():
    pytest.importorskip("pylangacq", reason="the extra for chat is not installed")
    conversation = formats.read(CHAT_LINES.encode(), name="m.cha")
    # Retraced words are not counted again, unclear ones are not words, and breaking off oneself is no mark.
    assert conversation.texts == ("I want to stay because—", "no.", "well")
    assert words.count(conversation.texts).tolist() == [5, 1, 1]
    assert Capability.STARTS not in conversation.can
    assert bool(np.isnan(conversation.start).all())
    assert (conversation.loss.read, conversation.loss.skipped) == (3, 1)


def test_an_elan_slot_without_a_value_lies_between_its_neighbours():
    pytest.importorskip("pympi", reason="the extra for elan is not installed")
    said = meeting.said()[:2]
    text = meeting.elan(said).replace(f' TIME_VALUE="{said[0].end_ms}"', "")
    conversation = formats.read(text.encode(), name="m.eaf")
    assert conversation.end[0] == pytest.approx((said[0].start_ms + said[1].start_ms) / 2000)
    assert conversation.loss.estimated == 1
