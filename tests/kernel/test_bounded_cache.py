"""A cache is bounded by the bytes of its entries too, and evicts the oldest."""

from app.kernel.bounded_cache import ENTRY_BYTES, BoundedCache, estimate_bytes


def filled(sizes: list[int], *, most: int = 100, most_bytes: int = 1_000) -> BoundedCache[int, str]:
    cache = BoundedCache[int, str](most, most_bytes)
    for key, size in enumerate(sizes):
        cache.store(key, f"value {key}", size)
    return cache


def test_the_oldest_entries_are_evicted_when_there_are_too_many() -> None:
    assert list(filled([1] * 5, most=3)) == [2, 3, 4]


def test_the_oldest_entries_are_evicted_when_they_take_too_many_bytes() -> None:
    cache = filled([400, 400])
    assert cache.store(7, "large", 900) == [0, 1]
    assert dict(cache) == {7: "large"}
    assert cache.bytes == 900


def test_an_entry_that_alone_is_too_large_is_kept_until_the_next_one() -> None:
    cache = filled([10, 5_000])
    assert list(cache) == [1]
    assert cache.store(2, "small", 10) == [1]


def test_an_entry_that_is_stored_again_counts_once_and_is_the_newest() -> None:
    cache = filled([300, 300])
    assert cache.store(0, "again", 500) == []
    assert (list(cache), cache.bytes) == ([1, 0], 800)


def test_what_is_removed_takes_no_bytes() -> None:
    cache = filled([300, 300])
    cache.discard(0)
    cache.discard(9)
    assert (list(cache), cache.bytes) == ([1], 300)
    cache.clear()
    assert (list(cache), cache.bytes) == ([], 0)


def test_the_size_of_an_entry_grows_with_its_texts() -> None:
    small, large = estimate_bytes(("a", None, 3)), estimate_bytes(("a" * 50_000, None, 3))
    assert ENTRY_BYTES < small < 1_000
    assert large - small == 49_999
    assert estimate_bytes(["é" * 10_000, "語" * 10_000]) > 30_000
