"""With others: a sheet that prints, a plan of ninety minutes, a wall that counts hands."""

import html
import re

import pytest
from tests.practise.web.playing import SCENE, WALL, Player
from tests.web.visits import page

from alongside.web.models import AuditRow, SealedEntry

PLAN = "/practise/group/plan/"
THREE = {"scene": ["idea-01", "clinic-desk-01", "dinner-relative-01"], "people": "9"}


@pytest.fixture
def wall(client_of_owner):
    """A session that has come to the first moment of its first scene."""
    player = Player(client_of_owner, WALL, "wall")
    player.answer = client_of_owner.get(WALL, {**THREE, "place": "1"})
    player.press(go="begin")
    return player


def onward(client, text):
    """The page to which "Next" leads."""
    return page(client.get(html.unescape(re.search(r'id="(?:next|on)-\d" href="([^"]+)"', text)[1])))


def begun(client, text):
    """The first moment of the scene whose note this is."""
    return page(
        client.post(
            WALL, {"wall": html.unescape(re.search(r'name="wall" value="([^"]+)"', text)[1]), "go": "begin"}
        )
    )


@pytest.mark.parametrize("people", ["2", "3", "4"])
def test_a_sheet_gives_every_part_and_leaves_an_empty_chair(client_of_owner, people):
    text = page(client_of_owner.get(f"{SCENE}role-play/", {"people": people, "power": "steep", "cast": "0"}))
    assert "Mina is an empty chair." in text
    assert "Tom" in text.split("Parts</h2>")[1].split("The scene")[0]
    assert text.count("→") == 12  # four choices at the start, and two at each of four nodes
    assert "Unreviewed:" in text


def test_somebody_may_play_the_empty_chair_where_there_are_enough(client_of_owner):
    text = page(client_of_owner.get(f"{SCENE}role-play/", {"people": "4", "chair": "played"}))
    assert "is an empty chair." not in text


def test_the_page_of_a_session_suggests_three_scenes(client_of_owner):
    assert page(client_of_owner.get("/practise/group/")).count(" checked>") == 3


def test_the_plan_is_ninety_minutes_without_a_gap(client_of_owner):
    text = page(client_of_owner.get(PLAN, THREE))
    assert "9 people at 2 tables of 5 or 4." in text
    assert "Closing round" in text
    # 10 opening, three scenes of 21, a pause of 5 after the second, 12 to close: 90
    for minute in ("0", "10", "31", "52", "57", "78"):
        assert f'<th scope="row"><bdi>{minute}</bdi></th>' in text


@pytest.mark.parametrize(
    "wrong", [{"scene": ["idea-01"]}, {"people": "3"}, {"people": "x"}, {"people": "9" * 9}, {"scene": []}]
)
def test_too_few_scenes_or_people_are_said_in_words(client_of_owner, wrong):
    text = page(client_of_owner.get(PLAN, {**THREE, **wrong}), 422)
    assert "Please look at this again" in text


def test_most_hands_decide(wall):
    text = wall.press(go="most", **{"hands-ask": "4", "hands-accuse": "3", "hands-wait": ""})
    assert "Shall I say something, or would you rather?" in text.split("Chosen:")[1][:200]


def test_where_two_have_as_many_hands_nobody_is_outvoted(wall):
    text = wall.press(422, go="most", **{"hands-ask": "3", "hands-accuse": "3"})
    assert "Two have as many hands." in text
    assert text.count('value="3"') == 2


def test_without_hands_they_are_asked_for_and_one_can_be_taken_all_the_same(wall):
    assert "Count the hands first" in wall.press(422, go="most")
    assert "Chosen:" in wall.press(choose="ask")


def test_a_session_goes_from_the_opening_to_the_closing_round_and_keeps_nothing(wall):
    before = SealedEntry.objects.count(), AuditRow.objects.count()
    assert "To talk about" not in wall.choose("ask", "do-it")
    assert "To talk about" in wall.press(go="talk")
    assert "To talk about" not in wall.press(go="back")
    wall.press(go="back")
    wall.choose("do-it")
    text = wall.press(go="talk")
    assert "What could be changed beforehand" in text
    titles = []
    for _press in range(4):  # a scene, the pause, a scene, the closing round
        text = (
            onward(wall.client, text)
            if "Begin the scene" not in text
            else onward(wall.client, begun(wall.client, text))
        )
        titles.append(text.split("data-focus>")[1].split("</h1>")[0])
    assert titles[-1] == "Closing round"
    assert "Pause" in titles
    assert "Wipe the board." in text
    assert (SealedEntry.objects.count(), AuditRow.objects.count()) == before


def test_without_a_script_the_minutes_are_plain_words(wall):
    assert "21 minutes, until minute 31 of 90" in page(wall.answer)


def test_a_wall_that_was_changed_leads_to_a_new_beginning(client_of_owner):
    assert "Let's begin again" in page(client_of_owner.post(WALL, {"wall": "x"}), 422)


def test_the_wall_leads_to_nothing_private(wall):
    text = page(wall.answer) + page(wall.client.get(WALL, THREE))
    for private in ('href="/"', "/my-data/", "/commitments/", 'class="nav"'):
        assert private not in text


def test_the_address_of_the_wall_keeps_the_place_and_holds_nothing_that_was_chosen(wall):
    text = wall.choose("ask")
    here = html.unescape(re.search(r'<form method="post" action="([^"#]+)', text)[1])
    assert here.endswith("people=9&place=1")
    assert "ask" not in here.replace("ask=", "")
    again = page(wall.client.get(here))
    assert again.split("data-focus>")[1].split("</h1>")[0] == text.split("data-focus>")[1].split("</h1>")[0]


def test_ending_the_session_is_asked_about_first(wall):
    text = page(wall.answer)
    assert text.index("End the session?") < text.index("Go on") < text.index(">End it</a>")


@pytest.mark.parametrize("wrong", [{}, {"scene": ["idea-01"]}, {**THREE, "people": "x"}])
def test_an_address_of_no_session_leads_to_the_page_that_plans_one(client_of_owner, wrong):
    assert client_of_owner.get(WALL, wrong)["Location"] == "/practise/group/"


@pytest.mark.parametrize("place", ["99", "x", "-1", ""])
def test_a_place_that_is_not_there_gives_way_to_one_that_is(client_of_owner, place):
    assert "End the session?" in page(client_of_owner.get(WALL, {**THREE, "place": place}))


def test_the_lines_of_the_person_concerned_carry_their_name_on_paper(client_of_owner):
    sheet = page(client_of_owner.get(f"{SCENE}role-play/", {"people": "3", "power": "level", "cast": "0"}))
    quotes = re.findall(r"<blockquote><p>([^<]+)", sheet)
    assert quotes
    assert all(line.startswith("Mina: ") for line in quotes)
    assert "print this page with your browser" in sheet
    assert "print this page with your browser" in page(client_of_owner.get(PLAN, THREE))


def test_equal_tables_are_named_by_one_number(client_of_owner):
    assert "8 people at 2 tables of 4." in page(client_of_owner.get(PLAN, {**THREE, "people": "8"}))
