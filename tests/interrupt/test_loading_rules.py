"""Rules come ready from the wheel or the cache, and are compiled again when one of them changes."""

from pathlib import Path

import pytest
from tests.interrupt.wording import HEAD, hits, pack, ship_little

from alongside.interrupt import compiled, loading, matcher
from alongside.interrupt.check import NoSuchRule, load_rules
from alongside.interrupt.hits import Profile
from alongside.interrupt.library import PackRefused


@pytest.fixture(autouse=True)
def _little(tmp_path, monkeypatch):
    ship_little(tmp_path / "shipped", monkeypatch)


def words_in(text, rules):
    return [hit.words for hit in hits(text, rules)]


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def test_an_edited_rule_changes_the_digest_and_is_used_at_once(tmp_path, cache):
    mine = pack(tmp_path / "mine")
    before = load_rules([mine], cache=cache)
    pack(tmp_path / "mine", 'forms = ["zztwo"]')
    after = load_rules([mine], cache=cache)

    assert before.digest != after.digest
    assert (words_in("zzone zztwo", before), words_in("zzone zztwo", after)) == (["zzone"], ["zztwo"])


def test_what_was_compiled_is_read_again_not_made_again(tmp_path, cache, monkeypatch):
    mine = pack(tmp_path / "mine")
    load_rules([mine], cache=cache)
    monkeypatch.setattr(loading, "_make", lambda _files: pytest.fail("it was made again"))
    rules = load_rules([mine], cache=cache)

    assert words_in("zzone", rules) == ["zzone"]
    assert rules.about("house-rule").sources[0].title == "A guide"


@pytest.mark.parametrize("damage", [b"", b'{"version":', b"[]", b'{"version": -1}'])
def test_a_damaged_cache_is_made_again(tmp_path, cache, damage):
    mine = pack(tmp_path / "mine")
    load_rules([mine], cache=cache)
    (file,) = cache.glob("*/default.json")
    whole = file.read_bytes()
    file.write_bytes(damage)

    assert words_in("zzone", load_rules([mine], cache=cache)) == ["zzone"]
    assert file.read_bytes() == whole


def test_where_the_cache_cannot_be_written_rules_are_compiled_each_time(tmp_path):
    mine, occupied = pack(tmp_path / "mine"), tmp_path / "file"
    occupied.write_text("no folder")
    rules = load_rules([mine], cache=occupied)

    assert words_in("zzone", rules) == ["zzone"]
    assert rules.about("house-rule").why
    assert occupied.read_text() == "no folder"


def test_a_disk_that_fills_up_leaves_nothing_half_written(tmp_path, cache, monkeypatch):
    def full(_file, _data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)

    assert words_in("zzone", load_rules([pack(tmp_path / "mine")], cache=cache)) == ["zzone"]
    assert [file for file in cache.rglob("*") if file.is_file()] == []


def test_the_cache_keeps_the_newest_sets(tmp_path, cache):
    for number in range(compiled.KEPT + 3):
        load_rules([pack(tmp_path / "mine", f'forms = ["zz{number}word"]')], cache=cache)

    assert len(list(cache.iterdir())) == compiled.KEPT
    assert words_in(f"zz{number}word", load_rules([tmp_path / "mine"], cache=cache))


def test_the_cache_is_closed_to_others(tmp_path, cache):
    load_rules([pack(tmp_path / "mine")], cache=cache)

    assert cache.stat().st_mode & 0o077 == 0


def test_a_rule_of_a_pack_takes_the_place_of_one_that_ships(tmp_path, cache):
    mine = pack(tmp_path / "mine", id="wheelchair-bound")
    rules = load_rules([mine], cache=cache)

    assert words_in("zzone wheelchair-bound", rules) == ["zzone"]
    assert rules.ids.count("wheelchair-bound") == 1


def test_a_broken_rule_of_a_pack_is_left_out_and_named(tmp_path, cache):
    mine = pack(tmp_path / "mine", 'forms = ["(zzone"]')
    (tmp_path / "mine" / "other.toml").write_text(HEAD + '[[rule]]\nid = "half"\n', "utf-8")
    (tmp_path / "mine" / "third.toml").write_text("[[rule]]\nid =\n", "utf-8")
    rules = load_rules([mine], cache=cache)

    assert any("never closed" in problem for problem in rules.problems)
    assert any("half: missing" in problem for problem in rules.problems)
    assert any("third.toml" in problem and "not valid TOML" in problem for problem in rules.problems)
    assert words_in("he is wheelchair-bound", rules) == ["wheelchair-bound"]


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"(a)\\1", "RE2 refuses it: invalid escape sequence"),
        ("x(?=y)", "RE2 refuses it: invalid perl operator"),
        ("(a{1000}){1000}", "RE2 refuses it: invalid repetition size"),
        ("(?:abcd|efgh|[i-z]){999}", "too large"),
        ("a*b*", "found where nothing stands"),
        ("naïve+", "beyond ASCII"),
        ("(((", "RE2 refuses it: missing )"),
    ],
)
def test_patterns_that_could_harm_are_refused_with_the_reason(tmp_path, cache, pattern, reason):
    rules = load_rules([pack(tmp_path / "mine", f'patterns = ["{pattern}"]')], cache=cache)

    (problem,) = rules.problems
    assert reason in problem
    assert words_in("wheelchair-bound zzone", rules) == ["wheelchair-bound"]


def test_a_sound_pattern_of_a_pack_is_used(tmp_path, cache):
    rules = load_rules([pack(tmp_path / "mine", 'patterns = ["zz[0-9]+"]')], cache=cache)

    assert (rules.problems, words_in("a zz17 b", rules)) == ((), ["zz17"])


def test_a_pattern_that_never_ends_elsewhere_is_harmless(tmp_path, cache):
    rules = load_rules([pack(tmp_path / "mine", 'patterns = ["(x+x+)+y"]')], cache=cache)

    assert words_in("x" * 50_000, rules) == []  # exponential in engines that go back; here, one pass


def test_without_re2_everything_but_patterns_works(tmp_path, cache, monkeypatch):
    mine = pack(tmp_path / "mine", 'forms = ["zzone"]\npatterns = ["zz[0-9]+"]')
    monkeypatch.setattr(loading, "has_re2", lambda: False)
    monkeypatch.setattr(matcher, "has_re2", lambda: False)
    monkeypatch.setattr("alongside.interrupt.rule_set.has_re2", lambda: False)
    rules = load_rules([mine], cache=cache)

    assert rules.slower
    assert words_in(f"zz17 zzone {'x ' * matcher.LITTLE} zzone", rules) == ["zzone", "zzone"]


def test_a_pack_that_is_not_there_is_refused(tmp_path, cache):
    (tmp_path / "empty").mkdir()
    with pytest.raises(PackRefused, match="no rules here"):
        load_rules([tmp_path / "empty"], cache=cache)
    with pytest.raises(PackRefused, match=r"gone\.toml: .* cannot be read"):
        load_rules([tmp_path / "gone.toml"], cache=cache)


def test_only_some_rules_or_all_without_some(tmp_path, cache):
    mine = pack(tmp_path / "mine")
    text = "zzone wheelchair-bound"

    assert words_in(text, load_rules([mine], only=["house-rule"], cache=cache)) == ["zzone"]
    assert words_in(text, load_rules([mine], without=["house-rule"], cache=cache)) == ["wheelchair-bound"]


def test_a_rule_that_is_not_there_is_named_with_those_spelt_alike(tmp_path, cache):
    mine = pack(tmp_path / "mine")
    with pytest.raises(NoSuchRule, match="Did you mean: house-rule"):
        load_rules([mine], only=["house-rules"], cache=cache)
    with pytest.raises(NoSuchRule, match="See: alongside rules list"):
        load_rules([mine], without=["qqqqqqqq"], cache=cache)


def test_a_rule_of_another_profile_is_said_to_be_there(cache):
    with pytest.raises(NoSuchRule, match=r"not on in the profile “default”\. It is on in: strict"):
        load_rules(only=["a-strict-rule"], cache=cache)
    assert load_rules(without=["a-strict-rule"], cache=cache).ids == ("wheelchair-bound",)
    assert load_rules(only=["a-strict-rule"], profile=Profile.STRICT, cache=cache).ids == ("a-strict-rule",)


def test_a_source_tree_has_no_copy_that_could_grow_old():
    assert not loading.COMPILED.exists()
