"""What ties a member's sealed entries to what they share, as far as their vault is open."""

from uuid import UUID

from django.conf import settings

from alongside.act.diary import Diary, read_diary
from alongside.act.handed_in import Asked, read_asked
from alongside.act.promises import promise_for, read_promises, with_confirmed
from alongside.act.web.queries_asks import confirmed_takes
from alongside.web.keeper import DjangoKeeper
from alongside.web.requests import MemberRequest


def is_open(request: MemberRequest) -> bool:
    """Whether the member's vault is open in this request."""
    return isinstance(request.keeper, DjangoKeeper)


def asked_by(request: MemberRequest) -> tuple[Asked, ...]:
    """The asks they handed in through a steward; none while the vault is locked."""
    return read_asked(request.keeper) if is_open(request) else ()


def plan_of(request: MemberRequest, take: UUID) -> UUID | None:
    """The plan behind a take-up of theirs, None where there is none or the vault is locked."""
    promise = promise_for(take, read_promises(request.keeper)) if is_open(request) else None
    return promise.commitment if promise else None


def diary_with_credit(request: MemberRequest) -> Diary:
    """The diary, in which an act counts as confirmed once those it was for said that it helped."""
    diary = read_diary(request.keeper)
    if not settings.COMMUNITY:
        return diary
    promises = read_promises(request.keeper)
    takes = confirmed_takes(request.user) if promises else frozenset()
    return diary.with_acts(with_confirmed(diary.acts, promises, takes))


def need_vault(request: MemberRequest) -> DjangoKeeper:
    """The open vault; while it is locked, the page that opens it comes first."""
    keeper = request.keeper
    keeper.entries  # noqa: B018  # a locked one raises here, before anything is typed
    return keeper
