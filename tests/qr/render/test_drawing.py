"""A drawing covers what it should and nothing else, whichever file shows it."""

from io import BytesIO

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from app.qr.design import Design
from app.qr.render.drawing import Logo, draw_code, logo_hole
from app.qr.render.matrix import encode_matrix
from app.qr.render.pdf import render_pdf
from app.qr.render.png import rasterize_drawing
from app.qr.simulated_scan import is_readable, rasterize_on_white
from tests.qr.reading import coded, logo

PIXELS = 8


@pytest.mark.parametrize("pattern, corners", [("square", "square"), ("rounded", "rounded"), ("dots", "rounded")])
def test_the_middle_of_every_module_is_as_the_code_says(pattern: str, corners: str) -> None:
    for version in ("short", "x" * 90):
        code = encode_matrix(version, "m")
        shown = np.asarray(rasterize_on_white(draw_code(code, Design(pattern=pattern, corners=corners)), PIXELS))
        middles = shown[PIXELS * 4 + PIXELS // 2 :: PIXELS, PIXELS * 4 + PIXELS // 2 :: PIXELS]
        assert ((middles[: code.size, : code.size] < 128) == np.array(code.rows)).all()


def test_square_modules_cover_exactly_their_squares() -> None:
    code = encode_matrix("x" * 60, "m")
    design = Design(pattern="square", corners="square", dark="#000000")
    shown = np.asarray(rasterize_on_white(draw_code(code, design), PIXELS))
    expected = np.pad(
        np.kron(np.where(np.array(code.rows), 0, 255), np.ones((PIXELS, PIXELS))), PIXELS * 4, constant_values=255
    )
    assert (shown == expected).all()


def test_rounded_modules_that_touch_only_at_a_corner_stay_apart() -> None:
    code = encode_matrix("x" * 60, "m")
    side, rows = code.size, code.rows
    shown = np.asarray(rasterize_on_white(draw_code(code, Design(pattern="rounded")), PIXELS))
    touching = [
        (x, y)
        for y in range(8, side - 8)
        for x in range(8, side - 8)
        if rows[y][x] and rows[y + 1][x + 1] and not rows[y][x + 1] and not rows[y + 1][x]
    ]
    assert touching
    assert all(shown[PIXELS * (y + 5), PIXELS * (x + 5)] > 128 for x, y in touching)


@pytest.mark.parametrize("backing", ["none", "square", "rounded", "circle"])
def test_nothing_of_the_code_shows_through_a_logo_that_is_all_air(backing: str) -> None:
    air = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    written = BytesIO()
    air.save(written, "PNG")
    picture, design = Logo(written.getvalue(), 64, 64), Design(logo=True, logo_share=34, backing=backing, background="")
    code = coded(design)
    hole = logo_hole(code.size, design, picture)
    assert hole
    shown = np.asarray(rasterize_on_white(draw_code(code, design, picture), PIXELS))
    # a circle leaves the modules in the corners of its square
    cut = hole.width * PIXELS // 6 if backing == "circle" else 0
    top, bottom = (hole.y + 4) * PIXELS + cut, (hole.y + hole.height + 4) * PIXELS - cut
    left, right = (hole.x + 4) * PIXELS + cut, (hole.x + hole.width + 4) * PIXELS - cut
    assert (shown[top:bottom, left:right] == 255).all()


def test_a_pdf_shows_the_logo_the_right_way_up_and_round() -> None:
    picture = Image.new("RGBA", (60, 60), "#ffffff")
    picture.paste("#ff0000", (0, 0, 20, 20))
    written = BytesIO()
    picture.save(written, "PNG")
    design = Design(logo=True, logo_share=30)
    drawing = draw_code(coded(design), design, Logo(written.getvalue(), 60, 60))
    document = pypdfium2.PdfDocument(render_pdf(drawing, 100))
    shown = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    with Image.open(BytesIO(rasterize_drawing(drawing, shown.width))) as by_resvg:
        difference = np.abs(np.asarray(shown, int) - np.asarray(by_resvg.convert("RGB").resize(shown.size), int))
    assert difference.mean() < 4
    red = np.argwhere((np.asarray(shown)[..., 0] > 200) & (np.asarray(shown)[..., 1] < 60))
    assert red.mean(axis=0).max() < shown.width / 2


def test_light_on_dark_counts_as_unread_although_some_readers_turn_it_over() -> None:
    design = Design(dark="#ffffff", background="#000000")
    assert not is_readable(rasterize_on_white(draw_code(coded(design), design, logo()), PIXELS), coded(design).content)
