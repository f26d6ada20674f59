"""A check as annotations of GitHub's workflows. Others may see them: level `notice` only, and nobody's name.

The commands' escapes: GitHub, Workflow commands for GitHub Actions.
"""

from alongside.interrupt.hits import Hit
from alongside.interrupt.report.telling import Telling, offer, on_one_line
from alongside.interrupt.report.text import place_of


def as_github(telling: Telling) -> str:
    """One line for each finding."""
    lines = []
    for file, hit in telling.hits():
        about = telling.about(hit.rule)
        message = f"“{on_one_line(hit)}”: {about.why} → {offer(about)}"
        if hit.place:
            message = f"{place_of(file.path, hit)} {message}"
        lines.append(f"::notice {_properties(file.path, hit)}::{_data(message)}\n")
    return "".join(lines)


def _properties(path: str, hit: Hit) -> str:
    told: dict[str, object] = {"file": path}
    if not hit.place:
        told |= {"line": hit.line, "endLine": hit.end_line}
        if hit.line == hit.end_line:  # GitHub takes columns only within one line
            told |= {"col": hit.column, "endColumn": hit.end_column}
    told["title"] = hit.rule
    return ",".join(f"{name}={_property(str(value))}" for name, value in told.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
