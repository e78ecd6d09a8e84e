"""The verdict names what is wrong, and each mend takes its reason away."""

import pytest

from app.colour.contrast import contrast_ratio
from app.qr.design import Design
from app.qr.render.drawing import Logo
from app.qr.render.matrix import encode_matrix
from app.qr.scannability import check_scannability
from app.qr.verdict import Verdict
from tests.qr.reading import coded, logo

pytestmark = pytest.mark.heavy

WRONG = [
    ("inverted", "bad", {"dark": "#ffffff", "background": "#101828"}),
    ("inverted", "bad", {"corner_colour": "#ffffff", "background": "#98a2b3"}),
    ("inverted", "bad", {"dark": "#eeeeee", "gradient": "linear", "dark_to": "#000000", "background": "#777777"}),
    ("contrast", "bad", {"dark": "#d5d5d5"}),  # 1.4 to 1
    ("contrast", "bad", {"dark": "#000000", "background": "#333333"}),
    ("contrast", "bad", {"gradient": "radial", "dark_to": "#cccccc"}),
    ("contrast", "bad", {"corner_colour": "#f79009"}),
    ("contrast", "warm", {"dark": "#888888"}),
    ("transparent", "warm", {"background": ""}),
    ("quiet_zone", "bad", {"quiet_zone": 0}),
    ("quiet_zone", "bad", {"quiet_zone": 1, "frame": "border"}),
    ("quiet_zone", "warm", {"quiet_zone": 2}),
    ("logo", "bad", {"logo": True, "logo_share": 50}),
    ("logo", "bad", {"logo": True, "logo_share": 30, "level": "m"}),
    ("logo", "warm", {"logo": True, "logo_share": 40}),
    ("logo", "warm", {"logo": True, "logo_share": 12, "level": "l"}),
    ("dots", "bad", {"pattern": "dots", "dot_size": 60}),
    ("dots", "warm", {"pattern": "dots", "dot_size": 85}),
    ("corners", "warm", {"corners": "circle"}),
]
each_wrong = pytest.mark.parametrize("code, grade, look", WRONG)


def judged(design: Design, picture: Logo | None = None) -> Verdict:
    return check_scannability(coded(design), design, picture or logo())


@each_wrong
def test_what_is_wrong_is_called_so_with_its_reason(code: str, grade: str, look: dict[str, object]) -> None:
    verdict = judged(Design.of(look))
    reasons = {reason.code: reason for reason in verdict.reasons}
    assert reasons[code].grade == grade
    assert verdict.grade == grade or (grade, verdict.grade) == ("warm", "bad")
    assert "%" not in str(reasons[code]).replace("% ", "").replace("%.", "")


@each_wrong
def test_a_mend_takes_its_reason_away(code: str, grade: str, look: dict[str, object]) -> None:
    design = Design.of(look)
    reason = next(reason for reason in judged(design).reasons if reason.code == code)
    assert reason.mend
    assert code not in {left.code for left in judged(design.with_changes(reason.mend)).reasons}


@each_wrong
def test_mend_after_mend_ends_in_a_good_design(code: str, grade: str, look: dict[str, object]) -> None:
    design = Design.of(look)
    for _ in range(5):
        for reason in judged(design).reasons:
            design = design.with_changes(reason.mend or {})
    assert judged(design).grade == "good"


def test_a_code_that_we_cannot_read_is_bad_and_can_be_mended() -> None:
    design = Design(logo=True, logo_share=60, level="l", backing="none")
    verdict = judged(design)
    reason = next(reason for reason in verdict.reasons if reason.code == "unreadable")
    assert not verdict.scans["clean"] and verdict.grade == "bad" and reason.mend
    assert "unreadable" not in {left.code for left in judged(design.with_changes(reason.mend)).reasons}


def test_the_usual_design_is_good_and_says_how_to_print_it() -> None:
    verdict = judged(Design())
    assert (verdict.grade, verdict.reasons) == ("good", ())
    assert (verdict.modules, verdict.level, verdict.survives) == (25, "m", 15)
    assert verdict.smallest_width_cm == 1.7  # 33 modules of half a millimetre
    assert verdict.reads_from_m(10) == 1.0


def test_a_doubtful_design_is_to_be_printed_larger() -> None:
    assert judged(Design(dark="#888888")).smallest_width_cm > judged(Design()).smallest_width_cm


def test_a_frame_takes_width_but_reads_from_no_farther() -> None:
    framed = judged(Design(frame="border"))
    assert framed.smallest_width_cm > judged(Design()).smallest_width_cm
    assert framed.reads_from_m(20) < judged(Design()).reads_from_m(20)


def test_dense_content_is_doubtful_in_any_look() -> None:
    design = Design(pattern="square", corners="square")
    assert [reason.code for reason in check_scannability(encode_matrix("x" * 400, "m"), design).reasons] == ["dense"]


def test_a_logo_is_never_mended_by_a_level_that_the_content_does_not_fit() -> None:
    design = Design(logo=True, logo_share=30, level="l")
    code = encode_matrix("x" * 2000, "l")
    mend = next(reason.mend for reason in check_scannability(code, design, logo()).reasons if reason.code == "logo")
    assert mend
    assert "logo" not in {reason.code for reason in check_scannability(code, design.with_changes(mend), logo()).reasons}


def test_a_design_that_wants_a_logo_is_judged_without_one_until_it_is_there() -> None:
    design = Design(logo=True, logo_share=60)
    assert "logo" not in {reason.code for reason in check_scannability(coded(design), design).reasons}


@pytest.mark.parametrize("one, other, ratio", [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)])
def test_contrast_is_what_wcag_says(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == contrast_ratio(other, one) == pytest.approx(ratio, abs=0.01)
