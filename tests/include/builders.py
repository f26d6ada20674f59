"""What the tests of this room are made of: clauses, charters and rounds."""

from datetime import date, timedelta

from alongside.include.charter import Charter, Clause, Key, Promise
from alongside.include.rounds import Round

TODAY = date(2026, 3, 12)  # a Thursday


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def a_clause(key: str = "purpose", text: str = "We read together.", why: str = "It is easier.") -> Clause:
    return Clause(key=key, text=text, why=why)


def all_clauses(**texts: str) -> tuple[Clause, ...]:
    """One clause for each subject; `texts` are those that read otherwise, by key."""
    return tuple(a_clause(key, texts.get(key, f"What we say of {key}.")) for key in Key)


def a_promise(*, days: int = 90, chatham_house: bool = False, **texts: str) -> Promise:
    return Promise(clauses=all_clauses(**texts), retention_days=days, chatham_house=chatham_house)


def a_charter(version: int = 1, **promise: object) -> Charter:
    return Charter(version=version, promise=a_promise(**promise), accepted_from=TODAY)


def a_round(*, closes: date = TODAY + timedelta(days=7)) -> Round:
    return Round(question="What would have helped?", closes=closes)
