"""Findings and reports: order, wording, and the words that never occur."""

import ast
import json
import re
import tomllib
from html import unescape
from pathlib import Path

import jsonschema
import pytest
from tests.listen.builders import ALL, PLATFORM, measured

import alongside
from alongside.core.disclosure import for_own_eyes
from alongside.core.figures import words as figure_words
from alongside.core.findings import QUOTE_WORDS
from alongside.listen.conversation import Capability
from alongside.listen.findings import FIRST, findings, to_act_on
from alongside.listen.html_report import as_html
from alongside.listen.json_report import as_json
from alongside.listen.meeting import SAMPLE, look_at
from alongside.listen.moments import length, percent
from alongside.listen.report import Report, as_text
from alongside.listen.summary import kept_lines
from alongside.listen.takeovers import accuracy_note

PACKAGE = Path(alongside.__file__).parent
SCHEMA = json.loads((PACKAGE / "content/schema/meeting-report.schema.json").read_text())
PLANTED = (
    "0 5 Ana: Welcome, all of you.",
    "6 10 Ana: Tomas, what do you think?",
    "11 300 Tomas: I would take the hall, as Ana said.",
    "301 304 Ben: Who takes the notes?",
    "306 700 Cleo: Moving on, the budget for the street is small.",
)
ROSTER = ("Ana", "Tomas", "Ben", "Cleo", "Dee")
BLAME = (
    "interrupt", "dominat", "ignored", "guilty", "fault", "blame", "failed", "rude ", "aggressive", "offend",
    "should have", "hog", "monopol", "victim", "bad", "wrong", "worst", "score", "rank", "too much",
    "silenced", "culprit", "because",
)  # fmt: skip


def found(*lines, me=None, **given):
    return findings(measured(*lines, **given), me=me)


def ids(*lines, **given):
    return [finding.id for finding in found(*lines, **given)]


def report(*lines, me=None, **given):
    m = measured(*lines, **given)
    return Report(measures=m, findings=findings(m, me=me), me=me, source="plan.vtt")


def crossing(n=20):
    """Ben comes in and Ana stops in every round; nobody stops for Ana or Cleo."""
    lines = []
    for at in range(0, 40 * n, 40):
        lines += [f"{at} {at + 10} Ana: the hall is free", f"{at + 8} {at + 20} Ben: which hall is it"]
        lines += [f"{at + 22} {at + 38} Cleo: the street is closed"]
    return lines


def test_an_even_short_round_gives_nothing_to_act_on():
    names = ("Ana", "Ben", "Cleo")
    assert found(*(f"{at} {at + 150} {names[at // 150 % 3]}: The hall." for at in range(0, 900, 150))) == ()


def test_a_file_without_speakers_gives_no_finding():
    assert found("0 900 : The hall is free?", can=PLATFORM - {Capability.SPEAKERS}) == ()


def test_a_person_taken_over_as_often_as_the_others_is_no_finding():
    assert "listen.floor-taken-over" not in ids(*crossing(4), can=ALL)


def test_one_positive_act_leads_and_two_moments_to_look_at_follow():
    assert ids(*PLANTED, roster=ROSTER)[:4] == [
        "listen.invitation-taken-up",
        "listen.unanswered-questions",
        "listen.uneven-floor",
        "listen.credit-given",
    ]


def test_only_positive_acts_are_nothing_to_act_on():
    lines = ("0 5 Ana: Tomas, what do you think?", "6 8 Tomas: I would take the hall.")
    assert ids(*lines) == ["listen.invitation-taken-up"]
    assert not to_act_on(found(*lines))


def test_wording_follows_the_facts():
    first = {finding.id: finding.what for finding in found(*PLANTED, roster=ROSTER)}
    assert first["listen.invitation-taken-up"] == "Ana asked Tomas in by name, and Tomas came in."
    assert first["listen.unanswered-questions"] == "One question stayed without an answer."
    # Ana 9 s, Tomas 289, Ben 3, Cleo 394 of 695: p = .013, .416, .004, .567; H = .7664, exp H = 2.2.
    assert first["listen.uneven-floor"] == "Five people were there; by talking time it was as if 2.2 spoke."


def test_the_reader_is_spoken_to_as_you():
    mine = {finding.id: finding.what for finding in found(*PLANTED, roster=ROSTER, me="Ana")}
    assert mine["listen.invitation-taken-up"] == "You asked Tomas in by name, and Tomas came in."
    asker = {finding.id: finding.what for finding in found(*PLANTED, roster=ROSTER, me="Ben")}
    assert asker["listen.unanswered-questions"] == "Your question stayed without an answer."


def test_nobody_invited_while_somebody_had_no_turn():
    what = found(
        "0 300 Ana: The hall.", "300 600 Ben: The street.", "600 900 Cleo: Posters.", roster=("Dee",)
    )[0].what
    assert what == "Nobody was asked in by name, and one person there had no turn."


def test_a_rate_clearly_above_the_others_is_a_moment_with_its_accuracy():
    one = next(finding for finding in found(*crossing(), can=ALL) if finding.id == "listen.floor-taken-over")
    assert one.what.startswith("While Ana spoke, somebody came in and Ana stopped")
    assert accuracy_note() in one.source


def every_finding():
    return [
        *found(*PLANTED, roster=ROSTER),
        *found(*PLANTED, roster=ROSTER, me="Cleo"),
        *found(*PLANTED, roster=ROSTER, me="Ben"),
        *found(*crossing(), can=ALL),
        *look_at(SAMPLE).findings,
    ]


@pytest.mark.parametrize("finding", every_finding(), ids=lambda finding: finding.id)
def test_every_finding_can_be_planned_and_said(finding):
    assert finding.what[0].isupper()
    assert finding.what.endswith(".")
    assert re.search("“[^”]+[.?]?”", finding.try_next), "a sentence to say, in quotes"
    plan = f"If {finding.cue}, then I will {finding.act}."
    assert not re.search(r"[A-Z.]$", finding.cue)
    assert finding.act[0].islower()
    assert len(plan) < 200
    assert all(len(seen.quote.split()) <= QUOTE_WORDS + 1 for seen in finding.evidence)


def templates():
    """Every string of ours that a reader of a report may see, taken from the source."""
    for file in ("findings", "steps", "report", "summary", "html_report", "takeovers", "moments", "measure"):
        tree = ast.parse((PACKAGE / "listen" / f"{file}.py").read_text())
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"_", "ngettext"}
            ):
                yield from (
                    arg.value
                    for arg in node.args
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                )


def test_no_template_blames_ranks_or_guesses():
    said = list(templates())
    assert len(said) > 80
    assert [(word, text) for text in said for word in BLAME if word in text.casefold()] == []


def test_no_template_shouts_or_guesses_a_pronoun():
    assert [
        text for text in templates() if "!" in text or re.search(r"\b(he|she|his|her)\b", text.casefold())
    ] == []


@pytest.mark.parametrize(
    "made",
    [
        report(*PLANTED, roster=ROSTER, me="Ana"),
        report(*PLANTED),
        report(*crossing(), can=ALL),
        report("0 900 : The hall is free", can=PLATFORM - {Capability.SPEAKERS}),
        report(
            "0 9 Ana: The hall", "9 12 Ben: The street", can=PLATFORM - {Capability.STARTS, Capability.ENDS}
        ),
        look_at(SAMPLE),
    ],
    ids=["roster", "no roster", "overlap", "no speakers", "no times", "sample"],
)
class TestEveryReport:
    def test_json_validates_and_is_the_same_bytes_twice(self, made):
        text = as_json(made)
        jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))
        assert text == as_json(made)

    def test_text_fits_eighty_columns_apart_from_commands(self, made):
        wide = [line for line in as_text(made).splitlines() if len(line) > 80 and "--look" not in line]
        assert wide == []

    def test_a_page_has_no_script_and_asks_nobody_for_anything(self, made):
        page = as_html(made)
        assert "<script" not in page
        assert not re.search(r"(?:src|href|url)\s*[=(]\s*[\"']?(?:https?:)?//", page)
        assert page.count("<h1>") == 1

    def test_every_report_says_what_it_is_not_for(self, made):
        assert all(
            "Not for rating anybody" in " ".join(text.split())
            for text in (as_text(made), as_json(made), as_html(made))
        )

    def test_a_saved_result_holds_no_word_of_the_transcript(self, made):
        saved = json.loads(as_json(made, quotes=False))
        jsonschema.Draft202012Validator(SCHEMA).validate(saved)
        assert '"quote"' not in json.dumps(saved)
        for said in ("takes the notes", "quiet tent", "bicycles"):
            assert said not in json.dumps(saved)


def test_one_voice_and_no_list_of_people_is_nothing_to_compare():
    made = report("0 360000 Ana: The hall is free. Who takes the notes?")
    assert made.findings == ()
    for text in (as_text(made), as_html(made)):
        assert "Only one person spoke in this file, so there is nothing to compare." in text
        assert "Nothing stood out" not in text
        assert "100 hours" in text
        assert "1 person was there; shares are given from 3 on." in text


def test_two_people_are_no_group_to_compare():
    lines = ("0 900 Ana: The hall.", "900 910 Ben: The street.")
    assert ids(*lines) == []
    assert ids("0 900 Ana: The hall.", roster=("Ana", "Ben")) == []


def test_one_voice_among_three_who_were_there_is_a_moment_to_look_at():
    assert "listen.one-long-stretch" in ids("0 900 Ana: The hall.", roster=("Ana", "Ben", "Cleo"))


def test_a_long_stretch_is_placed_from_its_beginning_to_its_end():
    # Cleo speaks alone from second 306 (5:06) to second 700 (11:40).
    stretch = next(one for one in found(*PLANTED, roster=ROSTER) if one.id == "listen.one-long-stretch")
    assert [seen.place for seen in stretch.evidence] == ["5:06 to 11:40"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (40, "40 seconds"),
        (60, "1 minute"),
        (119 * 60, "119 minutes"),
        (120 * 60, "2 hours"),
        (121 * 60, "2 hours 1 minute"),
        (160 * 60, "2 hours 40 minutes"),
        (1_000 * 3600, "1,000 hours"),
    ],
)
def test_a_long_time_is_said_in_hours(seconds, words):
    assert length(seconds) == words


@pytest.mark.parametrize(("share", "words"), [(0, "0%"), (0.004, "<1%"), (0.006, "1%"), (0.38, "38%")])
def test_terminal_and_figure_round_a_share_alike(share, words):
    assert percent(share) == words
    assert figure_words(for_own_eyes(share, n=1)) == words


def test_the_figure_of_somebody_heard_for_a_moment_is_not_nothing():
    # Cleo speaks 2 of 902 seconds: .2 %.
    made = report("0 450 Ana: The hall.", "450 900 Ben: The street.", "900 902 Cleo: Posters are printed.")
    assert "<1%, 0:02" in unescape(as_html(made))
    assert "<1%" in as_text(made)


def test_the_main_text_says_balance_in_words_and_the_two_figures_come_last():
    made = report(*PLANTED, roster=ROSTER)
    lines = as_text(made).splitlines()
    assert "Balance among those there: as if 2.2 of 5 spoke." in lines
    figures = next(place for place, line in enumerate(lines) if line.startswith("Evenness"))
    assert figures > lines.index("How it was read")
    assert "<details><summary>More measures</summary><p>Evenness" in as_html(made)


def test_how_it_was_read_names_the_kind_of_file_and_counts_pieces():
    text = as_text(look_at(SAMPLE))
    assert "Zoom transcript: 116 pieces read, none left out." in text
    assert "cue" not in text
    assert "zoom-vtt" not in text


def test_counts_are_sentences_and_zeros_are_left_out():
    # Tomas is asked in and comes in; he credits Ana; Ana's question, and Ben's, went to the room.
    assert kept_lines(measured(*PLANTED, roster=ROSTER)) == [
        "Somebody was asked in by name once, and came in. Credit was given aloud once. "
        "Two questions were put to the room."
    ]
    assert kept_lines(measured("0 300 Ana: The hall.", "300 600 Ben: The street.")) == []


def test_how_sure_is_answered_in_text_and_page_and_the_json_keeps_its_value():
    made = report(*PLANTED, roster=ROSTER)
    for text in (as_text(made), as_html(made)):
        assert "How sure: worth a second look, it may be wrong." in text
        assert "How sure: clear." in text
    assert {one["confidence"] for one in json.loads(as_json(made))["findings"]} == {"clear", "worth a look"}


def test_text_and_page_show_beforehand_what_is_planned():
    made = report(*PLANTED, roster=ROSTER)
    for text in (as_text(made), unescape(as_html(made))):
        assert f"As a plan: {made.findings[1].plan_sentence}" in " ".join(text.split())


def test_people_who_had_no_turn_are_a_count_and_no_name():
    made = report(*PLANTED, roster=ROSTER)
    for text in (as_text(made), as_json(made), as_html(made)):
        assert "Dee" not in text
    assert "1 person there had no turn" in as_text(made)


def test_the_accuracy_of_take_overs_is_printed_wherever_one_is_shown():
    made = report(*crossing(), can=ALL)
    for text in (as_text(made), as_html(made), as_json(made)):
        assert "23 in 100 were marked" in " ".join(text.split())


def test_captions_without_speakers_say_what_to_export_instead():
    text = as_text(report("0 900 : The hall is free", can=PLATFORM - {Capability.SPEAKERS}))
    assert "does not say who spoke" in text
    assert "Export it again" in " ".join(text.split())
    assert "%" not in text


def test_at_most_three_findings_come_first_and_the_rest_are_one_line_each():
    text = as_text(report(*PLANTED, roster=ROSTER))
    assert text.count("Plan it:") == FIRST
    assert "Also seen" in text


def test_a_name_that_is_markup_stays_a_name():
    made = report("0 400 <b>Ana</b>: The hall", "400 700 Ben: The street", "700 800 Cleo: Posters")
    assert "<b>Ana" not in as_html(made)


def test_a_name_that_runs_to_the_left_is_isolated():
    made = report("0 400 علي: The hall", "400 700 Ben: The street", "700 800 Cleo: Posters")
    assert "\u2068علي\u2069" in as_text(made)


def test_the_shipped_lists_are_our_own():
    for file in (PACKAGE / "content/en/speech").glob("*.toml"):
        for entry in tomllib.loads(file.read_text())["speech"]:
            assert entry["provenance"] == "own"
            assert len(set(entry["items"])) == len(entry["items"])
