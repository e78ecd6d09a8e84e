"""Simulates scans: reads a drawing as phones would, clean and as cheap cameras, bad light and bent paper show it."""

from io import BytesIO

import zxingcpp
from PIL import Image, ImageFilter

from app.qr.render.drawing import Drawing
from app.qr.render.png import rasterize_drawing

FINE, COARSE, MIDDLING = 6, 2.5, 4  # pixels to a module
BLUR_RADIUS = 0.35  # in modules: as out of focus as at arm's length
FAINT_CONTRAST, FAINT_GREY = 0.35, 150  # the share of contrast in bad light, and the grey in its middle
TURN_DEGREES = 13  # degrees
QR_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def run_trials(drawing: Drawing, content: str) -> dict[str, bool]:
    """Whether zxing-cpp reads exactly `content` in each view of the drawing, by the view's name."""
    return {name: is_readable(view, content) for name, view in render_views(drawing).items()}


def render_views(drawing: Drawing) -> dict[str, Image.Image]:
    """Render the drawing on white paper: clean, small (2.5 pixels to a module), blurred, faint and turned."""
    clean = rasterize_on_white(drawing, FINE)
    middling = _resize(clean, MIDDLING / FINE)
    return {
        "clean": clean,
        "small": _resize(clean, COARSE / FINE),
        "blurred": middling.filter(ImageFilter.GaussianBlur(BLUR_RADIUS * MIDDLING)),
        "faint": middling.point(_low_contrast_table()),
        "turned": middling.rotate(TURN_DEGREES, Image.Resampling.BILINEAR, expand=True, fillcolor=255),
    }


def rasterize_on_white(drawing: Drawing, pixels: float) -> Image.Image:
    """Rasterize the drawing in greys on white, with `pixels` to a module."""
    width = max(round(drawing.width * pixels), 1)
    return Image.open(BytesIO(rasterize_drawing(drawing, width, "#ffffff"))).convert("L")


def is_readable(picture: Image.Image, content: str) -> bool:
    """Whether zxing-cpp finds one code in the picture with exactly `content`. Light modules on a dark background do not
    count.
    """
    barcode = zxingcpp.read_barcode(
        picture,
        formats=QR_FORMATS,
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
        text_mode=zxingcpp.TextMode.Plain,
    )
    return bool(barcode and barcode.text == content)


def _resize(picture: Image.Image, factor: float) -> Image.Image:
    """The picture resized by `factor`."""
    size = (max(round(picture.width * factor), 1), max(round(picture.height * factor), 1))
    return picture.resize(size, Image.Resampling.BOX)


def _low_contrast_table() -> list[int]:
    """The lookup table that reduces the contrast of a grey picture."""
    return [round(FAINT_GREY + (grey - 128) * FAINT_CONTRAST) for grey in range(256)]
