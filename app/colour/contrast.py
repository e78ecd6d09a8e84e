"""Hexadecimal colours, and the contrast between two of them (WCAG 2.2: relative luminance and contrast ratio).

The functions take colours as `#rrggbb`; only `normalize_hex` reads what people typed.
"""

import re

HEX_COLOUR = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
LONGEST = 20  # characters, blanks at the ends among them
STEPS = 50


def normalize_hex(typed: str) -> str:
    """A typed colour as `#rrggbb` in lower case: `1B202D` becomes `#1b202d`, `#abc` becomes `#aabbcc`.

    Raises: ValueError when the text is not a hexadecimal colour.
    """
    match = HEX_COLOUR.fullmatch(typed.strip().lower()) if len(typed) <= LONGEST else None
    if not match:
        raise ValueError(typed)
    digits = match[1]
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def rgb_channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#rrggbb`, each from 0 to 1."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def relative_luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2, from 0 for black to 1 for white."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb_channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 for equal colours to 21 for black on white. The order does not matter."""
    dim, bright = sorted((relative_luminance(first), relative_luminance(second)))
    return (bright + 0.05) / (dim + 0.05)


def mix_srgb(start: str, end: str, share: float) -> str:
    """The colour at `share` (0 to 1) of the way from `start` to `end`, mixed linearly in sRGB like a CSS gradient."""
    mixed = (a + (b - a) * share for a, b in zip(rgb_channels(start), rgb_channels(end), strict=True))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)


def darken_to_contrast(colour: str, against: str, ratio: float) -> str:
    """The lightest shade of a colour that reaches a contrast `ratio` to `against`; the colour itself if it does.

    Returns black when no shade reaches the ratio.
    """
    shades = [mix_srgb(colour, "#000000", step / STEPS) for step in range(STEPS + 1)]
    return next((shade for shade in shades if contrast_ratio(shade, against) >= ratio), shades[-1])
