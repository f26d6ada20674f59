"""A check as SARIF 2.1.0, for code scanning: levels `note` and `warning`, never `error`.

SARIF: OASIS, Static Analysis Results Interchange Format 2.1.0. Columns count code points (§3.14.17).
"""

import json
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from alongside.core.language import gettext as _
from alongside.interrupt.hits import Hit, Level
from alongside.interrupt.report.telling import Json, Telling, offer, on_one_line
from alongside.interrupt.results import FileResult, SetAside

if TYPE_CHECKING:
    from alongside.interrupt.rule_set import RuleText

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT: Final = "alongside/v1"
_LEVELS: Final = {Level.REWORD: "warning", Level.CONSIDER: "note"}
_KINDS: Final = {
    SetAside.COMMENT: "inSource",
    SetAside.SETTINGS: "external",
    SetAside.BASELINE: "external",
}
_ROOT: Final = "%SRCROOT%"


def as_sarif(telling: Telling) -> str:
    """The whole log, ending in a newline."""
    standing = [(file, hit, None) for file, hit in telling.hits()]
    aside = [
        (file, each.hit, {"kind": _KINDS[each.by], "justification": each.reason})
        for file, each in telling.suppressed()
    ]
    levels = {hit.rule: hit.level for _path, hit, _how in reversed([*standing, *aside])}
    places = {rule: index for index, rule in enumerate(sorted(levels))}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(telling, levels)},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(telling)],
                "results": [
                    _result(file, hit, telling.about(hit.rule), places[hit.rule])
                    | ({"suppressions": [by]} if by else {})
                    for file, hit, by in (*standing, *aside)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(telling: Telling, levels: dict[str, Level]) -> Json:
    return {
        "name": "Alongside",
        "version": telling.version,
        "rules": [_rule(telling.about(rule), levels[rule]) for rule in sorted(levels)],
    }


def _rule(about: "RuleText", level: Level) -> Json:
    first = next((source.url for source in about.sources if source.url), "")
    return {
        "id": about.id,
        "shortDescription": {"text": about.why},
        "help": {"text": f"{about.why} {offer(about)}", "markdown": rule_in_markdown(about)},
        "defaultConfiguration": {"level": _LEVELS[level]},
        "properties": {"tags": sorted(about.grounds), "precision": "high"},
        **({"helpUri": first} if first else {}),
    }


def rule_in_markdown(about: "RuleText") -> str:
    """A rule's page in Markdown: why, what to write and say, when it is fine, where we learned it."""
    parts = [about.why]
    if about.alternatives:
        parts.append(_("**Instead**") + "\n\n" + "\n".join(f"- {each}" for each in about.alternatives))
    parts += [about.no_drop_in, _("**To say**: %(call_in)s") % {"call_in": about.call_in}]
    parts.append(_("**Fine**: %(when)s") % {"when": about.fine_when})
    parts.append(_("**Both ways**: %(words)s") % {"words": about.both_ways} if about.both_ways else "")
    links = [f"- [{each.title}]({each.url})" if each.url else f"- {each.title}" for each in about.sources]
    parts.append(_("**Sources**") + "\n\n" + "\n".join(links) if links else "")
    comment = f"`alongside: ignore[{about.id}]`"
    parts.append(_("**Let a place be**: %(comment)s in a comment on its line") % {"comment": comment})
    return "\n\n".join(part for part in parts if part)


def _result(file: FileResult, hit: Hit, about: "RuleText", index: int) -> Json:
    location: Json = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(file.path), "uriBaseId": _ROOT},
            **({} if hit.place else {"region": _region(hit)}),
        }
    }
    if hit.place:
        location["logicalLocations"] = [{"name": hit.place, "kind": "member"}]
    return {
        "ruleId": hit.rule,
        "ruleIndex": index,
        "level": _LEVELS[hit.level],
        "message": {"text": f"“{_told(on_one_line(hit))}”: {about.why} → {offer(about)}"},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: hit.fingerprint},
    }


def _region(hit: Hit) -> Json:
    return {
        "startLine": hit.line,
        "startColumn": hit.column,
        "endLine": hit.end_line,
        "endColumn": hit.end_column,
        "snippet": {"text": _told(hit.words)},
    }


def _invocation(telling: Telling) -> Json:
    told = [
        {
            "level": "warning",
            "message": {"text": _told(file.unread)},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": _uri(file.path), "uriBaseId": _ROOT}}}
            ],
        }
        for file in telling.checked.unread
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": told}


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"))


def _told(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
