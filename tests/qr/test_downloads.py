"""Every file of one drawing is read to the same content, and is the same whenever it is made."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
import resvg_py
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.qr.design import Design
from app.qr.render.drawing import Drawing, draw_code
from app.qr.render.eps import render_eps
from app.qr.render.pdf import draw_on_canvas, render_pdf
from app.qr.render.png import render_png
from app.qr.render.svg import render_svg
from app.qr.simulated_scan import is_readable
from tests.qr.reading import coded, logo

DESIGNS = (
    Design(),
    Design(background="", frame="border", pattern="square", corners="square"),
    Design(gradient="linear", frame="label_below", words="Pindai & simpan", logo=True, backing="none"),
    Design(gradient="radial", frame="bubble_below", words="Menu (é)", pattern="dots", logo=True, backing="circle"),
    Design(frame="label_above", words="<b>%%EOF", corner_colour="#067647", background="#fef3c7", quiet_zone=5),
)
each_design = pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.frame)


def drawn(design: Design) -> Drawing:
    return draw_code(coded(design), design, logo(300, 200))


def on_white(picture: Image.Image) -> Image.Image:
    shown = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown).convert("L")


@each_design
def test_a_png_is_read(design: Design) -> None:
    assert is_readable(on_white(Image.open(BytesIO(render_png(drawn(design), 500)))), coded(design).content)


@each_design
def test_an_svg_is_read(design: Design) -> None:
    png = bytes(resvg_py.svg_to_bytes(svg_string=render_svg(drawn(design), 500, "Menu"), skip_system_fonts=True))
    assert is_readable(on_white(Image.open(BytesIO(png))), coded(design).content)


@each_design
def test_a_pdf_is_read(design: Design) -> None:
    document = pypdfium2.PdfDocument(render_pdf(drawn(design), 60))
    page = document[0]
    picture = page.render(scale=3).to_pil()
    document.close()
    assert is_readable(on_white(picture), coded(design).content)


@each_design
@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript, which draws EPS, is not installed")
def test_an_eps_is_read(design: Design, tmp_path: Path) -> None:
    source, target = tmp_path / "code.eps", tmp_path / "code.png"
    source.write_bytes(render_eps(drawn(design), 60))
    ghost = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", "-sDEVICE=png16m", "-r216"]
    done = subprocess.run([*ghost, f"-sOutputFile={target}", source], capture_output=True, check=True)
    assert not done.stdout + done.stderr
    assert is_readable(on_white(Image.open(target)), coded(design).content)


@each_design
@pytest.mark.parametrize(
    "write",
    [
        lambda drawing: render_svg(drawing).encode(),
        lambda drawing: render_png(drawing, 300),
        lambda drawing: render_pdf(drawing, 50),
        lambda drawing: render_eps(drawing, 50),
    ],
    ids=["svg", "png", "pdf", "eps"],
)
def test_the_same_design_gives_the_same_bytes(write: Callable[[Drawing], bytes], design: Design) -> None:
    assert write(drawn(design)) == write(drawn(design))


@pytest.mark.parametrize("pixels, dpi", [(64, 72), (377, 300), (1000, 600)])
def test_a_png_has_its_size_its_density_and_its_lower_rim(pixels: int, dpi: int) -> None:
    drawing = drawn(Design(frame="label_below", words="Menu"))
    picture = Image.open(BytesIO(render_png(drawing, pixels, dpi)))
    assert (picture.width, picture.height) == (pixels, round(pixels * drawing.height / drawing.width))
    assert round(picture.info["dpi"][0]) == dpi
    assert picture.convert("RGBA").getpixel((pixels // 2, picture.height - 2)) == (27, 32, 45, 255)


def test_a_transparent_ground_stays_transparent() -> None:
    picture = Image.open(BytesIO(render_png(drawn(Design(background="")), 300))).convert("RGBA")
    assert picture.getpixel((1, 1)) == (0, 0, 0, 0)


def test_an_svg_holds_no_style_no_text_and_one_path_for_each_part() -> None:
    design = Design(frame="label_below", words="Menu", gradient="linear")
    root = ElementTree.fromstring(render_svg(drawn(design), 200, '<i> & "\x00'))  # noqa: S314 - our own
    tags = [element.tag.split("}")[1] for element in root.iter()]
    assert tags.count("path") == len(drawn(design).parts) and "text" not in tags
    assert root.findtext("{http://www.w3.org/2000/svg}title") == '<i> & "'
    assert not [element for element in root.iter() if "style" in element.attrib]


def test_gradients_of_two_drawings_on_one_page_keep_apart() -> None:
    drawing = drawn(Design(gradient="linear"))
    ids = {ElementTree.fromstring(render_svg(drawing, key=key)).find(".//*[@id]") for key in ("a", "b")}  # noqa: S314
    assert len({element_id.get("id") for element_id in ids if element_id is not None}) == 2


def test_a_sheet_can_hold_several_drawings() -> None:
    written = BytesIO()
    canvas = Canvas(written, (400, 200), invariant=1)
    designs = DESIGNS[:2]
    for index, design in enumerate(designs):
        draw_on_canvas(canvas, drawn(design), 10 + 200 * index, 10, 170)
    canvas.save()
    document = pypdfium2.PdfDocument(written.getvalue())
    picture = document[0].render(scale=2).to_pil()
    document.close()
    for index, design in enumerate(designs):
        assert is_readable(on_white(picture.crop((400 * index, 0, 400 * (index + 1), 400))), coded(design).content)
