"""A check as JSON, in the published schema `check-report.schema.json`. Keys keep their meaning."""

import json
from typing import TYPE_CHECKING, Final

from alongside.interrupt.hits import Hit, Level
from alongside.interrupt.report.telling import Json, Telling

if TYPE_CHECKING:
    from alongside.interrupt.rule_set import RuleText

SCHEMA_VERSION: Final = "1"


def as_json(telling: Telling) -> str:
    """The whole report, ending in a newline; the same check gives the same text."""
    return json.dumps(_report(telling), ensure_ascii=False, indent=2) + "\n"


def _report(telling: Telling) -> Json:
    checked = telling.checked
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "words",
        "profile": telling.profile.value,
        "rules": telling.digest,
        "findings": [finding_of(file.path, hit, telling.about(hit.rule)) for file, hit in telling.hits()],
        "suppressed": [
            {**_place(file.path, each.hit), "by": each.by.value, "reason": each.reason}
            for file, each in telling.suppressed()
        ],
        "unused": [
            {"path": _told(file.path), "line": each.line, "says": _told(each.says)}
            for file in checked.files
            for each in file.unused
        ],
        "notes": [{"path": _told(file.path), "note": note} for file in checked.files for note in file.notes],
        "unread": [{"path": _told(file.path), "why": _told(file.unread)} for file in checked.unread],
        "stale": [_told(entry) for entry in checked.stale],
        "counts": _counts(telling),
    }


def _counts(telling: Telling) -> Json:
    checked = telling.checked
    return {
        "files": checked.count,
        "reword": telling.count(Level.REWORD),
        "consider": telling.count(Level.CONSIDER),
        "suppressed": sum(len(file.suppressed) for file in checked.files),
        "unread": len(checked.unread),
        "binaries": checked.binaries,
        "links": checked.links,
        "left_out": checked.left_out,
    }


def _told(text: str) -> str:
    """Text that any reader of JSON takes: a name that is no UTF-8 shows so."""
    return text.encode("utf-8", "replace").decode()


def _place(path: str, hit: Hit) -> Json:
    return {
        "path": _told(path),
        "place": hit.place,
        "line": hit.line,
        "column": hit.column,
        "end_line": hit.end_line,
        "end_column": hit.end_column,
        "words": _told(hit.words),
        "rule": hit.rule,
        "level": hit.level.value,
        "fingerprint": hit.fingerprint,
    }


def finding_of(path: str, hit: Hit, about: "RuleText") -> Json:
    """One finding, with all that its rule says."""
    sources: list[Json] = [
        {"title": each.title, "url": each.url, "kind": each.kind} for each in about.sources
    ]
    return {
        **_place(path, hit),
        "sentence": _told(hit.sentence),
        "mentioned": hit.mentioned,
        "grounds": list(about.grounds),
        "why": about.why,
        "say": about.call_in,
        "alternatives": list(about.alternatives),
        "no_drop_in": about.no_drop_in,
        "fine_when": about.fine_when,
        "both_ways": about.both_ways,
        "scene": about.scene,
        "source": sources[0] if sources else None,
        "sources": list(sources),
        "review": about.review,
    }
