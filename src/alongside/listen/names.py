"""Labels of people, compared the same way everywhere: NFC, one space between words, no invisible marks.

Nothing is inferred from a name. Two labels that look alike are offered as one person, never merged unasked.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from difflib import get_close_matches

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_PLACEHOLDER = re.compile(r"(?:@|speaker|voice|participant|person)[ _-]*\d+", re.IGNORECASE)
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})  # noqa: RUF001
"""Letters that Unicode does not take apart into a plain letter and an accent."""
_DEVICES = frozenset(
    ("ipad", "iphone", "phone", "laptop", "tablet", "desktop", "pc", "mac", "macbook", "android", "mobile")
)


def tidy(label: str) -> str:
    """The label as people see it: NFC, single spaces, without invisible direction marks."""
    if label.isascii() and "  " not in label:
        return label.strip()
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", label)).split())


def without_brackets(label: str) -> str:
    """The label without what stands in brackets: "Paul Ito (Wings)" is "Paul Ito"."""
    return _IN_BRACKETS.sub("", label).strip() or label


def own_label(wanted: str, labels: Sequence[str]) -> str | None:
    """The label somebody means: the same letters, else without case and accents, else a first name.

    None where no label fits, or more than one.
    """
    if wanted in labels:
        return wanted
    name = _plain(wanted)
    for form in (_plain, lambda label: _plain(without_brackets(label)), _first_name):
        fits = [label for label in labels if name and form(label) == name]
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def closest(wanted: str, labels: Sequence[str]) -> tuple[str, ...]:
    """The labels that `wanted` may have been meant for: those of that first name, else the one most alike."""
    name = _plain(wanted)
    first = name.partition(" ")[0]
    same = tuple(label for label in labels if first and _first_name(label) == first)
    if same:
        return same
    by_form = {form: label for label in reversed(labels) for form in (_first_name(label), _plain(label))}
    near = get_close_matches(name, by_form, n=1)
    return tuple(by_form[form] for form in near)


def _plain(label: str) -> str:
    """The label without case and accents."""
    letters = unicodedata.normalize("NFKD", tidy(label).casefold()).translate(_STROKES)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _first_name(label: str) -> str:
    return _plain(label).partition(" ")[0]


def look_alikes(labels: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of labels that may be one person, in order of appearance; each pair shorter label first."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    words = [_words(label) for label in labels]
    for index, own in enumerate(words):
        if own and not _PLACEHOLDER.fullmatch(labels[index]):
            by_word[own[0]].append(index)
    pairs = {
        (left, right)
        for group in by_word.values()
        for position, left in enumerate(group)
        for right in group[position + 1 :]
        if _alike(words[left], words[right])
    }
    return tuple(
        (labels[b], labels[a]) if len(labels[b]) < len(labels[a]) else (labels[a], labels[b])
        for a, b in sorted(pairs)
        if labels[a] != labels[b]
    )


def _words(label: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", label).casefold()
    plain = re.sub(r"['’]s\b", "", "".join(c for c in plain if not unicodedata.combining(c)))  # noqa: RUF001
    return tuple(word for word in re.findall(r"\w+", plain) if word not in _DEVICES)


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether each further word of the shorter label stands in the longer one or is an initial there."""
    short, long = sorted((left[1:], right[1:]), key=len)
    rest = list(long)
    for word in short:
        hit = next((other for other in rest if other == word or _initial(word, other)), None)
        if hit is None:
            return False
        rest.remove(hit)
    return True


def _initial(left: str, right: str) -> bool:
    return (len(left) == 1 or len(right) == 1) and left[0] == right[0]
