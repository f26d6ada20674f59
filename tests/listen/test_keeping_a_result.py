"""A result is kept on request, as numbers and verdicts, whole or not at all."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from alongside.core.files import write_whole
from alongside.core.problems import Trouble
from alongside.listen.keeping import body_of, deed_keep
from alongside.listen.meeting import SAMPLE, look_at

ID = UUID(int=7)


NOW = datetime(2026, 5, 4, 17, 30, tzinfo=UTC)


def test_what_is_sealed_holds_no_word_of_the_transcript():
    deed = deed_keep(body_of(look_at(SAMPLE)), id=ID, now=NOW)
    body = str(deed.put[ID].body)
    assert "quiet tent" not in body
    assert "'quote'" not in body
    assert "'effective_speakers'" in body


def test_keeping_is_one_deed_of_one_entry_dated_today():
    deed = deed_keep(body_of(look_at(SAMPLE)), id=ID, now=NOW)
    assert (deed.action, deed.drop) == ("listen.keep", ())
    entry = deed.put[ID]
    assert (entry.room, entry.kind, entry.day) == ("listen", "look", date(2026, 5, 4))


def test_a_file_that_cannot_be_written_is_named_and_nothing_half_written_stays(tmp_path):
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(Trouble, match="cannot be written"):
        write_whole(tmp_path / "taken" / "plan.json", b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_written_file_replaces_the_old_one_whole(tmp_path):
    target = tmp_path / "plan.json"
    target.write_text("old")
    write_whole(target, b"new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("plan.json", "new")]
