"""What the tests of the drills are made of."""

from alongside.practise.notice import Answer, Drill

PLACES = ("work", "school", "online", "public", "family")


def an_entry(n: int = 1, is_one: str = "yes", place: str = "work", **other: object) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": f"drill-{n:02}",
        "place": place,
        "grounds": ["any"],
        "exchange": f"Number {n}: somebody says a thing to somebody else.",
        "is_one": is_one,
        "reading": "It may say that they do not belong.",
        "skill": f"notice.{place}",
        "provenance": {"made_by": "project", "method": "made up for a test", "sources": ["a-source"]},
        "review": "unreviewed",
    }
    if is_one == "depends":
        entry["reading_other"] = "It may be plain interest among friends."
    if is_one == "yes":
        entry["form"] = "microinsult"
    if is_one != "no":
        entry["try_next"] = "Ask what they think."
    return {**entry, **other}


def many(count: int = 30) -> list[dict[str, object]]:
    """A third of each kind, in all places."""
    kinds = [answer.value for answer in Answer]
    return [an_entry(n, kinds[n % 3], PLACES[n % 5]) for n in range(count)]


def kinds_of(drills: tuple[Drill, ...]) -> list[str]:
    return [drill.is_one.value for drill in drills]
