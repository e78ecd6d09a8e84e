"""The icons that a page uses, copied from our sprite `static/icons.svg` into the page, each once."""

import re
from functools import lru_cache

from markupsafe import Markup

from app.kernel.package_files import resource

SYMBOL = re.compile(r'<symbol id="([^"]+)" (viewBox="[^"]+")([^>]*)>(.*?)</symbol>')


@lru_cache(1)
def _sprite() -> dict[str, tuple[str, str, str]]:
    """The `viewBox`, the other attributes and the drawing of each icon, by name."""
    svg = resource("static/icons.svg").read_text()
    return {name: (box, attributes, drawing) for name, box, attributes, drawing in SYMBOL.findall(svg)}


class UsedIcons:
    """Collects the names of the icons that a page uses while its template is rendered."""

    def __init__(self) -> None:
        self.used: dict[str, None] = {}

    def use(self, name: str) -> str:
        """Marks an icon as used and returns its id in the page; an unknown name gives the icon of a link."""
        icon = name if name in _sprite() else "link"
        self.used[icon] = None
        return f"i-{icon}"

    def symbols(self) -> Markup:
        """A hidden `<svg>` with the icons that were used. It contains our own file only, no text of a user."""
        symbols = "".join(
            f'<symbol id="i-{name}" {box}{attributes}>{drawing}</symbol>'
            for name, (box, attributes, drawing) in ((name, _sprite()[name]) for name in self.used)
        )
        return Markup(f'<svg width="0" height="0" aria-hidden="true">{symbols}</svg>')  # noqa: S704
