"""The process that draws the codes of a batch: `python -m app.batch.packing_process`, with a job in JSON on standard
input.

It writes the archive and the sheet one code at a time and reports each in a line of JSON; the last line lists the codes
that it could not read. It is a separate process of low priority, so that redirects are answered meanwhile.
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
from app.batch.print_sheet import PrintSheet
from app.qr.design import Design
from app.qr.render.drawing import Drawing, Logo, draw_code
from app.qr.render.matrix import encode_matrix, encode_short_url
from app.qr.render.pdf import render_pdf
from app.qr.render.png import render_png
from app.qr.render.svg import render_svg
from app.qr.simulated_scan import is_readable, rasterize_on_white
from app.web.csv_writer import BOM, format_csv_line

NICENESS, MEMORY_BYTES = 15, 2**31
PIXELS, PDF_MM, SVG_PIXELS = 3, 60, 1000  # pixels per module for the scan check; widths of the files
INDEX_NAME = "index.csv"
UNCOMPRESSED = {"png"}
WRITERS: dict[str, Callable[[Drawing, Options, Design], bytes]] = {
    "svg": lambda drawing, options, design: render_svg(drawing, SVG_PIXELS).encode(),
    "png": lambda drawing, options, design: render_png(drawing, options.size, design.dpi),
    "pdf": lambda drawing, options, design: render_pdf(drawing, PDF_MM),
}


def pack_and_report_unread(job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Execute a job (see `packing_jobs.worker_input`).

    Yields `{"done": n}` after each code and finally `{"unread": [line, …]}`.
    """
    options, unread = Options.of(job["options"]), []
    logos = {id: Logo(b64decode(logo["png"]), logo["width"], logo["height"]) for id, logo in job["logos"].items()}
    sheet = PrintSheet(Path(job["sheet"]), options)
    with zipfile.ZipFile(job["zip"], "w", zipfile.ZIP_DEFLATED) as archive:
        for done, code in enumerate(job["codes"], 1):
            design = Design.of(code["design"])
            encoded = (encode_short_url if code["ours"] else encode_matrix)(code["content"], design.effective_level)
            drawing = draw_code(encoded, design, logos.get(code["logo"]))
            if not is_readable(rasterize_on_white(drawing, PIXELS), encoded.content):
                unread.append(code["line"])
            _add_file(archive, f"{code['file']}.{options.form}", WRITERS[options.form](drawing, options, design))
            sheet.add_code(drawing, code["caption"])
            yield {"done": done}
        _add_file(archive, INDEX_NAME, _index_csv(job["codes"], options.form))
    sheet.close()
    yield {"unread": unread}


def _add_file(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file to the archive without a date, so that the same batch gives the same bytes."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_STORED if name.rpartition(".")[2] in UNCOMPRESSED else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _index_csv(codes: list[dict[str, Any]], form: str) -> bytes:
    """The CSV file that lists the codes of the archive."""
    rows = [
        format_csv_line((code["line"], f"{code['file']}.{form}", code["content"], code["caption"])) for code in codes
    ]
    return (BOM + format_csv_line(("line", "file", "content", "caption")) + "".join(rows)).encode()


def main() -> None:
    """Execute the job on standard input. Errors end the process with a traceback on standard error."""
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    for message in pack_and_report_unread(json.load(sys.stdin)):
        print(json.dumps(message), flush=True)


if __name__ == "__main__":
    main()
