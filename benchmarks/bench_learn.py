"""Search, path and self-assessment side by side with peers: CPU seconds, medians of five, and a verdict.

Run from the repository root with the package installed: python benchmarks/bench_learn.py. The works are made
up from the words of the entries that ship, and the fifty questions from words of single entries, so recall
says whether an entry is found by its own words, not whether people find what they mean. Peers: bm25s and
rank-bm25, given the same folded words of the same fields. They rank one text without weights, beginnings of
words or synonyms, and say no reasons: our ranking alone stands beside them too.
"""

import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

import bm25s
import rank_bm25

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.learn.builders import TODAY, a_profile, a_work, answers, chance, doings

from alongside.core.content import load
from alongside.core.practices import Practice
from alongside.learn.assess import Occasions, Share, assess
from alongside.learn.library import Resource, Type, library_of, resource
from alongside.learn.path import path
from alongside.learn.ranking import FIELDS, Document, Phrase, Wanted
from alongside.learn.search import Index, index, search
from alongside.learn.shelf import of_resource, read_shelf
from alongside.learn.words import words_of

RUNS = 5
FEW, MANY = 500, 10_000
QUESTIONS = 50
WARM_MS, P95_MS, PATH_MS, ASSESS_MS, CACHE_MS = 2.0, 20.0, 5.0, 2.0, 30.0


def cpu(work: Callable[[], object], times: int = 1) -> tuple[float, float]:
    """Median CPU seconds a call over five runs, and the spread (largest over smallest)."""
    runs = []
    for _ in range(RUNS):
        start = time.process_time()
        for _again in range(times):
            work()
        runs.append((time.process_time() - start) / times)
    return median(runs), max(runs) / min(runs)


def verdict(*, good: bool) -> str:
    """What is printed beside a budget."""
    return "holds" if good else "DOES NOT HOLD"


def made_up(count: int) -> list[Resource]:
    """So many works, each with words drawn from the entries that ship; the same every time."""
    rng = chance("works")
    shipped = [resource(entry) for entry in load("resources").entries]
    titles = sorted({word for each in shipped for word in words_of(each.title)})
    whys = sorted({word for each in shipped for word in words_of(each.why)})
    topics = sorted({topic for each in shipped for topic in each.topics})
    practices, types = tuple(Practice), tuple(Type)
    return [
        a_work(
            f"work-{n:05}",
            title=" ".join(rng.sample(titles, 6)),
            why=" ".join(rng.sample(whys, 22)) + ".",
            authors=(" ".join(rng.sample(titles, 2)),),
            topics=tuple(rng.sample(topics, 4)),
            practices=(practices[n % 8],),
            type=types[n % 12],
            level=1 + n % 3,
            minutes=rng.randrange(5, 90),
        )
        for n in range(count)
    ]


def questions(works: Sequence[Resource]) -> list[tuple[str, str]]:
    """Fifty questions of three words from a work's title and topics, each with the id of that work."""
    rng = chance("questions")
    asked = []
    for work in rng.sample(list(works), QUESTIONS):
        words = words_of(f"{work.title} {' '.join(work.topics)}")
        asked.append((" ".join(rng.sample(words, 3)), work.id))
    return asked


def recall(asked: Sequence[tuple[str, str]], find: Callable[[str], Sequence[str]]) -> float:
    """Share of questions whose work is among the first ten."""
    return sum(wanted in find(words) for words, wanted in asked) / len(asked)


def ranked(held: Index, words: str) -> list[int]:
    """The places that our ranking gives for the words, without hits made of them."""
    last = words_of(words)[-1]
    wanted = [
        Wanted(said=word, forms=(Phrase(words=(word,), begins=word == last),))
        for word in dict.fromkeys(words_of(words))
    ]
    return held.ranking.best(wanted)


def peers(documents: Sequence[Document]) -> dict[str, Callable[[str], Sequence[str]]]:
    """Each peer as a function from words to the first ten ids."""
    texts = [words_of(" ".join(getattr(each, name) for name in FIELDS)) for each in documents]
    ids = [each.id for each in documents]
    okapi = rank_bm25.BM25Okapi(texts)
    retriever = bm25s.BM25()
    retriever.index(texts, show_progress=False)

    def by_bm25s(words: str) -> Sequence[str]:
        places, _scores = retriever.retrieve([words_of(words)], k=10, show_progress=False)
        return [ids[int(place)] for place in places[0]]

    def by_rank_bm25(words: str) -> Sequence[str]:
        return okapi.get_top_n(words_of(words), ids, n=10)

    return {"bm25s": by_bm25s, "rank-bm25": by_rank_bm25}


def searching(count: int) -> None:
    """Ours beside the peers on the same works and questions."""
    works = made_up(count)
    documents = [of_resource(each) for each in works]
    seconds, _spread = cpu(lambda: index(documents))
    print(f"search, {count:,} works: made ready in {1000 * seconds:.0f} ms")
    held, asked = index(documents), questions(works)
    finders = {
        "ours": lambda words: [hit.id for hit in search(held, words).hits],
        "ours, ranking alone": lambda words: [held.documents[n].id for n in ranked(held, words)[:10]],
        **peers(documents),
    }
    found, times = {}, {}
    for name, find in finders.items():
        found[name] = recall(asked, find)
        times[name], spread = cpu(lambda find=find: [find(words) for words, _id in asked])
        each = 1000 * times[name] / len(asked)
        print(f"  {name}: {each:.3f} ms a question (spread {spread:.2f}), recall@10 {found[name]:.2f}")
    fastest = min(times["bm25s"], times["rank-bm25"])
    for name in ("ours", "ours, ranking alone"):
        ratio = times[name] / fastest
        print(f"  {name} against the faster peer: {ratio:.2f}; {verdict(good=ratio <= 1)}")
    best = max(found["bm25s"], found["rank-bm25"])
    print(f"  recall not below either: {verdict(good=found['ours'] >= best)}")
    runs = sorted(cpu(lambda words=words: search(held, words))[0] for words, _id in asked)
    p95 = 1000 * runs[int(0.95 * len(runs))]
    bound = WARM_MS if count == FEW else P95_MS
    print(f"  p95 {p95:.2f} ms (at most {bound:.0f}); {verdict(good=p95 <= bound)}")


def paths() -> None:
    """The path over 500 works, and the self-assessment."""
    library = library_of(made_up(FEW))
    profile = a_profile({p: tuple(Share)[n % 5] for n, p in enumerate(Practice)})
    seconds, spread = cpu(lambda: path(profile, library, (), minutes=30, today=TODAY, doings=doings()), 20)
    good = 1000 * seconds <= PATH_MS
    print(f"path, {FEW} works: {1000 * seconds:.2f} ms (spread {spread:.2f}); {verdict(good=good)}")
    given = [a for p in Practice for a in answers(p, *[(Occasions.SOME, Share.HALF)] * 3)]
    seconds, spread = cpu(lambda: assess(given), 50)
    good = 1000 * seconds <= ASSESS_MS
    print(f"assess, 24 items: {1000 * seconds:.2f} ms (spread {spread:.2f}); {verdict(good=good)}")


def loading() -> None:
    """500 entries from TOML and from the cache, and everything that ships."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = folder / "content" / "en" / "resources"
        own.mkdir(parents=True)
        (own / "made-up.toml").write_text(as_toml(FEW), encoding="utf-8")
        start = time.process_time()
        first = load("resources", also=(folder / "content",), cache=folder / "cache")
        fresh = time.process_time() - start
        if len(first.entries) < FEW:
            raise SystemExit(str(first.problems[0]))
        seconds, spread = cpu(lambda: load("resources", also=(folder / "content",), cache=folder / "cache"))
        good = 1000 * seconds <= CACHE_MS
        print(f"load, {len(first.entries)} entries: {fresh:.2f} s from TOML, {1000 * seconds:.1f} ms cached"
              f" (spread {spread:.2f}); {verdict(good=good)}")  # fmt: skip
        read_shelf(folder)
        seconds, spread = cpu(lambda: read_shelf(folder))
        print(f"load, the whole shelf with types: {1000 * seconds:.1f} ms (spread {spread:.2f})")


def as_toml(count: int) -> str:
    """Made-up works as a content file."""
    parts = ['schema = 1\nlanguage = "en"\nlicence = "CC-BY-SA-4.0"\n']
    for work in made_up(count):
        topics = ", ".join(f'"{topic}"' for topic in work.topics)
        parts.append(
            f'[[resource]]\nid = "{work.id}"\ntitle = "{work.title}"\nauthors = ["{work.authors[0]}"]\n'
            "year = 2020\n"
            f'perspective = ""\ntype = "{work.type}"\nlevel = {work.level}\nminutes = {work.minutes}\n'
            f'practices = ["{work.practices[0]}"]\ngrounds = ["any"]\ntopics = [{topics}]\nlanguage = "en"\n'
            f'regions = []\naccess = []\ncost = "free"\nurl = "https://example.org/{work.id}"\n'
            'licence = "link only"\nchecked_on = 2026-01-01\nchecked_how = "made up"\n'
            f'why = "{work.why}"\nprovenance = {{ made_by = "project", method = "made up" }}\n'
            'review = "unreviewed"\n'
        )
    return "\n".join(parts)


def main() -> None:
    """Print every ratio and verdict."""
    print(f"Python {platform.python_version()}, CPU seconds, medians of {RUNS};"
          f" bm25s {version('bm25s')}, rank-bm25 {version('rank-bm25')}")  # fmt: skip
    for count in (FEW, MANY):
        searching(count)
    paths()
    loading()


if __name__ == "__main__":
    main()
