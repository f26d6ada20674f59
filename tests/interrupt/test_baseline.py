"""A backlog is let be, and only what came since is told."""

import json
from hashlib import sha256

import pytest
from tests.interrupt.builders import hit, write

from alongside.core.problems import Trouble
from alongside.interrupt.baseline import compare, made_from, read_baseline, write_baseline
from alongside.interrupt.results import FileResult, SetAside

TEXT = "One.\nHe is wheelchair-bound.\nTwo."


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.md": TEXT, "b.md": TEXT})
    return tmp_path


def marked(*texts):
    """Hits with fingerprints as a check gives them: made of the sentence and its number."""
    told = [f"{text}{number}" for number, text in enumerate(texts)]
    return tuple(
        hit(text, fingerprint=sha256(mark.encode()).hexdigest()[:16])
        for text, mark in zip(texts, told, strict=True)
    )


def result(path="a.md", *texts):
    return FileResult(path=path, hits=marked(*(texts or (TEXT,))))


def baseline_of(folder, *results):
    return made_from(results, file=folder / "known.json", digest="d1")


def test_what_is_known_is_set_aside_and_nothing_is_stale(folder):
    compared = compare([result()], baseline_of(folder, result()))

    assert compared.files[0].hits == ()
    assert [each.by for each in compared.files[0].suppressed] == [SetAside.BASELINE]
    assert compared.stale == ()


def test_one_more_of_the_same_sentence_is_told(folder):
    compared = compare([result("a.md", TEXT, TEXT)], baseline_of(folder, result()))

    assert len(compared.files[0].hits) == 1


def test_an_entry_whose_words_are_gone_is_stale(folder):
    compared = compare([FileResult(path="a.md")], baseline_of(folder, result()))

    assert len(compared.stale) == 1
    assert compared.stale[0].startswith("a.md: ")


def test_entries_of_files_not_looked_at_are_not_stale(folder):
    compared = compare([result("b.md")], baseline_of(folder, result("a.md"), result("b.md")))

    assert compared.stale == ()


def test_a_file_that_was_renamed_brings_what_was_known_of_it_along(folder):
    known = baseline_of(folder, result("a.md"))
    (folder / "a.md").rename(folder / "c.md")

    compared = compare([result("c.md")], known)

    assert compared.files[0].hits == ()
    assert compared.stale == ()


def test_a_copy_of_a_file_that_is_still_there_is_told(folder):
    compared = compare([result("a.md"), result("c.md")], baseline_of(folder, result("a.md")))

    assert [len(each.hits) for each in compared.files] == [0, 1]


def test_a_file_that_could_not_be_read_makes_nothing_stale(folder):
    compared = compare([FileResult(path="a.md", unread="no")], baseline_of(folder, result()))

    assert compared.stale == ()


def test_an_update_keeps_what_is_known_of_files_not_looked_at_and_drops_files_that_are_gone(folder):
    before = baseline_of(folder, result("a.md"), result("b.md"), result("gone.md"))

    made = made_from([FileResult(path="a.md")], file=folder / "known.json", digest="d2", before=before)

    assert {path for path, marks in made.known.items() if marks} == {"b.md"}


def test_a_baseline_is_read_as_it_was_written_and_holds_no_words(folder):
    made = baseline_of(folder, result("a.md"), FileResult(path="b.md"))
    write_baseline(folder / "known.json", made)

    read = read_baseline(folder / "known.json")

    assert (read.digest, dict(read.known)) == ("d1", {"a.md": made.known["a.md"]})
    assert "wheelchair" not in (folder / "known.json").read_text()
    assert json.loads((folder / "known.json").read_text())["version"] == 1


def test_paths_are_those_below_the_baselines_own_folder(folder):
    made = made_from([result("a.md")], file=folder / "sub" / "known.json", digest="")

    assert list(made.known) == ["../a.md"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1}',
        '{"version": 1, "rules": "", "known": []}',
        '{"version": 2}',
        "\ufeff{",
    ],
)
def test_what_is_no_baseline_is_refused_with_the_way_out(folder, text):
    (folder / "known.json").write_text(text, "utf-8")

    with pytest.raises(Trouble, match="--update-baseline"):
        read_baseline(folder / "known.json")


def test_a_missing_baseline_is_refused(folder):
    with pytest.raises(Trouble, match="cannot be read"):
        read_baseline(folder / "missing.json")
