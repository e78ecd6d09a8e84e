"""What forms, commands and the API refuse is said in words for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.kernel.refusal import Refusal

COMMAND = re.compile(r"\bkliqs [a-z]|(?<![\w-])--[a-z]")  # or an option of one


def refusals(of: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for each in of.__subclasses__():
        yield each
        yield from refusals(each)


def test_no_refusal_that_a_page_may_show_tells_to_run_a_command(made_once: object) -> None:
    shown = [each for each in refusals() if each.__module__.startswith("app.") and "app.ops" not in each.__module__]
    assert len(shown) > 100
    assert [each.__name__ for each in shown if COMMAND.search(getattr(each, "says", ""))] == []
