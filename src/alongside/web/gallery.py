"""Sample data for the gallery: every part once, and how pages are made of them. All of it is made up."""

from alongside.core.disclosure import for_own_eyes
from alongside.core.figures import Bar, Figure, share_bars, week_bars
from alongside.core.findings import Confidence, Evidence, Finding
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.web.gallery_figures import figures
from alongside.web.gallery_rooms import PLACE, learn, practise, words
from alongside.web.parts import (
    Button,
    Choice,
    ChoiceGroup,
    Confirm,
    Empty,
    Field,
    Item,
    Link,
    Notice,
    NoticeKind,
    Offer,
    PageHead,
    Progress,
    ShownFinding,
    ShownRhythm,
    Table,
    Term,
    error_links,
)


def context() -> dict[str, object]:
    """Everything that `design.html` lays out."""
    return {
        "today": today(),
        "welcome": welcome(),
        "practise": practise(),
        "look": look(),
        "words": words(),
        "learn": learn(),
        "look_back": look_back(),
        "commitments": commitments(),
        "my_data": my_data(),
        "controls": controls(),
        "notices": notices(),
        "figures": figures(),
        "erase": erase(),
    }


def today() -> dict[str, object]:
    """The page of the day: three picks, one deed, and a line to write down what was done."""
    picks = (
        Choice(
            value="credit",
            label=_("When an idea comes back in Tuesday's meeting, say whose it was"),
            hint=_("Because you chair on Tuesdays, and it is five weeks since you last amplified somebody."),
        ),
        Choice(
            value="ask",
            label=_("Ask who has not spoken yet, before you sum up"),
            hint=_("Because two people in your last meeting had no turn."),
        ),
        Choice(
            value="read",
            label=_("Read one first-hand account of interviewing with a stammer"),
            hint=_("Because you interview on Friday. It takes ten minutes."),
        ),
    )
    return {
        "head": PageHead(
            where=_("Sunday, 22 November"),
            heading=_("One thing for this week"),
            lead=_("Small and planned beats large and meant. Choose what fits your days."),
        ),
        "picks": ChoiceGroup(name="pick", legend=_("Which one fits?"), choices=picks, picks=True),
        "plan": Button(label=_("Plan this one"), id="plan-pick"),
        "swap": Link(label=_("Show me three others"), url=PLACE, id="swap-picks"),
        "log": Field(
            name="did",
            label=_("Already did something?"),
            hint=_("A few words are enough. Only you can read them."),
        ),
        "log_button": Button(label=_("Log what you did"), id="log-did", kind="plain"),
        "offer": Offer(
            kicker=_("Practise · 3 minutes"),
            title=_("The idea that changed hands"),
            text=_("A scene to try out what you might say, and what it does for the person."),
            link=Link(label=_("Begin the scene"), url=PLACE, id="offer-scene"),
        ),
    }


def welcome() -> dict[str, object]:
    """The second of three first steps: one question on its page."""
    choices = (
        Choice(value="chair", label=_("I chair meetings")),
        Choice(value="interview", label=_("I interview people")),
        Choice(value="review", label=_("I review other people's work")),
        Choice(value="teach", label=_("I teach or train"), hint=_("Also now and then, also online.")),
    )
    return {
        "progress": Progress(step=1, of=3),
        "roles": ChoiceGroup(
            name="roles",
            legend=_("Where do you have a say?"),
            hint=_("Tick what is true most weeks. It decides what we suggest, and nobody else sees it."),
            choices=choices,
            many=True,
            heading=True,
        ),
        "next": Button(label=_("Keep and go on"), id="next-step"),
        "skip": Link(label=_("Leave this out"), url=PLACE, id="skip-step"),
    }


def look() -> dict[str, object]:
    """What a look at a meeting brings: a sentence, a figure, the moments."""
    return {
        "head": PageHead(
            where=_("Tuesday's meeting, 42 minutes, four people"),
            heading=_("Two moments to look at"),
            lead=_("Read from the transcript you gave, then dropped. Only this page is kept."),
        ),
        "shares": shares(),
        "findings": (
            ShownFinding(finding=_unanswered(), id="finding-1", plan_url=PLACE, source_url=PLACE),
            ShownFinding(finding=_credited(), id="finding-2", plan_url=PLACE),
        ),
    }


def _unanswered() -> Finding:
    return Finding(
        id="listen.unanswered-questions",
        practice=Practice.LISTEN,
        what=_("A question got no answer, and the talk went on elsewhere."),
        evidence=(
            Evidence(place="14:10", quote=_("Could we move the review so that the night shift can come?")),
        ),
        confidence=Confidence.WORTH_A_LOOK,
        source=_("How unanswered questions are found"),
        try_next=_("“Before we go on: Chidi asked about the night shift. What would it take?”"),
        cue=_("a question goes by without an answer"),
        act=_("bring it back by name"),
    )


def _credited() -> Finding:
    return Finding(
        id="listen.credit",
        practice=Practice.AMPLIFY,
        what=_("You named the person whose idea it was, twice."),
        evidence=(Evidence(place="31:45"),),
        confidence=Confidence.CLEAR,
        source=_("How named credit is found."),
        try_next=_("Keep saying the name when you build on an idea."),
        cue=_("I build on somebody's idea"),
        act=_("say whose it was"),
        positive=True,
    )


def shares() -> Figure:
    """Talking time of four people, one of them not measurable."""
    said = {"Ana Lúcia": 0.46, "Ben": 0.31, "Chidi": 0.09, "سارة": None}
    return share_bars(
        [Bar(label=name, value=for_own_eyes(share, n=1)) for name, share in said.items()],
        even_share=0.25,
        id="shares",
        title=_("Share of the talking time"),
        finding=_("Two people held more than three quarters of the talking time. One could not be measured."),
    )


def look_back() -> dict[str, object]:
    """The rhythm: a word, four small bars, a sentence."""
    weeks = (
        (_("26 Oct"), 0.4, _("one act")),
        (_("2 Nov"), 0.0, _("a quiet week")),
        (_("9 Nov"), 0.7, _("two acts")),
        (_("16 Nov"), 0.9, _("two acts, one kept plan")),
    )
    figure = week_bars(
        [Bar(label=label, value=for_own_eyes(height, n=1), note=note) for label, height, note in weeks],
        id="weeks",
        title=_("Your last four weeks"),
        finding=_("You came back after a quiet week, and kept what you planned."),
    )
    return {
        "head": PageHead(heading=_("Looking back"), lead=_("For your eyes. It was not made to be shown.")),
        "rhythm": ShownRhythm(
            word=_("finding a rhythm"),
            sentence=_("Two different practices in one week moved it most."),
            figure=figure,
            explain=Link(label=_("How this comes about"), url=PLACE),
        ),
    }


def commitments() -> dict[str, object]:
    """What is planned, and what an empty page says."""
    keep = Link(label=_("I did it"), url=PLACE, id="did-1")
    smaller = Link(label=_("Make it smaller"), url=PLACE, id="smaller-1")
    drop = Link(label=_("Let it go"), url=PLACE, id="drop-1")
    return {
        "items": (
            Item(
                title=_("If an idea comes back under another name, then I will say whose it was."),
                text=_("Amplify. Planned for Tuesday, 24 November."),
                actions=(keep, smaller, drop),
            ),
            Item(
                title=_("If I sum up, then I will first ask who has not spoken."),
                text=_("Listen. Every week."),
            ),
        ),
        "empty": Empty(
            title=_("No asks yet"),
            text=_("When somebody tells you what would help, write it down in their words."),
            example=_("“Please send the questions a day before, so that I can prepare.”"),
            action=Link(label=_("Write down an ask"), url=PLACE, id="write-ask"),
        ),
    }


def my_data() -> dict[str, object]:
    """What is kept, as a summary, and as a table that may be wide."""
    return {
        "terms": (
            Term(term=_("Where it lies"), text=_("In one file on this machine, sealed.")),
            Term(
                term=_("What is in it"),
                text=_("14 acts, 3 commitments, your roles."),
                action=Link(label=_("Take it with you"), url=PLACE),
            ),
        ),
        "table": Table(
            id="kept",
            caption=_("What is kept, and for how long"),
            headers=(_("What"), _("Who can read it"), _("Until")),
            rows=(
                (_("Acts and commitments"), _("You"), _("you erase them")),
                (_("A transcript you gave"), _("Nobody"), _("the page is shown")),
            ),
        ),
        "steps": (
            _("Choose where the copy goes."),
            _("We write one file and check that it can be read."),
            _("Keep it where you would keep a letter."),
        ),
    }


def controls() -> dict[str, object]:
    """Every control, at rest and with an error."""
    wrong = Field(
        name="effort",
        label=_("How much effort will it take?"),
        hint=_("From 1, a sentence, to 5, a week of work."),
        value="9",
        error=_("Effort is 1 to 5; you wrote 9."),
    )
    by_when = (
        Choice(value="week", label=_("This week"), chosen=True),
        Choice(value="open", label=_("No date")),
    )
    channel = (
        Choice(value="page", label=_("Only on this page"), hint=_("Nothing is sent."), chosen=True),
        Choice(
            value="mail", label=_("Also by mail"), hint=_("The mail says only: something you planned is due.")
        ),
    )
    return {
        "errors": error_links((wrong,)),
        "wrong": wrong,
        "day": Field(name="day", label=_("When was it?"), kind="date", value="2026-11-20"),
        "file": Field(
            name="file",
            label=_("A meeting to look at"),
            hint=_("A transcript: .vtt, .srt or .txt, up to 50 MB. It is read in memory and dropped."),
            kind="file",
            accept=".vtt,.srt,.txt",
        ),
        "note": Field(
            name="note",
            label=_("What did you notice?"),
            hint=_("Stays sealed, for you alone."),
            optional=True,
        ),
        "by_when": Field(name="by_when", label=_("By when?"), choices=by_when),
        "channel": ChoiceGroup(name="channel", legend=_("How shall we remind you?"), choices=channel),
        "buttons": (
            Button(label=_("Keep this plan"), id="button-primary"),
            Button(label=_("Make it smaller"), id="button-plain", kind="plain"),
            Button(label=_("Not this week"), id="button-quiet", kind="quiet"),
            Button(label=_("Erase everything"), id="button-stop", kind="stop"),
        ),
    }


def notices() -> tuple[Notice, ...]:
    """The four kinds."""
    return (
        Notice(kind=NoticeKind.INFO, text=_("This transcript has no end times, so overlaps cannot be seen.")),
        Notice(kind=NoticeKind.GOOD, text=_("Your plan is kept. It will be on Today on Tuesday.")),
        Notice(
            kind=NoticeKind.CAREFUL, text=_("Line 14 ends before it starts. The other 212 lines are fine.")
        ),
        Notice(kind=NoticeKind.STOP, text=_("Once erased, nobody can bring it back, and neither can we.")),
    )


def erase() -> Confirm:
    """The page before something that cannot be undone."""
    return Confirm(
        heading=_("Erase everything?"),
        goes=(_("14 acts, 3 commitments and your roles"), _("The key, so that no copy can be opened again")),
        stays=(_("Backups you made yourself, wherever you put them"),),
        button=Button(label=_("Erase it all"), id="erase", kind="stop"),
        back=Link(label=_("Go back, keep everything"), url=PLACE),
    )
