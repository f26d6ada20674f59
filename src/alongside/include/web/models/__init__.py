"""What this room keeps."""

from alongside.include.web.models.letters import DigestIssue, Poster, Subscription

__all__ = ["DigestIssue", "Poster", "Subscription"]
