"""Computes how long a variant waits after an attempt that failed for now, and when it is given up."""

from __future__ import annotations

import random

WAITS = (60.0, 300.0, 1800.0)  # seconds before the second, third and fourth attempt
JITTER = 0.25  # of a wait, added at random: what failed in the same moment does not all come back in one
LONGEST_AFTER = 24 * 3600.0  # seconds; a network that wants a longer wait has the person decide


def wait_before_next(tries: int, after: float = 0) -> float | None:
    """Returns the seconds to wait after this number of failed attempts, at least `after`; None to give up."""
    if tries > len(WAITS) or after > LONGEST_AFTER:
        return None
    return jittered(max(WAITS[tries - 1], after))


def jittered(seconds: float) -> float:
    """Returns a wait that is randomly prolonged, never shortened."""
    return seconds * (1 + JITTER * random.random())  # noqa: S311 - not a secret
