"""Whether a code will scan, said before anybody prints it: our own floors, and a reading of the very drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from app.kernel.refusal import N_
from app.qr.design import Design
from app.qr.reasons import BAD, GOOD, GRADES, WARM, Reason, reasons, worst_contrast
from app.qr.render.drawing import Drawing, Logo, draw, hole_for
from app.qr.render.matrix import Matrix
from app.qr.scan_check import trials

SURVIVES = {"l": 7, "m": 15, "q": 25, "h": 30}  # per cent of the codewords (ISO/IEC 18004 §4.1)
MODULE_CM, CAREFUL_CM = 0.05, 0.075
FAR = 10  # a code is read from about ten times its width
STEPS: tuple[dict[str, Any], ...] = (
    {"pattern": "rounded"}, {"pattern": "square"}, {"pattern": "square", "corners": "square"},
)
PLAIN: dict[str, Any] = {
    "pattern": "square", "corners": "square", "dark": "#1b202d", "corner_colour": "", "background": "#ffffff",
    "gradient": "", "logo": False, "quiet_zone": 4,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`grade` is good, warm or bad: the worst of its reasons.

    `contrast` is the worst ratio to 1, `survives` the per cent of damage that the level corrects, `smallest_cm` the
    width of the whole drawing in print at least, `code_share` how much of that width is the code and its quiet zone,
    `scans` whether each trial was read (see `scan.trials`).
    """

    grade: str
    reasons: tuple[Reason, ...]
    contrast: float
    level: str
    modules: int
    survives: int
    smallest_cm: float
    code_share: float
    scans: Mapping[str, bool]

    def reads_from_m(self, width_cm: float | None = None) -> float:
        """From how many metres a phone reads the drawing printed `width_cm` wide, or as small as it may be: a rule of
        thumb, ten times the code's width."""
        width = self.smallest_cm if width_cm is None else width_cm
        return round(width * self.code_share * FAR / 100, 1)


def judge(matrix: Matrix, design: Design, logo: Logo | None = None, drawing: Drawing | None = None) -> Verdict:
    """The verdict on a code in a design; `drawing` where it is drawn already. Never raises for what a Design can hold.

    Takes some tens of milliseconds for a usual code and seconds for the densest: do it in a worker thread.
    """
    drawn = drawing or draw(matrix, design, logo)
    scans = trials(drawn, matrix.content)
    found = [*reasons(matrix, design, hole_for(matrix.size, design, logo)), *_read(scans, matrix, design, logo)]
    grade = max((reason.grade for reason in found), key=GRADES.index, default=GOOD)
    code = matrix.size + 2 * design.quiet_zone
    least = drawn.width * (MODULE_CM if grade == GOOD else CAREFUL_CM)
    return Verdict(
        grade, tuple(found), round(worst_contrast(design), 2), matrix.level, matrix.size, SURVIVES[matrix.level],
        ceil(round(least * 10, 6)) / 10, code / drawn.width, scans,
    )


def _read(scans: Mapping[str, bool], matrix: Matrix, design: Design, logo: Logo | None) -> list[Reason]:
    if not scans["clean"]:
        return [Reason("unreadable", BAD, N_("We could not read this code ourselves."),
                       mend=_mend(matrix, design, logo, ("clean",)))]
    if not all(scans.values()):
        return [Reason("fragile", WARM, N_("We read this code only in good light and focus."),
                       mend=_mend(matrix, design, logo, tuple(scans)))]
    return []


def _mend(matrix: Matrix, design: Design, logo: Logo | None, wanted: tuple[str, ...]) -> dict[str, Any] | None:
    """The smallest change of those we know that lets the wanted trials succeed, if any does."""
    for changes in (*STEPS, PLAIN):
        again = trials(draw(matrix, design.changed(changes), logo), matrix.content)
        if all(again[trial] for trial in wanted):
            return dict(changes)
    return None
