"""What this room keeps."""

from alongside.include.web.models.moderation import Notice, Report, StoodBack, Unmasking
from alongside.include.web.models.posts import Post

__all__ = ["Notice", "Post", "Report", "StoodBack", "Unmasking"]
