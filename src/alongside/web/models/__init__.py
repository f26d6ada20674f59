"""What all rooms share in the database: members, circles, vaults, sealed entries, trail, outbox."""

from alongside.web.models.circles import CharterVersion, Circle, Membership, Opening, Part, Standing
from alongside.web.models.entries import AuditRow, SealedEntry
from alongside.web.models.members import CommunityRole, Invitation, Member, Setting, SignedIn, Waiting
from alongside.web.models.outbox import OutboxRow
from alongside.web.models.tokens import ApiToken
from alongside.web.models.vaults import Vault, VaultSlot

__all__ = [
    "ApiToken",
    "AuditRow",
    "CharterVersion",
    "Circle",
    "CommunityRole",
    "Invitation",
    "Member",
    "Membership",
    "Opening",
    "OutboxRow",
    "Part",
    "SealedEntry",
    "Setting",
    "SignedIn",
    "Standing",
    "Vault",
    "VaultSlot",
    "Waiting",
]
