"""Referrer spam: visits made up so that their referrer shows in somebody's statistics. A list beside this names it."""

from functools import cache, lru_cache
from pathlib import Path

LIST = Path(__file__).with_suffix(".txt")


@cache
def domains() -> frozenset[str]:
    """The domains of known spammers."""
    lines = LIST.read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@lru_cache(10_000)
def is_spam(host: str) -> bool:
    """Whether a referrer's host, in lower case, is a known spammer's or below one of theirs."""
    labels = host.split(".")
    return any(".".join(labels[at:]) in domains() for at in range(len(labels) - 1))
