"""The work of the render pool's process: from the content of a code to the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from app.qr.design import Design
from app.qr.look import CodeContent
from app.qr.render.drawing import Drawing, Logo, draw_code
from app.qr.render.eps import render_eps
from app.qr.render.matrix import Matrix, encode_matrix, encode_short_url
from app.qr.render.pdf import render_pdf
from app.qr.render.png import rasterize_svg, render_png
from app.qr.render.svg import render_svg
from app.qr.scannability import check_scannability
from app.qr.verdict import Verdict

SAMPLE = CodeContent("https://kliqs.example/sample", ours=True)


def warm_up() -> None:
    """Draw and check a code, so that the first one that somebody waits for finds everything loaded."""
    draw_proof(SAMPLE, Design(), None)


def draw_proof(content: CodeContent, design: Design, logo: Logo | None) -> tuple[str, Verdict]:
    """The code as SVG, and the verdict of the scan check. Raises: ContentMissing, ContentNotEncodable,
    CodeCapacityExceeded.
    """
    modules, drawing = _draw_code(content, design, logo)
    return render_svg(drawing), check_scannability(modules, design, logo, drawing)


def render_file(content: CodeContent, design: Design, logo: Logo | None, form: str, size: int) -> bytes:
    """A file of the code. Raises: ContentMissing, ContentNotEncodable, CodeCapacityExceeded."""
    _, drawing = _draw_code(content, design, logo)
    if form == "svg":
        return render_svg(drawing, size).encode()
    if form == "png":
        return render_png(drawing, size, design.dpi)
    return (render_pdf if form == "pdf" else render_eps)(drawing, size)


@lru_cache(256)
def _draw_code(content: CodeContent, design: Design, logo: Logo | None) -> tuple[Matrix, Drawing]:
    """The matrix and the drawing of a code."""
    encode = encode_short_url if content.ours else encode_matrix
    modules = encode(content.content, design.effective_level)
    return modules, draw_code(modules, design, logo)


WORK: dict[str, Callable[..., Any]] = {
    "warm_up": warm_up,
    "draw_proof": draw_proof,
    "render_file": render_file,
    "rasterize_svg": rasterize_svg,
}
