"""Reads what a batch gave: the codes in a ZIP, and those on a sheet with the words under them."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import resvg_py
import zxingcpp
from PIL import Image

QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
DPI = 200


def in_zip(file: Path) -> dict[str, str]:
    """What each picture in a ZIP says, by its name."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if not name.endswith(".csv")]
        assert len(names) == len(set(map(str.casefold, names)))
        return {name: read_code(picture(archive.read(name), name.rpartition(".")[2])) for name in names}


def picture(raw: bytes, form: str) -> Image.Image:
    if form == "svg":
        raw = bytes(resvg_py.svg_to_bytes(svg_string=raw.decode(), width=400, background="#ffffff"))
    if form == "pdf":
        return pages(raw)[0]
    return Image.open(BytesIO(raw)).convert("L")


def read_code(image: Image.Image) -> str:
    barcodes = zxingcpp.read_barcodes(image, formats=QR, text_mode=zxingcpp.TextMode.Plain)
    return barcodes[0].text if len(barcodes) == 1 else ""


def pages(raw: bytes, dpi: int = DPI) -> list[Image.Image]:
    with pypdfium2.PdfDocument(raw) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def on_sheet(file: Path, columns: int, lines: int, margin_mm: int) -> Iterator[tuple[str, str]]:
    """What stands in each cell of a sheet, page by page and line by line: what its code says, and its caption."""
    with pypdfium2.PdfDocument(file.read_bytes()) as document:
        for page in document:
            width, height = page.get_size()
            margin, image = margin_mm / 25.4 * 72, page.render(scale=DPI / 72).to_pil().convert("L")
            across, down = (width - 2 * margin) / columns, (height - 2 * margin) / lines
            words = page.get_textpage()
            for line in range(lines):
                for column in range(columns):
                    left, top = margin + column * across, margin + line * down
                    box = tuple(round(edge * DPI / 72) for edge in (left, top, left + across, top + down))
                    caption = words.get_text_bounded(left, height - top - down, left + across, height - top)
                    yield read_code(image.crop(box)), " ".join(caption.split())
