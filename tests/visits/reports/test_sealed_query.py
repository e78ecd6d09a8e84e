"""The cache of answers about sealed visits: bounded by rows, with long answers leaving first."""

import pytest

from app.visits.reports import sealed_query
from app.visits.reports.sealed_query import AnswerCache
from app.visits.sealed.engine import Rows


@pytest.fixture(autouse=True)
def small_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_query, "MOST_ROWS", 100)
    monkeypatch.setattr(sealed_query, "LONG", 20)


def rows(number: int) -> Rows:
    return [(at,) for at in range(number)]


def cached(cache: AnswerCache, *keys: str) -> list[str]:
    return [key for key in keys if cache.find((key,)) is not None]


def test_the_answer_that_was_not_used_for_longest_goes_first() -> None:
    cache = AnswerCache()
    for key in ("a", "b", "c", "d", "e"):
        cache.put((key,), rows(19))
    assert cached(cache, "a", "b", "c", "d", "e") == ["a", "b", "c", "d", "e"]
    cache.find(("a",))
    cache.put(("f",), rows(19))
    assert cached(cache, "a", "b", "c", "d", "e", "f") == ["a", "c", "d", "e", "f"]


def test_long_answers_push_each_other_out_and_no_short_one() -> None:
    cache = AnswerCache()
    cache.put(("short",), rows(10))
    for key in ("year", "month", "year"):
        cache.put((key,), rows(60))
    assert cached(cache, "short", "year", "month") == ["short", "year"]


def test_an_answer_that_is_too_long_by_itself_is_not_kept() -> None:
    cache = AnswerCache()
    cache.put(("short",), rows(10))
    cache.put(("everything",), rows(200))
    assert cached(cache, "short", "everything") == ["short"]


def test_an_answer_that_is_stored_again_counts_once() -> None:
    cache = AnswerCache()
    for _ in range(60):
        cache.put(("again",), rows(2))
    cache.put(("other",), rows(90))
    assert cached(cache, "again", "other") == ["again", "other"]
