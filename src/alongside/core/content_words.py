"""What is wrong with a content entry, in plain words: what a schema's validator found, told to its author."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alongside.core.language import gettext as _

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

LONGEST_MESSAGE: Final = 240
"""Characters of a validator's message, or of a value, that are shown (taste)."""
ALIKE: Final = 0.75
"""How alike a field's name and a missing one must be to be taken for it, 0 to 1 (our choice)."""
_KEYS: Final = ("required", "additionalProperties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with content: file and line (or 0), the entry's id, the field, what, and the cure."""

    file: str
    entry: str = ""
    field: str = ""
    what: str
    cure: str
    line: int = 0

    def __str__(self) -> str:
        """One line for the terminal."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = ": ".join(part for part in (place, self.entry, self.field) if part)
        return f"{where}: {self.what} {self.cure}".strip()


def explain(faults: "Sequence[ValidationError]", *, file: Path, entry: str, field: str) -> Iterator[Problem]:
    """The problems of one place: all missing fields in one, misspelt ones beside what was meant."""
    missing, unknown = _missing(faults), _unknown(faults)
    meant = {name: close[0] for name in unknown if (close := get_close_matches(name, missing, 1, ALIKE))}
    told = partial(Problem, file=str(file), entry=entry, field=field)
    for wrong, right in meant.items():
        what = _("this field is not known: `%(wrong)s`.") % {"wrong": wrong}
        cure = _("Write `%(right)s`, not `%(wrong)s`.") % {"right": right, "wrong": wrong}
        yield told(what=what, cure=cure)
    described = _("The schema of this table describes every field.")
    if left := [name for name in missing if name not in meant.values()]:
        yield told(what=_("missing: %(fields)s.") % {"fields": ", ".join(left)}, cure=described)
    if left := [name for name in unknown if name not in meant]:
        what = _("not known here: %(fields)s.") % {"fields": ", ".join(left)}
        yield told(what=what, cure=described)
    for fault in faults:
        if fault.validator not in _KEYS:
            yield told(what=_plain(fault), cure=_cure(fault, entry, field) or described)


def _missing(faults: "Sequence[ValidationError]") -> list[str]:
    wanted = [n for fault in faults if fault.validator == "required" for n in _names(fault.validator_value)]
    held = _names(faults[0].instance)
    return [name for name in dict.fromkeys(wanted) if name not in held]


def _unknown(faults: "Sequence[ValidationError]") -> list[str]:
    closed = [fault for fault in faults if fault.validator == "additionalProperties"]
    return [name for fault in closed for name in _names(fault.instance) if name not in _known(fault)]


def _known(fault: "ValidationError") -> list[str]:
    return _names(fault.schema.get("properties")) if isinstance(fault.schema, Mapping) else []


def _names(value: object) -> list[str]:
    """The words of a list, or the fields of a table."""
    return [str(each) for each in value] if isinstance(value, list | tuple | Mapping) else []


def _cure(fault: "ValidationError", entry: str, field: str) -> str:
    if (fault.validator, fault.validator_value) == ("type", "array") and not entry:
        return _("Begin each entry with [[%(table)s]], in double brackets.") % {"table": field}
    schema = fault.schema if isinstance(fault.schema, Mapping) else {}
    return str(schema.get("description", ""))


def _plain(fault: "ValidationError") -> str:
    names = {"value": _brief(str(fault.instance)), "wanted": fault.validator_value}
    match fault.validator:
        case "enum":
            return _("“%(value)s” is none of: %(wanted)s.") % {
                **names,
                "wanted": ", ".join(_names(fault.validator_value)),
            }
        case "type":
            return _("this has to be %(wanted)s.") % {"wanted": _type(str(fault.validator_value))}
        case "pattern":
            return _("“%(value)s” does not have the form that belongs here.") % names
        case "minItems":
            return _("the list is too short: at least %(wanted)s.") % names
    return _("this does not fit: %s.") % _brief(fault.message)


def _type(name: str) -> str:
    return {
        "string": _("text in quotation marks"),
        "integer": _("a whole number"),
        "array": _("a list in square brackets"),
        "object": _("a table of fields"),
        "boolean": _("true or false"),
    }.get(name, name)


def _brief(message: str) -> str:
    """The message, cut where it quotes a whole entry."""
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]} …"
