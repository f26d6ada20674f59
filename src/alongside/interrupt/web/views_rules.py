"""Every rule with its reason and sources, and what somebody hid for themselves."""

from uuid import uuid4

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from alongside.core.clock import today
from alongside.interrupt.web import flows, pages_rules
from alongside.interrupt.web.queries import hidden_rules
from alongside.interrupt.web.shelf import held
from alongside.web.answering import answer, go_on
from alongside.web.keeper import DjangoKeeper
from alongside.web.requests import MemberRequest


@require_safe
def rules(request: MemberRequest) -> HttpResponse:
    """The index, narrowed down as the address asks."""
    parts = pages_rules.index_parts(
        held().book, pages_rules.wanted(request.GET.dict()), hidden_rules(request.keeper)
    )
    return answer(request, "interrupt/rules", parts)


@require_safe
def rule(request: MemberRequest, rule: str) -> HttpResponse:
    """One rule."""
    found = held().rules.get(rule)
    if found is None:
        raise Http404
    hidden = hidden_rules(request.keeper).get(rule)
    parts = pages_rules.rule_parts(
        found, held().book, hidden, can_hide=isinstance(request.keeper, DjangoKeeper)
    )
    return answer(request, "interrupt/rule", parts)


@require_POST
def hide(request: MemberRequest, rule: str) -> HttpResponse:
    """Hide a rule for oneself."""
    if rule not in held().rules:
        raise Http404
    flows.hide_rule(request.keeper, rule, id=uuid4(), today=today())
    return go_on("interrupt:words-rule", done="rule-hidden", args=(rule,))


@require_POST
def show(request: MemberRequest, rule: str) -> HttpResponse:
    """Show a rule again; also one that has left the rules since."""
    flows.show_rule(request.keeper, rule, today=today())
    if rule not in held().rules or request.POST.get("back") == "rules":
        return go_on("interrupt:words-rules", done="rule-shown")
    return go_on("interrupt:words-rule", done="rule-shown", args=(rule,))
