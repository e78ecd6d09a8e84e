"""The result of the scan check, which `app/qr/scannability.py` makes in the process that draws codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.qr.weaknesses import Reason

READING_DISTANCE = 10  # in widths of the code


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
