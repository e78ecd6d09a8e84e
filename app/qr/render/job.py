"""Makes what is asked of a code, from what it says to bytes: plain work, done in the press's own process."""

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

PATIENT = 5  # how nice: redirects come first


def prepare() -> None:
    """Before the first work of a process."""
    os.nice(PATIENT)


def proof(said: Said, design: Design, logo: Logo | None) -> tuple[str, Verdict]:
    """The code as SVG, and what the scan check says of it. Refusals: TooMuchForACode and its kind."""
    made, drawing = _drawn(said, design, logo)
    return svg(drawing), judge(made, design, logo, drawing)


def image(said: Said, design: Design, logo: Logo | None, form: str, size: int) -> bytes:
    """A file of the code. Refusals: TooMuchForACode and its kind."""
    _, drawing = _drawn(said, design, logo)
    if form == "svg":
        return svg(drawing, size).encode()
    if form == "png":
        return png(drawing, size, design.dpi)
    return (pdf if form == "pdf" else eps)(drawing, size)


@lru_cache(256)
def _drawn(said: Said, design: Design, logo: Logo | None) -> tuple[Matrix, Drawing]:
    make = short_url_matrix if said.ours else matrix
    made = make(said.content, design.effective_level)
    return made, draw(made, design, logo)
