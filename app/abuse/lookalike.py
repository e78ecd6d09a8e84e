"""Finds names that look like those of a brand: in a slug, in a title, in the host of a destination.

Letters of other scripts that look like Latin ones and digits in place of letters are read as what they imitate,
punycode is decoded, and one letter may be added, missing, wrong or swapped. Letters are compared as Unicode's
confusables do (UTS #39), for those that such names use.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from app.abuse.brands import BAIT, BRANDS, Brand
from app.blocklists.host_names import with_parents
from app.kernel import text
from app.kernel.destination import unicode_host

LONGEST = 300  # characters that are looked at
SHORTEST_INSIDE, SHORTEST_MISSPELT = 5, 6  # letters of a name to be found inside a word, and with one mistake
IMITATED = str.maketrans(  # letters of the Cyrillic, Greek and other scripts to those that they look like
    "\u0430\u0251\u03b1\u0435\u0451\u04bd\u03bf\u043e\u03c3\u0440\u0441\u03f2\u0445\u0443\u04af\u0456\u0457\u0269\u04cf"
    "\u04c0\u0458\u0455\u04bb\u0501\u051b\u051d\u0578\u057d\u03bd\u0433\u03ba\u043a\u043c\u043d\u0442\u0432\u044c",
    "aaaeeeooopccxyyiiilljshdqwnuvrkkmhtbb",
)
LEET = str.maketrans("0134578@$!|", "oleastbasil")
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))


class Likeness(NamedTuple):
    """A brand that a text looks like; `exact` where it is written as the brand itself."""

    brand: Brand
    word: str
    exact: bool


def looks_like(shown: str) -> Likeness | None:
    """Returns the brand whose name a slug or title has or imitates."""
    words = [word for word in re.split(r"[\W_]+", _plain(shown)) if word]
    baited = any(_bait_in(word) for word in words)
    for word in words:
        if likeness := _of_word(word, baited):
            return likeness
    return _of_word("".join(words), baited) if 1 < len(words) < 4 else None


def host_looks_like(host: str) -> Likeness | None:
    """Returns the brand that a host imitates; None for the brand's own hosts."""
    likeness = looks_like(unicode_host(host))
    return None if likeness is None or owns(likeness.brand, host) else likeness


def owns(brand: Brand, host: str) -> bool:
    """Whether a host is one of the brand's own."""
    return not set(brand.domains).isdisjoint(with_parents(host))


def _of_word(word: str, baited: bool) -> Likeness | None:
    read = _read(word)
    for brand in BRANDS:
        if brand.common and not baited:
            continue
        for name in brand.words:
            for spelling in {word, read}:
                if _has(spelling, name) or _stripped(spelling) == name:
                    return Likeness(brand, word, spelling == word)
            if len(name) >= SHORTEST_MISSPELT and any(_nearly(spelling, name) for spelling in {word, read}):
                return Likeness(brand, word, False)
    return None


def _has(word: str, name: str) -> bool:
    return word == name or (len(name) >= SHORTEST_INSIDE and name in word)


def _stripped(word: str) -> str:
    """Returns a word without a bait before or behind it: `undianbri` to `bri`."""
    for bait in _longest_first():
        if len(word) > len(bait) + 2:
            if word.startswith(bait):
                return word[len(bait) :]
            if word.endswith(bait):
                return word[: -len(bait)]
    return word


def _bait_in(word: str) -> bool:
    return word in BAIT or any(word.startswith(bait) or word.endswith(bait) for bait in BAIT if len(bait) > 4)


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(BAIT, key=len, reverse=True))


def _plain(words: str) -> str:
    """Returns a text in small letters without accents; letters of other scripts are those that they imitate."""
    return text.fold_for_search(words, LONGEST).translate(IMITATED)


def _read(word: str) -> str:
    """Returns a word as a hasty reader reads it: digits as letters, and `rn` as `m`."""
    read = word.translate(LEET)
    for pair, letter in PAIRS:
        if pair in read and any(read.replace(pair, letter) == name for brand in BRANDS for name in brand.words):
            read = read.replace(pair, letter)
    return read


def _nearly(word: str, name: str) -> bool:
    """Whether a word has one letter more, less, another or two swapped (Damerau's distance of 1)."""
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    a, b = word[at:], name[at:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
