"""The parts of the noticing drills' pages: an exchange, its reading, and one thing to take along."""

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.core.intentions import Intention
from alongside.practise.notice import Answer, Drill, Reading
from alongside.practise.web import shelf
from alongside.practise.web.labels import place_words
from alongside.practise.web.pages_scene import unreviewed
from alongside.web.parts import Button, Empty, Field, Link, PageHead, Unreviewed


def leave() -> Link:
    """The way out of a drill."""
    return Link(label=_("Leave it"), url=reverse("practise:practise"), id="leave")


def unreviewed_drill(entry: str, *, reviewed: bool, file: str) -> Unreviewed | None:
    """What stands on a drill that nobody with the experience has checked."""
    line = _("Unreviewed: nobody with this experience has checked this drill yet.")
    return None if reviewed else unreviewed(line, entry=entry, file=file)


def no_drills() -> dict[str, object]:
    """The page where there is nothing of this kind."""
    browse = Link(label=_("Look through the scenes"), url=reverse("practise:practise-scenes"), id="to-scenes")
    return {
        "head": PageHead(where=_("Practise"), heading=_("Nothing here yet")),
        "empty": Empty(
            title=_("There are no drills of this kind yet"),
            text=_("Drills come with Alongside, and with packs that you install."),
            action=browse,
        ),
    }


# -- noticing ----------------------------------------------------------------------------------------------


def drill_parts(drill: Drill, *, number: int, token: str) -> dict[str, object]:
    """An exchange, and the question whether there is something in it."""
    return {
        "head": PageHead(
            where=f"{_('Notice')} · {place_words(drill.place)}", heading=_("Is there something in it?")
        ),
        "exchange": drill.exchange,
        "own": Field(
            name="own",
            label=_("What might it say to the person it is about?"),
            hint=_("In your own words. It is shown back to you once, and not kept."),
            rows=2,
            optional=True,
        ),
        "ways": tuple(
            Button(label=each.words, id=f"answer-{number}-{n}", kind="way", name="answer", value=each.value)
            for n, each in enumerate(Answer, start=1)
        ),
        "token": token,
        "unreviewed": _drill_unreviewed(drill),
        "leave": leave(),
    }


def reading_parts(
    reading: Reading, *, answer: Answer, words: str, token: str, last: bool
) -> dict[str, object]:
    """How we read it, beside what the person said."""
    drill = reading.drill
    label = _("Finish") if last else _("The next one")
    return {
        "head": PageHead(where=f"{_('Notice')} · {place_words(drill.place)}", heading=_("How we read it")),
        "exchange": drill.exchange,
        "answer": answer.words,
        "words": words,
        "lead": reading.lead,
        "readings": reading.readings,
        "try_next": reading.try_next,
        "sources": shelf.sources(drill.sources),
        "next": Button(label=label, id=f"next-{drill.id}", name="go", value="next"),
        "token": token,
        "last": last,
        "unreviewed": _drill_unreviewed(drill),
        "leave": leave(),
    }


def noticed_parts(plan: Intention) -> dict[str, object]:
    """The end of a round: one if-then to take along."""
    return {
        "head": PageHead(
            where=_("Notice"),
            heading=_("Something to take along"),
            lead=_("Noticing is the first half. Here is one small thing for the next time."),
        ),
        "plan": plan,
        "leave": Link(label=_("Back to Practise"), url=reverse("practise:practise"), id="leave"),
    }


def _drill_unreviewed(drill: Drill) -> Unreviewed | None:
    return unreviewed_drill(drill.id, reviewed=drill.reviewed, file="content/en/drills")
