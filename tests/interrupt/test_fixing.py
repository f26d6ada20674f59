"""`--fix`: only what is safe, twice is once, and nothing around it changes."""

import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interrupt.builders import hit, write
from tests.interrupt.checked import check

from alongside.core.problems import Trouble
from alongside.interrupt.fix import fix_text, in_case_of, put_in_place
from alongside.interrupt.inflection import in_form_of


def fixed(folder, text, *words, name="a.md"):
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    check(name, "--fix", *words)
    return (folder / name).read_bytes().decode()


@pytest.mark.parametrize(
    "text",
    [
        "He is moonbound.",  # not marked safe
        "The “glimlist” of old.",
        'Say "glimlist" no more.',
        "Set `glimlist` to true.",
        "```\nglimlist\n```\n",
        "See https://example.org/glimlist now.",
        "A glimlist. <!-- alongside: ignore[house-glimlist] -->",
        "Perhapsy.",
        "Fine.",
    ],
)
def test_what_is_not_safe_quoted_code_or_set_aside_stays(folder, text):
    assert fixed(folder, text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use the glimlist.", "Use the openlist."),
        ("Two glimlists.", "Two openlists."),
        ("It is glimlisted.", "It is openlisted."),
        ("Glimlisting helps.", "Openlisting helps."),
        ("THE GLIMLIST", "THE OPENLIST"),
        ("A glimlist, and a Glimlist.", "An openlist, and an Openlist."),
        ("It is a\tglimlist.", "It is an\topenlist."),
        ("Ask the flapmen.", "Ask the flappers."),
        ("Ask a flapman.", "Ask a flapper."),
    ],
)
def test_number_form_capitals_and_article_are_kept_in_step(folder, text, expected):
    assert fixed(folder, text) == expected


def test_line_ends_byte_order_mark_and_mode_stay(folder):
    file = folder / "a.md"
    file.write_bytes(b"\xef\xbb\xbfThe glimlist.\r\n\xc3\xa9 is a glimlist\r\n")
    file.chmod(0o640)

    check("a.md", "--fix")

    assert file.read_bytes() == b"\xef\xbb\xbfThe openlist.\r\n\xc3\xa9 is an openlist\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [each.name for each in folder.iterdir()] == ["a.md"]


def test_a_file_in_another_encoding_stays(folder):
    data = "é The glimlist.".encode("cp1252")
    (folder / "a.txt").write_bytes(data)

    assert check("a.txt", "--fix").code == 1
    assert (folder / "a.txt").read_bytes() == data


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_data_that_a_program_reads_stays(folder, name):
    text = '{"kind": "The glimlist of today"}\n'

    assert fixed(folder, text, name=name) == text


def test_a_comment_is_mended_and_a_string_is_not_even_in_the_strict_profile(folder):
    text = '# The glimlist.\nx = "The glimlist of today."\n'

    assert fixed(folder, text, name="a.py").startswith("# The openlist.\n")
    assert fixed(folder, text, "--profile", "strict", name="a.py") == text


def test_a_link_is_followed_and_stays_a_link(folder):
    write(folder, {"real.md": "The glimlist."})
    (folder / "link.md").symlink_to("real.md")

    check("link.md", "--fix")

    assert (folder / "link.md").is_symlink()
    assert (folder / "real.md").read_text() == "The openlist."


def test_what_was_changed_is_said_and_what_is_left_is_told(folder):
    write(folder, {"a.md": "The glimlist.\n\nHe is moonbound.\n"})

    said = check("a.md", "--fix")

    assert said.code == 1
    assert "1 place was changed in 1 file." in said.err
    assert "moonbound" in said.out
    assert "glimlist" not in said.out


def test_a_preview_is_a_diff_and_writes_nothing(folder):
    write(folder, {"a.md": "One.\nThe glimlist.\n"})

    said = check("a.md", "--fix", "--dry-run")

    assert said.code == 1
    assert said.out == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n One.\n-The glimlist.\n+The openlist.\n"
    assert "1 place would change in 1 file." in said.err
    assert (folder / "a.md").read_text() == "One.\nThe glimlist.\n"


def test_fixing_twice_is_fixing_once(folder):
    text = "A glimlist of glimlists: GLIMLISTED glimlisting. A flapman and flapmen.\n" * 3
    once = fixed(folder, text)
    (folder / "a.md").chmod(0o444)

    assert check("a.md", "--fix").code == 0
    assert (folder / "a.md").read_text() == once


def test_a_known_backlog_is_let_be(folder):
    write(folder, {"a.md": "The glimlist.\n"})
    check("a.md", "--baseline", "known.json", "--update-baseline")

    check("a.md", "--baseline", "known.json", "--fix")

    assert (folder / "a.md").read_text() == "The glimlist.\n"


def test_a_file_that_changed_meanwhile_is_left_alone(folder):
    write(folder, {"a.md": "new"})

    with pytest.raises(Trouble, match="changed while"):
        put_in_place(folder / "a.md", b"old", b"mended")

    assert (folder / "a.md").read_text() == "new"
    assert [each.name for each in folder.iterdir()] == ["a.md"]


def test_a_rename_that_fails_harms_nothing(folder, monkeypatch):
    write(folder, {"a.md": "old"})

    def refuse(*_paths, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Trouble, match="No space left"):
        put_in_place(folder / "a.md", b"old", b"mended")

    assert (folder / "a.md").read_text() == "old"
    assert [each.name for each in folder.iterdir()] == ["a.md"]


def test_words_that_are_flagged_again_for_ever_are_left_as_they_were():
    def always(data):
        text = data.decode()
        return [(hit(text, text), f"{text}x")]

    assert fix_text(b"word", hits=always).data == b"word"


def test_words_over_a_lines_end_are_left_to_a_person():
    text = "She is moon\nbound."

    assert fix_text(text.encode(), hits=lambda _data: [(hit(text, "moon\nbound"), "riding")]).changes == ()


@pytest.mark.parametrize(
    ("before", "old", "new"),
    [("a ", "glim", "hour"), ("an ", "elder", "user"), ("a ", "glim", "one-off"), ("an ", "idiot", "x")],
)
def test_an_article_that_spelling_does_not_tell_is_left_to_a_person(before, old, new):
    text = f"It is {before}{old}."

    assert fix_text(text.encode(), hits=lambda _data: [(hit(text, old), new)]).changes == ()


@pytest.mark.parametrize(
    ("words", "alternative", "expected"),
    [
        ("whitelist", "allowlist", "allowlist"),
        ("Whitelist", "allowlist", "Allowlist"),
        ("WHITELIST", "allowlist", "ALLOWLIST"),
        ("White List", "allow list", "Allow List"),
        ("White list", "allow list", "Allow list"),
        ("white-List", "allow list", "allow list"),
        ("I", "we", "We"),
    ],
)
def test_capitals_go_over_to_the_new_words(words, alternative, expected):
    assert in_case_of(words, alternative) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sat Indian style here.", "They sat cross-legged here."),
        ("They sat\nIndian style here.", "They sat\ncross-legged here."),
        ("Indian style is fine.", "Cross-legged is fine."),
        ("Sit. Indian style is fine.", "Sit. Cross-legged is fine."),
        ("One.\n\n- Indian style", "One.\n\n- Cross-legged"),
        ("One\n\n## Indian style", "One\n\n## Cross-legged"),
        ("On Indian Style", "On Cross-Legged"),
    ],
)
def test_a_name_within_a_sentence_leaves_its_capital_behind(text, expected):
    words = "Indian Style" if "Style" in text else "Indian style"

    def hits(now):
        seen = now.decode()
        return [(hit(seen, words), "cross-legged")] if words in seen else []

    assert fix_text(text.encode(), hits=hits).data.decode() == expected


@pytest.mark.parametrize(
    ("words", "known", "alternative", "expected"),
    [
        ("whitelists", "whitelist", "allowlist", "allowlists"),
        ("boxes", "box", "dish", "dishes"),
        ("bodies", "body", "party", "parties"),
        ("firemen", "fireman", "firefighter", "firefighters"),
        ("salesmen", "salesman", "salesperson", "salespeople"),
        ("manned", "manned", "staffed", "staffed"),
        ("used", "use", "tie", "tied"),
        ("copied", "copy", "whitelist", "whitelisted"),
        ("using", "use", "make", "making"),
        ("banned", "ban", "block", "blocked"),
        ("listed", "list", "plan", None),  # planned: whether the consonant doubles, spelling does not tell
        ("guys", "guys", "folks", "folks"),
        ("guys", "guys", "everyone", None),
    ],
)
def test_the_new_words_take_the_form_of_the_old(words, known, alternative, expected):
    assert in_form_of(words, alternative, is_base=lambda word: word == known) == expected


@given(st.text(alphabet="bc é\r\n.“”", max_size=40), st.integers(0, 3))
def test_bytes_around_a_change_stay(text, count):
    whole = text + "glim " * count
    data = whole.encode()

    def hits(now):
        seen = now.decode()
        return [(hit(seen, "glim"), "open")] if "glim" in seen else []

    assert fix_text(data, hits=hits).data == data or fix_text(data, hits=hits).data.decode() == whole.replace(
        "glim", "open"
    )
