"""Through the real server: what somebody asks, answers, marks and notes is in no database, log or cache."""

from pathlib import Path

from tests.processes import serving
from tests.web.test_canary_of_pages import Visitor, leaks

ASKED = "Žofie asks which ramp fits 41c7aa"


def test_nothing_asked_or_noted_can_be_found_on_the_disk_or_in_the_servers_words(
    ready_folder: Path, tmp_path: Path
) -> None:
    printed = tmp_path / "printed"
    with serving(ready_folder, printed) as served:
        visitor = Visitor(served)
        box = "/learn/questions/"
        visitor.send(f"{box}ask/", {"text": ASKED}, form=box)
        visitor.send(f"{box}keep/", {"text": ASKED}, form=box)
        visitor.send(f"{box}keep/", {"text": ASKED * 60}, form=box)
        visitor.send("/learn/labour/", {"minutes": "5", "note": ASKED}, form="/learn/labour/")
        visitor.send("/learn/labour/", {"minutes": ASKED, "note": ASKED}, form="/learn/labour/")
        visitor.send("/learn/marks/alta-dam-1979/", {"mark": "hidden"}, form=box)
        visitor.send("/learn/assess/1/", {"occasions": "6+", "acted": "none"}, form="/learn/assess/1/")
        visitor.get("/learn/search/?q=which+ramp+fits+41c7aa")
        assert ASKED in visitor.get(box)
        for needle in (ASKED, "ramp fits 41c7aa", "ramp+fits+41c7aa"):
            assert leaks(needle, ready_folder, printed) == {}
        assert leaks("alta-dam-1979", ready_folder / "alongside.sqlite3", printed) == {}
    assert leaks(ASKED, ready_folder, printed) == {}
