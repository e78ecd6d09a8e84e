"""The scan check: the verdict, before printing, on whether a code will scan.

It is reached by minimum requirements (weaknesses.py) and by reading the drawing (simulated_scan.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from app.kernel.refusal import N_
from app.qr.design import Design
from app.qr.render.drawing import Drawing, Logo, draw_code, logo_hole
from app.qr.render.matrix import Matrix
from app.qr.simulated_scan import run_trials
from app.qr.weaknesses import BAD, GOOD, GRADES, WARM, Reason, find_weaknesses, lowest_contrast

CORRECTABLE_PERCENT = {"l": 7, "m": 15, "q": 25, "h": 30}  # per cent of the codewords (ISO/IEC 18004 §4.1)
SAFE_MODULE_CM, WEAK_MODULE_CM = 0.05, 0.075
READING_DISTANCE = 10  # in widths of the code
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of the scan check. `grade` is good, warm or bad: the worst of its reasons.

    `contrast` is the worst ratio to 1, `survives` the per cent of damage that the level corrects, `smallest_width_cm`
    the smallest width to print the whole drawing at, `code_share` the share of that width that is the code with its
    quiet zone, `scans` whether each trial was read (see `run_trials`).
    """

    grade: str
    reasons: tuple[Reason, ...]
    contrast: float
    level: str
    modules: int
    survives: int
    smallest_width_cm: float
    code_share: float
    scans: Mapping[str, bool]

    def reads_from_m(self, width_cm: float | None = None) -> float:
        """The distance in metres from which a phone reads the drawing printed `width_cm` wide (default: the smallest
        width): a rule of thumb, ten times the code's width.
        """
        width = self.smallest_width_cm if width_cm is None else width_cm
        return round(width * self.code_share * READING_DISTANCE / 100, 1)


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
