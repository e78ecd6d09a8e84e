"""Chooses the coding of a response from Accept-Encoding (RFC 9110, 12.5.3). No other module parses that header."""

from functools import lru_cache

MAX_LENGTH = 400  # characters of an Accept-Encoding that are parsed


@lru_cache(512)
def first_accepted_encoding(accepted: str, offered: tuple[str, ...]) -> str:
    """Returns the first of `offered` (lower case) that the header accepts; "" if it accepts none.

    `*` applies to codings that the header does not name; a weight of 0 means not accepted.
    """
    is_accepted: dict[str, bool] = {}
    for part in accepted[:MAX_LENGTH].lower().split(","):
        name, _, weight = part.partition(";")
        is_accepted[name.strip()] = weight.replace(" ", "").rstrip("0") not in {"q=", "q=0."}
    return next((name for name in offered if is_accepted.get(name, is_accepted.get("*", False))), "")
