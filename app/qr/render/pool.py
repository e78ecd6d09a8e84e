"""Draws codes and checks them in a process of its own, so that redirects are answered meanwhile: the rasteriser holds
Python's lock for as long as it draws."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from app.kernel.refusal import Busy, NotFound
from app.media.models import Media
from app.qr.design import Design
from app.qr.look import Look, Said
from app.qr.render import job, png
from app.qr.render.drawing import Logo
from app.qr.render.png import MOST
from app.qr.verdict import Verdict

T = TypeVar("T")
TYPES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "eps": "application/postscript"}
# Across, least, most and usual: pixels of PNG and SVG, millimetres of PDF and EPS.
SIZES = {"svg": (64, MOST, 1000), "png": (64, MOST, 2000), "pdf": (10, 2000, 60), "eps": (10, 2000, 60)}
MOST_WAITING = 24
_pool: ProcessPoolExecutor | None = None
_waiting = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """A code as it would be printed, and what the scan check says of it."""

    picture: Markup
    verdict: Verdict


async def proof(said: Said, look: Look) -> Proof:
    """Draws a code and checks it. Refusals: TooMuchForACode and its kind, Busy."""
    logo = await _logo(look.logo) if look.design.logo else None
    drawn, verdict = await _print(job.proof, said, look.design, logo)
    return Proof(Markup(drawn), verdict)  # noqa: S704 - our own drawing, which escapes the one text in it


async def image(said: Said, design: Design, picture: Media | None, form: str, size: int) -> bytes:
    """A file of a code: `form` one of TYPES, `size` the pixels of a PNG or the millimetres of a PDF or EPS, across.

    Refusals: as `proof`.
    """
    logo = await _logo(picture) if design.logo else None
    return await _print(job.image, said, design, logo, form, size)


async def raster(drawn: str) -> bytes:
    """The PNG of an SVG of ours, as large as it says. Refusals: Busy."""
    return await _print(png.drawn, drawn)


async def _logo(picture: Media | None) -> Logo | None:
    if picture is None:
        return None
    try:
        return Logo(await picture.read(), picture.width, picture.height)
    except NotFound:  # a file the data directory lost; the code is worth more than its logo
        return None


async def _print(work: Callable[..., T], *given: object) -> T:
    """Has work done by the process, begun when it is first needed and again when it died."""
    global _pool, _waiting
    if _waiting >= MOST_WAITING:
        raise Busy
    _waiting += 1
    try:
        if _pool is None:
            _pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), job.prepare)
        return await asyncio.get_running_loop().run_in_executor(_pool, work, *given)
    except BrokenProcessPool:
        _pool = None
        raise Busy from None
    finally:
        _waiting -= 1
