"""The icons a page uses, taken out of our sprite, each once."""

import re
from functools import lru_cache

from markupsafe import Markup

from app.kernel.resources import resource

SYMBOL = re.compile(r'<symbol id="([^"]+)" (viewBox="[^"]+")([^>]*)>(.*?)</symbol>')
USUAL = ' fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'


@lru_cache(1)
def _all() -> dict[str, tuple[str, str, str]]:
    text = resource("static/icons.svg").read_text()
    return {name: (box, look, drawing) for name, box, look, drawing in SYMBOL.findall(text)}


class Icons:
    """Remembers which icons were asked for while a page is written."""

    def __init__(self) -> None:
        self.used: dict[str, None] = {}

    def use(self, name: str) -> str:
        """The id of an icon within the page; of a link where we have no such icon."""
        found = name if name in _all() else "link"
        self.used[found] = None
        return f"i-{found}"

    def symbols(self) -> Markup:
        """The icons that were used, as a hidden `<svg>`; from our own file, nobody else's words are in it."""
        drawn = "".join(f'<symbol id="i-{name}" {box}{look}>{drawing}</symbol>'
                        for name, (box, look, drawing) in ((name, _all()[name]) for name in self.used))
        return Markup(f'<svg width="0" height="0" aria-hidden="true">{drawn}</svg>')  # noqa: S704
