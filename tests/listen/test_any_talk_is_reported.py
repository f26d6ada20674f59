"""Whatever was said, by whomever, in whatever order of times: a report comes out, and never a traceback."""

import json
import math
from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.listen.conversation import Capability, Columns, Conversation, LossReport, Person
from alongside.listen.findings import findings
from alongside.listen.html_report import as_html
from alongside.listen.json_report import as_json
from alongside.listen.measure import measure
from alongside.listen.metrics import Policy
from alongside.listen.report import Report, as_text
from alongside.listen.speech import speech_lists

LABELS = ("Ana Ruiz", "Ana", "", "SPEAKER_00", "علي", "李雷", "<b>", "%(name)s", "Will")
SAID = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["Ana, what do you think?", "As Will said, yes.", "Who takes it?", "Mhm.", "?", "Ana's", "Will"]
    ),
)
ROWS = st.lists(
    st.tuples(st.integers(-1, 8), st.floats(0, 900), st.one_of(st.floats(0, 90), st.just(math.nan)), SAID),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.sets(st.sampled_from(list(Capability))), st.booleans())
def test_a_report_comes_out_of_any_talk(rows, can, known_minutes):
    rows = sorted(rows, key=lambda row: row[1])
    nan = array("d", [math.nan] * len(rows))
    c = Conversation(
        people=tuple(Person(label=label, present_s=9.0 if known_minutes else None) for label in LABELS),
        columns=Columns(
            speaker=array("i", [row[0] for row in rows]),
            start=array("d", [row[1] for row in rows]) if Capability.STARTS in can else nan,
            end=array("d", [row[1] + row[2] for row in rows]) if Capability.ENDS in can else nan,
        ),
        texts=tuple(row[3] for row in rows) if Capability.TEXT in can else None,
        can=frozenset(can),
        loss=LossReport(read=len(rows)),
    )
    m = measure(c, lists=speech_lists("en"), policy=Policy())
    made = Report(measures=m, findings=findings(m, me="Ana"), me="Ana")
    assert as_text(made).endswith("\n")
    assert json.loads(as_json(made))["kind"] == "meeting"
    assert as_html(made).startswith("<!doctype html>")
