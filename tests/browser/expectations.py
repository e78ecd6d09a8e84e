"""What a page is expected to show. The page may still be loading, so every one of these looks again until it is so.

An `assert` would look once, maybe at the document that a click is about to replace: the house rules refuse one that
reads a page.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from tests.waiting import DEADLINE, wait_until

FITS = "(width) => innerWidth === width && document.documentElement.scrollWidth <= width"
MILLISECONDS = 1000


def expect(subject: Any, message: str | None = None) -> Any:
    """Playwright's assertions about a page or a locator, which wait. The message is told where they are not met."""
    return _playwrights_expect()(subject, message)


@cache
def _playwrights_expect() -> Any:
    from playwright.sync_api import expect as wait_for  # not where Playwright is not installed

    wait_for.set_options(timeout=DEADLINE * MILLISECONDS)
    return wait_for


def until(page: Any, true: Callable[[], Any]) -> None:
    """Waits for something to become so. (Playwright's own wait_for_function needs `eval`, which our policy forbids.)

    A page or frame that loads another document while it is looked at is looked at again.
    """
    from playwright.sync_api import Error  # not where Playwright is not installed

    def became() -> Any:
        try:
            return true()
        except Error as error:
            if "Execution context was destroyed" not in error.message:
                raise
            return False

    wait_until(became, pause=lambda: page.wait_for_timeout(50))


def expect_no_sideways_scroll(page: Any) -> None:
    """Raises: AssertionError where a page stays wider than its window. A window may have got its size just before."""
    width = page.viewport_size["width"]
    page.wait_for_load_state()
    try:
        until(page, lambda: page.evaluate(FITS, width))
    except AssertionError as wider:
        raise AssertionError(f"{page.url} is wider than {width} pixels") from wider
