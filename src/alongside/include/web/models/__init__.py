"""What this room keeps."""

from alongside.include.web.models.coming_in import CircleInvitation, JoinRequest, RoleOffer
from alongside.include.web.models.moderation import Notice, Report, StoodBack, Unmasking
from alongside.include.web.models.posts import Post
from alongside.include.web.models.rounds import ListeningRound, Turn

__all__ = [
    "CircleInvitation",
    "JoinRequest",
    "ListeningRound",
    "Notice",
    "Post",
    "Report",
    "RoleOffer",
    "StoodBack",
    "Turn",
    "Unmasking",
]
