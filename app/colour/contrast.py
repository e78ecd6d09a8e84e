"""Colours as people write them, and how far apart two of them look (WCAG 2.2, relative luminance and contrast)."""

import re

WRITTEN = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
LONGEST = 20  # characters, blanks at the ends among them
STEPS = 50


def normal(written: str) -> str:
    """`#1b202d` for `1B202D`, `#aabbcc` for `#abc`; raises ValueError for anything else."""
    found = WRITTEN.fullmatch(written.strip().lower()) if len(written) <= LONGEST else None
    if not found:
        raise ValueError(written)
    digits = found[1]
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#rrggbb`, each from 0 to 1."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def luminance(colour: str) -> float:
    """From 0 for black to 1 for white."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 for the same to 21 for black on white."""
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def between(start: str, end: str, share: float) -> str:
    """The colour `share` of the way from `start` to `end`, as a gradient in sRGB passes it."""
    mixed = (a + (b - a) * share for a, b in zip(channels(start), channels(end), strict=True))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)


def darkened(colour: str, against: str, ratio: float) -> str:
    """The colour, or the least darker shade of it that stands at `ratio` to `against`; black where none does."""
    shades = [between(colour, "#000000", step / STEPS) for step in range(STEPS + 1)]
    return next((shade for shade in shades if contrast(shade, against) >= ratio), shades[-1])
