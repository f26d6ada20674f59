"""WebVTT, Zoom and Teams: who is named, who is not, and what a bad cue costs."""

import pytest

from alongside.listen import formats
from alongside.listen.conversation import Capability, Conversation, Extras
from alongside.listen.readers import cues


def cue(start: str, end: str, payload: str, *, id_: str = "1") -> str:
    return f"{id_}\n00:00:{start} --> 00:00:{end}\n{payload}\n\n"


def read(*blocks: str, roster: str | None = None, aliases: dict[str, str] | None = None) -> Conversation:
    extras = Extras(roster=roster.encode() if roster else None, aliases=aliases)
    return formats.read(("WEBVTT\n\n" + "".join(blocks)).encode(), name="week3.vtt", extras=extras)


def spoken(conversation: Conversation) -> list[tuple[str, str]]:
    labels = [person.label for person in conversation.people] + [""]
    assert conversation.texts is not None
    return [
        (labels[s], text) for s, text in zip(conversation.speaker.tolist(), conversation.texts, strict=True)
    ]


def talk(name: str, *, begin: int = 0) -> str:
    return "".join(cue(f"{begin + n:02}.000", f"{begin + n:02}.900", f"{name}: line {n}") for n in range(3))


def test_a_note_is_no_person():
    conversation = read(talk("Ana"), cue("20.000", "21.000", "Note: we start late"))
    assert [person.label for person in conversation.people] == ["Ana"]
    assert spoken(conversation)[-1] == ("", "Note: we start late")


def test_a_prefix_said_once_is_a_name_where_the_roster_has_it():
    once = cue("20.000", "21.000", "Ben: hello")
    assert spoken(read(talk("Ana"), once))[-1] == ("", "Ben: hello")
    assert spoken(read(talk("Ana"), once, roster="Ana\nBen\n"))[-1] == ("Ben", "hello")
    assert spoken(read(talk("Ana"), once, aliases={"Ben": "Ben Okafor"}))[-1] == ("Ben Okafor", "hello")


def test_a_prefix_left_in_doubt_is_named_in_a_note():
    conversation = read(talk("Ana"), cue("20.000", "21.000", "Ben: hello"))
    assert any("“Ben”" in note for note in conversation.loss.notes)
    assert conversation.loss.unattributed == 1


def test_captions_with_a_few_colons_name_nobody():
    lines = ["Warning: hot", "Warning: wet", *(f"line {n} of talk" for n in range(6))]
    conversation = read(*(cue(f"{n:02}.000", f"{n:02}.900", line) for n, line in enumerate(lines)))
    assert conversation.people == ()
    assert Capability.SPEAKERS not in conversation.can


def test_a_cue_without_a_name_goes_on_with_the_speaker_of_less_than_two_seconds_ago():
    near = cue("04.800", "05.000", "and so on")  # the last named cue ends at 2.9, 1.9 s before
    far = cue("08.000", "09.000", "who is this")  # 3 s after
    conversation = read(talk("Ana"), near, far)
    assert spoken(conversation)[-2:] == [("Ana", "and so on"), ("", "who is this")]


def test_a_voice_is_never_inherited():
    conversation = read(cue("01.000", "02.000", "<v Ana>yes</v>"), cue("02.100", "03.000", "and no"))
    assert spoken(conversation) == [("Ana", "yes"), ("", "and no")]


def test_two_voices_in_a_cue_are_two_people_who_share_its_time():
    conversation = read(cue("10.000", "14.000", "<v Ana>one two</v><v.loud Ben>six six</v>"))
    assert spoken(conversation) == [("Ana", "one two"), ("Ben", "six six")]
    # 7 characters each, so each gets half of the four seconds and nothing overlaps.
    assert conversation.start.tolist() == [10.0, 12.0]
    assert conversation.end.tolist() == [12.0, 14.0]
    assert (conversation.loss.read, conversation.loss.estimated) == (1, 2)


def test_a_voice_without_a_closing_tag_and_entities_are_read():
    conversation = read(cue("10.000", "14.000", "<v Ana &amp; Co>salt &amp; pepper <i>now</i>"))
    assert spoken(conversation) == [("Ana & Co", "salt & pepper now")]


def test_a_heart_in_the_chatter_is_no_tag():
    assert spoken(read(talk("Ana"), cue("20.000", "21.000", "Ana: I <3 this")))[-1] == ("Ana", "I <3 this")


def test_teams_cues_of_one_utterance_are_one_row():
    guid = "5f0d6a3e-1c9b-4b0e-8f57-2f5d2c1e9a10"
    conversation = read(
        cue("01.000", "02.000", "<v Ana>Let us</v>", id_=f"{guid}/7-0"),
        cue("02.000", "03.500", "<v Ana>begin.</v>", id_=f"{guid}/7-1"),
        cue("04.000", "05.000", "<v Ana>Now.</v>", id_=f"{guid}/8-0"),
        cue("05.000", "06.000", "<v @1>Yes.</v>", id_=f"{guid}/8-1"),
    )
    assert spoken(conversation) == [("Ana", "Let us begin."), ("Ana", "Now."), ("@1", "Yes.")]
    assert conversation.end.tolist() == [3.5, 5.0, 6.0]
    assert conversation.loss.read == 4
    assert conversation.format == "teams-vtt"


@pytest.mark.parametrize("name", ["مينا كوفاتش", "王小明", "Zoë Ångström", "O'Neill-Vega", "mina"])
def test_names_of_every_script_are_names(name):
    assert {label for label, _text in spoken(read(talk(name)))} == {name}


def test_one_name_written_in_two_unicode_forms_is_one_person():
    composed, decomposed = "Zo\u00eb", "Zoe\u0308"
    assert [person.label for person in read(talk(composed), talk(decomposed, begin=10)).people] == [composed]


def test_a_name_may_hold_a_colon():
    blocks = [cue(f"{n:02}.000", f"{n:02}.900", f"Ana: Design: line {n}") for n in range(3)]
    assert spoken(read(*blocks))[0] == ("Ana: Design", "line 0")
    from_roster = read(talk("Ben"), cue("20.000", "21.000", "Ana: Design: hi"), roster="Ana: Design\nBen\n")
    assert spoken(from_roster)[-1] == ("Ana: Design", "hi")


def test_notes_styles_and_regions_are_no_cues():
    aside = "NOTE\n00:00:01.000 --> 00:00:02.000\nAna: out\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\n"
    conversation = read(aside, talk("Ana"))
    assert (conversation.loss.read, conversation.loss.skipped) == (3, 0)


def test_an_end_before_the_start_is_left_out_and_named_by_line():
    conversation = read(talk("Ana"), cue("30.000", "20.000", "Ana: no"), cue("40.000", "41.000", "Ana: yes"))
    # Header 1-2, three cues of four lines 3-14, id on line 15, times on line 16.
    assert conversation.loss.notes[0] == (
        "week3.vtt, line 16: the end is before the start. 1 of 5 pieces was left out."
    )
    assert (conversation.loss.read, conversation.loss.skipped, conversation.loss.negative) == (4, 1, 1)


def test_many_bad_cues_are_counted_after_the_first_three():
    bad = [cue("30.000", "20.000", "Ana: no")] * 5
    notes = read(talk("Ana"), *bad).loss.notes
    assert notes[-1] == "2 more like these."
    assert len(notes) == 4


def test_an_arrow_in_the_talk_is_talk():
    conversation = read(talk("Ana"), cue("20.000", "21.000", "Ana: File --> Save"))
    assert spoken(conversation)[-1] == ("Ana", "File --> Save")


def test_cues_without_blank_lines_between_them_are_still_cues():
    conversation = read(talk("Ana").replace("\n\n", "\n"))
    assert [text for _label, text in spoken(conversation)] == ["line 0", "line 1", "line 2"]


def test_rolling_captions_count_a_repeated_line_once():
    conversation = read(
        cue("01.000", "02.000", "good<00:00:01.500><c> evening</c>"),
        cue("02.000", "03.000", "good evening\nto everyone"),
    )
    assert conversation.texts == ("good evening", "to everyone")


def test_overlap_is_said_only_where_the_data_shows_it():
    def meeting(early_ms: int) -> Conversation:
        blocks = []
        for n in range(60):
            begin, end = n * 1000, n * 1000 + 1000 + early_ms
            stamps = [f"{ms // 60_000:02}:{ms // 1000 % 60:02}.{ms % 1000:03}" for ms in (begin, end)]
            blocks.append(f"{stamps[0]} --> {stamps[1]}\n<v {'Ana' if n % 2 else 'Ben'}>yes</v>\n\n")
        return read(*blocks)

    assert Capability.OVERLAP not in meeting(0).can
    assert Capability.OVERLAP not in meeting(199).can
    assert Capability.OVERLAP in meeting(200).can


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings_change_nothing(separator, encoding):
    text = ("WEBVTT\n\n" + talk("Zoë")).replace("\n", separator)
    conversation = formats.read(text.encode(encoding), name="a.vtt")
    assert spoken(conversation) == [("Zoë", f"line {n}") for n in range(3)]


def test_windows_text_is_read_with_a_note():
    conversation = formats.read(("WEBVTT\n\n" + talk("Zoë")).encode("cp1252"), name="a.vtt")
    assert conversation.people[0].label == "Zoë"
    assert conversation.loss.encoding == "cp1252"
    assert "Windows-1252" in conversation.loss.notes[0]


def test_cutting_by_stride_and_reading_line_by_line_give_the_same_cues():
    text = "WEBVTT\n\n" + "".join(
        cue(f"{n % 60:02}.000", f"{n % 60:02}.900", f"Ana: line {n}", id_=str(n)) for n in range(4000)
    )
    fast, plain = cues.find(text), cues.find(text, plainly=True)
    assert (fast.ids, fast.payloads, fast.problems) == (plain.ids, plain.payloads, plain.problems)
    assert fast.start == plain.start
    assert fast.end == plain.end
    assert len(fast.payloads) == 4000


def test_a_second_person_in_the_second_line_of_a_cue_is_heard():
    conversation = read(
        cue("01.000", "02.000", "Ana: hi\nBen: yes"), talk("Ana", begin=5), talk("Ben", begin=10)
    )
    assert spoken(conversation)[:2] == [("Ana", "hi"), ("Ben", "yes")]


def test_a_second_line_that_only_looks_like_a_name_goes_on():
    conversation = read(talk("Ana"), cue("05.000", "06.000", "Ana: hi\nNote: late"))
    assert spoken(conversation)[-1] == ("Ana", "hi Note: late")


def test_a_wide_colon_ends_a_name_too():
    wide = "\uff1a"
    lines = [cue(f"{n:02}.000", f"{n:02}.900", f"王小明{wide}你好") for n in range(3)]
    assert spoken(read(talk("مينا", begin=10), *lines))[0] == ("王小明", "你好")


def test_somebody_who_only_speaks_in_the_second_line_of_cues_is_a_person():
    text = "WEBVTT\n\n" + "".join(
        cue(f"0{n}.000", f"0{n}.900", "Bob: hi\nAna: yes", id_=str(n)) for n in range(5)
    )
    conversation = formats.read(text.encode(), name="two.vtt")
    assert [person.label for person in conversation.people] == ["Bob", "Ana"]
