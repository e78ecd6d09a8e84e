"""Detects referrer spam: requests that are sent to place a URL in somebody's statistics. The list is in
referrer_spam.txt.
"""

from functools import cache, lru_cache
from pathlib import Path

LIST = Path(__file__).with_suffix(".txt")


@cache
def spam_domains() -> frozenset[str]:
    """Returns the domains of known spammers."""
    lines = LIST.read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@lru_cache(10_000)
def is_spam(host: str) -> bool:
    """Whether a referrer's host, in lower case, is a spammer's domain or below one."""
    labels = host.split(".")
    return any(".".join(labels[index:]) in spam_domains() for index in range(len(labels) - 1))
