"""Practise: rehearse a moment before it comes, see what it did for the person, and try another way.

For somebody who finds the right sentence ten minutes too late, for somebody who was told "that was hurtful",
and for a facilitator with a room and no budget. Nothing that is chosen here is kept, scored or shown.
"""

from alongside.practise.correction import assess_reply
from alongside.practise.feedback import feedback
from alongside.practise.lint import lint
from alongside.practise.scene_files import load
from alongside.practise.schedule import reschedule
from alongside.practise.walk import step

__all__ = ["assess_reply", "feedback", "lint", "load", "reschedule", "step"]
