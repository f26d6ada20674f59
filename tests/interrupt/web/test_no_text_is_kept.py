"""Through the real server: a text that was checked is in no database, log, cache or temporary file."""

from pathlib import Path

from tests.processes import serving
from tests.web.test_canary_of_pages import Visitor, leaks

WORDS = "the wheelchair-bound of Žilina 4be77a9d"


def test_a_text_that_was_checked_is_nowhere_on_the_disk_or_in_the_servers_words(
    ready_folder: Path, tmp_path: Path
) -> None:
    printed, temporary = tmp_path / "printed", tmp_path / "tmp"
    temporary.mkdir()
    with serving(ready_folder, printed, TMPDIR=str(temporary)) as served:
        visitor = Visitor(served)
        for path in ("/check/", "/check/job-ad/"):
            assert WORDS in visitor.send(path, {"text": f"Ask {WORDS}."}, form="/check/")
            assert "4be77a9d" in visitor.upload(path, f"{WORDS}.md", f"Ask {WORDS}.".encode())
            visitor.upload(path, f"{WORDS}.docx", WORDS.encode() + b"\x00\xff" * 40)
            visitor.upload(path, f"{WORDS}.txt", WORDS.encode() * 40_000)  # more than a megabyte
            visitor.send(path, {"text": WORDS * 40_000, "name": WORDS, "hide": WORDS}, form="/check/")
        assert leaks(WORDS, ready_folder, printed, temporary) == {}
    assert leaks(WORDS, ready_folder, printed, temporary) == {}
