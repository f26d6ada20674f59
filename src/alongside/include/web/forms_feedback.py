"""The form after an event: two questions and a word, without a name."""

from typing import Final

from django.utils.translation import gettext as _

from alongside.include.web.models import TookPart, Worked
from alongside.web.answers import Answers
from alongside.web.parts import Choice, ChoiceGroup, Field

LONGEST_WORDS: Final = 1000
"""Longest word on how it was, in characters (our choice)."""


class FeedbackForm:
    """What somebody says afterwards, and what has to be mended in it."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.took_part = answers.text("took_part")
        self.access = answers.text("access")
        self.words = answers.text("words")

    def check(self) -> bool:
        """Whether it can be kept; notes what has to be mended."""
        errors = self._answers.errors
        if self.took_part not in TookPart.values:
            errors["took_part"] = _("Choose one.")
        if self.access not in Worked.values:
            errors["access"] = _("Choose one.")
        if len(self.words) > LONGEST_WORDS:
            errors["words"] = _("Keep this to %(most)d characters.") % {"most": LONGEST_WORDS}
        return not errors

    def questions(self) -> tuple[ChoiceGroup, ChoiceGroup, Field]:
        """The two questions, and room for a word."""
        errors = self._answers.errors
        return (
            ChoiceGroup(
                name="took_part",
                legend=_("Could you take part?"),
                error=errors.get("took_part", ""),
                choices=_choices(TookPart, self.took_part),
            ),
            ChoiceGroup(
                name="access",
                legend=_("Was the access there that you asked for?"),
                error=errors.get("access", ""),
                choices=_choices(Worked, self.access),
            ),
            Field(
                name="words",
                label=_("What would make the next one better?"),
                hint=_(
                    "Shown without your name, with what others said. How you write may still give you away."
                ),
                value=self.words,
                error=errors.get("words", ""),
                optional=True,
                rows=5,
            ),
        )


def _choices(among: type[TookPart] | type[Worked], chosen: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=each.value, label=str(each.label), chosen=each.value == chosen) for each in among
    )
