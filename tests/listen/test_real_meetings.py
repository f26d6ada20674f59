"""Real meetings from outside the repository: what must and what must not be said about them."""

import json
import os
from pathlib import Path

import pytest

from alongside.listen.json_report import as_json
from alongside.listen.meeting import SAMPLE, Wish, look_at
from alongside.listen.metrics import NotMeasurable, Value
from alongside.listen.questions import Questions
from alongside.listen.takeovers import Overlaps

REAL = Path(os.environ.get("ALONGSIDE_REAL_DATA") or Path(__file__).parents[3] / "shared/data") / "meetings"
ZOOM = REAL / "zoom-trio"


def needs(path):
    return pytest.mark.skipif(
        not path.exists(), reason=f"real data is not here ({path.name}); set ALONGSIDE_REAL_DATA"
    )


@needs(ZOOM)
def test_a_zoom_meeting_has_no_take_overs_to_measure_and_nowhere_a_0():
    wish = Wish(chat=ZOOM / "chat.txt", roster=ZOOM / "participants.csv")
    report = look_at(ZOOM / "transcript.vtt", wish=wish)
    assert isinstance(report.measures.overlaps, NotMeasurable)
    told = json.loads(as_json(report))
    assert list(told["metrics"]["take_overs"]) == ["not_measurable"]
    assert all(list(row["taken_over"]) == ["not_measurable"] for row in told["people"])
    assert told["loss"]["read"] + told["loss"]["skipped"] == 300
    assert told["people_who_spoke"] == 5


@needs(ZOOM)
def test_answered_questions_in_a_real_meeting_are_not_called_open():
    # Read by hand: every question that a stretch ends on is answered ("Got to buy the book.", "Yep, yep.").
    wish = Wish(chat=ZOOM / "chat.txt", roster=ZOOM / "participants.csv")
    questions = look_at(ZOOM / "transcript.vtt", wish=wish).measures.questions
    assert isinstance(questions, Questions)
    assert questions.unanswered == ()


@needs(REAL / "ami")
@pytest.mark.parametrize("name", ["ES2011b", "EN2002a", "IB4001"])
def test_talk_time_equals_an_independent_union_of_intervals(name):
    file = REAL / "ami" / f"{name}.rttm"
    heard: dict[str, list[tuple[float, float]]] = {}
    for line in file.read_text().splitlines():
        parts = line.split()
        heard.setdefault(parts[7], []).append((float(parts[3]), float(parts[3]) + float(parts[4])))
    measures = look_at(file).measures
    for row in measures.people:
        seconds, reach = 0.0, -1.0
        for low, high in sorted(heard[row.label]):
            seconds += max(0.0, high - max(low, reach))
            reach = max(reach, high)
        assert isinstance(row.amount, Value)
        assert row.amount.x == pytest.approx(seconds, rel=1e-3)
    assert isinstance(measures.questions, NotMeasurable)
    assert isinstance(measures.overlaps, Overlaps)


def test_the_sample_holds_what_was_planted():
    measures = look_at(SAMPLE).measures
    assert isinstance(measures.questions, Questions)
    assert [question.text for question in measures.questions.unanswered] == [
        "Who could look after the quiet tent in the afternoon?",
        "Could the signs be in Polish and Dari as well?",
    ]
    assert isinstance(measures.invitations, tuple)
    assert [one.taken_up_by is not None for one in measures.invitations] == [True]
    assert isinstance(measures.credits, tuple)
    assert [measures.people[one.to[0]].label for one in measures.credits] == ["Mina Kovač"]
    assert isinstance(measures.silent, tuple)
    assert [measures.people[index].label for index in measures.silent] == ["Yusuf Demir"]
