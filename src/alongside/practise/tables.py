"""A table of a scene's file, read key by key; what is missing or of another kind is refused by its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from alongside.core.language import gettext as _
from alongside.practise.scenes import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`values` under the dotted `path` of a `file`."""

    values: Mapping[str, object]
    file: str = ""
    path: str = ""

    def text(self, key: str, *, needed: bool = True) -> str:
        """The text under a key; "" where it may be left out."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.refused(key, _("this has to be text."), _("Put it in quotation marks."))
        if needed and not value.strip():
            raise self.refused(key, _("this is missing."), _("Write it, in quotation marks."))
        return value.strip()

    def whole(self, key: str, *, least: int, most: int) -> int:
        """The whole number under a key, 0 where there is none."""
        value = self.values.get(key, 0)
        if (
            not isinstance(value, int)
            or isinstance(value, bool)
            or (key in self.values and not least <= value <= most)
        ):
            told = {"least": least, "most": most}
            raise self.refused(
                key, _("this is no whole number that fits."), _("Write %(least)d to %(most)d.") % told
            )
        return value

    def words(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """The list of texts under a key."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.refused(key, _("this has to be a list of words."), _('Write it like ["one", "two"].'))
        if needed and not value:
            raise self.refused(key, _("this is missing."), _('Write it like ["one", "two"].'))
        return tuple(value)

    def table(self, key: str) -> "Table":
        """The table under a key; an empty one where there is none."""
        return self._under(key, self.values.get(key, {}))

    def tables(self, key: str, *, needed: bool = True) -> tuple["Table", ...]:
        """The list of tables under a key."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or (needed and not value):
            raise self.refused(key, _("this has to be a list of tables."), _("Write it like [{ … }, { … }]."))
        return tuple(self._under(f"{key}[{number}]", each) for number, each in enumerate(value, start=1))

    def named_tables(self) -> Iterator[tuple[str, "Table"]]:
        """The tables inside this one, by name, in file order."""
        for key in self.values:
            yield key, self.table(key)

    def unknown(self, key: str, given: str, known: Sequence[str]) -> Refused:
        """The refusal of a word that is none of those known, with the nearest one."""
        near = get_close_matches(given, known, 1)
        cause = _("“%(given)s” is not known.") % {"given": given}
        if near:
            return self.refused(key, cause, _("Did you mean “%(near)s”?") % {"near": near[0]})
        return self.refused(key, cause, _("Write one of: %(known)s.") % {"known": ", ".join(known)})

    def refused(self, key: str, cause: str, way_out: str) -> Refused:
        """A refusal that names the file and the place in it."""
        place = ".".join(part for part in (self.path, key) if part)
        return Refused(": ".join(part for part in (self.file, place) if part), cause, way_out)

    def _under(self, key: str, value: object) -> "Table":
        if not isinstance(value, Mapping):
            raise self.refused(
                key, _("this has to be a table."), _("Write it like { … } or under [%(key)s].") % {"key": key}
            )
        path = ".".join(part for part in (self.path, key) if part)
        return Table(values=value, file=self.file, path=path)
