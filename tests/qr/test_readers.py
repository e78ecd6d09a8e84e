"""What the verdict calls good is read by two readers that know nothing of each other: zxing-cpp and OpenCV.

One design in 61; all 3,600 of the matrix with KLIQS_WHOLE_QR_MATRIX=1, which takes about ten minutes.
"""

from functools import cache

import pytest

from app.qr.design import Design
from app.qr.render.drawing import draw_code
from app.qr.scannability import check_scannability
from app.qr.simulated_scan import COARSE, FINE, MIDDLING, render_views
from app.qr.verdict import Verdict
from tests.qr.reading import WHOLE_MATRIX, coded, designs, logo, opencv_reads

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(1800 if WHOLE_MATRIX else 120)]
PIXELS = {"clean": FINE, "small": COARSE, "blurred": MIDDLING, "faint": MIDDLING, "turned": MIDDLING}


@cache
def judged() -> list[tuple[Design, Verdict]]:
    return [(design, check_scannability(coded(design), design, logo())) for design in designs()]


@cache
def good() -> list[Design]:
    return [design for design, verdict in judged() if verdict.grade == "good"]


def test_a_fair_part_of_the_matrix_is_good_and_a_part_is_not() -> None:
    assert 0.3 < len(good()) / len(judged()) < 0.9


@pytest.mark.parametrize(
    "key, kinds",
    [
        ("pattern", {"square", "rounded", "dots"}),
        ("corners", {"square", "rounded"}),
        ("logo", {True, False}),
        ("frame", {"none", "border", "label_below", "label_above", "bubble_below"}),
        ("gradient", {"", "linear"}),
        ("level", {"auto", "l", "m", "q", "h"}),
    ],
)
def test_the_good_ones_are_of_every_kind(key: str, kinds: set[object]) -> None:
    assert {getattr(design, key) for design in good()} == kinds


def test_zxing_reads_every_good_design_clean_and_degraded() -> None:
    assert all(all(verdict.scans.values()) for _, verdict in judged() if verdict.grade == "good")


@pytest.mark.parametrize("view", PIXELS)
def test_opencv_reads_every_good_design_too(view: str) -> None:
    missed = [design for design in good() if not seen(design, view)]
    assert not missed


def seen(design: Design, view: str) -> bool:
    matrix = coded(design)
    return opencv_reads(render_views(draw_code(matrix, design, logo()))[view], PIXELS[view], matrix.content)
