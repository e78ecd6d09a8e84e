"""Formats numbers for the files of a code: to a thousandth of a module, which is finer than any printing press."""

from functools import lru_cache

FINE = 1000  # steps to a module


def format_thousandths(value: int) -> str:
    """Format a whole number of thousandths in the fewest characters: `500` is `.5`."""
    integer, rest = divmod(abs(value), FINE)
    fraction = f".{rest:03d}".rstrip("0") if rest else ""
    return ("-" if value < 0 else "") + (f"{integer or ''}{fraction}" or "0")


@lru_cache(8192)
def format_number(value: float) -> str:
    """Format a number, rounded to a thousandth. Cached, since the modules of all codes lie on the same grid."""
    return format_thousandths(round(value * FINE))
