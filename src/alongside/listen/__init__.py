"""Listen: see who got to speak in a meeting you were in, and one thing you can do for somebody next time.

For a participant right after a meeting, and for a chair before the next one. Text and timestamps only: no
voice, no face, no guess about who anybody is. Positive acts lead; what went wrong is a moment to look at,
never a charge.
"""
