"""One scene in one HTML file that plays offline: no address is asked, no choice is kept or sent.

Without JavaScript the same file holds the whole scene as text. Limits: the page says what the terminal says,
and makes no commitment, because it knows nobody.
"""

import base64
import hashlib
import json
from html import escape
from importlib.resources import files
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import language
from alongside.practise.notes import title_of
from alongside.practise.player_data import player_data
from alongside.practise.player_text import whole_text
from alongside.practise.scenes import Scene
from alongside.practise.walk import start

ADAPTER: Final = "scorm.js"
"""The script that speaks to a learning system; it lies beside the page in a package."""
_FOLDER: Final = files("alongside.practise") / "player_files"


def page(scene: Scene) -> str:
    """The scene as one file."""
    return _page(scene, told="", tail="", may="")


def page_for_learning_system(scene: Scene) -> str:
    """The scene for a package: the same page, which says first what a learning system hears of it."""
    told = (
        _("This page runs in a learning system. It tells that system three things and no more:"),
        _("that you opened it, for about how many minutes, and whether you came to an end of the scene."),
    )
    nobody = _("No learning system answered, so nothing is told to any.")
    fails = _("The learning system did not take what it was told.")
    silent = _("Without JavaScript nothing is told to the learning system.")
    tail = (
        f"<noscript><p>{escape(silent)}</p></noscript>\n"
        f'<p id="told" role="status" data-nobody="{escape(nobody)}" data-fails="{escape(fails)}"></p>\n'
        f'<script src="{ADAPTER}"></script>\n'
    )
    return _page(scene, told=" ".join(told), tail=tail, may=" 'self'")


def file_of_player(name: str) -> str:
    """The text of one of the player's own files."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def script() -> str:
    """The player, closed in itself."""
    return f'(() => {{\n"use strict";\n{file_of_player("walk.js")}\n{file_of_player("page.js")}}})();\n'


def _page(scene: Scene, *, told: str, tail: str, may: str) -> str:
    style, code = file_of_player("player.css"), script()
    policy = (
        f"default-src 'none'; script-src {_hash(code)}{may}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(title_of(scene, start(scene).setting))
    return (
        f'<!doctype html>\n<html lang="{escape(language())}" dir="auto"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{title}</title>\n<style>{style}</style></head>\n<body>\n<main>\n"
        f'<div id="play" hidden></div>\n<div id="whole">\n{whole_text(scene)}\n</div>\n</main>\n'
        f"<footer>{_foot(scene)}</footer>\n"
        f'<script type="application/json" id="scene">{_json(player_data(scene, told=told))}</script>\n'
        f"{tail}<script>{code}</script>\n</body></html>\n"
    )


def _foot(scene: Scene) -> str:
    told = {"id": scene.id, "licence": scene.licence}
    made = _("Scene %(id)s, licence %(licence)s. Made with Alongside.") % told
    return f"<p>{escape(made)}</p>"


def _json(data: object) -> str:
    """JSON that no mark inside can close or open an element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _hash(text: str) -> str:
    """How a policy names an inline text that may stand in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
