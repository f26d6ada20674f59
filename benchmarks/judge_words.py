"""Hits of `alongside check` on real documentation, drawn by chance, judged one by one, and counted.

`fetch` downloads Debian's documentation packages and unpacks them, `draw` checks them with the default rules
and draws hits to judge, `score` counts the judgements: precision with the Wilson interval of 95 % (Wilson
1927, JASA 22, 209-212). A hit is right where a kind technical writer would be glad of it, and wrong in a
technical sense, a name, a quotation, a mention, the title of a work, or where no alternative fits.

Limits: one judge, who also mended the rules.
Of a rule and of a tree only so many hits are drawn, so that many rules are tried and no
tree speaks for all; so this is no estimate for all hits of these trees, where few rules make up most. The
same sentence counts once. A drawing can be repeated only with the rules and the versions of that day.
"""

import argparse
import gzip
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path
from typing import Final

from alongside.interrupt.checking import check_walk, walk_paths
from alongside.interrupt.hits import Hit
from alongside.interrupt.run import Recipe, prepare

JUDGED: Final = Path(__file__).parents[1] / "tests/interrupt/judged/hits.jsonl"
FIRST: Final = 20261122
A_RULE: Final = 8
"""Hits of one rule in a sample, at most."""
A_TREE: Final = 0.45
"""Share of a sample from one tree, at most."""
CONTEXT: Final = 160
MANY: Final = 10
"""Hits from which a tree has a row of its own."""
WILSON_Z: Final = 1.959964
"""Of the normal distribution, for 95 %."""
TREES: Final = {
    "anarchism": ("usr/share/doc/anarchism/markdown", "*.md"),
    "brz-doc": ("usr/share/doc/brz/html/en", "*.html"),
    "debian-handbook": ("usr/share/doc/debian-handbook/html/en-US", "*.html"),
    "debian-history": ("usr/share/doc/debian-history/docs", "*.en.html"),
    "debian-policy": ("usr/share/doc/debian-policy/policy.html/_sources", "*.rst.txt"),
    "developers-reference": ("usr/share/developers-reference/_sources", "*.rst.txt"),
    "emacs-common": ("usr/share/emacs/28.2/etc", "[A-Z]*"),
    "exim4-doc-html": ("usr/share/doc/exim4-doc-html/spec_html", "*.html"),
    "gimp-help-en": ("usr/share/gimp/2.0/help/en", "*.html"),
    "git-doc": ("usr/share/doc/git-doc", "*.txt"),
    "gnumed-doc": ("usr/share/doc/gnumed/user-manual", "*.html"),
    "grass-doc": ("usr/share/doc/grass-doc/html", "*.html"),
    "installation-guide-amd64": ("usr/share/doc/installation-guide-amd64/en", "*.html"),
    "jargon": ("usr/share/info", "*.info"),
    "linux-doc-6.1": ("usr/share/doc/linux-doc-6.1/html/_sources", "*.rst.txt"),
    "maint-guide": ("usr/share/doc/maint-guide/html", "*.en.html"),
    "nut-doc": ("usr/share/doc/nut-doc/html", "*.html"),
    "perl-doc": ("usr/share/perl/5.36.0/pod", "*.pod"),
    "postfix-doc": ("usr/share/doc/postfix/html", "*.html"),
    "python3.11-doc": ("usr/share/doc/python3.11/html/_sources", "*.rst.txt"),
    "slony1-2-doc": ("usr/share/doc/slony1-2-doc", "*.html"),
    "swi-prolog-doc": ("usr/share/swi-prolog/doc", "*.html"),
    "xen-doc": ("usr/share/doc/xen/html", "*.html"),
}
"""The packages (Debian 12), the folder of each that holds prose, and its pages: once and in English."""
LATER_TREES: Final = {
    "ada-reference-manual-2012": ("usr/share/doc/ada-reference-manual-2012", "*.html"),
    "apache2-doc": ("usr/share/doc/apache2-doc/manual/en", "*.html"),
    "bacula-doc": ("usr/share/doc/bacula-doc/html", "*.html"),
    "crossfire-doc": ("usr/share/doc/crossfire-doc", "*"),
    "debian-reference-en": ("usr/share/debian-reference", "*.en.html"),
    "gnome-user-docs": ("usr/share/help/C", "*.page"),
    "gnucash-docs": ("usr/share/doc/gnucash-docs", "*-en/*.html"),
    "harden-doc": ("usr/share/doc/harden-doc/html/en-US", "*.html"),
    "lifelines-doc": ("usr/share/doc/lifelines-doc", "*.html"),
    "lilypond-doc": ("usr/share/info", "*.info*"),
    "maxima-doc": ("usr/share/doc/maxima-doc", "*.html"),
    "postgresql-doc-15": ("usr/share/doc/postgresql-doc-15/html", "*.html"),
    "python-django-doc": ("usr/share/doc/python-django-doc/html", "*.html"),
    "racket-doc": ("usr/share/doc/racket", "*.html"),
    "selinux-policy-doc": ("usr/share/doc/selinux-policy-doc/html", "*.html"),
    "shorewall-doc": ("usr/share/doc/shorewall-doc/html", "*.html"),
    "wireshark-doc": ("usr/share/doc/wireshark", "*.html"),
}
"""Trees without a hit in sample 1: later samples are drawn from these, too."""
FRESH_TREES: Final = {
    "aptitude-doc-en": ("usr/share/doc/aptitude/html/en", "*.html"),
    "barbican-doc": ("usr/share/doc/barbican-doc/html/_sources", "*.rst.txt"),
    "ceilometer-doc": ("usr/share/doc/ceilometer-doc/html/_sources", "*.rst.txt"),
    "cinder-doc": ("usr/share/doc/cinder-doc/html/_sources", "*.rst.txt"),
    "debian-kernel-handbook": ("usr/share/doc/debian-kernel-handbook", "*.html"),
    "designate-doc": ("usr/share/doc/designate-doc/html/_sources", "*.rst.txt"),
    "ghc-doc": ("usr/share/doc/ghc-doc/html", "*.html"),
    "glance-doc": ("usr/share/doc/glance-doc/html/_sources", "*.rst.txt"),
    "heat-doc": ("usr/share/doc/heat-doc/html/_sources", "*.rst.txt"),
    "ironic-doc": ("usr/share/doc/ironic-doc/html/_sources", "*.rst.txt"),
    "live-manual-html": ("usr/share/doc/live-manual/html", "*.en.html"),
    "manila-doc": ("usr/share/doc/manila-doc/html/_sources", "*.rst.txt"),
    "murano-doc": ("usr/share/doc/murano-doc/html/_sources", "*.rst.txt"),
    "octavia-doc": ("usr/share/doc/octavia-doc/html/_sources", "*.rst.txt"),
    "python-celery-doc": ("usr/share/doc/python-celery-doc/html/_sources", "*.rst.txt"),
    "sagemath-doc": ("usr/share/doc/sagemath/html/en", "*.html"),
    "sahara-doc": ("usr/share/doc/sahara-doc/html/_sources", "*.rst.txt"),
    "swift-doc": ("usr/share/doc/swift-doc/base/_sources", "*.rst.txt"),
    "trove-doc": ("usr/share/doc/trove-doc/html/_sources", "*.rst.txt"),
    "twisted-doc": ("usr/share/doc/twisted-doc/html", "*.html"),
    "vim-doc": ("usr/share/doc/vim/html", "*.html"),
    "watcher-doc": ("usr/share/doc/watcher-doc/html/_sources", "*.rst.txt"),
    "xorg-docs": ("usr/share/doc/xorg-docs", "*.html"),
    "zsh-doc": ("usr/share/doc/zsh-common/html", "*.html"),
}
"""Trees that no sample before the fifth was drawn from."""
HEAD: Final = "| | hits | right | precision | 95 % interval |\n|---|---|---|---|---|"
ALL_TREES: Final = TREES | LATER_TREES | FRESH_TREES
WHOLE: Final = ("usr/share", "*")
"""Where the pages of any other package are."""
_BY_CHANCE: Final = """
    acl2-doc apcupsd-doc backup-manager-doc bochs-doc clang-13-doc clang-16-doc connman-doc
    cython-doc dbus-1-doc diceware-doc doxygen-doc ebumeter-doc fastjet-doc fop-doc
    gnome-software-doc gr-radar-doc groovy-doc grub-legacy-doc gxemul-doc lemonldap-ng-doc
    libbson-doc libcaf-doc libcoin-doc libcore-renderer-java-doc libdigidoc-doc libfftw3-doc
    libgetdata-doc libghc-wai-doc libgimp2.0-doc libglibmm-2.68-doc libglobus-xio-doc
    libgrilo-0.3-doc libgtk-4-doc libgudhi-doc libgwyddion20-doc libjogl2-java-doc libjs-mathjax-doc
    libjsoup-java-doc libjung-free-java-doc libocamlnet-ocaml-doc libomp-22-doc libsmbios-doc
    libspandsp-doc libssh-doc libsvnkit-java-doc libtool-doc libtracker-doc libusb-java-doc
    libvdk2-doc libxbase64-doc lighttpd-doc netcdf-doc oaklisp-doc ovn-doc placement-doc
    plc-utils-doc putty-doc pypy3-doc python-aiodogstatsd-doc python-ara-doc
    python-django-allauth-doc python-djangorestframework-spectacular-doc python-future-doc
    python-ldap-doc python-ovn-octavia-provider-doc python-pmw-doc python-psycopg2-doc
    python-pyasn1-doc python-pygame-doc python-pypump-doc python-requests-doc python-scrapy-doc
    python-tap-doc python-tooz-doc python-typer-doc ray-doc starlink-datanode-java-doc stealth-doc
    tcm-doc tokyocabinet-doc udisks2-doc uhd-doc
"""
CHANCE_TREES: Final = frozenset(_BY_CHANCE.split())
"""Those of 550 packages, drawn by chance from all that end in -doc, in which sample 7 found something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A hit with its judgement, as a line of the file; `judgement` is empty until somebody has judged."""

    sample: int
    tree: str
    path: str
    line: int
    rule: str
    words: str
    context: str
    judgement: str = ""
    why: str = ""


def fetch(folder: Path, trees: Iterable[str]) -> None:
    """Download and unpack the packages, and unzip what has to be."""
    folder.mkdir(parents=True, exist_ok=True)
    for tree in trees:
        if not (folder / tree).exists():
            subprocess.run(["apt-get", "download", tree], cwd=folder, check=True)  # noqa: S607
            package = next(folder.glob(f"{tree}_*.deb"))
            subprocess.run(["dpkg-deb", "-x", package.name, tree], cwd=folder, check=True)  # noqa: S607
        for packed in (folder / tree / ALL_TREES.get(tree, WHOLE)[0]).rglob("*.gz"):
            packed.with_suffix("").write_bytes(gzip.decompress(packed.read_bytes()))


def documents(folder: Path, tree: str) -> list[Path]:
    """The pages of a tree that hold prose."""
    place, pages = ALL_TREES.get(tree, WHOLE)
    return sorted(
        page for page in (folder / tree / place).rglob(pages) if page.is_file() and not page.is_symlink()
    )


def around(hit: Hit) -> str:
    """The words in their sentence, cut to what a judgement needs."""
    words = " ".join(hit.words.split())
    at = max(0, hit.sentence.find(words))
    begin = max(0, min(at - (CONTEXT - len(words)) // 2, len(hit.sentence) - CONTEXT))
    return hit.sentence[begin : begin + CONTEXT].strip()


def found(folder: Path, tree: str) -> Iterator[Judged]:
    """All hits of the default profile in a tree, each sentence once a rule."""
    root = folder / tree / ALL_TREES.get(tree, WHOLE)[0]
    pages = documents(folder, tree)
    checked = check_walk(walk_paths(pages), prepare(Recipe()), jobs=1)
    size = sum(page.stat().st_size for page in pages)
    version = next(iter(folder.glob(f"{tree}_*.deb"))).name.split("_")[1].replace("%3a", ":")
    hits = [(file.path, hit) for file in checked.files for hit in file.hits]
    print(f"{tree} {version}: {len(pages)} files, {size / 1e6:.1f} MB, {len(hits)} hits", file=sys.stderr)
    seen: set[tuple[str, str]] = set()
    for path, hit in hits:
        if (hit.rule, hit.sentence) not in seen:
            seen.add((hit.rule, hit.sentence))
            place = str(Path(path).resolve().relative_to(root.resolve()))
            words = " ".join(hit.words.split())
            yield Judged(
                sample=0,
                tree=tree,
                path=place,
                line=hit.line,
                rule=hit.rule,
                words=words,
                context=around(hit),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """How a sample is drawn: its number, by which chance, how many hits, and how many of a rule at most."""

    sample: int
    seed: int
    size: int
    a_rule: int = A_RULE


def draw(hits: Sequence[Judged], drawing: Drawing, *, known: Sequence[Judged]) -> list[Judged]:
    """As many hits by chance, none that is known, few of a rule and of a tree."""
    seen = {(each.tree, each.path, each.line, each.rule) for each in known}
    rules: Counter[str] = Counter()
    trees: Counter[str] = Counter()
    drawn: list[Judged] = []
    for hit in random.Random(drawing.seed).sample(hits, len(hits)):  # noqa: S311  # a sample, not a secret
        full = rules[hit.rule] >= drawing.a_rule or trees[hit.tree] >= A_TREE * drawing.size
        if full or (hit.tree, hit.path, hit.line, hit.rule) in seen:
            continue
        rules[hit.rule] += 1
        trees[hit.tree] += 1
        drawn.append(Judged(**asdict(hit) | {"sample": drawing.sample}))
        if len(drawn) == drawing.size:
            break
    return drawn


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval of 95 % for a share."""
    share, z2 = right / of, WILSON_Z**2
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = WILSON_Z / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def row(name: str, judged: Sequence[Judged]) -> str:
    """A row of the table: what, hits, right, precision and its interval."""
    right = sum(each.judgement == "right" for each in judged)
    low, high = wilson(right, len(judged))
    return f"| {name} | {len(judged)} | {right} | {right / len(judged):.3f} | {low:.3f} to {high:.3f} |"


def tables(judged: Sequence[Judged]) -> Iterator[str]:
    """All samples in a table, then each sample by trees."""
    yield HEAD
    for sample in samples(judged):
        yield row(f"sample {sample}", [each for each in judged if each.sample == sample])
    for sample in samples(judged):
        drawn = [each for each in judged if each.sample == sample]
        yield f"\nSample {sample}, {len({each.rule for each in drawn})} rules\n\n{HEAD}"
        count = Counter(each.tree for each in drawn)
        large = sorted(tree for tree, hits in count.items() if hits >= MANY)
        for tree in large:
            yield row(tree, [each for each in drawn if each.tree == tree])
        yield row(f"{len(count) - len(large)} others", [each for each in drawn if count[each.tree] < MANY])


def samples(judged: Sequence[Judged]) -> list[int]:
    """The numbers of the samples."""
    return sorted({each.sample for each in judged})


def read(file: Path) -> list[Judged]:
    """The judged hits of a file."""
    if not file.exists():
        return []
    return [Judged(**json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def main() -> int:
    """Fetch, draw or score, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("deed", choices=("fetch", "draw", "score"))
    parser.add_argument("--folder", type=Path, default=Path("/tmp/judge-words"))  # noqa: S108  # to throw away
    parser.add_argument("--seed", type=int, default=FIRST)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("--a-rule", type=int, default=A_RULE, help="hits of one rule, at most")
    parser.add_argument("--trees", nargs="+", default=list(TREES))
    asked = parser.parse_args()
    if asked.deed == "fetch":
        fetch(asked.folder, asked.trees)
    elif asked.deed == "draw":
        hits = [hit for tree in asked.trees for hit in found(asked.folder, tree)]
        known = [each for each in read(JUDGED) if each.sample < asked.sample]
        drawing = Drawing(sample=asked.sample, seed=asked.seed, size=asked.size, a_rule=asked.a_rule)
        for each in draw(hits, drawing, known=known):
            print(json.dumps(asdict(each), ensure_ascii=False))
    else:
        print("\n".join(tables(read(JUDGED))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
