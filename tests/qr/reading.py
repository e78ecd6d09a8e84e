"""Logos to put into codes, the designs of the matrix, and OpenCV as the second reader."""

import os
from collections.abc import Iterator
from io import BytesIO
from itertools import product

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from app.qr.design import Design
from app.qr.render.drawing import Logo
from app.qr.render.matrix import Matrix, encode_short_url

URL = "https://klq.id/promo?qr=a1b2c3"
WHOLE_MATRIX = bool(os.environ.get("KLIQS_WHOLE_QR_MATRIX"))
SAMPLED = 61  # coprime to every axis of the product, so that each choice comes up with each other
COLOURS = (
    {"dark": "#000000"},
    {"dark": "#3538cd", "background": "#fef3c7"},
    {"gradient": "linear", "dark": "#101828", "dark_to": "#b42318"},
    {"corner_colour": "#067647"},
)
LEVELS = ("auto", "l", "m", "q", "h")


def logo(width: int = 256, height: int = 256) -> Logo:
    """A dark disc on nothing: the hardest kind, since dark is what it takes modules' place with."""
    drawn = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(drawn).ellipse((0, 0, width - 1, height - 1), fill="#101828")
    written = BytesIO()
    drawn.save(written, "PNG")
    return Logo(written.getvalue(), width, height)


def coded(design: Design) -> Matrix:
    return encode_short_url(URL, design.effective_level)


def designs() -> Iterator[Design]:
    """Patterns by corners by logo by frame by colours by levels: every one of them, or one in 61."""
    axes = product(
        ("square", "rounded", "dots"),
        ("square", "rounded", "circle"),
        (0, 16, 28, 34),
        ("none", "border", "label_below", "label_above", "bubble_below"),
        COLOURS,
        LEVELS,
    )
    for index, (pattern, corners, share, frame, colours, level) in enumerate(axes):
        if WHOLE_MATRIX or index % SAMPLED == 0:
            backing = ("none", "square", "rounded", "circle")[index % 4]
            yield Design.of(
                {
                    "pattern": pattern,
                    "corners": corners,
                    "logo": bool(share),
                    "logo_share": share or 28,
                    "backing": backing,
                    "frame": frame,
                    "words": "Pindai saya",
                    "level": level,
                    **colours,
                }
            )


def opencv_reads(picture: Image.Image, pixels: float, content: str) -> bool:
    """Whether OpenCV reads `content` off a picture of `pixels` to a module.

    Its detector wants about ten pixels to a module and its contrast whole, which a phone's camera gives it and our
    degraded views do not: the view is enlarged and stretched, then sharpened a little and much, and one attempt has to
    succeed, as one frame of a camera's many. Nothing is told of where the code is or what it says.
    """
    return any(_opencv(view) == content for view in _frames(picture, pixels))


def _frames(picture: Image.Image, pixels: float) -> Iterator[Image.Image]:
    for wanted in (10, 14, 12, 8, 9, 6):
        size = tuple(round(side * wanted / pixels) for side in picture.size)
        enlarged = ImageOps.autocontrast(picture.resize((size[0], size[1]), Image.Resampling.BICUBIC))
        yield enlarged
        yield enlarged.filter(ImageFilter.UnsharpMask(wanted / 2, 200, 0))
        yield enlarged.filter(ImageFilter.UnsharpMask(wanted / 2, 300, 0))


def _opencv(picture: Image.Image) -> str:
    for detector in (cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco()):
        try:
            text, *_ = detector.detectAndDecode(np.asarray(picture))
        except cv2.error:  # some finds end in an assertion of its own
            continue
        if text:
            return str(text)
    return ""
