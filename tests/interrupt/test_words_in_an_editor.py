"""The language server, spoken to as an editor does: over standard input and output, by a client of pygls."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from tests.processes import environment

from alongside.interrupt.editor import Point, marks_in, replacements
from alongside.interrupt.editor_comments import comment_signs, setting_aside
from alongside.interrupt.masks.code_languages import LANGUAGES
from alongside.interrupt.run import Recipe, Way, prepare

RULES = """schema = 1
language = "en"
licence = "CC-BY-SA-4.0"

[[rule-source]]
id = "test-source"
title = "Keeping quokkas kindly"
publisher = "The tests"
url = "https://example.org/quokkas"
kind = "guidance"
looked_up = "2026-11-22"
checked_how = "it does not exist"

[[rule]]
id = "test-quokka"
kind = "term"
level = "reword"
profiles = ["default", "strict", "job-ad"]
grounds = ["class"]
forms = ["quokkaman", "quokkamen"]
why = "It pictures a man with the quokkas, so others may feel left out."
call_in = "Could we write “quokka keeper”? It fits whoever does it."
alternatives = ["quokka keeper"]
fine_when = "In quotations."
sources = ["test-source"]
examples.flagged = ["A «quokkaman» came.", "Two «quokkamen».", "The «quokkaman»."]
examples.unflagged = ["A quokka came.", "A keeper.", "The quokkas."]
provenance = { made_by = "project", method = "made up for the tests" }
review = "unreviewed"

[[rule]]
id = "test-zebra"
kind = "term"
level = "consider"
profiles = ["strict"]
grounds = ["class"]
forms = ["zebraman"]
why = "It pictures a man with the zebras, so others may feel left out."
call_in = "Could we write “zebra keeper”? It fits whoever does it."
no_drop_in = "Rephrase: say who keeps the zebras."
fine_when = "In quotations."
sources = ["test-source"]
examples.flagged = ["A «zebraman» came.", "The «zebraman».", "One «zebraman»."]
examples.unflagged = ["A zebra came.", "A keeper.", "The zebras."]
provenance = { made_by = "project", method = "made up for the tests" }
review = "unreviewed"
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose settings name rules of its own."""
    folder = tmp_path_factory.mktemp("house")
    (folder / ".git").mkdir()
    (folder / "rules").mkdir()
    (folder / "rules" / "test.toml").write_text(RULES, "utf-8")
    settings = (
        '[tool.alongside.check]\npacks = ["rules"]\nexclude = ["drafts/"]\nallow = ["the old quokkaman"]\n'
    )
    (folder / "pyproject.toml").write_text(settings, "utf-8")
    return folder


@pytest.fixture(scope="module")
def way(house: Path) -> Way:
    return prepare(Recipe(packs=(house / "rules",)))


def edited(text: str, edits) -> str:
    """The text with edits made, back to front; written for lines of ASCII."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda each: each.begin, reverse=True):
        if edit.begin.line == edit.end.line:
            line = lines[edit.begin.line]
            lines[edit.begin.line] = line[: edit.begin.column] + edit.text + line[edit.end.column :]
    return "\n".join(lines)


def test_a_text_without_such_words_has_no_marks(way):
    assert marks_in("The keeper of the quokkas.", name="a.md", way=way) == ()


def test_columns_count_as_an_editor_counts_them(way):
    (mark,) = marks_in("a\né🙂 quokkaman", name="a.txt", way=way)
    assert (mark.begin, mark.end) == (Point(line=1, column=4), Point(line=1, column=13))  # é 1, 🙂 2, space 1


def test_words_over_two_lines_end_on_the_second(way):
    (mark,) = marks_in("The\r\nquokkaman", name="a.txt", way=way)
    assert (mark.begin, mark.end) == (Point(line=1, column=0), Point(line=1, column=9))


@pytest.mark.parametrize(
    ("words", "offer"),
    [("quokkaman", "quokka keeper"), ("Quokkaman", "Quokka keeper"), ("QUOKKAMEN", "QUOKKA KEEPERS")],
)
def test_an_offer_has_the_capitals_and_the_number_of_the_words(way, words, offer):
    (mark,) = marks_in(f"So {words} came.", name="a.txt", way=way)
    assert [edit.text for edit in replacements(mark, way.rules)] == [offer]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "One.\nThe quokkaman.\nThree."),
        ("a.mdx", "The quokkaman."),
        ("a.html", "<p>\nThe quokkaman.\n</p>"),
        ("a.tex", "The quokkaman."),
        ("a.rst", "One.\n\nTwo\nThe quokkaman.\n\nThree."),
        ("a.adoc", "The quokkaman."),
        ("a.txt", "One.\nThe quokkaman."),
        ("a.py", "def f():\n    # the quokkaman\n    return 1\n"),
        ("a.py", '"""One.\n\nThe quokkaman.\n"""\n'),
        ("a.js", "/* One.\n   The quokkaman. */\n"),
        ("a.css", "a { }\n/* The quokkaman. */\n"),
        ("a.css", "/* One.\n   The quokkaman. */\na { }\n"),
        ("a.sql", "-- the quokkaman\nselect 1;\n"),
        ("a.sh", "#!/bin/sh\n# the quokkaman\n"),
        ("a.ml", "(* the quokkaman *)\n"),
        ("a.yaml", "what: the quokkaman\n"),
        ("COMMIT_EDITMSG", "Thank the quokkaman\n"),
    ],
)
def test_setting_aside_sets_exactly_that_place_aside(way, name, text):
    (mark,) = marks_in(text, name=name, way=way)
    edits = setting_aside(text, mark, name=name)
    assert edits
    assert marks_in(edited(text, edits), name=name, way=way) == ()
    again = edited(text, edits) + "\n\n" + text
    assert len(marks_in(again, name=name, way=way)) == 1 or name.endswith((".py", ".css", ".html"))


def test_where_no_comment_can_stand_none_is_offered(way):
    text = "what: ask the quokkaman at the gate"
    (mark,) = marks_in(text, name="a.yaml", way=way)
    assert setting_aside(text, mark, name="a.json") == ()


def test_every_language_has_a_comment_to_write():
    assert [each.id for each in LANGUAGES if comment_signs(each) == ("", None)] == []


PATIENCE_S = 60
"""A busy machine may compile rules for a while; what takes longer hangs."""


class Editor:
    """A client that remembers what was published."""

    def __init__(self) -> None:
        self.client = LanguageClient("tests", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.shown: asyncio.Queue[str] = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(given: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(given)

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def shown(given: types.ShowMessageParams) -> None:
            self.shown.put_nowait(given.message)

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        document = types.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=document))

    def type(self, uri: str, text: str, version: int) -> None:
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=version),
                content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
            )
        )

    async def next(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.published.get(), PATIENCE_S)


def in_an_editor(folder: Path, deeds: Callable[[Editor], Awaitable[None]]) -> None:
    async def run() -> None:
        editor = Editor()
        await editor.client.start_io(sys.executable, "-m", "alongside", "lsp", env=environment(folder))
        try:
            told = types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=folder.as_uri())
            await asyncio.wait_for(editor.client.initialize_async(told), PATIENCE_S)
            editor.client.initialized(types.InitializedParams())
            await asyncio.wait_for(deeds(editor), 2 * PATIENCE_S)
            await asyncio.wait_for(editor.client.shutdown_async(None), PATIENCE_S)
        finally:
            editor.client.exit(None)  # also after a failure, or the server would wait for ever
            await asyncio.wait_for(editor.client.stop(), PATIENCE_S)

    asyncio.run(run())


def place(line: int, column: int) -> types.Position:
    return types.Position(line=line, character=column)


def test_an_editor_is_shown_what_stands_out_and_offered_a_way(house):
    uri = (house / "letter.md").as_uri()
    text = "Dear all,\n\nthe 🙂 Quokkaman came.\n"

    async def deeds(editor: Editor) -> None:
        editor.open(uri, text)
        told = await editor.next()
        (found,) = told.diagnostics
        assert (found.range.start, found.range.end) == (place(2, 7), place(2, 16))
        assert found.severity is types.DiagnosticSeverity.Information
        assert (found.source, found.code) == ("alongside", "test-quokka")
        assert found.message.startswith("“Quokkaman”: It pictures a man")
        assert "You could write: quokka keeper." in found.message
        assert found.code_description.href == "https://example.org/quokkas"

        asked = types.TextDocumentIdentifier(uri=uri)
        hover = await editor.client.text_document_hover_async(
            types.HoverParams(text_document=asked, position=place(2, 9))
        )
        for words in (
            "It pictures a man",
            "Could we write “quokka keeper”?",
            "In quotations.",
            "[Keeping quokkas kindly](https://example.org/quokkas)",
        ):
            assert words in hover.contents.value
        nothing = types.HoverParams(text_document=asked, position=place(0, 1))
        assert await editor.client.text_document_hover_async(nothing) is None

        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=asked, range=found.range, context=types.CodeActionContext(diagnostics=[found])
            )
        )
        titles = [each.title for each in actions]
        assert titles == [
            "Write “Quokka keeper”",
            "Leave it as it is here (test-quokka)",
            "Show the rule: test-quokka",
        ]
        (write,) = actions[0].edit.changes[uri]
        assert (write.range, write.new_text) == (found.range, "Quokka keeper")
        (aside,) = actions[1].edit.changes[uri]
        assert aside.new_text == " <!-- alongside: ignore[test-quokka] -->"
        command = actions[2]
        await editor.client.workspace_execute_command_async(
            types.ExecuteCommandParams(command=command.command, arguments=command.arguments)
        )
        assert "Could we write “quokka keeper”?" in await asyncio.wait_for(editor.shown.get(), PATIENCE_S)

    in_an_editor(house, deeds)


def test_what_is_typed_quickly_is_checked_once(house):
    uri = (house / "quick.md").as_uri()

    async def deeds(editor: Editor) -> None:
        editor.open(uri, "A keeper.")
        assert (await editor.next()).diagnostics == ()
        for version in range(2, 8):
            editor.type(uri, "A quokkaman came. " * version, version)
        told = await editor.next()
        assert (told.version, len(told.diagnostics)) == (7, 7)
        assert editor.published.empty()
        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(text_document=types.TextDocumentIdentifier(uri=uri))
        )
        assert (await editor.next()).diagnostics == ()

    in_an_editor(house, deeds)


def test_the_settings_of_the_house_hold(house):
    drafts, allowed = (house / name for name in ("drafts/a.md", "allowed.md"))

    async def deeds(editor: Editor) -> None:
        editor.open(drafts.as_uri(), "A quokkaman.")
        assert (await editor.next()).diagnostics == ()
        editor.open(allowed.as_uri(), "The old quokkaman. A zebraman.")
        assert (await editor.next()).diagnostics == ()
        settings = house / "pyproject.toml"
        before = settings.read_text("utf-8")
        settings.write_text(before + 'profile = "strict"\n', "utf-8")
        try:
            editor.client.text_document_did_save(
                types.DidSaveTextDocumentParams(
                    text_document=types.TextDocumentIdentifier(uri=settings.as_uri())
                )
            )
            found = [(await editor.next()).diagnostics, (await editor.next()).diagnostics]
        finally:
            settings.write_text(before, "utf-8")
        (hint,) = [each for of_file in found for each in of_file]
        assert (hint.code, hint.severity) == ("test-zebra", types.DiagnosticSeverity.Hint)

    in_an_editor(house, deeds)


def test_a_text_without_a_file_is_read_by_its_language(house):
    uri = "untitled:Untitled-1"

    async def deeds(editor: Editor) -> None:
        editor.open(uri, "manpower = 1  # a wheelchair-bound guest\n", "python")
        (found,) = (await editor.next()).diagnostics
        assert found.range.start == place(0, 18)

    in_an_editor(house, deeds)


def test_broken_settings_are_told_once_and_nothing_is_shown(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.alongside.check]\nprofile = 3\n", "utf-8")
    uri = (tmp_path / "a.md").as_uri()

    async def deeds(editor: Editor) -> None:
        editor.open(uri, "The chairman.")
        assert (await editor.next()).diagnostics == ()
        assert "profile" in await asyncio.wait_for(editor.shown.get(), PATIENCE_S)
        editor.type(uri, "The chairman!", 2)
        assert (await editor.next()).diagnostics == ()
        assert editor.shown.empty()

    in_an_editor(tmp_path, deeds)


def test_without_the_extra_one_sentence_says_what_to_type(tmp_path):
    blocked = (
        "import sys; sys.modules['pygls'] = None; sys.argv = ['alongside', 'lsp'];"
        "from alongside.cli import main; main()"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", blocked],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "pip install 'alongside[lsp]'" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
