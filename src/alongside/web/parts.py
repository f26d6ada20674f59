"""What the parts of a page are made of: views prepare these, templates only lay them out.

One dataclass a part, one template a part (`parts/<name>.html`). Words come in translated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from alongside.core.figures import Figure
from alongside.core.findings import Finding
from alongside.core.language import gettext as _


class Part:
    """What a template asks many times. It asks every object for an item first, and a refusal costs twice."""

    __slots__ = ()

    def __getitem__(self, name: str) -> object:
        """The field or property of that name."""
        return getattr(self, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Part):
    """A place to go. `id` keeps the focus through a swap; `about` is the id of what it belongs to."""

    label: str
    url: str
    id: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button(Part):
    """A deed. One `primary` a page; `plain` and `quiet` beside it; `stop` for what cannot be undone.

    `about` is the id of what it belongs to in a list, so that one "Take out" can be told from another.
    """

    label: str
    id: str
    kind: str = "primary"
    name: str = ""
    value: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """The top of a page: where one is, one heading, one sentence why."""

    heading: str
    where: str = ""
    lead: str = ""
    language: str = ""
    """The language of the heading where it is not the page's own, such as the title of a book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One of a few ways to see a page; `current` marks the one that is shown."""

    label: str
    url: str
    id: str
    current: bool = False


class Asks(Part):
    """The ids that tie a question, its hint and its error together."""

    __slots__ = ()

    name: str
    hint: str
    error: str

    @property
    def id(self) -> str:
        """The id of the control, and of the group where there are several."""
        return f"id_{self.name}"

    @property
    def hint_id(self) -> str:
        """The id of the hint."""
        return f"{self.id}-hint"

    @property
    def error_id(self) -> str:
        """The id of the error."""
        return f"{self.id}-error"

    @property
    def described_by(self) -> str:
        """Hint and error, as far as there are any, in reading order."""
        ids = ((self.hint, self.hint_id), (self.error, self.error_id))
        return " ".join(name for said, name in ids if said)

    @property
    def first_id(self) -> str:
        """Where an error summary leads."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Part):
    """One answer to choose: `kicker` above it, `hint` says what it means, `caution` what to mind."""

    value: str
    label: str
    kicker: str = ""
    hint: str = ""
    caution: str = ""
    chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Field(Asks):
    """One question with one control: `field.html`, `textarea.html` or, with `choices`, `select.html`.

    `kind` is the type of the input ("text", "email", "date", "number", "file"). `autocomplete` is the purpose
    as HTML names it. `accept` lists file endings.
    """

    name: str
    label: str
    hint: str = ""
    error: str = ""
    value: str = ""
    kind: str = "text"
    optional: bool = False
    autocomplete: str = "off"
    accept: str = ""
    rows: int = 4
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChoiceGroup(Asks):
    """One question with several controls: `choices.html`.

    `many` makes checkboxes; `picks` sets the answers large; `heading` makes the question the page's heading.
    """

    name: str
    legend: str
    choices: tuple[Choice, ...]
    hint: str = ""
    error: str = ""
    many: bool = False
    picks: bool = False
    heading: bool = False
    optional: bool = False

    @property
    def kind(self) -> str:
        """The type of its inputs."""
        return "checkbox" if self.many else "radio"

    @property
    def first_id(self) -> str:
        """The first control: a group itself cannot take focus."""
        return f"{self.id}-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorLink:
    """One line of the error summary: what is wrong, and the id of the control that puts it right."""

    message: str
    target: str


def error_links(questions: Sequence[Field | ChoiceGroup]) -> tuple[ErrorLink, ...]:
    """The error summary of a form, in the order of its questions. Give it to the page as `errors`."""
    return tuple(ErrorLink(message=q.error, target=q.first_id) for q in questions if q.error)


class NoticeKind(StrEnum):
    """What a notice is for. The word is shown; the colour only underlines it."""

    INFO = "info"
    GOOD = "good"
    CAREFUL = "careful"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A few sentences apart from the text."""

    kind: NoticeKind
    text: str

    @property
    def word(self) -> str:
        """The kind as people read it."""
        return {
            NoticeKind.INFO: _("Good to know:"),
            NoticeKind.GOOD: _("Done:"),
            NoticeKind.CAREFUL: _("Before you go on:"),
            NoticeKind.STOP: _("This cannot be undone:"),
        }[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """A finding on a page: `id` is unique there, `plan_url` leads to a commitment with its words in it."""

    finding: Finding
    id: str
    plan_url: str = ""
    source_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreviewed:
    """An entry of content that nobody with the experience has checked, and how to mend what is wrong.

    `entry` is its id, `file` the folder or file it lies in, `guide` the page that tells how to change it.
    """

    line: str
    entry: str
    file: str
    guide: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What happened, and before it what it was like for the person concerned, in their words."""

    text: str
    person: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a text; marked where something in it was seen: `kind` is "", "part" or "habit"."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedStretch:
    """A stretch of a text in which things were found: a marked one has the `number` of its entry in a list.

    Its mark leads there, to `finding-<number>`, and is described by `why-<number>`. `note` opens below the
    words when they have the focus; `id` leads back to it. Without a number it is plain text.
    """

    text: str
    number: int = 0
    id: str = ""
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Part):
    """One small thing that another room puts on Today: what it is, why now, and where it leads."""

    kicker: str
    title: str
    text: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWork:
    """A work or a card in a list: `facts` in a line, what we say about it, and where our text stands.

    `about` says why it is in this list. `language` is that of the title.
    """

    link: Link
    facts: str
    text: str = ""
    about: str = ""
    standing: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """What will be here, why it helps, a real example, and the one step that fills it."""

    title: str
    text: str
    example: str = ""
    action: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Which of a few steps one is at, from 1."""

    step: int
    of: int

    @property
    def marks(self) -> tuple[bool, ...]:
        """One mark a step: whether one has come to it."""
        return tuple(place <= self.step for place in range(1, self.of + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One line of a summary: what it is, what it says, and where to change it."""

    term: str
    text: str
    action: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a calm list: what, a few words below, and what one can do about it."""

    title: str
    text: str = ""
    actions: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that may be wider than the page: it scrolls in a labelled region of its own."""

    id: str
    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """A page before something that cannot be undone: what goes, what stays, the deed, the way back."""

    heading: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    button: Button
    back: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRhythm:
    """The rhythm: a word, the sentence that says what moved it, small bars, and where it is explained."""

    word: str
    sentence: str
    figure: Figure
    explain: Link
