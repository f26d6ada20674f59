"""A language nobody speaks: every message with accents, in brackets, and two fifths longer.

Whatever a page says without brackets was written past the catalogues, and what does not fit is too narrow for
German. It is shown as Arabic, so that it reads right to left as well.
"""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[2] / "src/alongside/locale"
SHOWN_AS = "ar"
LONGER = 0.4
_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéïñöšúýžÁÇÉÏÑÖŠÚÝŽ")
_KEPT = re.compile(r"(%\([^)]*\)[a-z]|%%|%[a-z]|\{[^}]*\}|<[^>]*>|&\w+;|\s+)")
_MORE = "ñöch étwas mehr Wörte "


def pseudo(message: str) -> str:
    """The message as it is shown; what is filled in, markup and the white space around it stay."""
    words = message.strip()
    if not words:
        return message
    said = "".join(
        part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(words) if part
    )
    wanted = round(len(words) * LONGER)
    more = (_MORE * (wanted // len(_MORE) + 1))[:wanted].strip()
    return message.replace(words, f"[{said} {more}]" if more else f"[{said}]")


def write_catalogue(folder: Path) -> None:
    """Compile it under `folder`, from the messages that are there to be translated."""
    with (LOCALE / "de/LC_MESSAGES/django.po").open("rb") as held:
        known = read_po(held)
    made = Catalog(locale=SHOWN_AS, charset="utf-8")
    for message in known:
        if message.id and message.pluralizable:
            one, many = message.id
            forms = (pseudo(one), *[pseudo(many)] * (made.num_plurals - 1))
            made.add(message.id, forms, context=message.context)
        elif message.id:
            made.add(message.id, pseudo(str(message.id)), context=message.context)
    file = folder / SHOWN_AS / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        write_mo(out, made)
