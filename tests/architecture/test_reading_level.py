"""What a person reads in the interface reads at grade 8 or below: messages, help, Help's pages, and content.

Grade 8 is the requirement. Limits: texts in English, one by one as they are written; what a view puts
together from several is judged by its parts.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.architecture.spoken import everything, in_guide, in_help, in_python, in_template
from tests.reading_grade import grade, mean_grade, plain, word_count

from alongside.cli import alongside

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "src" / "alongside" / "content" / "en"
GUIDES = sorted([ROOT / "docs" / "index.md", *(ROOT / "docs" / "guides").glob("*.md")])

MOST = 8.0
"""The requirement, for the mean of every page, room, guide and kind of content."""
MOST_ALONE = 9.0
"""Our choice for one text, a grade of slack: in eight words one syllable more is a grade and a half."""
MOST_IF_THEN = 11.0
"""Our choice for an if-then sentence, which is one long sentence by its nature."""
LEAST_ALONE = 8
"""Our choice: below this number of words one long word decides all, and the formula says nothing."""
LEAST_ON_A_PAGE = 30
"""Our choice: pages with fewer words are judged with their room."""

SPOKEN = everything()
ALONE = [(place, text) for _room, place, text in SPOKEN if word_count(text) >= LEAST_ALONE]

PARTS = {
    "actions": ("title", "why", "safety"), "cards": ("what_happened", "what_allies_did", "what_it_changed"),
    "corrections": ("what_you_did", "how_told", "told_by", "mends"), "items": (), "resources": ("why",),
    "drills": ("exchange", "reading", "reading_other", "try_next"),
}  # fmt: skip
"""The fields one reads. Who led, in a card, is a list of names, which are nobody's fault."""
WHOLE = {
    "actions": "If {cue}, then I will {act}.",
    "items": "Four weeks. How often {situation}? In how many of them did you {act}?",
}
"""Sentences of two fields, as they are read aloud."""
JUDGED_ALONE = ("corrections", "drills", "items")


def in_content(kind: str) -> Iterator[tuple[str, str]]:
    """Id and text of everything one reads of a kind of content."""
    for file in sorted((CONTENT / kind).glob("*.toml")):
        for entry in tomllib.loads(file.read_text("utf-8")).get(kind.removesuffix("s"), ()):
            texts = [WHOLE[kind].format_map(entry)] if kind in WHOLE else []
            for part in PARTS[kind]:
                found = entry.get(part, "")
                texts += [found] if isinstance(found, str) else found
            yield from ((entry["id"], plain(text)) for text in texts)


def by(index: int) -> dict[str, list[str]]:
    gathered: dict[str, list[str]] = defaultdict(list)
    for each in SPOKEN:
        gathered[each[index]].append(each[2])
    return gathered


PAGES = {place: texts for place, texts in by(1).items() if sum(map(word_count, texts)) >= LEAST_ON_A_PAGE}


def too_hard(texts: list[tuple[str, str]]) -> list[str]:
    """Place, grade and text of each that is above the bound for one text."""
    judged = [(place, text) for place, text in texts if word_count(text) >= LEAST_ALONE]
    return [f"{place}: {grade(text):.1f}: {text}" for place, text in judged if grade(text) > MOST_ALONE]


def test_typed_words_cited_titles_and_mark_up_are_not_judged():
    assert plain("Run <code>pip install it</code> <b>now</b>.") == "Run this now ."
    assert plain("Type `alongside look`, or name --participants.") == "Type this , or name this ."
    assert plain("Ada &amp; %(name)s said %(count)d {{ words }}") == "Ada & this said this this"
    assert plain("See Flesch 1948, A new readability yardstick. Read on.") == "See Flesch 1948. Read on."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
        ("The cat sat on the mat.", -1.45),
        # 8 words, 2 sentences, 12 syllables (you o-pen the win-dow, no-bo-dy says a thing):
        # 0.39 * 4 + 11.8 * 1.5 - 15.59
        ("You open the window. Nobody says a thing.", 3.67),
        # A colon ends no sentence: 10 words in one, 11 syllables (meet-ing has the two):
        # 0.39 * 10 + 11.8 * 1.1 - 15.59
        ("Say it at the next meeting: you said this first", 1.29),
        # The im-ple-men-ta-tion of a com-pre-hen-sive pol-i-cy ne-ces-si-tates de-li-be-ra-tion:
        # 1 + 5 + 1 + 1 + 4 + 3 + 4 + 5 = 24 syllables in 8 words; 0.39 * 8 + 11.8 * 3 - 15.59
        ("The implementation of a comprehensive policy necessitates deliberation.", 22.93),
    ],
)
def test_a_text_counted_by_hand_has_the_grade_of_the_formula(text, expected):
    assert grade(text) == pytest.approx(expected)


def test_a_mean_weighs_by_words_and_leaves_labels_out():
    easy, hard = (
        "The cat sat on the mat.",
        "The implementation of a comprehensive policy necessitates deliberation.",
    )

    # 6 words at -1.45 and 8 words at 22.93, over 14; the label counts nowhere.
    assert mean_grade([easy, hard, "Commitments"]) == pytest.approx((6 * -1.45 + 8 * 22.93) / 14)
    assert too_hard([("a page", easy), ("a page", hard)])[0].startswith("a page: 22.9: The impl")


def test_texts_are_gathered_from_templates_python_help_and_guides():
    source = (
        '{% translate "One." %}{% blocktranslate trimmed count n=n %}Two.{% plural %}Three.'
        "{% endblocktranslate %}{% include \"x.html\" with label=_('Four.') only %}<p>{{ five }}</p>"
    )
    assert list(in_template(source)) == ["One.", "Four.", "Two.", "Three."]
    assert list(in_python('run("a"); _("Six " "seven."); ngettext("Eight.", "Nine.", n)')) == [
        "Six seven.", "Eight.", "Nine.",
    ]  # fmt: skip
    assert "Folder for everything of yours (or ALONGSIDE_DATA)." in in_help(alongside)
    assert [text for text in in_guide("# Ten\n\n```\ncode\n```\n- *Eleven* [x](y)\n| a | b |\n") if text] == [
        "Ten", "Eleven x", "a", "b",
    ]  # fmt: skip


@pytest.mark.parametrize("room", ["act", "amplify", "core", "doors", "learn", "listen", "practise", "web"])
def test_a_room_reads_at_grade_eight_or_below(room):
    texts = by(0)[room]

    assert len(texts) >= 20
    assert mean_grade(texts) <= MOST


@pytest.mark.parametrize("place", sorted(PAGES))
def test_a_page_a_module_and_a_command_read_at_grade_eight_or_below(place):
    assert mean_grade(PAGES[place]) <= MOST


def test_every_single_text_that_can_be_judged_reads_near_grade_eight():
    assert too_hard(ALONE) == []


@pytest.mark.parametrize("file", GUIDES, ids=lambda file: file.stem)
def test_a_guide_reads_at_grade_eight_or_below(file):
    texts = list(in_guide(file.read_text("utf-8")))

    assert sum(map(word_count, texts)) >= LEAST_ON_A_PAGE
    assert mean_grade(texts) <= MOST


@pytest.mark.parametrize("kind", sorted(PARTS))
def test_a_kind_of_content_reads_at_grade_eight_or_below(kind):
    texts = [text for _id, text in in_content(kind)]

    assert len(texts) >= 20
    assert mean_grade(texts) <= MOST


@pytest.mark.parametrize("kind", JUDGED_ALONE)
def test_every_single_text_of_short_content_reads_near_grade_eight(kind):
    assert too_hard(list(in_content(kind))) == []


def test_every_if_then_sentence_of_an_action_can_be_taken_in_at_once():
    actions = [
        entry
        for file in sorted((CONTENT / "actions").glob("*.toml"))
        for entry in tomllib.loads(file.read_text("utf-8"))["action"]
    ]
    sentences = [(each["id"], plain(WHOLE["actions"].format_map(each))) for each in actions]

    assert len(sentences) >= 120
    assert [(id_, grade(text)) for id_, text in sentences if grade(text) > MOST_IF_THEN] == []
