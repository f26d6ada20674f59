"""What a database holds, told alike of SQLite and PostgreSQL: counts, migrations, the chain of the trail.

Speaks to the drivers themselves: a backup every night should not cost Django's start, and must also work
where the tables are of another release.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from alongside.core.trail import TrailRow, first_break

EMPTIED: Final = ("django_session", "web_signedin")
"""Tables whose rows a backup leaves out: with a session's key somebody could come in."""
_TRAIL: Final = (
    "SELECT sequence, day, actor, action, object_id, result, hash FROM web_auditrow ORDER BY sequence"
)


Rows = Iterable[tuple[object, ...]]
Ask = Callable[[str], Rows]
"""A way to ask either database: a statement, and what came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The end of the trail, and the first number at which it does not hold, if there is one."""

    sequence: int
    hash: str
    breaks_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a database holds, so that a copy of it can be told from half a copy."""

    counts: dict[str, int]
    migrations: tuple[tuple[str, str], ...]
    chain: Chain


def take_stock(ask: Ask, tables: Sequence[str]) -> Holdings:
    """Count every table, and walk the trail from its beginning."""
    counts = {
        name: _number(ask(f'SELECT count(*) FROM "{name}"'))  # noqa: S608  # the database's own names
        for name in sorted(tables)
        if name not in EMPTIED
    }
    applied = ask("SELECT app, name FROM django_migrations ORDER BY app, name")
    migrations = tuple((str(app), str(name)) for app, name in applied)
    return Holdings(counts=counts, migrations=migrations, chain=chain_of(trail(ask)))


def trail(ask: Ask) -> Iterator[tuple[TrailRow, bytes]]:
    """The rows of the trail in their order, each with the hash it claims."""
    for sequence, day, actor, action, object_id, result, claimed in ask(_TRAIL):
        row = TrailRow(
            sequence=int(str(sequence)),
            day=day if isinstance(day, date) else date.fromisoformat(str(day)),
            actor=str(actor),
            action=str(action),
            object_id=str(object_id),
            result=str(result),
        )
        yield row, bytes(claimed) if isinstance(claimed, bytes | memoryview) else b""


def chain_of(rows: Iterable[tuple[TrailRow, bytes]]) -> Chain:
    """The head of a trail, and where it breaks."""
    last = Chain(sequence=0, hash="", breaks_at=None)

    def noted() -> Iterator[tuple[TrailRow, bytes]]:
        nonlocal last
        for row, claimed in rows:
            last = Chain(sequence=row.sequence, hash=claimed.hex(), breaks_at=None)
            yield row, claimed

    passing = noted()
    breaks_at = first_break(passing)
    for _row in passing:  # first_break stops where the chain breaks; the head lies at the end all the same
        pass
    return Chain(sequence=last.sequence, hash=last.hash, breaks_at=breaks_at)


def _number(rows: Rows) -> int:
    (count,) = next(iter(rows))
    return int(str(count))
