"""Draws and checks codes in a separate process, so that redirects are answered meanwhile: the rasterizer holds Python's
lock while it draws.

The process is started with the server, in the background, because the first designer would wait for it. Every server
process has one of its own: the pool is tied to the event loop that waits for it, and a code that breaks the process is
then the trouble of one server.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import AsyncGenerator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, cast

from markupsafe import Markup

from app.kernel.refusal import Busy, NotFound
from app.media.models import Media
from app.qr.design import Design
from app.qr.look import CodeContent, Look
from app.qr.render import worker
from app.qr.render.drawing import MAX_PIXELS, Logo
from app.qr.verdict import Verdict

TYPES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "eps": "application/postscript"}
# The smallest, largest and default width: pixels of PNG and SVG, millimetres of PDF and EPS.
SIZES = {"svg": (64, MAX_PIXELS, 1000), "png": (64, MAX_PIXELS, 2000), "pdf": (10, 2000, 60), "eps": (10, 2000, 60)}
MAX_WAITING = 24
_pool: ProcessPoolExecutor | None = None
_waiting = 0


@asynccontextmanager
async def drawing_process_running() -> AsyncGenerator[None]:
    """Context manager that starts the process, without waiting for it, and ends it after the work that it does."""
    global _pool
    starting = asyncio.create_task(_start(), name="drawing process")
    try:
        yield
    finally:
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        pool, _pool = _pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, cancel_futures=True)


async def _start() -> None:
    with suppress(Busy):  # it died at once: the next code that is drawn starts another one
        await _run("warm_up")


@dataclass(frozen=True, slots=True)
class Proof:
    """A drawn code as SVG, and the verdict of the scan check."""

    picture: Markup
    verdict: Verdict


async def draw_proof(content: CodeContent, look: Look) -> Proof:
    """Draw a code and check whether it scans. Raises: ContentMissing, ContentNotEncodable, CodeCapacityExceeded,
    Busy.
    """
    logo = await _read_logo(look.logo) if look.design.logo else None
    svg, verdict = await _run("draw_proof", content, look.design, logo)
    return Proof(Markup(svg), verdict)  # noqa: S704 - our own drawing, which escapes the one text in it


async def render_file(content: CodeContent, design: Design, picture: Media | None, form: str, size: int) -> bytes:
    """Render a file of a code. `form` is one of TYPES, `size` the width: pixels of a PNG or SVG, millimetres of a PDF
    or EPS.

    Raises: as `draw_proof`.
    """
    logo = await _read_logo(picture) if design.logo else None
    return cast(bytes, await _run("render_file", content, design, logo, form, size))


async def rasterize_svg(svg: str) -> bytes:
    """Rasterize one of our own SVGs to a PNG of its own size. Raises: Busy."""
    return cast(bytes, await _run("rasterize_svg", svg))


async def _read_logo(picture: Media | None) -> Logo | None:
    """The picture's bytes and size; None where there is no picture or its file is lost."""
    if picture is None:
        return None
    try:
        return Logo(await picture.read(), picture.width, picture.height)
    except NotFound:  # the file is lost: a code without its logo is better than none
        return None


async def _run(work: str, *arguments: object) -> Any:
    """Run a function of `render_code.WORK` in the process, which is started unless it runs.

    Raises: Busy, and what the function raises.
    """
    global _pool, _waiting
    if _waiting >= MAX_WAITING:
        raise Busy
    _waiting += 1
    try:
        if _pool is None:
            _pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), worker.begin)
        return await asyncio.get_running_loop().run_in_executor(_pool, worker.run, work, *arguments)
    except BrokenProcessPool:
        _pool = None
        raise Busy from None
    finally:
        _waiting -= 1
