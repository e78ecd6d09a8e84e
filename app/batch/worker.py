"""The process that draws the codes of a batch: `python -m app.batch.worker`, a job in JSON on standard input.

It writes the ZIP and the sheet a code at a time and tells of each in a line of JSON; the last line names the codes
that it could not read itself. A process of its own, and a nice one, so that links are followed meanwhile.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import zipfile
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.batch.options import Options
from app.batch.print_sheet import Sheet
from app.qr.design import Design
from app.qr.render.drawing import Drawing, Logo, draw
from app.qr.render.matrix import matrix, short_url_matrix
from app.qr.render.pdf import pdf
from app.qr.render.png import png
from app.qr.render.svg import svg
from app.qr.scan_check import on_paper, reads
from app.web.csv_writer import BOM, line

NICE, MEMORY = 15, 2**31  # bytes of address space
PIXELS, PDF_MM, SVG_PIXELS = 3, 60, 1000  # to a module where we read it ourselves
INDEX = "index.csv"
STORED = {"png"}
WRITERS: dict[str, Callable[[Drawing, Options, Design], bytes]] = {
    "svg": lambda drawing, options, design: svg(drawing, SVG_PIXELS).encode(),
    "png": lambda drawing, options, design: png(drawing, options.size, design.dpi),
    "pdf": lambda drawing, options, design: pdf(drawing, PDF_MM),
}


def packed(job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Does a job (see `packing.work_of`): yields `{"done": n}` after each code, at last `{"unread": [line, …]}`."""
    options, unread = Options.of(job["options"]), []
    logos = {id: Logo(b64decode(one["png"]), one["width"], one["height"]) for id, one in job["logos"].items()}
    sheet = Sheet(Path(job["sheet"]), options)
    with zipfile.ZipFile(job["zip"], "w", zipfile.ZIP_DEFLATED) as archive:
        for done, code in enumerate(job["codes"], 1):
            design = Design.of(code["design"])
            said = (short_url_matrix if code["ours"] else matrix)(code["content"], design.effective_level)
            drawing = draw(said, design, logos.get(code["logo"]))
            if not reads(on_paper(drawing, PIXELS), said.content):
                unread.append(code["line"])
            _add(archive, f"{code['file']}.{options.form}", WRITERS[options.form](drawing, options, design))
            sheet.place(drawing, code["caption"])
            yield {"done": done}
        _add(archive, INDEX, _index(job["codes"], options.form))
    sheet.close()
    yield {"unread": unread}


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Without a date, so that the same batch gives the same bytes."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_STORED if name.rpartition(".")[2] in STORED else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _index(codes: list[dict[str, Any]], form: str) -> bytes:
    lines = [line((code["line"], f"{code['file']}.{form}", code["content"], code["caption"])) for code in codes]
    return (BOM + line(("line", "file", "content", "caption")) + "".join(lines)).encode()


def main() -> None:
    """Reads the job, says how far it is; breaks with a traceback on standard error."""
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for told in packed(json.load(sys.stdin)):
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
