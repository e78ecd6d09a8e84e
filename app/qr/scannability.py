"""The scan check: judges before printing whether a code will scan, by minimum requirements and by reading the drawing
itself.
"""

from collections.abc import Mapping
from math import ceil
from typing import Any

from app.kernel.refusal import N_
from app.qr.design import Design
from app.qr.render.drawing import Drawing, Logo, draw_code, logo_hole
from app.qr.render.matrix import Matrix
from app.qr.simulated_scan import run_trials
from app.qr.verdict import Verdict
from app.qr.weaknesses import BAD, GOOD, GRADES, WARM, Reason, find_weaknesses, lowest_contrast

CORRECTABLE_PERCENT = {"l": 7, "m": 15, "q": 25, "h": 30}  # per cent of the codewords (ISO/IEC 18004 §4.1)
SAFE_MODULE_CM, WEAK_MODULE_CM = 0.05, 0.075
SMALL_FIXES: tuple[dict[str, Any], ...] = (
    {"pattern": "rounded"},
    {"pattern": "square"},
    {"pattern": "square", "corners": "square"},
)
PLAIN_DESIGN: dict[str, Any] = {
    "pattern": "square",
    "corners": "square",
    "dark": "#1b202d",
    "corner_colour": "",
    "background": "#ffffff",
    "gradient": "",
    "logo": False,
    "quiet_zone": 4,
}


def check_scannability(
    matrix: Matrix, design: Design, logo: Logo | None = None, drawing: Drawing | None = None
) -> Verdict:
    """Check a code in a design; pass `drawing` when it is drawn already. Accepts every valid Design.

    Takes some tens of milliseconds for a usual code and seconds for the densest: run it outside the event loop.
    """
    finished = drawing or draw_code(matrix, design, logo)
    scans = run_trials(finished, matrix.content)
    hole = logo_hole(matrix.size, design, logo)
    weaknesses = [*find_weaknesses(matrix, design, hole), *_reading_reasons(scans, matrix, design, logo)]
    grade = max((reason.grade for reason in weaknesses), key=GRADES.index, default=GOOD)
    code_side = matrix.size + 2 * design.quiet_zone
    smallest = finished.width * (SAFE_MODULE_CM if grade == GOOD else WEAK_MODULE_CM)
    return Verdict(
        grade,
        tuple(weaknesses),
        round(lowest_contrast(design), 2),
        matrix.level,
        matrix.size,
        CORRECTABLE_PERCENT[matrix.level],
        ceil(round(smallest * 10, 6)) / 10,
        code_side / finished.width,
        scans,
    )


def _reading_reasons(scans: Mapping[str, bool], matrix: Matrix, design: Design, logo: Logo | None) -> list[Reason]:
    """The reasons that follow from the reading trials."""
    if not scans["clean"]:
        return [
            Reason(
                "unreadable",
                BAD,
                N_("We could not read this code ourselves."),
                mend=_find_fix(matrix, design, logo, ("clean",)),
            )
        ]
    if not all(scans.values()):
        return [
            Reason(
                "fragile",
                WARM,
                N_("We read this code only in good light and focus."),
                mend=_find_fix(matrix, design, logo, tuple(scans)),
            )
        ]
    return []


def _find_fix(matrix: Matrix, design: Design, logo: Logo | None, required: tuple[str, ...]) -> dict[str, Any] | None:
    """The smallest known change with which the trials named in `required` succeed; None where no change helps."""
    for changes in (*SMALL_FIXES, PLAIN_DESIGN):
        results = run_trials(draw_code(matrix, design.with_changes(changes), logo), matrix.content)
        if all(results[trial] for trial in required):
            return dict(changes)
    return None
