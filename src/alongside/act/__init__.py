"""Act: small deeds tied to a cue, followed through, looked back on, and never counted against anybody.

For somebody with ten minutes a week: three things that fit them and why, a log line in seconds, a look back
on Friday. Private to the person; no streak, no score, no rank.
"""

from alongside.act.acts import log_act
from alongside.act.commitments import commit
from alongside.act.diary import read_diary
from alongside.act.plan import next_steps, swap

__all__ = ["commit", "log_act", "next_steps", "read_diary", "swap"]
