"""Reads the version in a model's name, by which adapters know what a model of their maker takes."""

from __future__ import annotations

import re

UNNUMBERED = (99, 0)  # of a model of the family whose name has no version, such as an alias of the latest one


def version_in(model: str, family: str, pattern: re.Pattern[str]) -> tuple[int, int]:
    """Returns the version in a model's name, as (major, minor).

    `pattern` matches lower case; its first group is the major version, its second one the minor or nothing, which is 0.
    A name without a version has UNNUMBERED where it names the `family`, so that it counts as new; any other is (0, 0).
    """
    name = model.lower()
    if match := pattern.search(name):
        return int(match[1]), int(match[2] or 0)
    return UNNUMBERED if family in name else (0, 0)
