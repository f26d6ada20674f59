"""Compiled rules are kept in a folder of the tests' own, not in anybody's cache."""

import pytest

from alongside.interrupt import library, loading


@pytest.fixture(scope="session")
def _cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def cache(_cache, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache))
    return _cache


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder that one is in; nothing above it is a repository or has settings, and no rule ships."""
    (tmp_path / "here").mkdir()
    monkeypatch.setattr(library, "SHIPPED", tmp_path / "nothing")
    monkeypatch.setattr(loading, "COMPILED", tmp_path / "nothing")
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return tmp_path / "here"
