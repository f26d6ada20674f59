"""A pack is built into the same bytes every time, installed whole or not at all, and refused with reasons."""

import io
import stat
import zipfile
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import packs
from alongside.core.content import load
from alongside.core.folder import content_roots
from alongside.core.pack_archive import MOST_FILES, SUMS, read_archive, write_archive
from alongside.core.problems import Trouble

DRILL = """schema = 1
language = "en"
licence = "CC-BY-SA-4.0"
[[drill]]
id = "our-own-chair"
place = "work"
grounds = ["any"]
exchange = "A colleague asks: is this chair taken, or may I have it for the corner?"
is_one = "no"
reading = "An ordinary question about an empty chair, put to whoever sits beside it."
skill = "notice.work"
provenance = { made_by = "Circle A", method = "written by hand" }
review = "unreviewed"
"""


@pytest.fixture
def folder(tmp_path):
    """A pack with one drill."""
    place = tmp_path / "our-own"
    packs.new(place, id="our-own", title="Our own moments", publisher="Circle A")
    drills = place / "en" / "drills"
    drills.mkdir()
    (drills / "ours.toml").write_text(DRILL, encoding="utf-8")
    return place


def archive_of(entries: dict[str, bytes], *, mode: int = stat.S_IFREG | 0o644, sums: bool = True) -> bytes:
    """An archive whose sums are right, so that only what is being tried is wrong."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
        if sums:
            lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in entries.items())
            archive.writestr(SUMS, "".join(lines))
    return held.getvalue()


def files_under(place) -> list[str]:
    return sorted(str(file.relative_to(place)) for file in place.rglob("*") if file.is_file())


def ids(data, kind="drills") -> set[str]:
    return {str(entry["id"]) for entry in load(kind, also=content_roots(data)).entries}


def test_built_twice_a_pack_is_the_same_bytes(folder):
    assert packs.build(folder)[1] == packs.build(folder)[1]


def test_a_pack_built_here_is_there_at_once_in_a_second_place(folder, tmp_path):
    pack, archive = packs.build(folder)

    packs.install(archive, tmp_path / "elsewhere", name="our-own.zip")

    assert (pack.id, pack.counts) == ("our-own", {"drills": 1})
    assert "our-own-chair" in ids(tmp_path / "elsewhere")
    assert [each.id for each in packs.installed(tmp_path / "elsewhere")] == ["our-own"]


def test_switched_off_it_is_not_read_and_switched_on_it_is_again(folder, tmp_path):
    packs.install(packs.build(folder)[1], tmp_path, name="our-own.zip")

    packs.switch(tmp_path, "our-own", on=False)
    off = ids(tmp_path)
    packs.switch(tmp_path, "our-own", on=True)

    assert "our-own-chair" not in off
    assert "our-own-chair" in ids(tmp_path)


def test_taken_out_it_leaves_nothing_and_touches_nothing_else(folder, tmp_path):
    own = tmp_path / "content" / "en" / "drills" / "mine.toml"
    own.parent.mkdir(parents=True)
    own.write_text(DRILL.replace("our-own-chair", "my-chair"), encoding="utf-8")
    before = files_under(tmp_path / "content")
    packs.install(packs.build(folder)[1], tmp_path, name="our-own.zip")
    packs.switch(tmp_path, "our-own", on=False)

    packs.remove(tmp_path, "our-own")

    assert files_under(tmp_path / "packs") == []
    assert files_under(tmp_path / "content") == before


def test_a_newer_version_takes_the_place_of_the_older(folder, tmp_path):
    packs.install(packs.build(folder)[1], tmp_path, name="1.zip")
    about = folder / "pack.toml"
    about.write_text(about.read_text("utf-8").replace("0.1.0", "0.2.0"), encoding="utf-8")

    packs.install(packs.build(folder)[1], tmp_path, name="2.zip")

    assert [each.version for each in packs.installed(tmp_path)] == ["0.2.0"]


def test_an_id_that_is_taken_is_refused_with_both_files_and_nothing_is_installed(folder, tmp_path):
    own = tmp_path / "content" / "en" / "drills" / "mine.toml"
    own.parent.mkdir(parents=True)
    own.write_text(DRILL, encoding="utf-8")

    with pytest.raises(packs.Faulty) as refused:
        packs.install(packs.build(folder)[1], tmp_path, name="our-own.zip")

    (problem,) = refused.value.problems
    assert (problem.file, problem.entry) == ("en/drills/ours.toml", "our-own-chair")
    assert str(own) in problem.what
    assert files_under(tmp_path / "packs") == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('is_one = "no"', 'is_one = "depends"', "en/drills/ours.toml"),
        ("review =", "reviews =", "en/drills/ours.toml"),
        ('provenance = { made_by = "Circle A", method = "written by hand" }\n', "", "en/drills/ours.toml"),
        ("[[drill]]", "[[drill", "en/drills/ours.toml"),
    ],
)
def test_one_broken_entry_refuses_the_whole_pack_and_is_named(folder, tmp_path, old, new, place):
    files = {file: (folder / file).read_bytes() for file in files_under(folder)}
    files[place] = files[place].replace(old.encode(), new.encode())

    with pytest.raises(packs.Faulty) as refused:
        packs.install(write_archive(files), tmp_path / "data", name="our-own.zip")

    assert refused.value.place == "our-own.zip"
    assert {problem.file for problem in refused.value.problems} == {place}
    assert files_under(tmp_path / "data") == []


@pytest.mark.parametrize("licence", ["CC-BY-NC-4.0", "all rights reserved"])
def test_a_licence_that_keeps_others_from_sharing_is_refused(folder, licence):
    about = folder / "pack.toml"
    about.write_text(about.read_text("utf-8").replace("CC-BY-SA-4.0", licence), encoding="utf-8")

    with pytest.raises(packs.Faulty) as refused:
        packs.build(folder)

    assert [problem.field for problem in refused.value.problems] == ["licence"]


def test_a_pack_says_what_no_room_would_find(folder):
    (folder / "en" / "pictures").mkdir()
    (folder / "en" / "pictures" / "ours.toml").write_text(DRILL.replace("our-own", "other"), encoding="utf-8")
    (folder / "run.py").write_text("print()", encoding="utf-8")

    with pytest.raises(packs.Faulty) as strays:
        packs.check(folder)
    (folder / "run.py").unlink()
    with pytest.raises(packs.Faulty) as misplaced:
        packs.check(folder)

    assert strays.value.problems[0].file.endswith("run.py")
    assert any("en/KIND/" in problem.cure for problem in misplaced.value.problems)


def test_a_folder_without_pack_toml_is_no_pack(tmp_path):
    with pytest.raises(packs.Faulty) as refused:
        packs.check(tmp_path)

    assert "alongside pack new" in refused.value.problems[0].cure


@pytest.mark.parametrize(
    "name",
    [
        "../evil.toml",
        "/etc/evil.toml",
        "en/../../evil.md",
        "en\\evil.toml",
        "C:/evil.toml",
        ".hidden.md",
        "a b.md",
    ],
)
def test_a_name_that_leads_out_of_the_pack_is_refused(name, tmp_path):
    with pytest.raises(Trouble, match="leads out"):
        packs.install(archive_of({name: b"x"}), tmp_path, name="evil.zip")

    assert files_under(tmp_path) == []


def test_a_link_is_refused():
    with pytest.raises(Trouble, match="link"):
        read_archive(archive_of({"a.md": b"/etc/passwd"}, mode=stat.S_IFLNK | 0o777), name="evil.zip")


def test_what_could_run_is_refused():
    with pytest.raises(Trouble, match=r"only \.toml and \.md"):
        read_archive(archive_of({"run.py": b"print()"}), name="evil.zip")


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(Trouble, match="100 times"):
        read_archive(archive_of({"a.md": b"\0" * 15_000_000}), name="bomb.zip")


def test_more_than_twenty_megabytes_are_refused():
    # Two files of 12 MB of noise: neither is a bomb, together they are too much.
    noise = b"".join(sha256(str(number).encode()).digest() for number in range(375_000))
    with pytest.raises(Trouble, match="20 MB"):
        read_archive(archive_of({"a.md": noise, "b.md": noise}), name="large.zip")


def test_more_than_five_thousand_files_are_refused():
    with pytest.raises(Trouble, match="files"):
        read_archive(archive_of({f"{n}.md": b"" for n in range(MOST_FILES + 1)}), name="many.zip")


def test_two_names_that_differ_only_in_case_are_refused():
    with pytest.raises(Trouble, match="twice"):
        read_archive(archive_of({"a.md": b"x", "A.md": b"y"}), name="twice.zip")


def test_a_file_changed_after_the_pack_was_built_is_refused(folder):
    _pack, archive = packs.build(folder)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(held, "w") as new:
        for entry in old.infolist():
            changed = entry.filename == "README.md"
            new.writestr(entry.filename, b"# Changed\n" if changed else old.read(entry))

    with pytest.raises(Trouble, match="changed after"):
        read_archive(held.getvalue(), name="our-own.zip")


def test_a_file_without_its_sum_and_a_sum_without_its_file_are_refused():
    with pytest.raises(Trouble, match="not named in"):
        read_archive(archive_of({"a.md": b"x"}, sums=False), name="bare.zip")
    with pytest.raises(Trouble, match="missing"):
        read_archive(archive_of({SUMS: f"{'0' * 64}  a.md\n".encode()}, sums=False), name="gone.zip")


def test_begun_where_something_stands_a_pack_is_refused(folder):
    with pytest.raises(Trouble, match="something in it"):
        packs.new(folder, id="again", title="Again", publisher="Circle A")


def test_words_with_quotation_marks_begin_a_pack_that_can_be_read(tmp_path):
    packs.new(tmp_path / "p", id="p", title='A "quoted" \\ title', publisher="Circle A")

    assert packs.check(tmp_path / "p").title == 'A "quoted" \\ title'


@given(st.binary(max_size=2_000))
def test_any_bytes_are_refused_with_a_reason(data):
    with pytest.raises(Trouble):
        read_archive(data, name="some.zip")


@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_archive_is_read_as_it_was_or_refused(position, damage):
    files = {"pack.toml": b"schema = 1\n" * 20, "README.md": b"# About\n"}
    whole = bytearray(write_archive(files))
    whole[position % len(whole) : position % len(whole) + len(damage)] = damage

    try:
        read = read_archive(bytes(whole), name="some.zip")
    except Trouble:
        return
    assert read == files
