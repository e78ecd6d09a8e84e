"""The known weaknesses of a design: how each is explained, and the change that fixes it.

Decoding libraries read more codes than a phone in a café does, so these are minimum requirements of our own. Contrast
is WCAG's: below 3:1 is bad, below 4.5:1 doubtful. The quiet zone is 4 modules (ISO/IEC 18004 §9.1); two are often
enough, fewer fail some readers. A frame does not replace it: its rim is as dark as any other neighbour. The limits for
logos were measured for each error correction level.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.colour.contrast import contrast_ratio, darken_to_contrast, relative_luminance
from app.kernel.refusal import N_
from app.qr.design import LOGO_LIMITS, ROOMY, Design
from app.qr.render.drawing import Hole
from app.qr.render.matrix import CodeCapacityExceeded, Matrix
from app.qr.render.matrix import encode_matrix as encode

GOOD, WARM, BAD = "good", "warm", "bad"
GRADES = (GOOD, WARM, BAD)
READABLE_CONTRAST, SAFE_CONTRAST = 3.0, 4.5
STANDARD_QUIET_ZONE, SMALLEST_QUIET_ZONE = 4, 2
SAFE_DOT_SIZE, SMALLEST_DOT_SIZE = 95, 75
DENSE_MODULES = 57  # modules a side: version 10
WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Reason:
    """A weakness: `says` is a message id with its `facts`, `mend` the changes of the design that fix it, or None."""

    code: str
    grade: str
    says: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    mend: Mapping[str, Any] | None = None

    def __str__(self) -> str:
        """The English sentence."""
        return self.says % self.facts if self.facts else self.says.replace("%%", "%")


def find_weaknesses(matrix: Matrix, design: Design, hole: Hole | None) -> Iterator[Reason]:
    """All weaknesses of a design that are known without reading the drawing."""
    yield from _check_colours(design)
    yield from _check_quiet_zone(design)
    yield from _check_logo(matrix, design, hole)
    yield from _check_dots(design)
    if design.corners == "circle":
        yield Reason(
            "corners",
            WARM,
            N_("Some readers do not find round corners. Rounded ones are safe."),
            mend={"corners": "rounded"},
        )
    if matrix.size > DENSE_MODULES:
        yield Reason("dense", WARM, N_("So much content makes a fine pattern. Shorten it, or print it large."))


def effective_background(design: Design) -> str:
    """The colour behind the code; a transparent code is assumed to be printed on white."""
    return design.background or WHITE


def colours_by_key(design: Design) -> dict[str, str]:
    """The colours of modules and corners, by the design's keys.

    A gradient is represented by its two ends: in between it is never lighter than the lighter end, since the luminance
    of a mix in sRGB is convex.
    """
    colours = {"dark": design.dark}
    if design.gradient:
        colours["dark_to"] = design.dark_to
    if design.corner_colour:
        colours["corner_colour"] = design.corner_colour
    return colours


def lowest_contrast(design: Design) -> float:
    """The lowest contrast of any colour to the background, from 1 to 21."""
    return min(contrast_ratio(ink, effective_background(design)) for ink in colours_by_key(design).values())


def is_inverted(design: Design) -> bool:
    """Whether any colour is lighter than the background."""
    return any(
        relative_luminance(ink) > relative_luminance(effective_background(design))
        for ink in colours_by_key(design).values()
    )


def _check_colours(design: Design) -> Iterator[Reason]:
    """Weaknesses of the colours: inverted, low contrast, transparent."""
    if is_inverted(design):
        yield Reason(
            "inverted",
            BAD,
            N_("The code is lighter than its background. Many phones need dark on light."),
            mend=_swap_colours(design),
        )
    yield from _check_contrast(design)
    if not design.background:
        yield Reason(
            "transparent",
            WARM,
            N_("Without a background the code reads only on white or very light paper."),
            mend={"background": WHITE},
        )


def _check_contrast(design: Design) -> Iterator[Reason]:
    """A contrast that is too low, or doubtful."""
    ratio = lowest_contrast(design)
    facts = {"ratio": f"{int(ratio * 10) / 10:.1f}"}  # cut, not rounded: 2.96 is not 3.0
    if ratio < READABLE_CONTRAST:
        yield Reason(
            "contrast",
            BAD,
            N_("The colours are too close: %(ratio)s to 1. Phones need at least 3 to 1."),
            facts,
            _darken_colours(design),
        )
    elif ratio < SAFE_CONTRAST:
        yield Reason(
            "contrast",
            WARM,
            N_("The colours are rather close: %(ratio)s to 1. From 4.5 to 1 is safe."),
            facts,
            _darken_colours(design),
        )


def _swap_colours(design: Design) -> dict[str, str]:
    """Swap the colours of modules and background where that is readable, or else darken the modules."""
    swapped = Design.with_changes(design, {"dark": effective_background(design), "background": design.dark})
    if not is_inverted(swapped) and lowest_contrast(swapped) >= SAFE_CONTRAST:
        return {"dark": swapped.dark, "background": swapped.background}
    return _darken_colours(design)


def _darken_colours(design: Design) -> dict[str, str]:
    """Colours darkened until the contrast is comfortable; on white where the background is too dark even for black."""
    background_too_dark = (
        is_inverted(design) or contrast_ratio("#000000", effective_background(design)) < SAFE_CONTRAST + 0.5
    )
    background = WHITE if background_too_dark else effective_background(design)
    changes = {key: darken_to_contrast(ink, background, SAFE_CONTRAST) for key, ink in colours_by_key(design).items()}
    return changes | ({"background": WHITE} if background_too_dark else {})


def _check_quiet_zone(design: Design) -> Iterator[Reason]:
    """A quiet zone that is too narrow."""
    if design.quiet_zone < SMALLEST_QUIET_ZONE:
        yield Reason(
            "quiet_zone",
            BAD,
            N_("The code needs an empty margin round it, or phones do not find it."),
            mend={"quiet_zone": STANDARD_QUIET_ZONE},
        )
    elif design.quiet_zone < STANDARD_QUIET_ZONE:
        yield Reason(
            "quiet_zone",
            WARM,
            N_("The margin is narrow. Four modules are the standard."),
            mend={"quiet_zone": STANDARD_QUIET_ZONE},
        )


def _check_logo(matrix: Matrix, design: Design, hole: Hole | None) -> Iterator[Reason]:
    """A logo that hides too much for the error correction level."""
    if not hole:
        return
    share, largest = 100 * max(hole.width, hole.height) / matrix.size, LOGO_LIMITS[matrix.level]
    weak_level = matrix.level in "lm"
    if share <= largest * ROOMY and not weak_level:
        return
    facts, mend = {"share": round(share), "most": largest}, _room_for_logo(matrix, design)
    if share > largest:
        yield Reason(
            "logo", BAD, N_("The logo hides too much: %(share)s%% of the width. The most is %(most)s%%."), facts, mend
        )
    elif weak_level:
        yield Reason("logo", WARM, N_("A logo asks for level Q or H of error correction."), mend=mend)
    else:
        yield Reason(
            "logo",
            WARM,
            N_("The logo hides nearly all it may: %(share)s%% of the width out of %(most)s%%."),
            facts,
            mend,
        )


def _room_for_logo(matrix: Matrix, design: Design) -> dict[str, Any]:
    """The fix for a logo: level h; where the content does not fit at that level, a smaller logo or none."""
    try:
        encode(matrix.content, "h")
    except CodeCapacityExceeded:
        return {"logo": False} if matrix.level in "lm" else {"logo_share": int(LOGO_LIMITS[matrix.level] * ROOMY)}
    return {"level": "h", "logo_share": min(design.logo_share, int(LOGO_LIMITS["h"] * ROOMY))}


def _check_dots(design: Design) -> Iterator[Reason]:
    """Dots that are too small."""
    if design.pattern != "dots" or design.dot_size >= SAFE_DOT_SIZE:
        return
    if design.dot_size < SMALLEST_DOT_SIZE:
        yield Reason("dots", BAD, N_("The dots are too thin for many phones."), mend={"dot_size": 100})
    else:
        yield Reason("dots", WARM, N_("Thin dots fail some phones. Full ones are safer."), mend={"dot_size": 100})
