"""A scene as one file, as a SCORM package, and a session for a calendar: what is in them and what is not."""

import base64
import hashlib
import io
import json
import re
import xml.etree.ElementTree as Xml  # our own manifest is read, nothing from outside
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from icalendar import Calendar
from tests.practise.builders import TEXT, example
from tests.terminal import refused, typed

from alongside.core import content
from alongside.practise.group import plan_group
from alongside.practise.player import file_of_player, page
from alongside.practise.scene_files import read_scenes
from alongside.practise.scorm import manifest, package
from alongside.practise.session_calendar import to_calendar

SCENE = example()
SHIPPED = read_scenes().scenes
UNREVIEWED = "Unreviewed: nobody with this experience has checked this scene yet."
IMSCP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADLCP = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
DAY = date(2026, 3, 12)
FIVE = datetime(2026, 12, 3, 17, 0)  # noqa: DTZ001  # five o'clock wherever it is read
SCRIPTS = ("walk.js", "page.js", "scorm.js")


@pytest.fixture
def at_home(ready_folder, tmp_path, monkeypatch):
    """A ready data folder with one scene of the person's own, on 12 March 2026; we stand in an empty one."""
    monkeypatch.setattr(content, "SHIPPED", tmp_path / "nothing-shipped")
    monkeypatch.setenv("ALONGSIDE_TODAY", DAY.isoformat())
    folder = ready_folder / "content" / "en" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(TEXT.replace("credit-standup-01", "standup-of-a-test"), "utf-8")
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


# -- what is not in them -----------------------------------------------------------------------------------


@pytest.mark.parametrize("scene", SHIPPED, ids=lambda scene: scene.id)
def test_no_page_names_an_address_or_leaves_a_brace(scene):
    html = page(scene)
    text = html.partition('<div id="whole">')[2].partition("<script")[0]

    assert not re.search(
        r"https?://|//[a-z]|@import|url\(|src=", html.partition("</style>")[2].partition("<script>")[0]
    )
    assert not re.search(r"[{}]", text)
    assert not re.search(r"(?:src|href)=\"(?!#n\d)", html)


def test_the_script_keeps_nothing_and_asks_nobody():
    code = "".join(map(file_of_player, SCRIPTS))

    assert not re.search(
        r"localStorage|sessionStorage|indexedDB|cookie|fetch\(|XMLHttp|Beacon|pushState|eval", code
    )
    assert not re.search(r"score|suspend_data|interactions|objectives|lesson_location", code)
    assert len(code.encode()) < 15_000


def test_what_a_mark_in_a_text_would_open_stays_text():
    scene = example(("Nobody is insulted.", "</script><img src=x> <!-- & {owner}"))
    html = page(scene)

    assert html.count("</script>") == 2
    assert "<img" not in html
    assert "&lt;/script&gt;&lt;img src=x&gt; &lt;!-- &amp; Mina" in html


# -- the page ----------------------------------------------------------------------------------------------


def test_the_same_scene_gives_the_same_bytes():
    assert page(SCENE) == page(example())
    assert package(SCENE) == package(example())


def test_the_policy_names_the_very_texts_in_the_page():
    html = page(SCENE)
    style = html.partition("<style>")[2].partition("</style>")[0]
    code = html.rpartition("<script>")[2].partition("</script>")[0]
    named = re.findall(r"'(sha256-[^']+)'", html)

    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (code, style)]
    assert named == [f"sha256-{digest}" for digest in digests]
    assert "default-src 'none'" in html


def test_the_whole_scene_is_there_as_text_and_every_link_has_its_place():
    text = page(SCENE).partition('<div id="whole">')[2].partition("</main>")[0]

    for node in SCENE.nodes.values():
        assert node.affected in text
    assert set(re.findall(r'href="#(n\d+)"', text)) == set(re.findall(r'id="(n\d+)"', text))
    assert text.count('class="way"') == 4 + 2 + 2 + 2 + 2  # start, frost, asked, notes, quiet
    assert UNREVIEWED in text
    assert "What you choose here is not kept." in text


def test_a_reviewed_scene_says_nothing_of_reviews():
    assert "Unreviewed" not in page(replace(SCENE, is_reviewed=True))


def test_the_data_of_the_page_is_json_and_holds_every_setting():
    html = page(SCENE)
    data = json.loads(html.partition('id="scene">')[2].partition("</script>")[0])

    assert [power["id"] for power in data["power"]] == ["level", "steep"]
    assert [cast["label"] for cast in data["cast"]] == ["Mina, Tom", "Kofi, Ines", "Mina, Ines", "Kofi, Tom"]
    assert data["unreviewed"].startswith(UNREVIEWED)


# -- the package -------------------------------------------------------------------------------------------


def test_a_package_holds_the_page_the_adapter_and_the_manifest_and_no_more():
    with zipfile.ZipFile(io.BytesIO(package(SCENE))) as archive:
        assert archive.namelist() == ["imsmanifest.xml", "index.html", "scorm.js"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("scene", [SCENE, *SHIPPED], ids=lambda scene: scene.id)
def test_a_manifest_has_what_the_standard_asks_for_in_its_order(scene):
    root = Xml.fromstring(manifest(scene))  # noqa: S314  # our own
    (organization,) = root.iter(f"{IMSCP}organization")
    (item,) = organization.iter(f"{IMSCP}item")
    (resource,) = root.iter(f"{IMSCP}resource")

    assert [child.tag for child in root] == [
        f"{IMSCP}{name}" for name in ("metadata", "organizations", "resources")
    ]
    assert [child.text for child in root[0]] == ["ADL SCORM", "1.2"]
    assert root[1].get("default") == organization.get("identifier")
    assert item.get("identifierref") == resource.get("identifier")
    assert resource.get(f"{ADLCP}scormtype") == "sco"
    assert (resource.get("type"), resource.get("href")) == ("webcontent", "index.html")
    assert [file.get("href") for file in resource] == ["index.html", "scorm.js"]
    ids = [each.get("identifier") for each in root.iter() if each.get("identifier")]
    assert len(set(ids)) == len(ids) == 4
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", each) for each in ids)
    assert len(root.get("version", "")) <= 20  # the least that every system has to take
    assert not re.search("masteryscore|prerequisites", manifest(scene))


def test_a_title_with_marks_does_not_break_the_manifest():
    scene = example(("The idea that changed", "A < B & “{owner}” \\u0007"))
    title = Xml.fromstring(manifest(scene)).find(f".//{IMSCP}title")  # noqa: S314  # our own

    assert title is not None
    assert title.text == "A < B & “Mina”  hands"


# -- the calendar ------------------------------------------------------------------------------------------


def events(data):
    return Calendar.from_ical(data).walk("VEVENT")


def test_a_session_stands_at_its_hour_without_a_zone_for_as_long_as_it_takes():
    (event,) = events(to_calendar(plan_group([SCENE] * 3, minutes=120), begins=FIVE, today=DAY))

    assert event["dtstart"].to_ical() == b"20261203T170000"
    assert event["dtend"].to_ical() == b"20261203T190000"
    assert event["dtstart"].dt.tzinfo is None


def test_its_outline_says_what_begins_when_and_how_to_print_the_rest():
    (event,) = events(to_calendar(plan_group([SCENE] * 3, people=11), begins=FIVE, today=DAY))
    lines = str(event["description"]).splitlines()

    # 90 - 10 - 5 - 12 = 63 minutes are 21 for each of three scenes; the pause comes after the second
    assert lines[:6] == [
        "Minute 0: Opening (10 minutes)",
        "Minute 10: The idea that changed hands (21 minutes)",
        "Minute 31: The idea that changed hands (21 minutes)",
        "Minute 52: Pause (5 minutes)",
        "Minute 57: The idea that changed hands (21 minutes)",
        "Minute 78: Closing round (12 minutes)",
    ]
    assert "You came freely, and you may leave freely. No reason is asked." in lines
    ids = " ".join(["credit-standup-01"] * 3)
    assert lines[-1] == f"The whole plan: alongside practise group {ids} --people 11 --minutes 90"


def test_another_hour_of_the_day_is_the_same_entry_and_another_day_is_not():
    plan = plan_group([SCENE] * 3)
    uids = [
        str(events(to_calendar(plan, begins=begins, today=DAY))[0]["uid"])
        for begins in (FIVE, FIVE.replace(hour=18), FIVE.replace(day=4))
    ]

    assert uids[0] == uids[1] != uids[2]


# -- in the terminal ---------------------------------------------------------------------------------------


def test_a_scene_is_written_beside_the_person_in_both_formats(at_home):
    assert typed("practise", "export", "standup-of-a-test").out == "Written: standup-of-a-test.html\n"
    said = typed("practise", "export", "standup-of-a-test", "--format", "scorm", "--out", "a/b.zip")

    assert said.out == "Written: a/b.zip\n"
    assert "The idea that changed hands" in (at_home / "standup-of-a-test.html").read_text("utf-8")
    assert zipfile.is_zipfile(at_home / "a" / "b.zip")


def test_an_unknown_scene_is_refused_and_nothing_is_written(at_home):
    assert "Nearest: standup-of-a-test." in refused(typed("practise", "export", "standup"))
    assert list(at_home.iterdir()) == []


def test_a_session_is_written_for_its_day(at_home):
    ids = ["standup-of-a-test"] * 3
    said = typed("practise", "session", *ids, "--on", "2026-12-03T17:00", "--minutes", "100")

    assert said.out == "Written: practise-2026-12-03.ics\n"
    (event,) = events((at_home / "practise-2026-12-03.ics").read_bytes())
    assert event["dtend"].to_ical() == b"20261203T184000"
    assert event["dtstamp"].to_ical() == b"20260312T000000Z"


@pytest.mark.parametrize("minutes", [59, 181])
def test_a_session_too_short_or_too_long_is_refused(at_home, minutes):
    ids = ["standup-of-a-test"] * 3
    said = typed("practise", "session", *ids, "--on", "2026-12-03T17:00", "--minutes", minutes)

    assert refused(said).startswith("--minutes: a session takes 60 to 180 minutes.")
    assert list(at_home.iterdir()) == []


@pytest.mark.usefixtures("at_home")
def test_a_time_that_cannot_be_read_says_how_to_write_one():
    said = typed("practise", "session", "--on", "tomorrow")

    assert said.code == 2
    assert "“tomorrow” is no day with a time. Write it like 2026-12-03T17:00." in said.err
