"""What moderation does by the clock: hand on, close, forget. Each is safe to do twice."""

from datetime import datetime, timedelta
from typing import Final

from alongside.include import moderation
from alongside.include.web.flows_steps import finish, move
from alongside.include.web.models.moderation import Notice, Report, Unmasking
from alongside.include.web.reports import as_report, moderators_for
from alongside.web.writing import writing

WORDS_KEPT: Final = timedelta(days=90)
"""How long the words of a report stay once it is final, and a notice that was read (our choice)."""
ROWS_KEPT: Final = timedelta(days=500)
"""How long a report itself stays (our choice): until the last quarter that counts it has left the page."""


def keep_moving(*, now: datetime) -> None:
    """Hand on what is overdue or lies with nobody, close what is past its appeal, forget what is old."""
    moment = now.astimezone()
    for row in Report.objects.exclude(state=moderation.State.FINAL).select_related("circle"):
        before = as_report(row)
        after = moderation.close(moderation.hand_on(before, moderators_for(row), now=moment), now=moment)
        if after != before:
            with writing():
                move(row, after, today=moment.date())
                finish(row)
    _forget(moment)


def _forget(now: datetime) -> None:
    wordy = Report.objects.filter(final__lt=now - WORDS_KEPT).exclude(words="")
    old = (
        Report.objects.filter(final__lt=now - ROWS_KEPT),
        Unmasking.objects.filter(asked__lt=(now - ROWS_KEPT).date()),
        Notice.objects.filter(read=True, day__lt=(now - WORDS_KEPT).date()),
    )
    if wordy.exists() or any(each.exists() for each in old):
        with writing():
            wordy.update(words="", appeal_words="", told_reported="", told_reporter="")
            for each in old:
                each.delete()
