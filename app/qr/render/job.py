"""The work of the render pool's process: from the content of a code to the bytes of a file."""

from __future__ import annotations

import os
from functools import lru_cache

from app.qr.design import Design
from app.qr.look import Said
from app.qr.render.drawing import Drawing, Logo, draw
from app.qr.render.eps import eps
from app.qr.render.matrix import Matrix, matrix, short_url_matrix
from app.qr.render.pdf import pdf
from app.qr.render.png import png
from app.qr.render.svg import svg
from app.qr.verdict import Verdict, judge

NICENESS = 5


def prepare() -> None:
    """Lower the priority of this process, before its first work: redirects take precedence."""
    os.nice(NICENESS)


def proof(content: Said, design: Design, logo: Logo | None) -> tuple[str, Verdict]:
    """The code as SVG, and the verdict of the scan check. Raises: ContentMissing, ContentNotEncodable,
    CodeCapacityExceeded.
    """
    modules, drawing = _draw_code(content, design, logo)
    return svg(drawing), judge(modules, design, logo, drawing)


def image(content: Said, design: Design, logo: Logo | None, form: str, size: int) -> bytes:
    """A file of the code. Raises: ContentMissing, ContentNotEncodable, CodeCapacityExceeded."""
    _, drawing = _draw_code(content, design, logo)
    if form == "svg":
        return svg(drawing, size).encode()
    if form == "png":
        return png(drawing, size, design.dpi)
    return (pdf if form == "pdf" else eps)(drawing, size)


@lru_cache(256)
def _draw_code(content: Said, design: Design, logo: Logo | None) -> tuple[Matrix, Drawing]:
    """The matrix and the drawing of a code."""
    encode = short_url_matrix if content.ours else matrix
    modules = encode(content.content, design.effective_level)
    return modules, draw(modules, design, logo)
