"""The guide says who may do what exactly as the policy table does; ALONGSIDE_WRITE_ROLES=1 writes it anew."""

import os
from pathlib import Path

from alongside.web import policy

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "roles.md"
HEAD = "| Deed | Who may |\n|---|---|\n"
"""From here to its end the page is made from the table."""
WHO = {
    "anon": "anybody, also without an account",
    "member": "a member",
    "moderator": "a moderator of the community",
    "admin": "an admin",
    "owner": "the owner",
}


def condition(row: policy.Allow) -> str:
    """The rule in the words of its own docstring, without the full stop."""
    if not row.when:
        return ""
    said = (policy.rule(row.when).__doc__ or "").splitlines()[0].rstrip(".")
    return f", when {said[:1].lower()}{said[1:]}"


def table() -> str:
    lines = []
    for action, rows in sorted(policy.table().items()):
        who = "; or ".join(f"{WHO[row.role]}{condition(row)}" for row in rows)
        lines.append(f"| `{action}` | {who} |")
    return HEAD + "\n".join(lines) + "\n"


def test_the_guide_lists_every_deed_with_those_who_may():
    text = GUIDE.read_text("utf-8")
    made = text.partition(HEAD)[0] + table()
    if os.environ.get("ALONGSIDE_WRITE_ROLES"):
        GUIDE.write_text(made, "utf-8")
        text = made
    assert text == made


def test_every_rule_says_in_a_sentence_when_it_holds():
    rules = {row.when for rows in policy.table().values() for row in rows if row.when}
    untold = [name for name in rules if not (policy.rule(name).__doc__ or "").splitlines()[0].endswith(".")]
    assert untold == []


def test_an_admin_runs_the_community_and_opens_nothing_of_a_circle():
    rows = {(action, row) for action, rows in policy.table().items() for row in rows}
    powerful = {(action, row.when) for action, row in rows if row.role in {"admin", "owner"}}
    assert {
        (action, when) for action, when in powerful if not action.startswith("community.")
    } <= FOR_EVERYBODY


FOR_EVERYBODY = {
    ("event.read", "alongside.include.web.rules_events:is_for_everybody"),
    ("event.approve", "alongside.include.web.rules_events:is_for_everybody"),
}
"""An event that asks to be opened to everybody is theirs to say yes to; nothing personal is in it."""
