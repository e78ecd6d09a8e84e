"""Writes a drawing as PDF: vector paths throughout, and an image only for the logo."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.lib.units import mm as millimetre
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import FILL_EVEN_ODD, FILL_NON_ZERO, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from app.colour.contrast import rgb_channels
from app.qr.render.drawing import Drawing
from app.qr.render.drawing_elements import Gradient, Part, Picture
from app.qr.render.format_number import format_number

OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
rl_config.useA85 = 0  # ASCII85 makes files a quarter larger and takes longer than drawing them


def render_pdf(drawing: Drawing, mm: float) -> bytes:
    """A file with one page of the drawing's size, `mm` millimetres wide. Equal drawings give equal bytes."""
    width = mm * millimetre
    buffer = BytesIO()
    canvas = Canvas(buffer, (width, width * drawing.height / drawing.width), invariant=1, pageCompression=1)
    draw_on_canvas(canvas, drawing, 0, 0, width)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def draw_on_canvas(canvas: Any, drawing: Drawing, x: float, y: float, width: float) -> float:
    """Draw on a reportlab canvas, the lower left corner at x, y; all lengths in points. Returns the height."""
    scale = width / drawing.width
    height = drawing.height * scale
    canvas.saveState()
    canvas.translate(x, y + height)
    canvas.scale(scale, -scale)
    for part in drawing.parts:
        _fill_part(canvas, part)
    if drawing.picture:
        _draw_picture(canvas, drawing.picture)
    canvas.restoreState()
    return height


def _fill_part(canvas: Any, part: Part) -> None:
    """Fill one part; a gradient is clipped to its outlines."""
    if not part.path:
        return
    path, rule = _path(part), FILL_EVEN_ODD if part.evenodd else FILL_NON_ZERO
    if isinstance(part.fill, Gradient):
        canvas.saveState()
        canvas.clipPath(path, stroke=0, fill=0, fillMode=rule)
        _paint_gradient(canvas, part.fill)
        canvas.restoreState()
    else:
        canvas.setFillColor(Color(*rgb_channels(part.fill)))
        canvas.drawPath(path, stroke=0, fill=1, fillMode=rule)


def _path(part: Part) -> Any:
    """The path in PDF operators. Written out here, since reportlab's own formatting of numbers takes longer than all
    else.
    """
    steps = (
        " ".join([*(format_number(value) for point in points for value in point), OPERATORS[kind]])
        for kind, points in part.path
    )
    return PDFPathObject(["n", *steps])


def _paint_gradient(canvas: Any, gradient: Gradient) -> None:
    """Paint a gradient."""
    colours = [Color(*rgb_channels(colour)) for colour in (gradient.start, gradient.end)]
    if gradient.kind == "linear":
        canvas.linearGradient(*gradient.first, *gradient.second, colours)
    else:
        canvas.radialGradient(*gradient.first, gradient.radius, colours)


def _draw_picture(canvas: Any, picture: Picture) -> None:
    """Draw the logo upright: the y axis of the drawing points downwards."""
    canvas.saveState()
    canvas.translate(picture.x, picture.y + picture.height)
    canvas.scale(1, -1)
    canvas.drawImage(ImageReader(BytesIO(picture.png)), 0, 0, picture.width, picture.height, mask="auto")
    canvas.restoreState()
