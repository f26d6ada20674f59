"""What cannot be read is refused in one sentence with the way out; nothing else ever reaches a person."""

import random
import re
import subprocess
import sys
from contextlib import suppress
from importlib import import_module

import pytest
from tests.listen import meeting

from alongside.listen import formats
from alongside.listen.conversation import Extras
from alongside.listen.formats import MAX_BYTES, Unreadable
from alongside.listen.readers import cues
from alongside.listen.source import decode

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def refusal(data: bytes, **kw) -> str:
    with pytest.raises(Unreadable) as caught:
        formats.read(data, name="week3.vtt", **kw)
    assert caught.value.place == "week3.vtt"
    assert caught.value.cause
    assert caught.value.way_out
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (PNG, "not a text file"),
        (b"PK\x03\x04rest of a zip", "not a text file"),
        (b"a\0b", "not a text file"),
        (
            b"Dear all, thank you for coming.\n",
            "Zoom, Teams, WebVTT, SRT, Otter, Rev, RTTM, ELAN or CHAT can",
        ),
        (b"a" * 10_000_000, "no transcript"),
        (b"00:00:01\tAna:\thello\n", "--chat"),
        (b"WEBVTT\n\n", "Not one line"),
        (b"\xff\xfe", "no transcript"),
    ],
)
def test_a_file_that_is_no_transcript_is_refused_with_the_way_out(data, words):
    assert words in refusal(data)


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "long.vtt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # a sparse file: no bytes to read
    with pytest.raises(Unreadable, match="51 MB, and at most 50 MB"):
        formats.read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(Unreadable, match="cannot be opened"):
        formats.read(tmp_path / "none.vtt")
    with pytest.raises(Unreadable, match="folder"):
        formats.read(tmp_path)


def test_an_unknown_format_name_is_answered_with_the_known_ones():
    assert "zoom-vtt" in refusal(meeting.VTT, format="wav")


def test_a_named_format_overrides_what_was_recognised():
    conversation = formats.read(meeting.zoom(meeting.said()).encode(), name="a", format="srt")
    assert conversation.people == ()


def test_broken_elan_and_chat_files_are_refused():
    pytest.importorskip("pympi")
    pytest.importorskip("pylangacq")
    assert "ELAN" in refusal(meeting.elan(meeting.said())[:900].encode())
    assert "entities" in refusal(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><ANNOTATION_DOCUMENT/>')
    refusal(b"@UTF8\n@Begin\n*ANA: no tab\n")


@pytest.mark.parametrize(
    ("module", "data", "extra"), [("pympi", "<ANNOTATION_DOCUMENT", "elan"), ("pylangacq", "@UTF8", "chat")]
)
def test_a_missing_extra_is_one_sentence_with_the_command(module, data, extra):
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from alongside.listen import formats\n"
        f"try: formats.read({data.encode()!r}, name='m')\n"
        "except formats.Unreadable as trouble: print(trouble)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert f"run pip install 'alongside[{extra}]'." in said
    assert said.strip().count(".") == 1


def test_recognising_imports_no_numpy():
    code = (
        "import sys; from alongside.listen import formats\n"
        "assert formats.recognise(b'WEBVTT\\n\\n', name='').format == 'webvtt'\n"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One of four accidents: cut off, bytes swapped, a stretch doubled, or read in a wrong encoding."""
    kind = chance.randrange(4)
    if kind == 0:
        return data[: chance.randrange(1, len(data))]
    if kind == 1:
        broken = bytearray(data)
        for _ in range(chance.randrange(1, 200)):
            broken[chance.randrange(len(broken))] = chance.randrange(1, 256)
        return bytes(broken)
    if kind == 2:
        begin = chance.randrange(len(data))
        return data[:begin] + data[begin // 2 : begin] + data[begin:]
    return data.decode("utf-8").encode(
        chance.choice(["utf-16", "cp1252", "cp037", "shift_jis"]), errors="replace"
    )


def arrows(data: bytes, encoding: str) -> int:
    """Cues by a plain count: of each block the first line with an arrow, then those with a digit first."""
    text = data.decode(
        {"cp1252": "cp1252"}.get(encoding, encoding + "-sig" * (encoding == "utf-8")), "replace"
    )
    count, seen = 0, False
    aside = False
    previous_blank = True
    for line in re.split("\r\n|\r|\n", text):
        if previous_blank:
            seen, aside = False, bool(re.match(r"(?:NOTE|STYLE|REGION)(?:\s|$)", line))
        previous_blank = not line
        if "-->" in line and not aside and (not seen or line[:1].isdigit()):
            count, seen = count + 1, True
    return count


def test_a_thousand_broken_files_lose_no_cue_unsaid_and_raise_only_our_own_error():
    chance = random.Random(20)  # noqa: S311 - a fixed seed, not a secret
    said = meeting.said()[:25]
    writers = [meeting.zoom, meeting.teams, meeting.voiced, meeting.srt]
    others = [meeting.rttm, meeting.otter, meeting.rev, meeting.elan, meeting.chat_transcript]
    readable = 0
    for _ in range(1000):
        writer = chance.choice(writers * 2 + others)
        data = mutated(writer(said).encode(), chance)
        try:
            conversation = formats.read(data, name="broken")
        except Unreadable:
            continue
        readable += 1
        assert len(conversation.speaker) == len(conversation.start) == len(conversation.end)
        if conversation.format in {"zoom-vtt", "teams-vtt", "webvtt", "srt"}:
            loss = conversation.loss
            assert loss.read + loss.skipped == arrows(data, loss.encoding)
    assert readable > 600


def test_broken_rosters_chats_and_aliases_raise_only_our_own_error():
    chance = random.Random(21)  # noqa: S311 - a fixed seed, not a secret
    for _ in range(200):
        extras = Extras(roster=mutated(meeting.ROSTER, chance), chat=mutated(meeting.CHAT, chance))
        with suppress(Unreadable):
            assert len(formats.read(meeting.VTT, name="m", extras=extras)) == len(meeting.said())


@pytest.mark.parametrize("filler", ["a", " ", "\n", "(", "a ", "1:", "<", "a.", "[0:", "-->"])
def test_ten_megabytes_of_one_thing_are_answered(filler):
    long = (filler * (10_000_000 // len(filler))).encode()
    assert refusal(long)
    talk = b"WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAna: " + long.replace(b"\n", b" ")
    assert formats.read(talk, name="week3.vtt").loss.read == 1


@pytest.mark.parametrize("filler", ["a", " ", "a.", "(", '"', "a@"])
def test_a_long_line_in_a_roster_or_chat_is_answered(filler):
    with suppress(Unreadable):
        formats.read(meeting.VTT, name="m", extras=Extras(roster=(filler * 300_000).encode()))
    with pytest.raises(Unreadable):
        formats.read(meeting.VTT, name="m", extras=Extras(chat=(filler * 300_000).encode()))


@pytest.mark.parametrize("one", formats.FORMATS, ids=lambda one: one.id)
def test_every_format_of_the_table_has_a_reader(one):
    module, _colon, function = one.reader.partition(":")
    assert callable(getattr(import_module(module), function))


def test_both_ways_to_cut_out_cues_agree_on_broken_files():
    chance = random.Random(22)  # noqa: S311 - a fixed seed, not a secret
    said = meeting.said()
    for _ in range(60):
        writer = chance.choice([meeting.zoom, meeting.teams, meeting.voiced, meeting.srt])
        text = decode(mutated(writer(said * 5).encode(), chance), name="").text  # several pieces of 64 K
        fast, plain = cues.find(text), cues.find(text, plainly=True)
        assert (fast.ids, fast.payloads, fast.problems) == (plain.ids, plain.payloads, plain.problems)
        assert fast.start == plain.start
        assert fast.end == plain.end
