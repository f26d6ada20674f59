"""What the pages of this room read: what a person keeps here, and the path that follows from it."""

from datetime import date

from alongside.core.language import language
from alongside.learn.keeping import MINUTES, Kept, read_kept
from alongside.learn.path import STEPS, Step, path
from alongside.learn.web.held import held

__all__ = ["my_path", "read_kept", "week_minutes"]


def week_minutes(kept: Kept) -> int:
    """Minutes a week that the path is made for."""
    return kept.path.minutes if kept.path else MINUTES


def my_path(kept: Kept, *, today: date, most: int = STEPS) -> tuple[Step, ...]:
    """The path as it is today, or the first `most` steps of it; the first one is this week's."""
    library = held()
    return path(
        kept.profile,
        library.shelf.library,
        kept.seen,
        minutes=week_minutes(kept),
        today=today,
        doings=library.doings,
        first=kept.path.first if kept.path else (),
        languages=(language(), "en"),
        most=most,
    )
