"""Reading a drawing as a phone would: as it is, and as cheap cameras, bad light and bent paper show it."""

from io import BytesIO

import zxingcpp
from PIL import Image, ImageFilter

from app.qr.render.drawing import Drawing
from app.qr.render.png import raster

FINE, COARSE, MIDDLING = 6, 2.5, 4  # pixels to a module
BLUR = 0.35  # of a module: what is left in focus at arm's length
FAINT, GREY = 0.35, 150  # the contrast left in bad light, and about which grey
TURN = 13  # degrees
QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def trials(drawing: Drawing, content: str) -> dict[str, bool]:
    """Whether zxing-cpp reads exactly `content` off each of the drawing's `views`, by its name."""
    return {name: reads(view, content) for name, view in views(drawing).items()}


def views(drawing: Drawing) -> dict[str, Image.Image]:
    """The drawing on white paper: clean, small (2.5 pixels to a module), blurred, faint and turned."""
    clean = on_paper(drawing, FINE)
    middling = _scaled(clean, MIDDLING / FINE)
    return {
        "clean": clean,
        "small": _scaled(clean, COARSE / FINE),
        "blurred": middling.filter(ImageFilter.GaussianBlur(BLUR * MIDDLING)),
        "faint": middling.point(_faded()),
        "turned": middling.rotate(TURN, Image.Resampling.BILINEAR, expand=True, fillcolor=255),
    }


def on_paper(drawing: Drawing, pixels: float) -> Image.Image:
    """The drawing in greys on white, `pixels` to a module."""
    width = max(round(drawing.width * pixels), 1)
    return Image.open(BytesIO(raster(drawing, width, "#ffffff"))).convert("L")


def reads(picture: Image.Image, content: str) -> bool:
    """Whether zxing-cpp finds one code in the picture that says exactly `content`; light on dark does not count."""
    found = zxingcpp.read_barcode(
        picture, formats=QR, try_rotate=False, try_downscale=False, try_invert=False, text_mode=zxingcpp.TextMode.Plain,
    )
    return bool(found and found.text == content)


def _scaled(picture: Image.Image, factor: float) -> Image.Image:
    size = (max(round(picture.width * factor), 1), max(round(picture.height * factor), 1))
    return picture.resize(size, Image.Resampling.BOX)


def _faded() -> list[int]:
    return [round(GREY + (grey - 128) * FAINT) for grey in range(256)]
