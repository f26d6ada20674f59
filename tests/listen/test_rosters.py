"""Who was there, what they wrote, and which labels may be one person."""

import pytest
from tests.listen import meeting

from alongside.listen import formats
from alongside.listen.aliases import read_aliases
from alongside.listen.chat import read_chat
from alongside.listen.conversation import Extras
from alongside.listen.formats import Unreadable
from alongside.listen.names import look_alikes
from alongside.listen.roster import read_roster


def labels(text: str) -> list[str]:
    return [one.label for one in read_roster(text.encode(), name="roster").attendees]


def test_a_plain_list_is_a_roster():
    assert labels("Ana Silva\n- Ben Okafor\n\n2. 王小明\nAna Silva\n") == [
        "Ana Silva",
        "Ben Okafor",
        "王小明",
    ]


def test_surnames_first_in_a_list_stay_one_name():
    assert labels("Silva, Ana\nOkafor, Ben\n") == ["Silva, Ana", "Okafor, Ben"]


def test_e_mails_are_dropped_wherever_they_stand():
    assert labels("Ana Silva <ana@example.org>\nBen, ben@example.org\n") == ["Ana Silva", "Ben"]
    assert "@" not in str(read_roster(meeting.ROSTER, name="roster"))


def test_minutes_become_seconds_and_those_of_one_name_are_added():
    text = (
        "Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna,,10,No\nBen,,7,No\nAna,,5,No\n"
    )
    found = read_roster(text.encode(), name="roster").attendees
    assert [(one.label, one.present_s) for one in found] == [("Ana", 900.0), ("Ben", 420.0)]


def test_a_teams_attendance_list_gives_names_and_spans():
    text = "Full Name\tJoin Time\tIn-Meeting Duration\nAna Silva\t1/2/26, 9:00\t1h 2m 5s\n"
    found = read_roster(text.encode("utf-16"), name="roster").attendees
    assert [(one.label, one.present_s) for one in found] == [("Ana Silva", 3725.0)]


def test_two_accounts_of_one_name_are_said():
    text = (
        "Name (Original Name),User Email,Total Duration (Minutes)\nAna,a@x.example,10\nAna,b@x.example,10\n"
    )
    assert "two people called “Ana”" in read_roster(text.encode(), name="roster").notes[0]


@pytest.mark.parametrize("text", ["\n\n", ",,,\n", "a@example.org\n"])
def test_a_roster_without_names_is_refused(text):
    with pytest.raises(Unreadable, match="No name"):
        read_roster(text.encode(), name="roster")


def test_private_messages_are_left_out_and_counted():
    text = (
        "10:00:01 From Ana Silva to Everyone : hello\n"
        "10:00:05 From Ben to Ana Silva (Direct Message) : psst\n"
        "10:00:09 From Ben to Everyone:\n\tgood\n\tmorning\n"
    )
    chat = read_chat(text.encode(), name="chat")
    assert [(one.label, one.text) for one in chat.messages] == [
        ("Ana Silva", "hello"),
        ("Ben", "good morning"),
    ]
    assert chat.notes == ("1 private chat message was left out.",)


def test_a_chat_in_clock_time_is_placed_by_the_start_and_by_nothing_else():
    chat = b"19:01:12\tPriya Raman:\thello\n"
    clock = formats.read(meeting.VTT, name="m", extras=Extras(chat=chat, start=19 * 3600.0))
    assert clock.chat[0].at_s == 72.0
    assert formats.read(meeting.VTT, name="m", extras=Extras(chat=chat)).chat[0].at_s is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mina K.", "Mina Kovac"),
        ("mina", "Mina Kovač"),
        ("Mina Kovac", "Mina Kovač"),
        ("Paul Ito", "Paul Ito (Wings)"),
        ("Eric Sand", "Eric's iPad (Sand)"),
    ],
)
def test_labels_that_look_alike_are_offered(left, right):
    assert look_alikes([left, right]) == ((left, right),)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("George Silva", "George Martin"),
        ("Ana Silva", "Anna Silva"),
        ("SPEAKER_00", "SPEAKER_01"),
        ("Speaker 1", "Speaker 11"),
        ("@1", "@2"),
        ("Mina K.", "Mina Lopez"),
    ],
)
def test_labels_of_two_people_are_not_offered(left, right):
    assert look_alikes([left, right]) == ()


def test_offers_are_never_merged_unasked():
    roster = "Mina K.\n" + "\n".join(meeting.SPEAKERS)
    conversation = formats.read(meeting.VTT, name="m", extras=Extras(roster=roster.encode()))
    assert ("Mina K.", "Mina Kovač") in conversation.alias_offers
    assert "Mina K." in [person.label for person in conversation.people]


def test_an_alias_joins_labels_from_transcript_roster_and_chat():
    aliases = read_aliases('[people."Mina Kovač"]\nlabels = ["Mina K.", "mina"]\n'.encode(), name="a.toml")
    extras = Extras(
        roster=b"Name (Original Name),x,Total Duration (Minutes)\nMina K.,,9\nmina,,12\n",
        chat=b"00:00:05\tmina:\thello\n",
        aliases=aliases,
    )
    conversation = formats.read(meeting.VTT, name="m", extras=extras)
    mina = [person for person in conversation.people if person.label.casefold().startswith("mina")]
    # One person; two devices at the same time were there as long as the longer of them.
    assert [(one.label, one.on_roster, one.present_s) for one in mina] == [("Mina Kovač", True, 720.0)]
    assert conversation.people[conversation.chat[0].speaker] == mina[0]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[people."Ana"]\nlabels = ["Ben"]\n[people."Ben"]\nlabels = ["Ana"]\n', "“Ben”"),
        ('[people."Ana"]\nlabels = ["A"]\n[people."Ben"]\nlabels = ["A"]\n', "“A”"),
        ('[people."Ana"]\nlabels = "A"\n', "“Ana”"),
        ('[people."Ana"]\nlabels = [1]\n', "“Ana”"),
        ('[people."Ana"]\nlabel = ["A"]\n', "“Ana”"),
        ("people = 3\n", "[people.…]"),
        ("[people\n", "TOML"),
    ],
)
def test_a_wrong_alias_entry_is_named_and_nothing_is_applied(text, named):
    with pytest.raises(Unreadable) as caught:
        read_aliases(text.encode(), name="a.toml")
    assert named in caught.value.cause
    assert "No alias was applied" in caught.value.way_out


def test_a_label_of_the_alias_file_that_nobody_has_is_said():
    aliases = {"Mina Kovač": "Mina", "Mina Kovack": "Mina"}
    notes = formats.read(meeting.VTT, name="m", extras=Extras(aliases=aliases)).loss.notes
    assert notes == ("The alias file names labels that are not in this meeting: “Mina Kovack”.",)
