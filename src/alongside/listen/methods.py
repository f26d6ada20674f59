"""What each measure is: its formula, what it needs, its least size and its source, for `listen explain`.

The same ids are the headings of docs/method/meetings.md, and the `method` of every value in the JSON.
"""

from dataclasses import dataclass

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One measure explained: every field a whole sentence, `id` stable."""

    id: str
    title: str
    formula: str
    needs: str
    minimum: str
    source: str


def methods() -> tuple[Method, ...]:
    """Every measure, in the order of the report."""
    return (*_of_time(), *_of_balance(), *_of_people(), *_of_words(), *_of_overlap())


def explain(metric: str) -> Method:
    """The measure of that id. Raises Trouble for an unknown one, naming those there are."""
    found = next((method for method in methods() if method.id == metric), None)
    if found is None:
        known = ", ".join(method.id for method in methods())
        raise Trouble(
            metric, _("there is no measure of this name."), _("There are: %(known)s.") % {"known": known}
        )
    return found


def _own() -> str:
    return _("Our choice.")


def _least() -> str:
    return _("A meeting of 10 minutes with 3 people there (our choice).")


def _of_time() -> tuple[Method, ...]:
    return (
        Method(
            id="minutes",
            title=_("Length of the meeting"),
            formula=_("From the start of the first words to the end of the last."),
            needs=_("Times."),
            minimum=_("One utterance."),
            source=_own(),
        ),
        Method(
            id="talk-time",
            title=_("Talk time"),
            formula=_(
                "The length of the union of one person's speech; words where the source has no "
                "times. Without end times: the time to the next start, at most words / 2.5 seconds."
            ),
            needs=_("Speakers, and times or words."),
            minimum=_("None."),
            source=_own(),
        ),
        Method(
            id="share",
            title=_("Share and even share"),
            formula=_(
                "p = own talk time / everybody's. Even share e = minutes present / everybody's "
                "minutes, or 1/n where those are unknown. The ratio is p / e."
            ),
            needs=_(
                "Speakers. With a list of those present, people who did not speak count; without one "
                "it is the balance among those who spoke."
            ),
            minimum=_least(),
            source=_("Our choice. One meeting is no sample, so there is no interval."),
        ),
    )


def _of_balance() -> tuple[Method, ...]:
    return (
        Method(
            id="effective-speakers",
            title=_("Effective speakers"),
            formula=_("exp(-sum of p ln p): as if that many had spoken equally long."),
            needs=_("Speakers."),
            minimum=_least(),
            source=_("Hill 1973, Diversity and evenness, Ecology 54, order 1."),
        ),
        Method(
            id="evenness",
            title=_("Evenness"),
            formula=_("-(sum of p ln p) / ln n: 1 when all spoke equally long, 0 when one did."),
            needs=_("Speakers."),
            minimum=_least(),
            source=_("Pielou 1966, Journal of Theoretical Biology 13."),
        ),
        Method(
            id="gini",
            title=_("Gini's index"),
            formula=_("Sum of (2r - n - 1) x / (n sum of x), x in rising order with rank r: 0 is even."),
            needs=_("Speakers."),
            minimum=_least(),
            source=_("Gini 1912."),
        ),
        Method(
            id="gini-corrected",
            title=_("Gini's index, corrected for n"),
            formula=_("Gini times n / (n - 1), so that 1 is one voice alone."),
            needs=_("Speakers."),
            minimum=_least(),
            source=_("Gini 1912, with the usual correction for small n."),
        ),
        Method(
            id="turn-spread",
            title=_("Spread of turns"),
            formula=_(
                "The standard deviation of the numbers of turns. A turn ends after a second's gap or "
                "when another person starts; signs of listening end none."
            ),
            needs=_("Speakers."),
            minimum=_least(),
            source=_(
                "Woolley et al. 2010, Science 330: an association in their groups, no promise for yours."
            ),
        ),
    )


def _of_people() -> tuple[Method, ...]:
    return (
        Method(
            id="silent-people",
            title=_("People without a turn"),
            formula=_(
                "People on the list of those present with no turn; those with signs of listening "
                "only have listened."
            ),
            needs=_("Speakers and a list of those present."),
            minimum=_("None. It is shown as a count."),
            source=_own(),
        ),
        Method(
            id="longest-stretch",
            title=_("Longest stretch of one voice"),
            formula=_("The longest time until somebody else takes a turn; signs of listening do not end it."),
            needs=_("Speakers and times."),
            minimum=_("A finding from 5 minutes and a quarter of the meeting on."),
            source=_own(),
        ),
    )


def _of_words() -> tuple[Method, ...]:
    own = _("Our choice; rules on words with the language's own lists.")
    needs = _("Speakers, words, and the language's lists.")
    return (
        Method(
            id="unanswered-questions",
            title=_("Questions without an answer"),
            formula=_(
                "A question after which the asker speaks on for at most 10 seconds. For a minute, none of "
                "the next 2 turns by others opens like an answer, points back, shares a content word, gives "
                "an amount, names somebody or asks back. Asker and replier do not go on with each other. A "
                "person named in it does not speak, and nobody answers in the chat."
            ),
            needs=needs,
            minimum=_("None. At most 3 are shown; not tags, checks of sound, greetings."),
            source=own,
        ),
        Method(
            id="invitations",
            title=_("Invitations by name"),
            formula=_(
                "A name from the room in address within a question or a pattern such as “what do you "
                "think, …”; taken up when that person speaks within 3 turns or 60 seconds. Asking "
                "back the person who just spoke is none."
            ),
            needs=needs,
            minimum=_("None."),
            source=own,
        ),
        Method(
            id="credit",
            title=_("Credit aloud"),
            formula=_(
                "A pattern such as “as … said” or “…'s idea” with the name of somebody else in the room."
            ),
            needs=needs,
            minimum=_("None."),
            source=own,
        ),
        Method(
            id="broken-off",
            title=_("Turns that break off"),
            formula=_("A turn that ends in a dash or +/. with another speaker within half a second."),
            needs=_("Speakers, words, and marks of breaking off."),
            minimum=_("5 marks."),
            source=_("Our choice; the mark +/. is from CHAT, MacWhinney's transcription format."),
        ),
    )


def _of_overlap() -> tuple[Method, ...]:
    least = _("60 seconds and 20 turns of one's own; a finding from 5 take-overs on (our choice).")
    byar = _("Byar's interval: Breslow & Day 1987, Statistical Methods in Cancer Research II.")
    return (
        Method(
            id="taken-over",
            title=_("Take-overs of a person, a minute"),
            formula=_(
                "Another starts at least 0.2 s before the end, is no sign of listening and lasts "
                "beyond it, and the first is then silent for 0.5 s or more. Divided by the minutes "
                "the person spoke."
            ),
            needs=_("Speakers and times that overlap."),
            minimum=least,
            source=byar,
        ),
        Method(
            id="takes-over",
            title=_("Take-overs by a person, a minute"),
            formula=_(
                "The same moments, seen from the one who came in, divided by the minutes the others spoke."
            ),
            needs=_("Speakers and times that overlap."),
            minimum=least,
            source=byar,
        ),
        Method(
            id="tries",
            title=_("Tries to come in"),
            formula=_(
                "Another starts while one speaks and stops first, and the one goes on for more than a second."
            ),
            needs=_("Speakers and times that overlap."),
            minimum=_("None. It is shown as a count for the group."),
            source=_("Our choice. Overlap is no proof of rudeness: culture and role shape it."),
        ),
    )
