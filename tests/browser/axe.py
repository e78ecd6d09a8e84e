"""What axe-core finds on a page that a browser shows."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from tests.browser.expectations import expect_no_sideways_scroll
from tests.serving import ROOT

AXE = ROOT / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
OF_COLOUR = ("color-contrast", "link-in-text-block")  # the rules about colours, which are all that a theme changes
FINISH_MOVING = """document.getAnimations()
    .filter(each => Number.isFinite(each.effect.getComputedTiming().endTime)).forEach(each => each.finish())"""
RUN = "async ([part, options]) => (await axe.run(part || document, options)).violations"


def faults_of(page: Any, rules: Sequence[str] = (), part: str = "") -> list[str]:
    """What axe finds on a page, or in what a selector names, by these of its rules or by all."""
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())  # a script element would be blocked by the page's Content-Security-Policy
    page.evaluate(FINISH_MOVING)  # axe would measure a colour on its way, of a dialog that opens or from theme to theme
    options = {"resultTypes": ["violations"], **({"runOnly": [*rules]} if rules else {})}
    problems = page.evaluate(RUN, [part, options])
    return [f"{entry['id']}: {node['html'][:160]}" for entry in problems for node in entry["nodes"]]


def assert_accessible(page: Any) -> None:
    """Raises AssertionError where a page is wider than its window, or where axe finds something on it."""
    expect_no_sideways_scroll(page)
    assert faults_of(page) == [], page.url


def in_both_themes(page: Any) -> Iterator[tuple[str, list[str]]]:
    """What axe finds in each theme."""
    for theme, rules in (("light", ()), ("dark", OF_COLOUR)):
        page.emulate_media(color_scheme=theme)
        yield theme, faults_of(page, rules)
    page.emulate_media(color_scheme="light")


@cache
def _source() -> str:
    return AXE.read_text()
