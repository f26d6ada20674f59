"""The package in a real run-time of SCORM 1.2: what the system holds afterwards, and what it never hears.

scorm-again (MIT) keeps the data of a learning system; vendor.toml pins it, and it is fetched when this runs.
"""

import io
import json
import mimetypes
import os
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Route, expect
from playwright.sync_api import Page as Tab
from tests.browser.fetched import NotToBeHad, entries
from tests.practise.builders import example

from alongside.practise.scenes import Scene
from alongside.practise.scorm import package

SCENE = example()
SYSTEM = "http://learning.test"
PARENT = """<!doctype html><html lang="en"><title>A learning system</title><body>
<iframe title="Scene" src="/package/index.html" width="900" height="700"></iframe></body></html>"""
BARE = PARENT.replace("iframe", "main").replace('src="/package/index.html"', "")
NOTING = """() => {
  const held = new Scorm12API({ logLevel: 5 });
  window.told = [];
  const names = ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit"];
  window.API = Object.fromEntries(names.map((name) => [name, (...values) => {
      const answer = held[name](...values);
      window.told.push([name, values, String(answer), String(held.LMSGetLastError())]);
      return answer;
    }]));
  window.held = held;
}"""
"""A learning system around the run-time: it notes every call, its answer and the run-time's last error."""


@pytest.fixture(scope="module")
def run_time() -> str:
    try:
        return entries()["scorm-again"].text()
    except NotToBeHad as why:
        if os.environ.get("CI") in {"1", "true"}:
            pytest.fail(str(why))
        pytest.skip(str(why))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A learning system that has unpacked the package; any other address fails the test."""
    files = unpacked(SCENE)
    made = browser.new_context()
    strangers: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SYSTEM)
        name = path.removeprefix("/package/")
        if path in {"/", "/bare"}:
            route.fulfill(body=PARENT if path == "/" else BARE, content_type="text/html")
        elif name in files:
            route.fulfill(body=files[name], content_type=mimetypes.guess_type(name)[0])
        else:
            strangers.append(route.request.url)
            route.abort()

    made.route("**/*", answer)
    yield made
    made.close()
    assert strangers == []


def unpacked(scene: Scene) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package(scene))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def launched(context: BrowserContext, run_time: str, *, status: str = "") -> tuple[Tab, Frame]:
    """The package in a frame of a window that holds the run-time; `status` is what an earlier visit left."""
    tab = context.new_page()
    tab.add_init_script(
        f"if (window === window.top) {{ {run_time}; window.Scorm12API = Scorm12API; ({NOTING})(); }}"
    )
    if status:
        tab.add_init_script(
            f"if (window === window.top) held.loadFromJSON({{core: {{lesson_status: '{status}'}}}}, 'cmi')"
        )
    tab.goto(f"{SYSTEM}/")
    (frame,) = tab.main_frame.child_frames
    frame.wait_for_load_state()
    return tab, frame


def press(frame: Frame, name: str) -> None:
    frame.get_by_role("button", name=name).click()


def held(tab: Tab) -> dict[str, Any]:
    """The run-time's own data of the visit."""
    data: dict[str, Any] = json.loads(tab.evaluate("JSON.stringify(held.cmi.toJSON())"))
    return data


def told(tab: Tab) -> list[list[Any]]:
    noted: list[list[Any]] = tab.evaluate("told")
    return noted


def close(tab: Tab) -> None:
    """The learning system takes the page away."""
    tab.evaluate("document.querySelector('iframe').src = 'about:blank'")
    tab.wait_for_function("told.some(([name]) => name === 'LMSFinish')")


def play_to_an_end(frame: Frame) -> None:
    press(frame, "Begin the scene")
    press(frame, "(say nothing)")
    press(frame, "(leave the minutes as they are)")
    press(frame, "(leave it)")
    expect(frame.get_by_role("heading", name="For this week")).to_be_visible()


def test_no_choice_no_score_and_nothing_to_resume_reaches_the_system(context, run_time):
    tab, frame = launched(context, run_time)
    press(frame, "Begin the scene")
    press(frame, "Tom, that idea")
    press(frame, "Go back one step")
    press(frame, "(say nothing)")
    press(frame, "(leave the minutes as they are)")
    press(frame, "(leave it)")
    close(tab)

    data, calls = held(tab), told(tab)
    everything = json.dumps([data, calls])
    for _node, choice in SCENE.choices():
        assert f'"{choice.id}"' not in everything
        assert choice.say[:12] not in everything
    for node in SCENE.nodes:
        assert f'"{node}"' not in everything
    assert (data["suspend_data"], data["comments"], data["core"]["lesson_location"]) == ("", "", "")
    assert (data["core"]["score"]["raw"], data["interactions"], data["objectives"]) == ("", {}, {})
    assert {values[0] for name, values, *_rest in calls if name == "LMSSetValue"} == {
        "cmi.core.lesson_status",
        "cmi.core.session_time",
    }


def test_a_scene_played_to_its_end_is_completed_with_a_time_and_without_an_error(context, run_time):
    tab, frame = launched(context, run_time)
    assert held(tab)["core"]["lesson_status"] == "incomplete"
    play_to_an_end(frame)
    assert held(tab)["core"]["lesson_status"] == "completed"
    close(tab)

    core = held(tab)["core"]
    assert core["lesson_status"] == "completed"
    assert re.fullmatch(r"\d{2,4}:\d\d:\d\d(\.\d\d?)?", core["session_time"])
    assert core["session_time"] != "00:00:00"  # a minute begun counts as one
    assert [call for call in told(tab) if call[3] != "0"] == []
    assert [call for call in told(tab) if call[2] == "false"] == []
    assert [told(tab)[0][0], told(tab)[-1][0]] == ["LMSInitialize", "LMSFinish"]
    assert tab.evaluate("[held.isInitialized(), held.isTerminated()]") == [False, True]


@pytest.mark.parametrize("steps", [(), ("Begin the scene", "(say nothing)"), ("Leave it",)])
def test_whoever_leaves_before_an_end_stays_incomplete(context, run_time, steps):
    tab, frame = launched(context, run_time)
    for step in steps:
        press(frame, step)
    close(tab)

    assert held(tab)["core"]["lesson_status"] == "incomplete"
    assert [call for call in told(tab) if call[3] != "0"] == []


@pytest.mark.parametrize("status", ["completed", "passed"])
def test_looking_again_takes_nothing_back(context, run_time, status):
    tab, _frame = launched(context, run_time, status=status)
    close(tab)

    assert held(tab)["core"]["lesson_status"] == status


def test_the_first_page_says_what_the_system_hears(context, run_time):
    _tab, frame = launched(context, run_time)
    text = frame.locator("main").inner_text()

    assert "It tells that system three things and no more:" in text
    assert (
        "that you opened it, for about how many minutes, and whether you came to an end of the scene." in text
    )
    assert frame.locator("#told").inner_text() == ""


def test_without_a_system_the_scene_plays_and_says_that_nobody_is_told(context):
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(f"{SYSTEM}/package/index.html")
    expect(tab.locator("#told")).to_have_text("No learning system answered, so nothing is told to any.")
    play_to_an_end(tab.main_frame)
    assert said == []


def test_a_system_that_opens_the_page_in_a_window_of_its_own_is_found(context, run_time):
    tab = context.new_page()
    tab.add_init_script(
        f"if (!window.opener) {{ {run_time}; window.Scorm12API = Scorm12API; ({NOTING})(); }}"
    )
    tab.goto(f"{SYSTEM}/bare")
    with tab.expect_popup() as opened:
        tab.evaluate("void window.open('/package/index.html')")
    opened.value.wait_for_load_state()
    play_to_an_end(opened.value.main_frame)

    assert held(tab)["core"]["lesson_status"] == "completed"


def test_a_system_that_fails_does_not_stop_the_scene(context):
    tab = context.new_page()
    broken = "{ LMSInitialize: () => 'true', LMSGetValue() { throw new Error() }, LMSCommit: () => 'false' }"
    tab.add_init_script(f"if (window === window.top) window.API = {broken}")
    tab.goto(f"{SYSTEM}/")
    (frame,) = tab.main_frame.child_frames
    expect(frame.locator("#told")).to_have_text("The learning system did not take what it was told.")
    play_to_an_end(frame)
