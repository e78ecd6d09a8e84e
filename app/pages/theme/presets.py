"""The preset themes of pages, each with colours for a light and a dark mode."""

from typing import NamedTuple

from app.kernel.refusal import N_


class Colours(NamedTuple):
    """The chosen colours of one mode, `#rrggbb` each; `second` is the end of a gradient, or empty."""

    background: str
    surface: str
    text: str
    accent: str
    second: str = ""


class Preset(NamedTuple):
    """A preset theme. `label` and `explanation` are message ids; the other texts are keys of choices in theme.py.

    `banner` is the pattern of the band at the top of a page without a cover picture, or empty.
    """

    label: str
    explanation: str
    light: Colours
    dark: Colours
    mode: str
    backdrop: str
    pattern: str
    banner: str
    shape: str
    fill: str
    font: str


PRESETS = {
    "nila": Preset(
        N_("Nila"),
        N_("Indigo on unbleached cloth, a band of kawung at the head."),
        Colours("#fbf8f2", "#ffffff", "#1d2233", "#2a3f8f"),
        Colours("#12141f", "#1c2031", "#f2efe9", "#9db5fb"),
        "light",
        "plain",
        "kawung",
        "kawung",
        "rounded",
        "soft",
        "jakarta",
    ),
    "malam": Preset(
        N_("Malam"),
        N_("A night sky with stars, quiet and clear."),
        Colours("#e9edfb", "#ffffff", "#1a1f31", "#3551b9", "#f6f1ff"),
        Colours("#0c1022", "#1a2140", "#f2efe9", "#9db5fb", "#231b45"),
        "dark",
        "pattern",
        "stars",
        "",
        "rounded",
        "outline",
        "grotesk",
    ),
    "soga": Preset(
        N_("Soga"),
        N_("The warm brown of batik dye, round buttons, slanting parang."),
        Colours("#fdf4e7", "#fffaf2", "#3f2412", "#884b1c"),
        Colours("#211409", "#2f1e11", "#f8ead6", "#e9a55b"),
        "light",
        "pattern",
        "parang",
        "",
        "pill",
        "solid",
        "jakarta",
    ),
    "daun": Preset(
        N_("Daun"),
        N_("Leaves and morning light; straight, calm lines."),
        Colours("#e3f0e0", "#ffffff", "#16301f", "#116139", "#f7f6e4"),
        Colours("#0e1c14", "#17291e", "#e9f3ea", "#7fd3a0", "#1b2a17"),
        "light",
        "gradient",
        "waves",
        "",
        "square",
        "soft",
        "system",
    ),
    "poster": Preset(
        N_("Poster"),
        N_("Loud as a wall of posters: heavy letters, hard shadows."),
        Colours("#ffd23f", "#ffffff", "#111111", "#e4002b"),
        Colours("#141414", "#242424", "#ffffff", "#ffd23f"),
        "light",
        "plain",
        "dots",
        "",
        "square",
        "shadow",
        "poster",
    ),
    "melati": Preset(
        N_("Melati"),
        N_("Soft as petals: rose running into lilac, everything round."),
        Colours("#ffe9f1", "#ffffff", "#4a2f4f", "#b0487f", "#e4e6ff"),
        Colours("#2b1d33", "#3a2a45", "#fbeef6", "#f2a0c6", "#1f2444"),
        "light",
        "gradient",
        "petals",
        "",
        "pill",
        "soft",
        "round",
    ),
    "koran": Preset(
        N_("Koran"),
        N_("Black on white with fine rules, like a page of a newspaper."),
        Colours("#fdfdfb", "#fdfdfb", "#111111", "#111111"),
        Colours("#121212", "#121212", "#f2f2ee", "#f2f2ee"),
        "light",
        "plain",
        "lines",
        "",
        "square",
        "outline",
        "serif",
    ),
    "pesta": Preset(
        N_("Pesta"),
        N_("A feast: violet into magenta, confetti, golden buttons."),
        Colours("#fff3d9", "#ffffff", "#571045", "#b8175c", "#ffdcea"),
        Colours("#4a148c", "#fff8e7", "#ffffff", "#ffd43b", "#b0185f"),
        "dark",
        "pattern",
        "confetti",
        "",
        "pill",
        "solid",
        "round",
    ),
}
