"""What this room keeps."""

from alongside.include.web.models.letters import DigestIssue, OpenLetters, Poster, Subscription

__all__ = ["DigestIssue", "OpenLetters", "Poster", "Subscription"]
