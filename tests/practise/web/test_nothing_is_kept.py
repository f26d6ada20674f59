"""Through the real server: own words and choices are in no database, log or cache."""

import html
import re
from pathlib import Path

from tests.processes import serving
from tests.web.test_canary_of_pages import Visitor, leaks

WORDS = "Žofie should keep the floor 5f1e22"
SCENE = "/practise/scenes/credit-standup-01/"
PLAYS = (("ask", "do-it"), ("hand-back",), ("accuse", "own"))


def carried(text: str, name: str) -> str:
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', text).group(1))


def play(visitor: Visitor, *choices: str) -> None:
    text = visitor.send(f"{SCENE}play/", {"power": "level", "cast": "0", "own": "yes"}, form=SCENE)
    for choice in choices:
        shown = {"walk": carried(text, "walk"), "go": "show", "own": WORDS}
        assert WORDS in html.unescape(visitor.send(f"{SCENE}play/", shown, form=SCENE))
        text = visitor.send(f"{SCENE}play/", {"walk": carried(text, "walk"), "choose": choice}, form=SCENE)
    assert "For this week" in text


def test_own_words_and_choices_are_nowhere_on_the_disk_or_in_the_servers_words(
    ready_folder: Path, tmp_path: Path
) -> None:
    printed = tmp_path / "printed"
    with serving(ready_folder, printed) as served:
        visitor = Visitor(served)
        for choices in PLAYS * 7:
            play(visitor, *choices)
        text = visitor.get("/practise/notice/?minutes=2")
        answered = {"round": carried(text, "round"), "answer": "depends", "own": WORDS}
        assert WORDS in html.unescape(visitor.send("/practise/notice/", answered, form="/practise/notice/"))
        moment = carried(visitor.get("/practise/correct/"), "moment")
        reply = {"moment": moment, "first": f"Thank you. {WORDS}", "second": f"{WORDS}. I will mend it."}
        assert "Your second" in visitor.send("/practise/correct/", reply, form="/practise/correct/")
        broken = {"walk": WORDS, "choose": WORDS, "wall": WORDS, "round": WORDS, "easy": WORDS}
        for path in (f"{SCENE}play/", "/practise/notice/", "/practise/group/wall/", "/practise/easy/"):
            assert "begin again" in visitor.send(path, broken, form=SCENE)
        assert leaks(WORDS, ready_folder, printed) == {}
        assert leaks('hand-back"', ready_folder / "alongside.sqlite3", printed) == {}
    assert leaks(WORDS, ready_folder, printed) == {}
