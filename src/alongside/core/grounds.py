"""The grounds on which people are left out or hurt: one closed list for every room's content.

A ground says what an entry is about. It is never a field of a person, and nothing here is guessed about one.
"""

from enum import StrEnum

from alongside.core.language import gettext as _


class Ground(StrEnum):
    """What an entry is about. The value is the id used in files; `any` stands alone."""

    RACE = "race"
    CASTE = "caste"
    INDIGENOUS = "indigenous"
    MIGRATION = "migration"
    LANGUAGE = "language"
    FAITH = "faith"
    GENDER = "gender"
    TRANS = "trans"
    SEXUALITY = "sexuality"
    DISABILITY = "disability"
    NEURODIVERGENCE = "neurodivergence"
    HEALTH = "health"
    AGE = "age"
    CLASS = "class"
    BODY = "body"
    CARE = "care"
    ANY = "any"

    @property
    def label(self) -> str:
        """The ground as people read it."""
        return _LABELS[self]()


_LABELS = {
    Ground.RACE: lambda: _("racism"),
    Ground.CASTE: lambda: _("caste"),
    Ground.INDIGENOUS: lambda: _("Indigenous peoples"),
    Ground.MIGRATION: lambda: _("migration"),
    Ground.LANGUAGE: lambda: _("language and accent"),
    Ground.FAITH: lambda: _("faith"),
    Ground.GENDER: lambda: _("gender"),
    Ground.TRANS: lambda: _("trans and non-binary people"),
    Ground.SEXUALITY: lambda: _("sexuality"),
    Ground.DISABILITY: lambda: _("disability"),
    Ground.NEURODIVERGENCE: lambda: _("neurodivergence"),
    Ground.HEALTH: lambda: _("health"),
    Ground.AGE: lambda: _("age"),
    Ground.CLASS: lambda: _("class and money"),
    Ground.BODY: lambda: _("body and size"),
    Ground.CARE: lambda: _("caring for others"),
    Ground.ANY: lambda: _("any topic"),
}
