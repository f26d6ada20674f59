"""ELAN annotation files (.eaf), read with pympi, which is an extra. Overlap is real there.

Limits: tiers are not always people. Where tiers name their participant, only those count, one tier a person;
otherwise each tier that depends on no other is taken for a person, and a note says so.
"""

import math
import tempfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import numpy as np

from alongside.core.language import gettext as _
from alongside.listen.source import Unreadable
from alongside.listen.transcript import Problem, Source, Transcript

Annotations = Mapping[str, tuple[str, str, str, str | None]]


def read(source: Source) -> Transcript:
    """The annotations of an ELAN file. Raises Unreadable where the extra is missing or the file is broken."""
    try:
        elan = import_module("pympi.Elan")
    except ModuleNotFoundError as error:
        cause, way_out = _("ELAN files need one more package;"), _("run pip install 'alongside[elan]'.")
        raise Unreadable(source.name, cause, way_out) from error
    if "<!DOCTYPE" in source.text or "<!ENTITY" in source.text:
        cause = _("The file defines entities of its own, which no ELAN file does.")
        raise Unreadable(source.name, cause, _("Save it again in ELAN."))
    with tempfile.TemporaryDirectory() as folder:  # pympi reads from a path only
        path = Path(folder) / "annotations.eaf"
        path.write_text(source.text.replace('encoding="UTF-16"', 'encoding="UTF-8"'), encoding="utf-8")
        try:
            document = elan.Eaf(str(path), suppress_version_warning=True)
        except Exception as error:  # pympi raises bare exceptions of many kinds
            cause = _("The ELAN file is broken, perhaps cut off.")
            raise Unreadable(source.name, cause, _("Open it in ELAN and save it again.")) from error
    people, guessed = _people({tier: parts[2] for tier, parts in document.tiers.items()})
    tiers = {label: document.tiers[tier][0] for label, tier in people.items()}
    slots = _slots(document.timeslots)
    empty_slots = {slot for slot, value in document.timeslots.items() if value is None}
    return _transcript(list(_rows(tiers)), slots, empty_slots, guessed=guessed)


def _people(attributes: Mapping[str, Mapping[str, str]]) -> tuple[dict[str, str], bool]:
    """Label → tier, and whether the labels are only the tiers' names."""
    roots = {tier: about for tier, about in attributes.items() if not about.get("PARENT_REF")}
    named: dict[str, str] = {}
    for tier, about in roots.items():
        if about.get("PARTICIPANT", "").strip():
            named.setdefault(about["PARTICIPANT"], tier)
    return (named, False) if named else ({tier: tier for tier in roots}, True)


def _slots(values: Mapping[str, int | None]) -> dict[str, float]:
    """Seconds of each time slot; a slot without a value lies between its neighbours."""
    ids = list(values)
    known = [(place, value) for place, value in enumerate(values.values()) if value is not None]
    if not known:
        return dict.fromkeys(ids, math.nan)
    seconds = np.interp(np.arange(len(ids)), [p for p, _v in known], [v / 1000 for _p, v in known])
    return dict(zip(ids, seconds.tolist(), strict=True))


def _rows(tiers: Mapping[str, Annotations]) -> Iterator[tuple[str, str, str, str]]:
    for label, annotations in tiers.items():
        for begin, end, text, _drawing in annotations.values():
            yield label, begin, end, " ".join((text or "").split())


def _transcript(
    rows: list[tuple[str, str, str, str]], slots: Mapping[str, float], empty: set[str], *, guessed: bool
) -> Transcript:
    spoken = [row for row in rows if row[3] and slots.get(row[1], math.nan) <= slots.get(row[2], math.nan)]
    backwards = sum(slots.get(row[1], math.nan) > slots.get(row[2], math.nan) for row in rows if row[3])
    why = _("an annotation holds no words or no times")
    problems = [Problem(line=1, why=why, negative=n < backwards) for n in range(len(rows) - len(spoken))]
    note = _("The tiers name no participants, so each tier counts as one person.")
    return Transcript(
        labels=[row[0] for row in spoken],
        start=[slots[row[1]] for row in spoken],
        end=[slots[row[2]] for row in spoken],
        texts=[row[3] for row in spoken],
        cues=len(spoken),
        problems=problems,
        estimated=sum(row[1] in empty or row[2] in empty for row in spoken),
        notes=(note,) if guessed else (),
    )
