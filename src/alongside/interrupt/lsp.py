"""Door: a language server, so that an editor shows what `alongside check` finds, quietly, while one writes.

Reword is Information, consider is a Hint: nothing is an error. Everything stays on this machine; the server
speaks with the editor that started it, over standard input and output, and with nobody else.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from alongside import __version__
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt.editor import Edit, Mark, Point, marks_in, replacements
from alongside.interrupt.editor_comments import setting_aside
from alongside.interrupt.hits import Level, Profile
from alongside.interrupt.house_rules import HouseRules, read_house_rules
from alongside.interrupt.rule_set import RuleText
from alongside.interrupt.run import Recipe, Way, prepare

PAUSE_S: Final = 0.3
"""So long after the last key the text is checked again (taste: between two words)."""
SHOW_RULE: Final = "alongside.showRule"
SOURCE: Final = "alongside"
Action = types.CodeAction | types.Command
_SEVERITY: Final = {
    Level.REWORD: types.DiagnosticSeverity.Information,
    Level.CONSIDER: types.DiagnosticSeverity.Hint,
}
_NAMES: Final = {
    "markdown": "untitled.md",
    "html": "untitled.html",
    "latex": "untitled.tex",
    "restructuredtext": "untitled.rst",
    "asciidoc": "untitled.adoc",
    "git-commit": "COMMIT_EDITMSG",
    "python": "untitled.py",
    "javascript": "untitled.js",
    "typescript": "untitled.ts",
    "json": "untitled.json",
    "yaml": "untitled.yaml",
}
"""How a text is read that has no file yet, by what the editor calls its language."""


class WordsServer(LanguageServer):
    """The server, with the rules it loaded and what it found in each open text."""

    def __init__(self) -> None:
        super().__init__(SOURCE, __version__)
        self.found: dict[str, tuple[Mark, ...]] = {}
        self._ways: dict[Recipe, Way] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._told: set[str] = set()

    def way_for(self, uri: str) -> Way | None:
        """The rules for a document, as its house settled; None where the house left it out."""
        path = Path(to_fs_path(uri) or "untitled")
        house = self._house(path)
        if house.left_out(path):
            return None
        recipe = Recipe(
            packs=house.packs,
            profile=house.profile or Profile.DEFAULT,
            without=house.ignore,
            allow=house.allow,
        )
        if recipe not in self._ways:
            self._ways[recipe] = prepare(recipe)
        return self._ways[recipe]

    def _house(self, path: Path) -> HouseRules:
        return read_house_rules(path.parent) if path.is_absolute() else HouseRules()

    def name_of(self, uri: str) -> str:
        """The name by which a document is read."""
        document = self.workspace.get_text_document(uri)
        if uri.startswith("untitled:"):
            return _NAMES.get(document.language_id or "", "untitled.txt")
        return Path(to_fs_path(uri) or uri).name

    def check(self, uri: str) -> None:
        """Check a document and publish what was found; a trouble is told once, and nothing is shown."""
        document = self.workspace.get_text_document(uri)
        marks: tuple[Mark, ...] = ()
        diagnostics: list[types.Diagnostic] = []
        try:
            way = self.way_for(uri)
            if way:
                marks = marks_in(document.source, name=self.name_of(uri), way=way)
                diagnostics = [_diagnostic(mark, way.rules.about(mark.hit.rule)) for mark in marks]
        except Trouble as trouble:
            self._tell(str(trouble))
        self.found[uri] = marks
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics, version=document.version)
        )

    def _tell(self, words: str) -> None:
        if words not in self._told:
            self._told.add(words)
            self.window_show_message(types.ShowMessageParams(type=types.MessageType.Warning, message=words))

    def check_soon(self, uri: str) -> None:
        """Check when nothing was typed for a moment."""
        self.forget_waiting(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check_after_pause(uri))

    async def _check_after_pause(self, uri: str) -> None:
        await asyncio.sleep(PAUSE_S)
        del self._waiting[uri]
        self.check(uri)

    def forget_waiting(self, uri: str) -> None:
        """No longer check it soon."""
        waiting = self._waiting.pop(uri, None)
        if waiting:
            waiting.cancel()

    def forget(self, uri: str) -> None:
        """A document was closed: forget what was found in it, and clear it from the editor."""
        self.forget_waiting(uri)
        self.found.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def read_rules_again(self) -> None:
        """Rules or settings changed: load them again, and check what is open."""
        self._ways.clear()
        self._told.clear()
        for uri in list(self.found):
            self.check(uri)

    def at(self, uri: str, wanted: types.Range) -> tuple[tuple[Mark, RuleText], ...]:
        """What was found at a place, with the texts of its rule."""
        marks = [
            mark for mark in self.found.get(uri, ()) if mark.meets(_from(wanted.start), _from(wanted.end))
        ]
        way = self.way_for(uri) if marks else None
        return tuple((mark, way.rules.about(mark.hit.rule)) for mark in marks) if way else ()


def serve() -> None:
    """Speak with the editor until it says goodbye."""
    make_server().start_io()


def make_server() -> WordsServer:
    """The server with all it can do."""
    server = WordsServer()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(given: types.DidOpenTextDocumentParams) -> None:
        server.check(given.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(given: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(given.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(given: types.DidSaveTextDocumentParams) -> None:
        uri = given.text_document.uri
        server.forget_waiting(uri)
        if uri.endswith(".toml"):
            server.read_rules_again()
        else:
            server.check(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(given: types.DidCloseTextDocumentParams) -> None:
        server.forget(given.text_document.uri)

    _answer_questions(server)
    return server


def _answer_questions(server: WordsServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(given: types.HoverParams) -> types.Hover | None:
        place = types.Range(start=given.position, end=given.position)
        found = server.at(given.text_document.uri, place)
        if not found:
            return None
        told = "\n\n---\n\n".join(_told(mark, about) for mark, about in found)
        return types.Hover(
            contents=types.MarkupContent(kind=types.MarkupKind.Markdown, value=told),
            range=_range(found[0][0]),
        )

    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def actions(given: types.CodeActionParams) -> list[Action]:
        uri = given.text_document.uri
        found = server.at(uri, given.range)
        return [action for mark, about in found for action in _actions(server, uri, mark, about)]

    @server.command(SHOW_RULE)
    def show_rule(words: str) -> None:
        server.window_show_message(types.ShowMessageParams(type=types.MessageType.Info, message=words))


def _diagnostic(mark: Mark, about: RuleText) -> types.Diagnostic:
    link = next((each.url for each in about.sources if each.url), "")
    return types.Diagnostic(
        range=_range(mark),
        message=_message(mark, about),
        severity=_SEVERITY[mark.hit.level],
        source=SOURCE,
        code=mark.hit.rule,
        code_description=types.CodeDescription(href=link) if link else None,
    )


def _message(mark: Mark, about: RuleText) -> str:
    lead = f"“{' '.join(mark.hit.words.split())}”: {about.why}"
    return f"{lead} {_instead(about)}"


def _instead(about: RuleText) -> str:
    if about.alternatives:
        return _("You could write: %(words)s.") % {"words": ", ".join(about.alternatives)}
    return about.no_drop_in


def _told(mark: Mark, about: RuleText) -> str:
    """Everything about a place, in Markdown."""
    parts = [
        f"**“{' '.join(mark.hit.words.split())}”** {about.why}",
        _instead(about),
        _("A sentence to say: %(sentence)s") % {"sentence": about.call_in},
        _("When it is fine: %(words)s") % {"words": about.fine_when},
        about.both_ways,
        "\n".join(f"- [{each.title}]({each.url})" for each in about.sources),
        f"`{about.id}`",
    ]
    return "\n\n".join(part for part in parts if part)


def _actions(server: WordsServer, uri: str, mark: Mark, about: RuleText) -> Sequence[Action]:
    way = server.way_for(uri)
    source = server.workspace.get_text_document(uri).source
    offers = replacements(mark, way.rules) if way else ()
    aside = setting_aside(source, mark, name=server.name_of(uri))
    made: list[Action] = [
        _quick_fix(_("Write “%(words)s”") % {"words": offer.text}, uri, (offer,)) for offer in offers
    ]
    if aside:
        made.append(_quick_fix(_("Leave it as it is here (%(rule)s)") % {"rule": about.id}, uri, aside))
    words = f"{_message(mark, about)} {about.call_in}"
    title = _("Show the rule: %(rule)s") % {"rule": about.id}
    made.append(types.Command(title=title, command=SHOW_RULE, arguments=[words]))
    return made


def _quick_fix(title: str, uri: str, edits: Sequence[Edit]) -> types.CodeAction:
    changes = [types.TextEdit(range=_between(edit.begin, edit.end), new_text=edit.text) for edit in edits]
    return types.CodeAction(
        title=title, kind=types.CodeActionKind.QuickFix, edit=types.WorkspaceEdit(changes={uri: changes})
    )


def _range(mark: Mark) -> types.Range:
    return _between(mark.begin, mark.end)


def _between(begin: Point, end: Point) -> types.Range:
    return types.Range(start=_to(begin), end=_to(end))


def _to(point: Point) -> types.Position:
    return types.Position(line=point.line, character=point.column)


def _from(position: types.Position) -> Point:
    return Point(line=position.line, column=position.character)
