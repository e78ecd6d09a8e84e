"""Every floor of the scan check holds at its edge: just above is fine, just below is told."""

from typing import Any

import pytest

from app.qr.design import Design
from app.qr.render.drawing import logo_hole
from app.qr.render.matrix import encode_matrix
from app.qr.weaknesses import find_weaknesses, lowest_contrast
from tests.qr.reading import logo

GOOD = ""
FULL = {"l": 106, "m": 84, "q": 60, "h": 44}  # characters that fill version 5, so that no higher level fits too
# What a design is changed in, the reason, and how bad it is: the grade "" is for no reason at all.
EDGES: list[tuple[dict[str, Any], str, str]] = [
    ({"dark": "#767676"}, "contrast", GOOD),  # 4.54 to 1
    ({"dark": "#777777"}, "contrast", "warm"),  # 4.48
    ({"dark": "#949494"}, "contrast", "warm"),  # 3.03
    ({"dark": "#959595"}, "contrast", "bad"),  # 2.99
    ({"dark": "#a3a3a3"}, "contrast", "bad"),  # 2.52
    ({"corner_colour": "#949494"}, "contrast", "warm"),
    ({"corner_colour": "#a3a3a3"}, "contrast", "bad"),
    ({"gradient": "linear", "dark_to": "#949494"}, "contrast", "warm"),
    ({"gradient": "radial", "dark_to": "#a3a3a3"}, "contrast", "bad"),
    ({"gradient": "", "dark_to": "#a3a3a3"}, "contrast", GOOD),
    ({"dark": "#000000", "background": "#5b5b5b"}, "contrast", "warm"),  # 3.06
    ({"dark": "#000000", "background": "#595959"}, "contrast", "bad"),  # 2.98
    ({"dark": "#808080", "background": "#808080"}, "inverted", GOOD),
    ({"dark": "#818181", "background": "#808080"}, "inverted", "bad"),
    ({"quiet_zone": 4}, "quiet_zone", GOOD),
    ({"quiet_zone": 3}, "quiet_zone", "warm"),
    ({"quiet_zone": 2}, "quiet_zone", "warm"),
    ({"quiet_zone": 1}, "quiet_zone", "bad"),
    ({"pattern": "dots", "dot_size": 95}, "dots", GOOD),
    ({"pattern": "dots", "dot_size": 94}, "dots", "warm"),
    ({"pattern": "dots", "dot_size": 75}, "dots", "warm"),
    ({"pattern": "dots", "dot_size": 74}, "dots", "bad"),
    ({"pattern": "square", "dot_size": 40}, "dots", GOOD),
]


@pytest.mark.parametrize("look, code, grade", EDGES, ids=[str(look) for look, _, _ in EDGES])
def test_a_design_is_judged_by_our_floors_at_their_edge(look: dict[str, Any], code: str, grade: str) -> None:
    code_matrix = encode_matrix("https://kliqs.me/x", "m")
    grades = {reason.code: reason.grade for reason in find_weaknesses(code_matrix, Design.of(look), None)}
    assert grades.get(code, GOOD) == grade, lowest_contrast(Design.of(look))


@pytest.mark.parametrize("level, most, roomy", [("l", 20, 0), ("m", 25, 0), ("q", 35, 28), ("h", 40, 32)])
def test_a_logo_hides_as_much_as_its_level_allows_and_not_more(level: str, most: float, roomy: float) -> None:
    """A hole has whole modules, so that its share grows in steps: each is judged by what it is."""
    matrix, seen = encode_matrix("x" * FULL[level], level), set()
    assert matrix.level == level
    for percent in range(10, 61):
        design = Design(logo=True, logo_share=percent, level=level)
        hole = logo_hole(matrix.size, design, logo())
        assert hole
        share = 100 * max(hole.width, hole.height) / matrix.size
        [grade] = [reason.grade for reason in find_weaknesses(matrix, design, hole) if reason.code == "logo"] or [GOOD]
        assert grade == ("bad" if share > most else GOOD if share <= roomy else "warm"), (percent, share)
        seen.add(grade)
    assert seen == ({"bad", "warm", GOOD} if roomy else {"bad", "warm"})


@pytest.mark.parametrize("characters, dense", [(213, False), (214, True)])  # 57 and 61 modules a side at level m
def test_a_pattern_is_dense_from_version_11(characters: int, dense: bool) -> None:
    matrix = encode_matrix("x" * characters, "m")
    assert matrix.size == (61 if dense else 57)
    assert ("dense" in {reason.code for reason in find_weaknesses(matrix, Design(), None)}) == dense
