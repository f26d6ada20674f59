"""Hits, rules' texts and repositories, made with what a test is about and nothing else."""

import subprocess
from pathlib import Path

from alongside.interrupt.hits import Hit, Level, Passage, Profile
from alongside.interrupt.rule_set import RuleText, SourceText

RULE = "wheelchair-bound"


def passage(text: str) -> Passage:
    return Passage(data=text.encode())


def hit(text: str = "He is wheelchair-bound.", words: str = "wheelchair-bound", **more: object) -> Hit:
    """The hit of these words where they first stand in the text; `more` sets other fields."""
    start = text.index(words)
    before = text[:start]
    line, column = before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1
    fields = {
        "rule": RULE,
        "level": Level.REWORD,
        "start": len(before.encode()),
        "end": len((before + words).encode()),
        "line": line,
        "column": column,
        "end_line": line + words.count("\n"),
        "end_column": column + len(words),
        "words": words,
        "sentence": text.splitlines()[line - 1],
    }
    return Hit(**{**fields, **more})


def about(rule: str = RULE, **more: object) -> RuleText:
    fields = {
        "id": rule,
        "kind": "term",
        "level": Level.REWORD,
        "profiles": (Profile.DEFAULT,),
        "grounds": ("disability",),
        "why": "A wheelchair lets its user get about.",
        "call_in": "Could we write “uses a wheelchair”?",
        "fine_when": "In quotations.",
        "alternatives": ("uses a wheelchair", "wheelchair user"),
        "sources": (SourceText(title="A style guide", url="https://example.org/guide", kind="guidance"),),
    }
    return RuleText(**{**fields, **more})


def git(folder: Path, *words: str) -> str:
    """Run git in a scratch repository, untouched by anybody's own settings."""
    settings = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(  # noqa: S603
        ["git", *settings, *words],  # noqa: S607
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
