"""Who may do what: one table, `policy.toml`, that views, flows, queries and the tests share.

A row allows an action to a role, `when` a named rule about the object holds. Whatever no row allows is
denied; a foreign object is answered as one that does not exist. There is no shortcut for anybody.
"""

import tomllib
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from importlib import import_module
from pathlib import Path
from typing import TypeVar, cast
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from alongside.core.clock import today
from alongside.web.asked import once
from alongside.web.models import CommunityRole, Member
from alongside.web.second_factor import has_second_factor

Actor = Member | AnonymousUser
Rule = Callable[[Member, object], bool]
_TABLE = Path(__file__).with_name("policy.toml")
View = TypeVar("View", bound=Callable[..., HttpResponse])


@dataclass(frozen=True, slots=True, kw_only=True)
class Allow:
    """One row: this role may do this, when the rule holds; `other` is the status where it does not."""

    action: str
    role: str
    when: str = ""
    other: int = 404


@cache
def table() -> dict[str, tuple[Allow, ...]]:
    """The rows, by action."""
    rows: dict[str, tuple[Allow, ...]] = {}
    for row in tomllib.loads(_TABLE.read_text("utf-8"))["allow"]:
        allow = Allow(
            action=row["action"], role=row["role"], when=row.get("when", ""), other=row.get("else", 404)
        )
        rows[allow.action] = (*rows.get(allow.action, ()), allow)
    return rows


def held_roles(actor: object) -> frozenset[str]:
    """The duties for the whole community that somebody was given, and holds today."""
    if not isinstance(actor, Member):
        return frozenset()
    roles = once(_key(actor), lambda: _duties([actor])[actor.pk])
    return roles | {"owner", "admin"} if actor.is_owner else roles


def duties_noted(members: Sequence[Member]) -> dict[Hashable, object]:
    """The duties of many, read at once, as `asked.remembering` takes them."""
    duties = _duties(members)
    return {_key(each): duties[each.pk] for each in members}


def _key(member: Member) -> Hashable:
    return ("duties", member.pk)


def _duties(members: Sequence[Member]) -> dict[UUID, frozenset[str]]:
    held = CommunityRole.objects.filter(Q(until=None) | Q(until__gte=today()), member__in=members)
    duties: dict[UUID, frozenset[str]] = {each.pk: frozenset() for each in members}
    for member, role in held.values_list("member", "role"):
        duties[member] |= {role}
    return duties


def roles_of(actor: object) -> frozenset[str]:
    """The roles that count today. A duty for the whole community counts only with a second factor."""
    if not isinstance(actor, Member):
        return frozenset({"anon"})
    held = held_roles(actor)
    return frozenset({"anon", "member"}) | (held if held and has_second_factor(actor) else frozenset())


def lacks_second_factor(actor: object, action: str) -> bool:
    """Whether somebody's duty would open the door to this, if they had a second factor."""
    held = held_roles(actor)
    return any(row.role in held for row in table()[action]) and not has_second_factor(cast("Member", actor))


def may_try(actor: object, action: str) -> bool:
    """Whether a role opens the door to an action at all; the object is asked about later."""
    roles = roles_of(actor)
    return any(row.role in roles for row in table()[action])


def allowed(actor: object, action: str, obj: object = None) -> bool:
    """Whether somebody may do this, to this object where the table asks for one."""
    roles = roles_of(actor)
    return any(row.role in roles and _holds(row, actor, obj) for row in table()[action])


def allowed_among(actor: object, actions: Iterable[str], obj: object) -> frozenset[str]:
    """Which of several actions somebody may do to an object: one page often asks for many."""
    roles = roles_of(actor)
    return frozenset(
        action
        for action in actions
        if any(row.role in roles and _holds(row, actor, obj) for row in table()[action])
    )


def require(actor: object, action: str, obj: object = None) -> None:
    """Raise Http404 or PermissionDenied, as the table says, where somebody may not do this."""
    if not allowed(actor, action, obj):
        _deny(action)


def action(name: str, *, community: bool = False) -> Callable[[View], View]:
    """Mark a view with what it does; the door opens to the roles that may try it.

    With `community` the address exists only where Alongside is run for a community.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
            if community and not settings.COMMUNITY:
                raise Http404
            if not may_try(request.user, name):
                if lacks_second_factor(request.user, name):
                    return redirect("second-factor")
                _deny(name)
            return view(request, *args, **named)

        guarded.action = name  # type: ignore[attr-defined]  # the gate and the tests read both
        guarded.community = community  # type: ignore[attr-defined]
        return cast("View", guarded)

    return mark


def _deny(action: str) -> None:
    if min(row.other for row in table()[action]) == 403:  # noqa: PLR2004  # forbidden
        raise PermissionDenied
    raise Http404


def _holds(row: Allow, actor: object, obj: object) -> bool:
    if not row.when:
        return True
    return isinstance(actor, Member) and obj is not None and rule(row.when)(actor, obj)


@cache
def rule(name: str) -> Rule:
    """The rule a row names: one of `web.belonging`, or "module:function" of a room's own."""
    module, _colon, function = name.rpartition(":")
    found: Rule = getattr(import_module(module or "alongside.web.belonging"), function)
    return found
