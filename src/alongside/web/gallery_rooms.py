"""Sample data for the gallery: what the rooms practise and learn lay out. All of it is made up."""

from alongside.core.language import gettext as _
from alongside.web.parts import (
    Button,
    Link,
    NumberedStretch,
    PageHead,
    Passage,
    ShownWork,
    Stretch,
    Turn,
    Unreviewed,
)

PLACE = "#parts"


def practise() -> dict[str, object]:
    """A moment of a scene, and a reply with what was seen in it."""
    minutes = (
        Turn(label=_("2 minutes"), url=PLACE, id="turn-2"),
        Turn(label=_("5 minutes"), url=PLACE, id="turn-5", current=True),
    )
    said = (
        _("Good plan. Mina raised it on Monday. Mina, would you take us through it?"),
        _("(say nothing)"),
    )
    return {
        "how_long": _("How long do you have?"),
        "turns": minutes,
        "head": PageHead(where=_("The idea that changed hands"), heading=_("What followed")),
        "passage": Passage(
            text=_("Tom goes red and argues about dates."),
            person=_("Mina"),
            words=_("Now I am what they argue about."),
        ),
        "ways": tuple(
            Button(label=each, id=f"way-{n}", kind="way", name="choose", value=str(n))
            for n, each in enumerate(said, start=1)
        ),
        "stretches": (
            Stretch(text=_("Thank you"), kind="part"),
            Stretch(text=_(" for telling me. ")),
            Stretch(text=_("I didn't mean"), kind="habit"),
            Stretch(text=_(" it that way.")),
        ),
        "unreviewed": Unreviewed(
            line=_("Unreviewed: nobody with this experience has checked this scene yet."),
            entry="sample-01",
            file="content/en/scenarios/sample-01.toml",
            guide=Link(label=_("How to mend it"), url=PLACE),
        ),
    }


def words() -> dict[str, object]:
    """A text with what was found in it, and the entry that a mark leads to."""
    why = _("The title pictures a man in the chair, so others may feel that it is not meant for them.")
    return {
        "stretches": (
            NumberedStretch(text=_("Our new ")),
            NumberedStretch(text="chairman", number=1, id="at-1", note=why),
            NumberedStretch(text=_(" opens the season on Saturday.")),
        ),
        "why": why,
    }


def learn() -> dict[str, object]:
    """What a search in the library found."""
    return {
        "works": (
            ShownWork(
                link=Link(label=_("The danger of a single story"), url=PLACE, id="work-story"),
                facts=_("Talk · Chimamanda Ngozi Adichie · 2009 · 19 minutes · free"),
                text=_("How one story about a people becomes the only one."),
                about=_("“story” is in the title."),
                standing=_("Unreviewed."),
            ),
            ShownWork(
                link=Link(label="L'égalité au travail", url=PLACE, id="work-french"),
                facts=_("Guide · 10 minutes · free"),
                standing=_("Unreviewed."),
                language="fr",
            ),
        )
    }
