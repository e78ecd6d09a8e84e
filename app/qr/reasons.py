"""What can be wrong with a design, what to say about it, and the change that mends it.

A decoder forgives more than a phone in a café does; these are the floors of our own below which no design is good.
Contrast is WCAG's: below 3:1 bad, below 4.5:1 doubtful. The quiet zone is 4 modules (ISO/IEC 18004 §9.1); two often do,
fewer fail some readers. A frame changes nothing of that: its rim is as dark as any neighbour. What a logo may hide was
measured by error correction level.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.colour.contrast import contrast, darkened, luminance
from app.kernel.refusal import N_
from app.qr.design import LOGO_LIMITS, ROOMY, Design
from app.qr.render.drawing import Hole
from app.qr.render.matrix import Matrix, TooMuchForACode
from app.qr.render.matrix import matrix as made

GOOD, WARM, BAD = "good", "warm", "bad"
GRADES = (GOOD, WARM, BAD)
READABLE, COMFORTABLE = 3.0, 4.5
QUIET, LEAST_QUIET = 4, 2
FULL_DOT, LEAST_DOT = 95, 75
DENSE = 57  # modules a side: version 10
WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Reason:
    """`says` with its `facts` is for people; `mend` holds the changes of the design that take the reason away."""

    code: str
    grade: str
    says: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    mend: Mapping[str, Any] | None = None

    def __str__(self) -> str:
        return self.says % self.facts if self.facts else self.says.replace("%%", "%")


def reasons(matrix: Matrix, design: Design, hole: Hole | None) -> Iterator[Reason]:
    """All that speaks against a design before anybody tries to read it."""
    yield from _colours(design)
    yield from _quiet_zone(design)
    yield from _logo(matrix, design, hole)
    yield from _dots(design)
    if design.corners == "circle":
        yield Reason("corners", WARM, N_("Some readers do not find round corners. Rounded ones are safe."),
                     mend={"corners": "rounded"})
    if matrix.size > DENSE:
        yield Reason("dense", WARM, N_("So much content makes a fine pattern. Shorten it, or print it large."))


def surface(design: Design) -> str:
    """What the code stands on; a transparent one is taken to be printed on white."""
    return design.background or WHITE


def inks(design: Design) -> dict[str, str]:
    """The colours of modules and corners by the design's own keys.

    The two ends stand for a gradient: in between it is never lighter than the lighter end, since the luminance of a
    mix in sRGB is convex.
    """
    found = {"dark": design.dark}
    if design.gradient:
        found["dark_to"] = design.dark_to
    if design.corner_colour:
        found["corner_colour"] = design.corner_colour
    return found


def worst_contrast(design: Design) -> float:
    """The lowest contrast of any ink to the surface, from 1 to 21."""
    return min(contrast(ink, surface(design)) for ink in inks(design).values())


def inverted(design: Design) -> bool:
    """Whether any ink is lighter than what it stands on."""
    return any(luminance(ink) > luminance(surface(design)) for ink in inks(design).values())


def _colours(design: Design) -> Iterator[Reason]:
    ratio = worst_contrast(design)
    facts = {"ratio": f"{int(ratio * 10) / 10:.1f}"}  # cut, not rounded: 2.96 is not 3.0
    if inverted(design):
        yield Reason("inverted", BAD, N_("The code is lighter than its background. Many phones need dark on light."),
                     mend=_turned_over(design))
    if ratio < READABLE:
        yield Reason("contrast", BAD, N_("The colours are too close: %(ratio)s to 1. Phones need at least 3 to 1."),
                     facts, _apart(design))
    elif ratio < COMFORTABLE:
        yield Reason("contrast", WARM, N_("The colours are rather close: %(ratio)s to 1. From 4.5 to 1 is safe."),
                     facts, _apart(design))
    if not design.background:
        yield Reason("transparent", WARM, N_("Without a background the code reads only on white or very light paper."),
                     mend={"background": WHITE})


def _turned_over(design: Design) -> dict[str, str]:
    swapped = Design.changed(design, {"dark": surface(design), "background": design.dark})
    if not inverted(swapped) and worst_contrast(swapped) >= COMFORTABLE:
        return {"dark": swapped.dark, "background": swapped.background}
    return _apart(design)


def _apart(design: Design) -> dict[str, str]:
    """Inks as dark as need be; on white where the surface is too dark even for black."""
    dim = inverted(design) or contrast("#000000", surface(design)) < COMFORTABLE + 0.5
    under = WHITE if dim else surface(design)
    changes = {key: darkened(ink, under, COMFORTABLE) for key, ink in inks(design).items()}
    return changes | ({"background": WHITE} if dim else {})


def _quiet_zone(design: Design) -> Iterator[Reason]:
    if design.quiet_zone < LEAST_QUIET:
        yield Reason("quiet_zone", BAD, N_("The code needs an empty margin round it, or phones do not find it."),
                     mend={"quiet_zone": QUIET})
    elif design.quiet_zone < QUIET:
        yield Reason("quiet_zone", WARM, N_("The margin is narrow. Four modules are the standard."),
                     mend={"quiet_zone": QUIET})


def _logo(matrix: Matrix, design: Design, hole: Hole | None) -> Iterator[Reason]:
    if not hole:
        return
    share, most = 100 * max(hole.width, hole.height) / matrix.size, LOGO_LIMITS[matrix.level]
    frail = matrix.level in "lm"
    if share <= most * ROOMY and not frail:
        return
    facts, mend = {"share": round(share), "most": most}, _room_for_logo(matrix, design)
    if share > most:
        yield Reason("logo", BAD, N_("The logo hides too much: %(share)s%% of the width. The most is %(most)s%%."),
                     facts, mend)
    elif frail:
        yield Reason("logo", WARM, N_("A logo asks for level Q or H of error correction."), mend=mend)
    else:
        yield Reason("logo", WARM, N_("The logo hides nearly all it may: %(share)s%% of the width out of %(most)s%%."),
                     facts, mend)


def _room_for_logo(matrix: Matrix, design: Design) -> dict[str, Any]:
    """The highest level; where the content does not fit at that level, a smaller logo or none."""
    try:
        made(matrix.content, "h")
    except TooMuchForACode:
        return {"logo": False} if matrix.level in "lm" else {"logo_share": int(LOGO_LIMITS[matrix.level] * ROOMY)}
    return {"level": "h", "logo_share": min(design.logo_share, int(LOGO_LIMITS["h"] * ROOMY))}


def _dots(design: Design) -> Iterator[Reason]:
    if design.pattern != "dots" or design.dot_size >= FULL_DOT:
        return
    if design.dot_size < LEAST_DOT:
        yield Reason("dots", BAD, N_("The dots are too thin for many phones."), mend={"dot_size": 100})
    else:
        yield Reason("dots", WARM, N_("Thin dots fail some phones. Full ones are safer."), mend={"dot_size": 100})
