"""The documents keep their word: links lead to a place, examples are what the program prints, Help shows all.

That every command line and option in them exists is checked beside this, in test_documented_exists.py.
"""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.processes import alongside

from alongside.core.review import is_reviewed
from alongside.web.guides import anchor

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*/*.md"))
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", DOCS / "index.md", *PAGES]
PROMISE = (
    "Your entries are unreadable in the database, its backups and the logs. While you are using them, the"
    " running server can read them. Somebody who controls the running server and changes it could record your"
    " passphrase."
)
LARGEST_PICTURE = 150_000
MOST_PICTURES = 3
NONE_REVIEWED = r"are \*unreviewed\*|has reviewed one yet|are unreviewed so far|everything that ships today"
SHOWN = dict(
    re.findall(
        r"^```console\n((?:echo \"[^\"\n]+\" \| )?alongside [^\n]+)\n```\n\n```text\n(.*?)^```",
        (ROOT / "README.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)
"""Each command of the README that is followed by what it prints."""
SELLING = re.compile(r"\b(?:seamless|powerful|effortless|best-in-class|unlock your)\b|!(?!\[)")


def prose(file: Path) -> str:
    """The text without its examples."""
    return re.sub(r"^```.*?^```", "", file.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def anchors(file: Path) -> set[str]:
    found = re.findall(r"^#{1,6} (.+)$", prose(file), re.MULTILINE)
    return {anchor(re.sub(r"[*`]", "", heading)) for heading in found}


def links(file: Path) -> Iterator[str]:
    text = re.sub(r"`[^`\n]*`", "", prose(file))
    return (link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"https?:|mailto:", link))


def dead_links(file: Path) -> list[str]:
    dead = []
    for link in links(file):
        path, _hash, place = link.partition("#")
        target = (file.parent / path).resolve() if path else file
        if not target.exists() or (place and place not in anchors(target)):
            dead.append(link)
    return dead


def examples(file: Path) -> Iterator[str]:
    return iter(re.findall(r"^```text\n(.*?)^```", file.read_text("utf-8"), re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_every_anchor_to_a_heading(file):
    assert dead_links(file) == []


def test_the_check_sees_a_dead_link_and_a_dead_anchor(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Here\n\n[a](gone.md) [b](#gone) [c](#here) `[d](x.md)`\n", "utf-8")

    assert dead_links(page) == ["gone.md", "#gone"]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_a_page_of_help_links_only_to_what_help_shows(file):
    shown = {page.resolve() for page in PAGES} | {DOCS / "index.md"}
    targets = {(file.parent / link.partition("#")[0]).resolve() for link in links(file) if link[0] != "#"}

    assert targets <= shown


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_a_page_begins_with_its_title_and_one_plain_sentence(file):
    title, _blank, lead = file.read_text("utf-8").splitlines()[:3]

    assert title.startswith("# ")
    assert re.match(r"[A-Z]", lead)


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_document_holds_html_or_sells(file):
    words = re.sub(r"`[^`]*`|<https?:[^>]*>", "", prose(file))

    assert re.findall(r"</?[a-zA-Z][^>]*>", words) == []
    assert SELLING.findall(words) == []


def test_every_finding_cites_a_measure_that_is_explained():
    code = (ROOT / "src/alongside/listen/findings.py").read_text("utf-8")
    cited = set(re.findall(r'_method\("([^"]+)"\)', code))

    assert len(cited) >= 5
    assert cited <= anchors(DOCS / "method/meetings.md")


@pytest.mark.parametrize("typed", SHOWN)
def test_the_readme_shows_what_a_command_prints(typed, ready_folder):
    example = SHOWN[typed]
    said, _pipe, command = typed.rpartition(" | ")
    text = "".join(shlex.split(said)[1:])
    printed = alongside(*shlex.split(command)[1:], folder=ready_folder, text=text).stdout

    # “[…]” stands for lines left out; each part between must be there, line by line and in this order.
    place = 0
    for part in example.split("[…]\n"):
        place = printed.find(part, place)
        assert place >= 0, part
        place += len(part)


def test_the_readme_has_an_example_of_each_room():
    rooms = {typed.rpartition("alongside ")[2].split()[0] for typed in SHOWN}

    assert rooms == {"look", "practise", "check", "learn"}  # and act, below: what it prints needs a log first


@pytest.mark.parametrize("file", ["README.md", "docs/guides/limits.md"])
def test_how_often_the_rules_for_replies_are_right_is_told_as_it_was_measured(file):
    told = re.search(r"(\d+) of (\d+) marks", (ROOT / file).read_text("utf-8").replace("\n", " "))
    measured = (DOCS / "method/corrections.md").read_text("utf-8")

    assert told, file
    assert f"| all together | {told[1]} of {told[2]}: " in measured


def test_that_nothing_has_been_reviewed_is_told_only_as_long_as_it_is_so():
    files = sorted((ROOT / "src/alongside/content/en").rglob("*.toml"))
    tables = [tomllib.loads(file.read_text("utf-8")) for file in files]
    entries = [entry for table in tables for rows in (*table.values(), [table]) for entry in _tables(rows)]
    told = [file.name for file in DOCUMENTS if re.search(NONE_REVIEWED, file.read_text("utf-8"))]

    assert len(entries) > len(files)
    assert not any(is_reviewed(entry) for entry in entries), f"now mend {told}"
    assert {"README.md", "limits.md", "learn.md", "writing-drills-and-cards.md"} <= set(told)


def _tables(rows: object) -> list[dict]:
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []


def test_the_readme_shows_at_most_three_pictures():
    assert 0 < (ROOT / "README.md").read_text("utf-8").count("](docs/pictures/") <= MOST_PICTURES


def test_the_readme_shows_what_a_first_week_prints(ready_folder):
    example = next(text for text in examples(ROOT / "README.md") if text.startswith("Your rhythm"))
    readme = (ROOT / "README.md").read_text("utf-8")
    assert 'alongside act log "Brought Mina\'s question back on Tuesday" --practice listen' in readme

    alongside(
        "act", "log", "Brought Mina's question back on Tuesday", "--practice", "listen", folder=ready_folder
    )

    assert alongside("act", "week", folder=ready_folder).stdout.startswith(example)


@pytest.mark.parametrize("file", ["README.md", "docs/guides/privacy.md"])
def test_the_promise_is_given_word_for_word(file):
    said = (ROOT / file).read_text("utf-8").replace("\n> ", " ")

    assert PROMISE in said


def test_the_sites_contents_name_every_page():
    named = set(re.findall(r"^ +- ([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))

    assert named == {"index.md", *(page.relative_to(DOCS).as_posix() for page in PAGES)}


def test_every_picture_is_light_and_shown_somewhere():
    shown = " ".join(file.read_text("utf-8") for file in DOCUMENTS)
    pictures = list((DOCS / "pictures").iterdir())

    assert pictures
    assert [file.name for file in pictures if file.stat().st_size > LARGEST_PICTURE] == []
    assert [file.name for file in pictures if f"pictures/{file.name})" not in shown] == []
