"""Which coding a response is sent in: the one reader of Accept-Encoding (RFC 9110, 12.5.3)."""

from functools import lru_cache

LONGEST = 400  # characters of an Accept-Encoding that are worth reading


@lru_cache(512)
def best_encoding(accepted: str, offered: tuple[str, ...]) -> str:
    """The first of the codings offered, in lower case, that the header accepts; "" when none is.

    `*` stands for those that are not named, and a weight of 0 refuses.
    """
    named: dict[str, bool] = {}
    for part in accepted[:LONGEST].lower().split(","):
        name, _, weight = part.partition(";")
        named[name.strip()] = weight.replace(" ", "").rstrip("0") not in {"q=", "q=0."}
    return next((name for name in offered if named.get(name, named.get("*", False))), "")
