"""The fonts of a page: bundled ones, all with open licences, or the system font of the visitor's device.

Most fonts are for the name, headings and buttons only; other text uses the system font. Fonts load with
`font-display: optional`, so a font that arrives late is not used and the layout does not shift.
"""

from typing import NamedTuple

from app.kernel.refusal import N_

SYSTEM = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
SERIF = "Georgia,'Noto Serif',serif"


class Font(NamedTuple):
    """A font. `file` is its path below `static/fonts`, empty for the system font; `label` is a message id.

    `range` is its `font-weight` range in `@font-face`, `weight` that of headings. `behind` is the fallback family.
    A font `for_all_text` is used for all text.
    """

    label: str
    family: str = ""
    file: str = ""
    range: str = "400"
    weight: int = 700
    behind: str = SYSTEM
    for_all_text: bool = False

    @property
    def heading_family(self) -> str:
        """The CSS `font-family` of the name, headings and buttons."""
        return f"{self.family},{self.behind}" if self.family else self.behind

    @property
    def body(self) -> str:
        """The CSS `font-family` of all other text."""
        return self.heading_family if self.for_all_text else self.behind


FONTS = {
    "jakarta": Font(
        N_("Jakarta"), "Jakarta", "plus-jakarta-sans-latin-wght-normal.woff2", "200 800", 700, for_all_text=True
    ),
    "system": Font(N_("The device's own")),
    "grotesk": Font(N_("Grotesk"), "Grotesk", "space-grotesk-latin-600-normal.woff2", "400 900", 700),
    "serif": Font(N_("Newspaper"), "Fraunces", "fraunces-latin-600-normal.woff2", "400 900", 700, SERIF),
    "poster": Font(N_("Poster"), "Archivo", "archivo-black-latin-400-normal.woff2", "400 900", 800),
    "round": Font(N_("Round"), "Baloo", "baloo-2-latin-600-normal.woff2", "400 900", 700),
}
