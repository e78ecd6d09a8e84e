"""The letters a page can be set in: ours, all with open licences, or the visitor's own.

A font is for name, headings and buttons; long text stays in what the device has. It may be late: `optional` keeps the
device's own letters then, so that nothing jumps.
"""

from typing import NamedTuple

from app.kernel.refusal import N_

SYSTEM = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
SERIF = "Georgia,'Noto Serif',serif"


class Font(NamedTuple):
    """`file` below `static/fonts`, empty for the device's own; `range` are the
    weights it stands for, `weight` is the one to ask for, which what stands `behind` it has, too."""

    label: str
    family: str = ""
    file: str = ""
    range: str = "400"
    weight: int = 700
    behind: str = SYSTEM
    whole: bool = False

    @property
    def head(self) -> str:
        """The family of names, headings and buttons."""
        return f"{self.family},{self.behind}" if self.family else self.behind

    @property
    def body(self) -> str:
        """The family of everything else."""
        return self.head if self.whole else self.behind


FONTS = {
    "jakarta": Font(N_("Jakarta"), "Jakarta", "plus-jakarta-sans-latin-wght-normal.woff2", "200 800", 700, whole=True),
    "system": Font(N_("The device's own")),
    "grotesk": Font(N_("Grotesk"), "Grotesk", "space-grotesk-latin-600-normal.woff2", "400 900", 700),
    "serif": Font(N_("Newspaper"), "Fraunces", "fraunces-latin-600-normal.woff2", "400 900", 700, SERIF),
    "poster": Font(N_("Poster"), "Archivo", "archivo-black-latin-400-normal.woff2", "400 900", 800),
    "round": Font(N_("Round"), "Baloo", "baloo-2-latin-600-normal.woff2", "400 900", 700),
}
