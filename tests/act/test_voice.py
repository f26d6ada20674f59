"""No text of this room counts days, blames or praises: neither in the code nor when it is spoken."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.act.builders import TODAY, a_catalogue, a_commitment, an_act, away

import alongside.act
from alongside.act.bodies import prompts
from alongside.act.explain import explain
from alongside.act.plan import next_steps
from alongside.act.profile import Profile
from alongside.act.rhythm import rhythm
from alongside.act.standing import History
from alongside.act.words import Word, return_note, welcome_back, words_and_deeds

MODULES = sorted(Path(alongside.act.__file__).parent.glob("*.py"))
UNKIND = re.compile(
    r"\bstreaks?\b|\blost\b|\blose\b|\bfail(ed|ure|ing)?\b|\bmiss(ed|ing)? (a|your|the|out)\b|\bmissed\b"
    r"|\bdays? (since|without|absent|missed|in a row)\b|\b\d+ days\b|\bshould have\b|\bforgot\b|\bblame\b"
    r"|\bguilty?\b|\bwell done\b|\bgreat job\b|\bshame\b|\bbehind\b|!",
    re.IGNORECASE,
)


def spoken(module: Path) -> Iterator[str]:
    """Every text in a module that goes through gettext."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"_", "ngettext"}
        ):
            yield from (
                arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            )


@pytest.mark.parametrize(
    "sentence", ["You lost your streak", "3 days in a row", "You missed a week", "Well done"]
)
def test_the_check_can_fail(sentence: str) -> None:
    assert UNKIND.search(sentence)


def test_no_text_in_the_code_is_unkind() -> None:
    texts = [text for module in MODULES for text in spoken(module)]
    assert len(texts) > 80
    assert [text for text in texts if UNKIND.search(text)] == []


def journeys() -> Iterator[str]:
    """What is said along away, return, let go, and a quiet half-year."""
    acts = [an_act(40), an_act(8, n=2)]
    apart = [away(30, 12)]
    held = [a_commitment(50, 20, weekly=True), a_commitment(50, 20, n=2)]
    for today_acts in ([], acts, [*acts, an_act(0, n=3)], [an_act(170)]):
        r = rhythm(today_acts, held, apart, today=TODAY)
        yield from (r.moved_by, r.word.words, *(line.text for line in explain(r)))
        yield return_note(today_acts, apart, today=TODAY)
        yield welcome_back(today_acts, today=TODAY)
        yield words_and_deeds(today_acts, today=TODAY)
        found = next_steps(
            History(acts=today_acts), held, catalogue=a_catalogue(), profile=Profile(capacity=12), today=TODAY
        )
        yield from (reason for step in found.steps for reason in step.reasons)
        yield found.offer.sentence if found.offer else ""
    yield from prompts()
    yield from (word.words for word in Word)


def test_nothing_said_along_the_way_is_unkind_or_a_number_of_a_person() -> None:
    said = [text for text in journeys() if text]
    assert [text for text in said if UNKIND.search(text) or "%" in text] == []


def test_no_sentence_calls_anybody_performative() -> None:
    assert not any("performative" in text.lower() for module in MODULES for text in spoken(module))
