"""Act: small deeds tied to a cue, followed through, looked back on, and never counted against anybody.

For somebody with ten minutes a week: three things that fit them and why, a log line in seconds, a look back
on Friday. Private to the person; no streak, no score, no rank.
"""
