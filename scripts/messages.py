"""Collect what is to be translated, bring the catalogues up to date, and compile them.

One catalogue a language serves pages and terminal alike: src/alongside/locale/*/LC_MESSAGES/django.po. What
is no longer said is dropped; what is new waits untranslated, and is shown in English until somebody writes
it. With --check nothing is written: it says whether they are up to date, and fails where they are not.
"""

import io
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "alongside"
LOCALE = SOURCE / "locale"
KEYWORDS = {
    "_": None,
    "_later": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"\b(?:gettext|ngettext|pgettext)\({_STRING}(?:\s*,\s*(?:{_STRING}|\w+))*\s*\)")
UNCHANGING = datetime(2026, 1, 1, tzinfo=UTC)
UNDATED = re.compile(
    rb'"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To)'
    rb": .*\n"
)


def collected() -> Catalog:
    """Every message of code and templates, with its places; the gallery's samples stay English."""
    template = Catalog(project="Alongside", charset="utf-8")
    for file in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in file.parts and not file.name.startswith("gallery"):
            _add(template, file, file.read_text("utf-8"))
    for file in sorted(SOURCE.rglob("templates/**/*.html")):
        _add(template, file, "\n".join(_of_template(file.read_text("utf-8"), str(file))))
    for file in sorted(SOURCE.rglob("privacy.toml")):
        rows = tomllib.loads(file.read_text("utf-8"))["field"]
        for title in (row["title"] for row in rows if "title" in row):
            template.add(title, locations=[(file.relative_to(ROOT).as_posix(), 0)])
    return template


def _add(template: Catalog, file: Path, code: str) -> None:
    place = file.relative_to(ROOT).as_posix()
    for _line, message, comments, context in extract("python", io.BytesIO(code.encode()), KEYWORDS):
        template.add(message, locations=[(place, 0)], auto_comments=comments, context=context)


def _of_template(text: str, name: str) -> Iterator[str]:
    """The calls that Django's own reading of a template comes to."""
    from django.utils.translation.template import templatize  # noqa: PLC0415  # needs settings

    yield from (found.group() for found in CALL.finditer(templatize(text, name)))


def brought_up_to_date(file: Path, template: Catalog) -> Catalog:
    """The catalogue in the file, with what is said now; what fits no message any more is dropped."""
    with file.open("rb") as held:
        catalogue = read_po(held, locale=file.parent.parent.name)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.creation_date = catalogue.revision_date = UNCHANGING  # only words make a difference
    catalogue.obsolete.clear()
    return catalogue


def as_text(catalogue: Catalog) -> bytes:
    """The catalogue as a .po file: no dates, so that only words make a difference."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, sort_output=True, include_lineno=False)
    return UNDATED.sub(b"", out.getvalue())


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> int:
    """Bring all catalogues up to date, or say which are not."""
    from django.conf import settings  # noqa: PLC0415  # templates are read by Django

    settings.configure()
    template, stale = collected(), []
    for file in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        catalogue = brought_up_to_date(file, template)
        written = {file: as_text(catalogue), file.with_suffix(".mo"): compiled(catalogue)}
        for path, data in written.items():
            if not path.exists() or path.read_bytes() != data:
                stale.append(path.relative_to(ROOT).as_posix())
                if "--check" not in sys.argv:
                    path.write_bytes(data)
        done = sum(1 for each in catalogue if each.id and each.string and all(_forms(each.string)))
        print(f"{file.parent.parent.name}: {done} of {len(catalogue)} messages")
    if stale and "--check" in sys.argv:
        print("Run scripts/messages: not up to date are " + ", ".join(stale))
        return 1
    return 0


def _forms(string: "str | tuple[str, ...] | list[str]") -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


if __name__ == "__main__":
    sys.exit(main())
